import { stringify } from 'csv-stringify/sync'
import { slugOf } from '../../corpus/model/slug.ts'
import type { SearchRequest } from '../search/request.ts'
import type { FoundParagraph } from '../search/wholeResult.ts'
import { presentPlace } from './hit.ts'

interface Row {
  readonly found: FoundParagraph
  readonly place: ReturnType<typeof presentPlace>
  readonly baseUrl: string
}

const LIST = '; '

/** What one asks first of a passage comes first: when, where, who, what. */
const COLUMNS: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ['Date', ({ found }) => found.date ?? ''],
  ['Body', ({ found }) => found.meeting?.body ?? ''],
  ['Meeting', ({ found }) => found.meeting?.title ?? ''],
  ['Item', ({ found }) => [found.item?.number, found.item?.title].filter(Boolean).join('. ')],
  ['Heading', ({ found }) => found.paragraph.headings.join(' \u203a ')],
  ['Speakers', ({ place }) => place.speakers.join(LIST)],
  ['Kind', ({ place }) => place.kindLabel],
  ['Text', ({ found }) => found.paragraph.text],
  ['Topics', ({ place }) => place.topics.join(LIST)],
  ['Words missing', ({ found }) => found.missing.join(LIST)],
  ['Label', ({ place }) => place.label ?? ''],
  ['Page', ({ found }) => found.paragraph.pageLabel ?? String(found.paragraph.page ?? '')],
  ['Part', ({ place }) => place.partTitle],
  ['Document', ({ place }) => place.document],
  ['File', ({ found }) => found.document.file],
  ['Copies', ({ place, baseUrl }) => place.copies.map(({ href }) => baseUrl + href).join(LIST)],
  ['Paragraph', ({ place }) => place.id],
  ['Address', ({ place, baseUrl }) => baseUrl + place.href],
]

const RFC_4180 = {
  record_delimiter: 'windows',
  quote_record_delimiter: true,
  cast: { string: asText },
} as const

/** A result as CSV, in pieces. The byte order mark tells spreadsheets that it is UTF-8. */
export async function* csvOf(
  batches: AsyncIterable<readonly FoundParagraph[]>,
  baseUrl: string,
): AsyncGenerator<string> {
  yield stringify([COLUMNS.map(([title]) => title)], { ...RFC_4180, bom: true })
  for await (const batch of batches) {
    const rows = batch.map((found): Row => ({ found, place: presentPlace(found), baseUrl }))
    const cells = rows.map((row) => COLUMNS.map(([, cell]) => cell(row)))
    yield stringify(cells, RFC_4180)
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
