import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { isAfter } from '../../corpus/model/calendarDate.ts'
import type { CommitmentEntry, CommitmentLink, Quote } from '../../corpus/model/register.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import { isFinishedStatus } from '../../indexer/analysis/discharges.ts'

/**
 * `open`: nothing on record says that it is done; `due`: its day is to come; `overdue`: its day is past, and nothing on
 * record says that it is done; `update_given`: a later meeting was given an update; `discharged`: the record says so in its
 * own words; `not_mentioned`: the body has met since, as far as this collection knows, and no mention was found.
 */
export const COMMITMENT_STATES = [
  'open',
  'overdue',
  'due',
  'update_given',
  'discharged',
  'not_mentioned',
] as const
export type CommitmentState = (typeof COMMITMENT_STATES)[number]

/** How a commitment stands on a day, and the words of the record that it stands on. */
export interface CommitmentStanding {
  readonly asOf: CalendarDate
  /** All that hold: what is overdue is open as well. */
  readonly states: readonly CommitmentState[]
  /** Where the record says that it is discharged. */
  readonly discharge: Quote | null
  readonly latestUpdate: CommitmentLink | null
  /** The latest dated words about it, its own or later ones; null where none is dated. */
  readonly lastMention: Quote | null
  /** Recorded meetings of the body after the last mention, as far as the day; empty where nothing is dated. */
  readonly meetingsSince: readonly MeetingSummary[]
  /** Passages after the last mention that may be about it, and of which it is not sure. */
  readonly possibleSince: number
  /** The due date as printed lies before the meeting that set it: nothing is overdue by such a date. */
  readonly isDueBeforeMade: boolean
}

/**
 * @param entry as it stood on the day: without what came later
 * @param meetings the recorded meetings of its body
 */
export function standingOf(
  entry: CommitmentEntry,
  asOf: CalendarDate,
  meetings: readonly MeetingSummary[],
): CommitmentStanding {
  const asserted = entry.links.filter(({ isAsserted }) => isAsserted)
  const discharge = dischargeOf(entry, asserted)
  const latestUpdate = latestOf(asserted.filter(({ kind }) => kind === 'update'))
  const lastMention = latestOf<Quote>([entry, ...entry.restatements, ...asserted])
  const meetingsSince = meetings.filter(
    ({ date }) => lastMention?.date != null && isAfter(date, lastMention.date) && !isAfter(date, asOf),
  )
  const possibleSince = entry.links.filter(
    ({ isAsserted, date }) =>
      !isAsserted && date !== null && lastMention?.date != null && isAfter(date, lastMention.date),
  ).length
  const isDueBeforeMade = entry.due !== null && entry.date !== null && isAfter(entry.date, entry.due)
  return {
    asOf,
    states: statesOf(entry, asOf, {
      isDischarged: discharge !== null,
      isUpdated: latestUpdate !== null,
      isSilent: meetingsSince.length > 0 && possibleSince === 0,
      isDueBeforeMade,
    }),
    discharge,
    latestUpdate,
    lastMention,
    meetingsSince,
    possibleSince,
    isDueBeforeMade,
  }
}

interface Signs {
  readonly isDischarged: boolean
  readonly isUpdated: boolean
  readonly isSilent: boolean
  readonly isDueBeforeMade: boolean
}

function statesOf({ due }: CommitmentEntry, asOf: CalendarDate, signs: Signs): CommitmentState[] {
  if (signs.isDischarged) return ['discharged']
  const isDated = due !== null && !signs.isDueBeforeMade
  return [
    'open',
    ...(isDated ? [isAfter(asOf, due) ? ('overdue' as const) : ('due' as const)] : []),
    ...(signs.isUpdated ? ['update_given' as const] : []),
    ...(signs.isSilent ? ['not_mentioned' as const] : []),
  ]
}

/** A later passage, or the status printed beside it. */
function dischargeOf(entry: CommitmentEntry, asserted: readonly CommitmentLink[]): Quote | null {
  const later = asserted.find(({ kind }) => kind === 'discharge')
  return later ?? (isFinishedStatus(entry.status) ? entry : null)
}

/** The last in time; what has no date is in no order. */
function latestOf<T extends Quote>(quotes: readonly T[]): T | null {
  return quotes.reduce<T | null>(
    (latest, quote) =>
      quote.date !== null && (latest?.date == null || quote.date >= latest.date) ? quote : latest,
    null,
  )
}
