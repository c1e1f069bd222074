import type { PartKind } from '../../corpus/model/part.ts'
import { isAfter, lastDay } from '../../corpus/model/calendarDate.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import type { Places } from '../../corpus/store/places.ts'
import type { RegisterLists } from '../register/registerLists.ts'

/** A meeting, and how much of it the collection has. */
export interface MeetingHeld extends MeetingSummary {
  /** The parts of documents that record it or were tabled at it, by kind. */
  readonly parts: ReadonlyMap<PartKind, number>
  readonly decisions: number
  readonly commitments: number
}

export interface LatestMeetings {
  /** Those with minutes or notes, the latest first. */
  readonly recorded: readonly MeetingHeld[]
  /** Those of the same time of which there are papers alone, as before a meeting. */
  readonly tabled: readonly MeetingHeld[]
}

const MOST_RECORDED = 5
const MOST_TABLED = 2

export function latestMeetingsOf({ meetings, lists }: RegisterLists, places: Places): LatestMeetings {
  const latest = meetings.toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? 1 : -1))
  const held = (meeting: MeetingSummary): MeetingHeld => ({
    ...meeting,
    parts: partsOf(meeting, places),
    decisions: countOf(lists.decisions.entries, meeting),
    commitments: countOf(lists.commitments.entries, meeting),
  })
  const recorded = latest.filter(({ isRecorded }) => isRecorded).slice(0, MOST_RECORDED)
  const oldest = recorded.at(-1)
  return {
    recorded: recorded.map(held),
    tabled: latest
      .filter(({ isRecorded, date }) => !isRecorded && (oldest === undefined || isAfter(date, oldest.date)))
      .slice(0, MOST_TABLED)
      .map(held),
  }
}

function partsOf({ id }: MeetingSummary, { parts }: Places): ReadonlyMap<PartKind, number> {
  const counts = new Map<PartKind, number>()
  for (const { part, meeting } of parts.values())
    if (meeting?.id === id) counts.set(part.kind, (counts.get(part.kind) ?? 0) + 1)
  return counts
}

const countOf = (entries: readonly { readonly meetingId: string | null }[], { id }: MeetingSummary): number =>
  entries.filter(({ meetingId }) => meetingId === id).length
