export const ATTENDANCE_STATUSES = ['present', 'in attendance', 'apologies', 'substitute'] as const
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number]

export interface Attendee {
  readonly part: number
  /** As printed, title included (`Mr M Hill OBE`). */
  readonly name: string
  readonly role: string | null
  readonly organisation: string | null
  readonly status: AttendanceStatus
}
