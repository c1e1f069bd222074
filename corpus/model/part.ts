import type { CalendarDate } from './calendarDate.ts'

export const PART_KINDS = [
  'agenda',
  'minutes',
  'report',
  'appendix',
  'work_programme',
  'meeting_notes',
  'inspection_report',
  'other',
] as const
export type PartKind = (typeof PART_KINDS)[number]

/** One piece of a pack: an agenda, the minutes of one meeting, one report ... */
export interface Part {
  readonly index: number
  readonly title: string
  readonly kind: PartKind
  /** The body whose meeting it records or was tabled at, as the file names it. */
  readonly body: string | null
  /** As the file itself gives it: the day of the meeting, or the day a report is dated. */
  readonly date: CalendarDate | null
  /** The file says that these minutes are a draft, or subject to approval. */
  readonly isDraft: boolean
  /** First words of the part. */
  readonly startQuote: string
}
