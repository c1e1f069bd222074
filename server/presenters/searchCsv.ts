import type { FoundParagraph } from '../search/wholeResult.ts'
import type { Columns } from './csv.ts'
import { csvOf, LIST } from './csv.ts'
import { presentPlace } from './hit.ts'

interface Row {
  readonly found: FoundParagraph
  readonly place: ReturnType<typeof presentPlace>
  readonly baseUrl: string
}

/** What one asks first of a passage comes first: when, where, who, what. */
const COLUMNS: Columns<Row> = [
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

/** A result of search as CSV, in pieces. */
export function searchCsvOf(
  batches: AsyncIterable<readonly FoundParagraph[]>,
  baseUrl: string,
): AsyncGenerator<string> {
  return csvOf(COLUMNS, rowsOf(batches, baseUrl))
}

async function* rowsOf(
  batches: AsyncIterable<readonly FoundParagraph[]>,
  baseUrl: string,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches)
    yield batch.map((found) => ({ found, place: presentPlace(found), baseUrl }))
}
