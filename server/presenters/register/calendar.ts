import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { firstDay, isWholeDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import { formatDate } from '../../../corpus/model/formatDate.ts'
import type { CommitmentEntry } from '../../../corpus/model/register.ts'
import { ICalCalendar, ICalEventTransparency } from 'ical-generator'
import type { Generation } from '../../generations.ts'
import type { FoundEntries } from '../../register/findEntries.ts'
import { entryAddress } from '../../register/listAddress.ts'
import { presentEntryPlace } from './entryPlace.ts'
import { ownersInWords, standingOn } from './rows.ts'
import { presentStanding } from './standing.ts'
import { LIST_WORDS } from './words.ts'

const LONGEST_SUMMARY = 120

/**
 * The due dates of a list as a calendar (RFC 5545), a whole-day event each: what is due in a month or a year stands on its
 * last day. What has no due date, is discharged, or is printed as due before it was made, has no event.
 */
export function presentCalendar(
  { entries, request }: FoundEntries<'commitments'>,
  generation: Generation,
  baseUrl: string,
): string {
  const calendar = new ICalCalendar({
    name: `On Record: ${LIST_WORDS.commitments.title}`,
    prodId: { company: 'On Record', product: 'Register', language: 'EN' },
  })
  for (const entry of entries) {
    const standing = standingOn(entry, request, generation)
    if (entry.due === null || standing.isDueBeforeMade || standing.discharge !== null) continue
    const { sentences } = presentStanding(entry, standing, generation)
    const address = baseUrl + entryAddress('commitments', entry.id)
    calendar.createEvent({
      id: `${entry.id}@${new URL(baseUrl).hostname}`,
      start: middayOf(lastDay(entry.due)),
      allDay: true,
      summary: summaryOf(entry),
      description: [entry.text, presentEntryPlace(entry, generation).where, ...sentences].join('\n\n'),
      url: address,
      // The same calendar is the same file: the event is stamped with the day on which it was made, not with now.
      stamp: middayOf(firstDay(entry.date ?? entry.due)),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

function summaryOf(entry: CommitmentEntry): string {
  const { due, what } = entry
  const when = due === null || isWholeDay(due) ? '' : ` (${formatDate(due)})`
  const short =
    what.length <= LONGEST_SUMMARY ? what : `${what.slice(0, what.lastIndexOf(' ', LONGEST_SUMMARY))}\u2026`
  return `Due${when}: ${ownersInWords(entry)}: ${short}`
}

/** Of an all-day event only the day counts, which at midday is the same wherever the server stands. */
function middayOf(day: CalendarDate): Date {
  return new Date(`${day}T12:00:00Z`)
}
