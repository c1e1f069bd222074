import type { Declaration } from '../../corpus/model/declaration.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { SpokenParagraph } from './speakers.ts'

const DECLARES =
  /\bdeclar(?:ed|es|ing)\b(?! that the meeting\b)|\b(?:pecuniary|personal|prejudicial|non-pecuniary|other significant|registrable) interests?\b/i
const INTERESTS_ITEM = /\bdeclarations?\b|\binterests?\b/i
const NOBODY =
  /\b(?:no|nil|none|not any)\b.{0,40}\b(?:declar|interest)|\bthere were none\b|\bnone (?:was|were)\b/i

/** The interests that members declared, a sentence each: under an item of declarations, or said to be declared elsewhere. */
export function findDeclarations(parsed: ParsedDocument, spoken: readonly SpokenParagraph[]): Declaration[] {
  const interests = new Set(
    parsed.items.filter(({ title }) => INTERESTS_ITEM.test(title)).map(({ index }) => index),
  )
  return parsed.paragraphs.flatMap((paragraph, index) => {
    if (paragraph.kind === 'heading' || !DECLARES.test(paragraph.text)) return []
    const isUnderItem = paragraph.item !== null && interests.has(paragraph.item)
    return sentencesOf(paragraph.text).flatMap(([start, end], sentence) => {
      const text = paragraph.text.slice(start, end)
      const name = spoken[index]?.voices[sentence]?.name ?? null
      if (name === null || !DECLARES.test(text) || NOBODY.test(text)) return []
      if (!isUnderItem && !/\binterest/i.test(text)) return []
      return [{ part: paragraph.part, item: paragraph.item, name, text, paragraphId: paragraph.id }]
    })
  })
}
