import type { CalendarDate } from '../model/calendarDate.ts'
import type { EnrichedParagraph } from '../model/paragraph.ts'
import type { PartKind } from '../model/part.ts'
import type { Database } from './database.ts'
import type { ParagraphRow } from './documents.ts'
import { toParagraph } from './documents.ts'

/** A paragraph with the names of all that it stands in. */
export interface ParagraphInContext {
  readonly paragraph: EnrichedParagraph
  /** The person behind each of its speakers; null where the record does not tell. */
  readonly people: readonly ({ readonly id: string; readonly name: string } | null)[]
  readonly document: { readonly id: string; readonly file: string; readonly title: string }
  readonly part: { readonly index: number; readonly title: string; readonly kind: PartKind }
  readonly item: { readonly index: number; readonly number: string | null; readonly title: string } | null
  readonly meeting: { readonly id: string; readonly title: string; readonly body: string; readonly date: CalendarDate } | null
  /** Its meeting's date, else its part's, else its file's. */
  readonly date: CalendarDate | null
}

interface ContextRow extends ParagraphRow {
  file: string
  document_title: string
  part_title: string
  part_kind: PartKind
  item_number: string | null
  item_title: string | null
  date: CalendarDate | null
  meeting_id: string | null
  meeting_title: string | null
  meeting_date: CalendarDate | null
  body_name: string | null
  people: string
}

const CONTEXT_COLUMNS = [
  'paragraphs.*',
  'documents.file',
  'documents.title as document_title',
  'parts.title as part_title',
  'parts.kind as part_kind',
  'items.number as item_number',
  'items.title as item_title',
  'part_meetings.date',
  'part_meetings.meeting_id',
  'meetings.title as meeting_title',
  'meetings.date as meeting_date',
  'bodies.name as body_name',
] as const

const PEOPLE_OF_PARAGRAPH = `(SELECT json_group_array(json_array(position, person_id, name)) FROM paragraph_people
  JOIN people ON people.id = person_id WHERE paragraph_id = paragraphs.id) AS people`

function inContext(db: Database) {
  return db('paragraphs')
    .join('documents', 'documents.id', 'paragraphs.document_id')
    .join('parts', (join) => join.on('parts.document_id', 'paragraphs.document_id').andOn('parts.part', 'paragraphs.part'))
    .join('part_meetings', (join) => join.on('part_meetings.document_id', 'paragraphs.document_id').andOn('part_meetings.part', 'paragraphs.part'))
    .leftJoin('items', (join) => join.on('items.document_id', 'paragraphs.document_id').andOn('items.item', 'paragraphs.item'))
    .leftJoin('meetings', 'meetings.id', 'part_meetings.meeting_id')
    .leftJoin('bodies', 'bodies.id', 'meetings.body_id')
    .select<ContextRow[]>(...CONTEXT_COLUMNS, db.raw(PEOPLE_OF_PARAGRAPH))
}

/** The paragraphs of the given ids, in the order of the ids; an id that is not in the store is left out. */
export async function loadInContext(db: Database, ids: readonly string[]): Promise<ParagraphInContext[]> {
  if (ids.length === 0) return []
  const rows = await inContext(db).whereIn('paragraphs.id', ids)
  const byId = new Map(rows.map((row) => [row.id, toContext(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** All paragraphs of a document, in reading order. */
export async function loadDocumentInContext(db: Database, documentId: string): Promise<ParagraphInContext[]> {
  const rows = await inContext(db).where('paragraphs.document_id', documentId).orderBy('paragraphs.position')
  return rows.map(toContext)
}

/** The ids of up to `count` paragraphs before and after one, in reading order. */
export async function neighbourIds(db: Database, id: string, count: number): Promise<{ readonly before: string[]; readonly after: string[] }> {
  const place = await db('paragraphs').where({ id }).first<{ document_id: string; position: number } | undefined>('document_id', 'position')
  if (!place) return { before: [], after: [] }
  const rows = await db('paragraphs')
    .where('document_id', place.document_id)
    .whereBetween('position', [place.position - count, place.position + count])
    .orderBy('position')
    .select<{ id: string; position: number }[]>('id', 'position')
  return {
    before: rows.filter(({ position }) => position < place.position).map((row) => row.id),
    after: rows.filter(({ position }) => position > place.position).map((row) => row.id),
  }
}

function toContext(row: ContextRow): ParagraphInContext {
  const paragraph = toParagraph(row)
  const found = new Map((JSON.parse(row.people) as [number, string, string][]).map(([position, id, name]) => [position, { id, name }]))
  const hasMeeting = row.meeting_id !== null && row.meeting_title !== null && row.meeting_date !== null
  return {
    paragraph,
    people: paragraph.speakers.map((_, position) => found.get(position) ?? null),
    document: { id: row.document_id, file: row.file, title: row.document_title },
    part: { index: row.part, title: row.part_title, kind: row.part_kind },
    item: row.item === null ? null : { index: row.item, number: row.item_number, title: row.item_title ?? '' },
    meeting: hasMeeting ? { id: row.meeting_id ?? '', title: row.meeting_title ?? '', body: row.body_name ?? '', date: row.meeting_date ?? '' } : null,
    date: row.date,
  }
}
