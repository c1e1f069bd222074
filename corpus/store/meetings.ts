import type { CalendarDate } from '../model/calendarDate.ts'
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
