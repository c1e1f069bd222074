import type { AttendanceStatus } from '../../corpus/model/attendee.ts'
import { ATTENDANCE_STATUSES } from '../../corpus/model/attendee.ts'
import type { Database } from '../../corpus/store/database.ts'
import { attendeesOfPart } from '../../corpus/store/meetings.ts'
import type { MeetingHoldings, Meetings } from './holdings.ts'

/** Somebody on the attendance list of a meeting. */
export interface Attending {
  /** As printed. */
  readonly name: string
  readonly role: string | null
  readonly organisation: string | null
  readonly personId: string | null
}

export type Attendance = Readonly<Record<AttendanceStatus, readonly Attending[]>>

/** Who was at a meeting, as its records print them; where it has several records, each name once under each heading. */
export async function attendanceOf(
  db: Database,
  { records }: MeetingHoldings,
  { personOf }: Meetings,
): Promise<Attendance> {
  const listed = (await Promise.all(records.map((record) => attendeesOfPart(db, record)))).flat()
  const of = (wanted: AttendanceStatus): readonly Attending[] => {
    const byName = new Map<string, Attending>()
    for (const { name, role, organisation, status } of listed)
      if (status === wanted && !byName.has(name))
        byName.set(name, { name, role, organisation, personId: personOf(name) })
    return [...byName.values()]
  }
  // Every status is there by construction, which the type of fromEntries cannot say.
  return Object.fromEntries(ATTENDANCE_STATUSES.map((status) => [status, of(status)])) as Record<
    AttendanceStatus,
    readonly Attending[]
  >
}
