import { isAfter, lastDay } from '../../corpus/model/calendarDate.ts'
import type { MeetingHoldings, Meetings } from '../meetings/holdings.ts'

export interface LatestMeetings {
  /** Those with minutes or notes, the latest first. */
  readonly recorded: readonly MeetingHoldings[]
  /** Those of the same time of which there are papers alone, as before a meeting. */
  readonly tabled: readonly MeetingHoldings[]
}

const MOST_RECORDED = 5
const MOST_TABLED = 2

export function latestMeetingsOf({ newestFirst }: Meetings): LatestMeetings {
  const latest = newestFirst.toSorted(byLastDay)
  const recorded = latest.filter(({ meeting }) => meeting.isRecorded).slice(0, MOST_RECORDED)
  const oldest = recorded.at(-1)?.meeting
  return {
    recorded,
    tabled: latest
      .filter(
        ({ meeting }) => !meeting.isRecorded && (oldest === undefined || isAfter(meeting.date, oldest.date)),
      )
      .slice(0, MOST_TABLED),
  }
}

/** A month is as late as its last day. Those of one day keep their order. */
function byLastDay({ meeting: a }: MeetingHoldings, { meeting: b }: MeetingHoldings): number {
  const [day, other] = [lastDay(a.date), lastDay(b.date)]
  return day === other ? 0 : day < other ? 1 : -1
}
