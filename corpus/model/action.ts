import type { CalendarDate } from './calendarDate.ts'

/** Something that somebody was asked to do, as an actions section, an action table or running text has it. */
export interface Action {
  readonly part: number
  readonly item: number | null
  /** What is to be done, verbatim, without owner and due date where these have places of their own. */
  readonly text: string
  /** As printed (`Force`); null where the record names nobody. */
  readonly owner: string | null
  /** The printed date; null where there is none. */
  readonly due: CalendarDate | null
  /** The record's words for when: `at a future meeting`. */
  readonly dueText: string | null
  /** As printed: `Open`. */
  readonly status: string | null
  /** `follow_up`: an earlier action on which this meeting was updated. */
  readonly kind: 'action' | 'follow_up'
  /** Of a follow-up the line that announces the list of updates, verbatim; null for an action. */
  readonly announcement: string | null
  readonly paragraphId: string
}
