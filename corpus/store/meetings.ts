import type { AttendanceStatus, Attendee } from '../model/attendee.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { Declaration } from '../model/declaration.ts'
import type { PartKind } from '../model/part.ts'
import type { Database } from './database.ts'

/** A meeting of which the collection has something. */
export interface MeetingSummary {
  readonly id: string
  readonly title: string
  readonly bodyId: string
  readonly body: string
  readonly date: CalendarDate
  /** Has the collection its minutes or notes, or only what was tabled at it? */
  readonly isRecorded: boolean
}

interface MeetingRow {
  id: string
  title: string
  body_id: string
  body: string
  date: CalendarDate
  recorded: number
}

/** All meetings, by body and day. */
export async function listMeetings(db: Database): Promise<MeetingSummary[]> {
  const rows = await db('meetings')
    .join('bodies', 'bodies.id', 'meetings.body_id')
    .join('part_meetings', 'part_meetings.meeting_id', 'meetings.id')
    .join('parts', (join) =>
      join.on('parts.document_id', 'part_meetings.document_id').andOn('parts.part', 'part_meetings.part'),
    )
    .groupBy('meetings.id')
    .orderBy(['meetings.body_id', 'meetings.date'])
    .select<MeetingRow[]>(
      'meetings.id',
      'meetings.title',
      'meetings.body_id',
      'bodies.name as body',
      'meetings.date',
      db.raw("max(parts.kind IN ('minutes', 'meeting_notes')) AS recorded"),
    )
  return rows.map(({ id, title, body_id, body, date, recorded }) => ({
    id,
    title,
    bodyId: body_id,
    body,
    date,
    isRecorded: recorded === 1,
  }))
}

/**
 * The documents that may say something of the given bodies, or of any, up to a day: those with a part of theirs that is not
 * certainly of a later day. By id.
 */
export async function documentsUpTo(
  db: Database,
  bodyIds: readonly string[],
  day: CalendarDate,
): Promise<{ readonly id: string; readonly sha256: string }[]> {
  const parts = db('part_meetings').whereRaw('(date IS NULL OR date <= ?)', [day]).select('document_id')
  if (bodyIds.length > 0) void parts.whereIn('body_id', [...bodyIds])
  return db('documents')
    .whereIn('id', parts)
    .orderBy('id')
    .select<{ id: string; sha256: string }[]>('id', 'sha256')
}

/** A part of a document, by its place. */
export interface PartKey {
  readonly documentId: string
  readonly part: number
}

/** A part of a document that records a meeting or was tabled at it. */
export interface MeetingPart extends PartKey {
  readonly meetingId: string
  readonly title: string
  readonly kind: PartKind
  readonly isDraft: boolean
  /** The part whose record it copies; null where it is the only one, or the one that search shows. */
  readonly copyOf: PartKey | null
}

interface MeetingPartRow {
  document_id: string
  part: number
  meeting_id: string
  title: string
  kind: PartKind
  is_draft: number
  original_document_id: string | null
  original_part: number | null
}

/** The parts that belong to a meeting, in reading order. */
export async function listMeetingParts(db: Database): Promise<MeetingPart[]> {
  const copies = db('paragraph_copies')
    .join('paragraphs as own', 'own.id', 'paragraph_copies.paragraph_id')
    .join('paragraphs as original', 'original.id', 'paragraph_copies.canonical_id')
    .groupBy('own.document_id', 'own.part')
    .select(
      'own.document_id',
      'own.part',
      'original.document_id as original_document_id',
      'original.part as original_part',
    )
    .as('copies')
  const rows = await db('part_meetings')
    .join('parts', (join) =>
      join.on('parts.document_id', 'part_meetings.document_id').andOn('parts.part', 'part_meetings.part'),
    )
    .leftJoin(copies, (join) =>
      join.on('copies.document_id', 'parts.document_id').andOn('copies.part', 'parts.part'),
    )
    .whereNotNull('part_meetings.meeting_id')
    .orderBy(['parts.document_id', 'parts.part'])
    .select<MeetingPartRow[]>(
      'parts.document_id',
      'parts.part',
      'part_meetings.meeting_id',
      'parts.title',
      'parts.kind',
      'parts.is_draft',
      'copies.original_document_id',
      'copies.original_part',
    )
  return rows.map((row) => ({
    documentId: row.document_id,
    part: row.part,
    meetingId: row.meeting_id,
    title: row.title,
    kind: row.kind,
    isDraft: row.is_draft === 1,
    copyOf:
      row.original_document_id === null || row.original_part === null
        ? null
        : { documentId: row.original_document_id, part: row.original_part },
  }))
}

/** Where a meeting confirmed the minutes of an earlier one. */
export interface Confirmation {
  /** The meeting whose minutes were confirmed. */
  readonly meetingId: string
  readonly confirmedAtMeetingId: string
  readonly paragraphId: string
}

export async function listConfirmations(db: Database): Promise<Confirmation[]> {
  const rows = await db('confirmations')
    .orderBy(['meeting_id', 'paragraph_id'])
    .select<{ meeting_id: string; confirmed_at_meeting_id: string; paragraph_id: string }[]>(
      'meeting_id',
      'confirmed_at_meeting_id',
      'paragraph_id',
    )
  return rows.map(({ meeting_id, confirmed_at_meeting_id, paragraph_id }) => ({
    meetingId: meeting_id,
    confirmedAtMeetingId: confirmed_at_meeting_id,
    paragraphId: paragraph_id,
  }))
}

/** Who was there, as the attendance list of a part has them. */
export async function attendeesOfPart(db: Database, { documentId, part }: PartKey): Promise<Attendee[]> {
  const rows = await db('attendees')
    .where({ document_id: documentId, part })
    .orderBy('position')
    .select<{ name: string; role: string | null; organisation: string | null; status: AttendanceStatus }[]>(
      'name',
      'role',
      'organisation',
      'status',
    )
  return rows.map((row) => ({ part, ...row }))
}

/** An item of business with the paragraph that it begins with. */
export interface ItemOfPart {
  readonly number: string | null
  readonly title: string
  /** Null where nothing stands under it. */
  readonly paragraphId: string | null
}

export async function itemsOfPart(db: Database, { documentId, part }: PartKey): Promise<ItemOfPart[]> {
  const items = await db('items')
    .where({ document_id: documentId, part })
    .orderBy('item')
    .select<{ item: number; number: string | null; title: string }[]>('item', 'number', 'title')
  const paragraphs = await db('paragraphs')
    .where({ document_id: documentId, part })
    .whereNotNull('item')
    .orderBy('position', 'desc')
    .select<{ id: string; item: number }[]>('id', 'item')
  const first = new Map(paragraphs.map(({ id, item }) => [item, id]))
  return items.map(({ item, number, title }) => ({ number, title, paragraphId: first.get(item) ?? null }))
}

export async function declarationsOfPart(
  db: Database,
  { documentId, part }: PartKey,
): Promise<Declaration[]> {
  const facts = await db('declarations')
    .where({ document_id: documentId, part })
    .orderBy('position')
    .pluck<string[]>('fact')
  // The table holds what `rowsOf` made JSON of.
  return facts.map((fact) => JSON.parse(fact) as Declaration)
}
