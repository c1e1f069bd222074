import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { formatDate, formatPeriod } from '../../../corpus/model/formatDate.ts'
import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import { groupedBy } from '../../groupedBy.ts'
import { facetLabel } from '../../labels.ts'
import type { Gap } from '../../meetings/gaps.ts'
import { gapsOf } from '../../meetings/gaps.ts'
import type { MeetingHoldings } from '../../meetings/holdings.ts'
import type { MeetingFilters } from '../../meetings/request.ts'
import { isAskedFor } from '../../meetings/request.ts'
import { PATHS, pathTo, withQuery } from '../../paths.ts'
import { presentFacetValues } from '../facetValues.ts'
import { filterChips } from '../filterChips.ts'
import type { PageHead } from '../pageHead.ts'
import { countsInWords, heldInWords } from './meetingWords.ts'

/** The list of meetings with these filters. */
export function meetingsAddress({ body, from, to }: MeetingFilters): string {
  return withQuery(PATHS.meetings, { body, from, to })
}

/** All meetings that are asked for, newest first, by year and body. */
export function presentMeetingList(filters: MeetingFilters, generation: Generation) {
  const all = generation.meetings.newestFirst
  const found = all.filter((one) => isAskedFor(one, filters))
  const { body: chosen = [], ...dates } = filters
  const bodies = facetOfBodies(all.filter((one) => isAskedFor(one, dates)))
  return {
    head: {
      title: 'Meetings',
      description: `${summaryOf(found)} of which this collection has minutes or papers, with what each decided and who was there.`,
      path: meetingsAddress(filters),
      section: 'meetings',
      crumbs: [],
    } satisfies PageHead,
    summary: summaryOf(found),
    isNarrowed: found.length < all.length || Object.keys(filters).length > 0,
    isEmpty: all.length === 0,
    chips: filterChips(filters, generation, meetingsAddress),
    bodies:
      bodies.length < 2
        ? null
        : presentFacetValues(bodies, {
            chosen,
            labelOf: (value) => facetLabel('body', value, generation),
            hrefWith: (values) => meetingsAddress({ ...dates, body: values }),
          }),
    years: [...groupedBy(found, ({ meeting }) => yearOf(meeting.date))].map(([year, ofYear]) => ({
      year,
      anchor: `year-${year}`,
      count: ofYear.length,
      bodies: [...groupedBy(ofYear, ({ meeting }) => meeting.body)].map(([name, ofBody]) => ({
        name,
        meetings: ofBody.map(presentMeetingRow),
      })),
    })),
    hasSeveralBodies: isOfSeveralBodies(found),
    gaps: isOfSeveralBodies(found) ? [] : presentGaps(gapsOf(found.map(({ meeting }) => meeting))),
  }
}

/** A meeting in a list of meetings. */
export function presentMeetingRow(holdings: MeetingHoldings) {
  const { meeting } = holdings
  return {
    ...presentMeetingLink(meeting),
    body: meeting.body,
    held: heldInWords(holdings),
    isRecorded: meeting.isRecorded,
    counts: countsInWords(holdings).join(' \u00b7 '),
  }
}

export function presentMeetingLink({ id, title, date }: MeetingSummary) {
  return { title, date: formatDate(date), href: pathTo('meeting', id) }
}

/** Between which days there are no minutes or notes, the latest first. @param gaps of one body */
export function presentGaps(gaps: readonly Gap[]) {
  return gaps
    .map(({ after, before }) => ({ from: formatDate(after.date), to: formatDate(before.date) }))
    .reverse()
}

function isOfSeveralBodies(found: readonly MeetingHoldings[]): boolean {
  return new Set(found.map(({ meeting }) => meeting.bodyId)).size > 1
}

export const yearOf = (date: CalendarDate): string => date.slice(0, 'YYYY'.length)

function summaryOf(found: readonly MeetingHoldings[]): string {
  const days = found.map(({ meeting }) => meeting.date).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'No meetings'
  return `${counted(found.length, 'meeting')}, ${formatPeriod(first, last)}`
}

/** How many meetings each body has, most first. */
function facetOfBodies(found: readonly MeetingHoldings[]) {
  return [...groupedBy(found, ({ meeting }) => meeting.bodyId)]
    .map(([value, meetings]) => ({ value, count: meetings.length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
