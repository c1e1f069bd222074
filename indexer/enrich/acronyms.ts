import type { Acronym } from '../../corpus/model/acronym.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { acronymsIn } from '../analysis/acronyms.ts'

/** The acronyms that a document explains, each where it is explained first. */
export function findAcronyms(parsed: ParsedDocument): Acronym[] {
  const first = new Map<string, Acronym>()
  for (const { id, text } of parsed.paragraphs) {
    for (const { acronym, expansion } of acronymsIn(text)) {
      const key = `${acronym} ${expansion.toLowerCase()}`
      if (!first.has(key)) first.set(key, { acronym, expansion, paragraphId: id })
    }
  }
  return [...first.values()]
}
