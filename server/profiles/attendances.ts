import type { AttendanceStatus } from '../../corpus/model/attendee.ts'
import type { NameAttending } from '../../corpus/store/people.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'

/** A meeting on whose attendance list a person stands. */
export interface Attendance {
  readonly meeting: MeetingSummary
  /** One, unless the records of the meeting differ. */
  readonly statuses: readonly AttendanceStatus[]
}

/** The meetings of each person, each once however many documents have its record, the latest first. */
export function attendancesOf(
  names: readonly NameAttending[],
  meetings: readonly MeetingSummary[],
  personOf: (name: string) => string | null,
): ReadonlyMap<string, readonly Attendance[]> {
  const meetingsById = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const people = new Map<string, Map<string, { meeting: MeetingSummary; statuses: AttendanceStatus[] }>>()
  for (const { name, status, meetingId } of names) {
    const [person, meeting] = [personOf(name), meetingsById.get(meetingId)]
    if (person === null || !meeting) continue
    const own =
      people.get(person) ?? new Map<string, { meeting: MeetingSummary; statuses: AttendanceStatus[] }>()
    const attendance = own.get(meetingId) ?? { meeting, statuses: [] }
    if (!attendance.statuses.includes(status)) attendance.statuses.push(status)
    people.set(person, own.set(meetingId, attendance))
  }
  return new Map([...people].map(([person, own]) => [person, [...own.values()].sort(latestFirst)]))
}

function latestFirst(a: Attendance, b: Attendance): number {
  return a.meeting.date < b.meeting.date ? 1 : a.meeting.date > b.meeting.date ? -1 : 0
}
