import type { CalendarDate } from './calendarDate.ts'

/** An undertaking in running text: somebody said that something specific would be done. */
export interface Commitment {
  readonly part: number
  readonly item: number | null
  /** The whole sentence, verbatim. */
  readonly text: string
  /** Who is to act: a role, or `Force`, `Office of the PCC`, `Panel` ...; null where the record does not tell. */
  readonly who: string | null
  /** The words that say what is undertaken. */
  readonly what: string
  readonly due: CalendarDate | null
  /** The sentence's words for when. */
  readonly dueText: string | null
  readonly paragraphId: string
}
