import { daysBetween, firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import { groupedBy } from '../groupedBy.ts'

/** A time of a body of which the collection has no minutes: from the meeting before it to the meeting after it. */
export interface Gap {
  readonly after: MeetingSummary
  readonly before: MeetingSummary
}

/** Bodies that meet once a year leave no gap. */
const DAYS_OF_A_YEAR = 366

/** Where more than a year lies between neighbouring recorded meetings of one body, the earliest first in each. */
export function gapsOf(meetings: readonly MeetingSummary[]): readonly Gap[] {
  const recorded = meetings.filter(({ isRecorded }) => isRecorded)
  return [...groupedBy(recorded, ({ bodyId }) => bodyId).values()].flatMap((ofBody) => {
    const byDay = [...ofBody].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    return byDay.slice(1).flatMap((before, index) => {
      const after = byDay[index]
      return after && isGap(after, before) ? [{ after, before }] : []
    })
  })
}

function isGap(after: MeetingSummary, before: MeetingSummary): boolean {
  return (daysBetween(lastDay(after.date), firstDay(before.date)) ?? 0) > DAYS_OF_A_YEAR
}
