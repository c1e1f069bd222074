import { stringify } from 'csv-stringify/sync'
import { slugOf } from '../../corpus/model/slug.ts'
import { paragraphPath } from '../paths.ts'
import type { SearchRequest } from '../search/request.ts'
import type { FoundParagraph } from '../search/wholeResult.ts'
import { presentPlace } from './hit.ts'

type Column = readonly [title: string, cell: (found: FoundParagraph, baseUrl: string) => string]

const LIST = '; '

/** What one asks first of a passage comes first: when, where, who, what. */
const COLUMNS: readonly Column[] = [
  ['Date', ({ date }) => date ?? ''],
  ['Body', ({ meeting }) => meeting?.body ?? ''],
  ['Meeting', ({ meeting }) => meeting?.title ?? ''],
  ['Item', ({ item }) => [item?.number, item?.title].filter(Boolean).join('. ')],
  ['Heading', ({ paragraph }) => paragraph.headings.join(' \u203a ')],
  ['Speakers', (found) => presentPlace(found).speakers.join(LIST)],
  ['Kind', (found) => presentPlace(found).kindLabel],
  ['Text', ({ paragraph }) => paragraph.text],
  ['Topics', ({ paragraph }) => paragraph.topics.join(LIST)],
  ['Words missing', ({ missing }) => missing.join(LIST)],
  ['Label', ({ paragraph }) => paragraph.label ?? ''],
  ['Page', ({ paragraph }) => paragraph.pageLabel ?? String(paragraph.page ?? '')],
  ['Part', ({ part }) => part.title],
  ['Document', ({ document }) => document.title],
  ['File', ({ document }) => document.file],
  ['Copies', ({ copies }, baseUrl) => copies.map(({ id }) => baseUrl + paragraphPath(id)).join(LIST)],
  ['Paragraph', ({ paragraph }) => paragraph.id],
  ['Address', ({ paragraph }, baseUrl) => baseUrl + paragraphPath(paragraph.id)],
]

const RFC_4180 = { record_delimiter: 'windows', cast: { string: asText } } as const

/** A result as CSV, in pieces. The byte order mark tells spreadsheets that it is UTF-8. */
export async function* csvOf(
  batches: AsyncIterable<readonly FoundParagraph[]>,
  baseUrl: string,
): AsyncGenerator<string> {
  yield stringify([COLUMNS.map(([title]) => title)], { ...RFC_4180, bom: true })
  for await (const batch of batches) {
    const rows = batch.map((found) => COLUMNS.map(([, cell]) => cell(found, baseUrl)))
    yield stringify(rows, RFC_4180)
  }
}

/**
 * Spreadsheets run a cell that begins like a formula, also after spaces and in full-width signs. An apostrophe in front
 * makes it text, as OWASP advises for CSV injection. What begins with an apostrophe or a control character gets one too,
 * so that the first apostrophe of a cell is never the record's own.
 */
const LIKE_A_FORMULA = /^(?:['\p{Cc}]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

function asText(cell: string): string {
  return LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell
}

const LONGEST_NAME = 60

/** What the CSV of a result is called when it is saved: fixed words, then those of the query that every file system takes. */
export function csvFileName({ q }: SearchRequest): string {
  const words = slugOf(q).slice(0, LONGEST_NAME).replace(/-$/, '')
  return `on-record-${['search', words].filter(Boolean).join('-')}.csv`
}
