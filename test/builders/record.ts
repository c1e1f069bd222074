import type { CatalogueEntry } from '../../corpus/model/catalogue.ts'
import type { DocumentRecord, ParsedDocument } from '../../corpus/model/record.ts'
import { enrich } from '../../indexer/enrich/index.ts'
import { extractText } from '../../indexer/extract/text.ts'
import { parse } from '../../indexer/parse/index.ts'
import { minutesText } from './corpusFolder.ts'

/** A text as the parser reads it. */
export function parsed(text: string, catalogue: CatalogueEntry = {}): ParsedDocument {
  const file = { id: 'minutes', file: 'minutes.txt', sha256: '', bytes: text.length, catalogue }
  return parse(file, extractText(text))
}

/** A text as it goes into the store; of topics it has none. */
export function enriched(text: string): DocumentRecord {
  return enrich(parsed(text), { topicsOf: () => [] })
}

/** Minutes of the Harbour Scrutiny Panel with one item of the given paragraphs. */
export function minutesOfItem(title: string, ...paragraphs: readonly string[]): string {
  return minutesText({ items: [['12. ' + title, '(Item B1)', ...paragraphs].join('\n\n')] })
}
