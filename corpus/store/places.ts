import type { CalendarDate } from '../model/calendarDate.ts'
import type { PartKind } from '../model/part.ts'
import type { Database } from './database.ts'

/** What paragraphs stand in, by its keys: small beside the paragraphs, and read once for each generation. */
export interface Places {
  readonly documents: ReadonlyMap<string, PlaceDocument>
  readonly parts: ReadonlyMap<string, PlacePart>
  readonly items: ReadonlyMap<string, PlaceItem>
  readonly people: ReadonlyMap<string, string>
  /** Every form in which a person's name is printed. */
  readonly printedNames: ReadonlyMap<string, readonly string[]>
  /** Of each paragraph that has copies, the ids of the others, the canonical one first. */
  readonly copies: ReadonlyMap<string, readonly string[]>
}

export interface PlaceDocument {
  readonly id: string
  readonly file: string
  readonly title: string
}

export interface PlacePart {
  readonly part: { readonly index: number; readonly title: string; readonly kind: PartKind }
  readonly meeting: PlaceMeeting | null
  /** The day that its paragraphs are dated by. */
  readonly date: CalendarDate | null
}

export interface PlaceMeeting {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly date: CalendarDate
}

export interface PlaceItem {
  readonly index: number
  readonly number: string | null
  readonly title: string
}

/** The key of a part or an item, which are numbered within their document. */
export const placeKey = (documentId: string, index: number): string => `${documentId} ${index}`

interface PartRow {
  document_id: string
  part: number
  title: string
  kind: PartKind
  date: CalendarDate | null
  meeting_id: string | null
  meeting_title: string | null
  meeting_date: CalendarDate | null
  body_name: string | null
}

export async function loadPlaces(db: Database): Promise<Places> {
  const documents = await db('documents').select<PlaceDocument[]>('id', 'file', 'title')
  const parts = await db('parts')
    .join('part_meetings', (join) =>
      join.on('part_meetings.document_id', 'parts.document_id').andOn('part_meetings.part', 'parts.part'),
    )
    .leftJoin('meetings', 'meetings.id', 'part_meetings.meeting_id')
    .leftJoin('bodies', 'bodies.id', 'meetings.body_id')
    .select<PartRow[]>(
      'parts.document_id',
      'parts.part',
      'parts.title',
      'parts.kind',
      'part_meetings.date',
      'meetings.id as meeting_id',
      'meetings.title as meeting_title',
      'meetings.date as meeting_date',
      'bodies.name as body_name',
    )
  const items = await db('items').select<
    { document_id: string; item: number; number: string | null; title: string }[]
  >('document_id', 'item', 'number', 'title')
  const people = await db('people').select<{ id: string; name: string }[]>('id', 'name')
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    parts: new Map(parts.map((row) => [placeKey(row.document_id, row.part), toPart(row)])),
    items: new Map(
      items.map(({ document_id, item, number, title }) => [
        placeKey(document_id, item),
        { index: item, number, title },
      ]),
    ),
    people: new Map(people.map(({ id, name }) => [id, name])),
    printedNames: await loadPrintedNames(db),
    copies: await loadCopies(db),
  }
}

async function loadPrintedNames(db: Database): Promise<Map<string, string[]>> {
  const rows = await db('person_names')
    .orderBy(['person_id', 'name'])
    .select<{ person_id: string; name: string }[]>('person_id', 'name')
  const names = new Map<string, string[]>()
  for (const { person_id, name } of rows) names.set(person_id, [...(names.get(person_id) ?? []), name])
  return names
}

async function loadCopies(db: Database): Promise<Map<string, readonly string[]>> {
  const rows = await db('paragraph_copies')
    .orderBy(['canonical_id', 'paragraph_id'])
    .select<{ paragraph_id: string; canonical_id: string }[]>('paragraph_id', 'canonical_id')
  const records = new Map<string, string[]>()
  for (const { paragraph_id, canonical_id } of rows) {
    const record = records.get(canonical_id) ?? [canonical_id]
    record.push(paragraph_id)
    records.set(canonical_id, record)
  }
  return new Map(
    [...records.values()].flatMap((record) =>
      record.map((id) => [id, record.filter((other) => other !== id)] as const),
    ),
  )
}

function toPart({
  part,
  title,
  kind,
  date,
  meeting_id: id,
  meeting_title,
  meeting_date,
  body_name,
}: PartRow): PlacePart {
  const meeting =
    id === null || meeting_title === null || meeting_date === null
      ? null
      : { id, title: meeting_title, body: body_name ?? '', date: meeting_date }
  return { part: { index: part, title, kind }, meeting, date }
}
