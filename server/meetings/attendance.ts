import type { AttendanceStatus, Attendee } from '../../corpus/model/attendee.ts'
import type { Database } from '../../corpus/store/database.ts'
import { attendeesOfPart } from '../../corpus/store/meetings.ts'
import type { MeetingHoldings, Meetings } from './holdings.ts'

/** Somebody on the attendance list of a meeting. */
export interface Attending {
  /** As printed first. */
  readonly name: string
  readonly role: string | null
  readonly organisation: string | null
  readonly personId: string | null
  /** Under which other headings the lists have the same person; empty unless they differ. */
  readonly alsoListedAs: readonly AttendanceStatus[]
}

export type Attendance = Readonly<Record<AttendanceStatus, readonly Attending[]>>

/** Who was at a meeting, as its records print them. */
export async function attendanceOf(
  db: Database,
  { records }: MeetingHoldings,
  { personOf }: Meetings,
): Promise<Attendance> {
  const listed = (await Promise.all(records.map((record) => attendeesOfPart(db, record)))).flat()
  return eachOnce(listed, personOf)
}

/** Each person once, and each name of which the person is not known, under the heading that has them first. */
export function eachOnce(listed: readonly Attendee[], personOf: Meetings['personOf']): Attendance {
  const people = new Map<string, Attending & { readonly statuses: Set<AttendanceStatus> }>()
  for (const { name, role, organisation, status } of listed) {
    const personId = personOf(name)
    const key = personId ?? name
    const known = people.get(key)
    const statuses = (known?.statuses ?? new Set()).add(status)
    people.set(key, {
      name: known?.name ?? name,
      role: known?.role ?? role,
      organisation: known?.organisation ?? organisation,
      personId,
      alsoListedAs: [...statuses].slice(1),
      statuses,
    })
  }
  const under = (wanted: AttendanceStatus): readonly Attending[] =>
    [...people.values()].flatMap(({ statuses: [first], ...attending }) =>
      first === wanted ? [attending] : [],
    )
  return {
    present: under('present'),
    'in attendance': under('in attendance'),
    apologies: under('apologies'),
    substitute: under('substitute'),
  }
}
