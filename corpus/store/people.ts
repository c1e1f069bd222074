import type { AttendanceStatus } from '../model/attendee.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { Database } from './database.ts'

/** A person of the record, under the fullest form of the name. */
export interface PersonSummary {
  readonly id: string
  readonly name: string
}

/** A form in which a name is printed, and why it is held to be the person's. */
export interface PrintedName {
  readonly name: string
  readonly evidence: string
  /** A document in which it stands. */
  readonly documentId: string
}

/** A role that a person held in a body, from the first to the last day on which the record says so. */
export interface RoleHeld {
  readonly role: string
  readonly personId: string
  readonly personName: string
  readonly bodyId: string | null
  readonly bodyName: string | null
  readonly firstDate: CalendarDate | null
  readonly lastDate: CalendarDate | null
  /** Meetings in which the record names the person in the role. */
  readonly meetings: number
  readonly firstDocumentId: string
  readonly lastDocumentId: string
}

interface RoleRow {
  role: string
  person_id: string
  person_name: string
  body_id: string
  body_name: string | null
  first_date: CalendarDate | null
  last_date: CalendarDate | null
  meetings: number
  first_document_id: string
  last_document_id: string
}

/** Everybody whom the record names, by id. */
export async function listPeople(db: Database): Promise<PersonSummary[]> {
  return db<PersonSummary>('people').select('id', 'name').orderBy('id')
}

export async function printedNames(db: Database, personId: string): Promise<PrintedName[]> {
  const rows = await db('person_names')
    .where('person_id', personId)
    .orderBy('name')
    .select<{ name: string; evidence: string; document_id: string }[]>('name', 'evidence', 'document_id')
  return rows.map(({ name, evidence, document_id }) => ({ name, evidence, documentId: document_id }))
}

/** A name on the attendance list of a meeting. */
export interface NameAttending {
  /** As printed. */
  readonly name: string
  readonly status: AttendanceStatus
  readonly meetingId: string
}

/** Every name on an attendance list, as the documents have them: a record that stands in two documents comes twice. */
export async function listNamesAttending(db: Database): Promise<NameAttending[]> {
  return db('attendees')
    .join('part_meetings', (join) =>
      join
        .on('part_meetings.document_id', 'attendees.document_id')
        .andOn('part_meetings.part', 'attendees.part'),
    )
    .whereNotNull('part_meetings.meeting_id')
    .orderBy(['attendees.document_id', 'attendees.position'])
    .select<NameAttending[]>('attendees.name', 'attendees.status', 'part_meetings.meeting_id as meetingId')
}

/** Every role that somebody held, in the order of the days. */
export async function listRolesHeld(db: Database): Promise<RoleHeld[]> {
  const rows = await db('role_holders')
    .join('people', 'people.id', 'role_holders.person_id')
    .leftJoin('bodies', 'bodies.id', 'role_holders.body_id')
    .orderBy(['first_date', 'role', 'role_holders.person_id', 'body_id'])
    .select<RoleRow[]>('role_holders.*', 'people.name as person_name', 'bodies.name as body_name')
  return rows.map((row) => ({
    role: row.role,
    personId: row.person_id,
    personName: row.person_name,
    bodyId: row.body_id === '' ? null : row.body_id,
    bodyName: row.body_name,
    firstDate: row.first_date,
    lastDate: row.last_date,
    meetings: row.meetings,
    firstDocumentId: row.first_document_id,
    lastDocumentId: row.last_document_id,
  }))
}
