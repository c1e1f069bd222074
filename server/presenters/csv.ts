import { stringify } from 'csv-stringify/sync'
import { slugOf } from '../../corpus/model/slug.ts'

/** What stands between several values of one cell. */
export const LIST = '; '

/** The columns of a table, each with its title and what a row has in it. */
export type Columns<Row> = readonly (readonly [title: string, cell: (row: Row) => string])[]

const RFC_4180 = {
  record_delimiter: 'windows',
  quote_record_delimiter: true,
  cast: { string: asText },
} as const

/** Rows as CSV, in pieces. The byte order mark tells spreadsheets that it is UTF-8. */
export async function* csvOf<Row>(
  columns: Columns<Row>,
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield stringify([columns.map(([title]) => title)], { ...RFC_4180, bom: true })
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => columns.map(([, cell]) => cell(row))),
      RFC_4180,
    )
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

/** What a file is called when it is saved: fixed words, then those of the query that every file system takes. */
export function fileName(what: string, q: string, ending: string): string {
  const words = slugOf(q).slice(0, LONGEST_NAME).replace(/-$/, '')
  return `on-record-${[what, words].filter(Boolean).join('-')}.${ending}`
}
