import type { RecordPlace } from '../../../corpus/model/register.ts'
import type { Generation } from '../../generations.ts'
import type { FoundEntries } from '../../register/findEntries.ts'
import { entryAddress } from '../../register/listAddress.ts'
import type { EntryOf, ListName } from '../../register/registerLists.ts'
import { stageOf } from '../../register/registerLists.ts'
import type { Columns } from '../csv.ts'
import { csvOf, LIST } from '../csv.ts'
import type { EntryPlace } from './entryPlace.ts'
import { presentEntryPlace } from './entryPlace.ts'
import { presentStanding } from './standing.ts'
import type { AsOf } from './rows.ts'
import { askerInWords, partyInWords, standingOn } from './rows.ts'
import { figureTitle, periodInWords, valueInWords } from './figureWords.ts'
import { valueLabel } from './words.ts'

/** A row of a list, with what its cells are made of. */
interface Row<Entry> {
  readonly entry: Entry
  readonly place: EntryPlace
  readonly address: string
  readonly asOf: AsOf
  readonly generation: Generation
}

type Cells<Name extends ListName> = Columns<Row<EntryOf<Name>>>
type Placed = Row<RecordPlace & { readonly topics: readonly string[] }>

/** What one asks first of a thing comes first: when and where. */
const WHEN_AND_WHERE: Columns<Placed> = [
  ['Date', ({ entry }) => entry.date ?? ''],
  ['Body', ({ place }) => place.meeting?.body ?? ''],
  ['Meeting', ({ place }) => place.meeting?.title ?? ''],
  ['Item', ({ place }) => [place.number, place.title].filter(Boolean).join('. ')],
]
const SOURCE: Columns<Placed> = [
  ['Topics', ({ entry }) => entry.topics.join(LIST)],
  ['Document', ({ place }) => place.document],
  ['File', ({ place }) => place.file],
  ['Paragraph', ({ entry }) => entry.paragraphId],
  ['Address', ({ address }) => address],
]
interface CommitmentRow extends Row<EntryOf<'commitments'>> {
  readonly standing: ReturnType<typeof presentStanding>
}

const COMMITMENTS: Columns<CommitmentRow> = [
  ...WHEN_AND_WHERE,
  ['Who is to act', ({ entry }) => entry.owners.join(LIST)],
  ['To whom', ({ entry }) => entry.toWhom ?? ''],
  ['Text', ({ entry }) => entry.text],
  ['Due', ({ entry }) => entry.due ?? ''],
  ['Due in the record\u2019s words', ({ entry }) => entry.dueText ?? ''],
  ['Status as printed', ({ entry }) => entry.status ?? ''],
  ['State', ({ standing }) => standing.tags.map(({ label }) => label).join(LIST)],
  ['As of', ({ asOf }) => asOf.asOf],
  ['What it rests on', ({ standing }) => standing.sentences.join(' ')],
  ...SOURCE,
]

const DECISIONS: Cells<'decisions'> = [
  ...WHEN_AND_WHERE,
  ['Kind', ({ entry, generation }) => valueLabel('kind', entry.kind, generation)],
  ['Text', ({ entry }) => entry.text],
  ['Moved by', ({ entry }) => entry.mover ?? ''],
  ['Seconded by', ({ entry }) => entry.seconder ?? ''],
  ['Reports', ({ entry }) => entry.reports.map(({ title }) => title).join(LIST)],
  ['Related decisions', ({ entry }) => entry.related.map(({ id }) => id).join(LIST)],
  ['Superseded by', ({ entry }) => entry.supersededBy?.id ?? ''],
  ...SOURCE,
]

const QUESTIONS: Cells<'questions'> = [
  ...WHEN_AND_WHERE,
  ['Asked by', ({ entry }) => askerInWords(entry)],
  ['Kind', ({ entry, generation }) => valueLabel('form', entry.form, generation)],
  ['Question', ({ entry }) => entry.text],
  ['Reply on record', ({ entry, generation }) => valueLabel('reply', entry.reply, generation)],
  ['Answered by', ({ entry }) => (entry.answerer ? partyInWords(entry.answerer) : '')],
  ['Answer', ({ entry }) => entry.answer ?? ''],
  ...SOURCE,
]

const REQUESTS: Cells<'requests'> = [
  ...WHEN_AND_WHERE,
  ['Asked for by', ({ entry }) => partyInWords(entry.requester)],
  ['Asked of', ({ entry }) => entry.askedOf ?? ''],
  ['Text', ({ entry }) => entry.text],
  ['When, in the record\u2019s words', ({ entry }) => entry.dueText ?? ''],
  ['How far it came', ({ entry, generation }) => valueLabel('stage', stageOf(entry), generation)],
  ...SOURCE,
]

/** A row for each value. */
interface FigureRow extends Row<EntryOf<'figures'>['points'][number]> {
  readonly figure: EntryOf<'figures'>
}

const FIGURES: Columns<FigureRow> = [
  ['Measure', ({ figure }) => figureTitle(figure)],
  ['Value', ({ entry }) => String(entry.value)],
  ['Unit', ({ figure, generation }) => valueLabel('unit', figure.unit, generation)],
  ['As printed', ({ entry }) => valueInWords(entry)],
  ['Period', ({ entry }) => periodInWords(entry)],
  ['Period from', ({ entry }) => entry.period?.from ?? ''],
  ['Period to', ({ entry }) => entry.period?.to ?? ''],
  ['Date', ({ entry }) => entry.date ?? ''],
  ['Meeting', ({ place }) => place.meeting?.title ?? ''],
  ['Text', ({ entry }) => entry.text],
  ['Topics', ({ figure }) => figure.topics.join(LIST)],
  ['Document', ({ place }) => place.document],
  ['File', ({ place }) => place.file],
  ['Paragraph', ({ entry }) => entry.paragraphId],
  ['Address', ({ address }) => address],
]

type CsvOf = {
  readonly [Name in ListName]: (
    found: FoundEntries<Name>,
    generation: Generation,
    baseUrl: string,
  ) => AsyncGenerator<string>
}

const CSV_OF: CsvOf = {
  commitments: (found, generation, baseUrl) =>
    csvOf(COMMITMENTS, [rowsOf(found, generation, baseUrl).map(withStanding)]),
  decisions: entriesAs(DECISIONS),
  questions: entriesAs(QUESTIONS),
  requests: entriesAs(REQUESTS),
  figures: (found, generation, baseUrl) => csvOf(FIGURES, [figureRows(found, generation, baseUrl)]),
}

/** The whole list as CSV, in pieces; of figures each value is a row. */
export function listCsvOf<Name extends ListName>(
  found: FoundEntries<Name>,
  generation: Generation,
  baseUrl: string,
): AsyncGenerator<string> {
  return CSV_OF[found.name](found, generation, baseUrl)
}

function entriesAs<Name extends Exclude<ListName, 'figures'>>(columns: Cells<Name>) {
  return (found: FoundEntries<Name>, generation: Generation, baseUrl: string) =>
    csvOf(columns, [rowsOf(found, generation, baseUrl)])
}

function rowsOf<Name extends Exclude<ListName, 'figures'>>(
  { name, request, entries }: FoundEntries<Name>,
  generation: Generation,
  baseUrl: string,
): Row<EntryOf<Name>>[] {
  return entries.map((entry) => ({
    entry,
    place: presentEntryPlace(entry, generation),
    address: baseUrl + entryAddress(name, entry.id, request.asOf),
    asOf: request,
    generation,
  }))
}

function withStanding(row: Row<EntryOf<'commitments'>>): CommitmentRow {
  const { entry, asOf, generation } = row
  return { ...row, standing: presentStanding(entry, standingOn(entry, asOf, generation), generation) }
}

function figureRows(
  { request, entries }: FoundEntries<'figures'>,
  generation: Generation,
  baseUrl: string,
): FigureRow[] {
  return entries.flatMap((figure) =>
    figure.points.map((entry) => ({
      entry,
      figure,
      place: presentEntryPlace(entry, generation),
      address: baseUrl + entryAddress('figures', figure.id, request.asOf),
      asOf: request,
      generation,
    })),
  )
}
