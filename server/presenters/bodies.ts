import { formatPeriod } from '../../corpus/model/formatDate.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import type { RoleHeld } from '../../corpus/store/people.ts'
import type { FacetCount } from '../../indexer/engine/engine.ts'
import { counted } from '../counted.ts'
import type { Generation } from '../generations.ts'
import { groupedBy } from '../groupedBy.ts'
import type { BodyHoldings } from '../meetings/holdings.ts'
import { PATHS, pathTo, rolePath, withQuery } from '../paths.ts'
import { presentMeetingName } from './meetings/meetingJson.ts'
import { meetingsAddress, presentGaps, presentMeetingRow, yearOf } from './meetings/meetingList.ts'
import { meetingsInWords } from './meetings/meetingWords.ts'
import type { PageHead } from './pageHead.ts'
import { presentSomeEntries } from './register/someEntries.ts'
import { presentYears } from './years.ts'

const LATEST_MEETINGS = 5
const MOST_TOPICS = 12
const FEW_ENTRIES = 5
const FEW_FIGURES = 3

/** All bodies, those with the most meetings first. */
export function presentBodyList(generation: Generation) {
  const bodies = [...generation.meetings.byBody.values()].map(({ id, name, newestFirst }) => ({
    name,
    href: pathTo('body', id),
    summary: meetingsInWords(newestFirst),
  }))
  return {
    head: {
      title: 'Bodies',
      description: 'The committees, panels and councils whose meetings this collection has something of.',
      path: PATHS.bodies,
      section: 'meetings',
      crumbs: [{ label: 'Meetings', href: PATHS.meetings }],
    } satisfies PageHead,
    bodies,
  }
}

/** A body: when it met, who held which role in it, what it spoke of and decided. */
export async function presentBodyPage(body: BodyHoldings, generation: Generation) {
  const meetings = body.newestFirst.map(({ meeting }) => meeting)
  const ofBody = { body: [body.id] }
  const years = yearCounts(meetings)
  return {
    head: {
      title: body.name,
      description: `${body.name}: ${meetingsInWords(body.newestFirst)}, with roles, topics, decisions and open commitments.`,
      path: pathTo('body', body.id),
      section: 'meetings',
      crumbs: [
        { label: 'Meetings', href: PATHS.meetings },
        { label: 'Bodies', href: PATHS.bodies },
      ],
    } satisfies PageHead,
    name: body.name,
    summary: meetingsInWords(body.newestFirst),
    unrecorded: unrecordedInWords(meetings.filter(({ isRecorded }) => !isRecorded).length),
    gaps: presentGaps(body.gaps),
    years: presentYears(
      years,
      ofBody,
      ({ from, to }) => meetingsAddress({ ...ofBody, from, to }),
      years.map(({ value }) => value),
    ),
    latest: body.newestFirst.slice(0, LATEST_MEETINGS).map(presentMeetingRow),
    meetingsHref: meetingsAddress(ofBody),
    meetingsTotal: meetings.length,
    roles: rolesIn(body.id, generation).map((held) => ({
      role: held.role,
      roleHref: rolePath(held.role),
      name: held.personName,
      href: pathTo('person', held.personId),
      dates: datesInWords(held),
    })),
    topics: (await topicsOf(body.id, generation)).map(({ value, count }) => ({
      label: value,
      count,
      href: withQuery(PATHS.search, { ...ofBody, topic: value, sort: 'newest' }),
    })),
    decisions: await presentSomeEntries(
      'decisions',
      { filters: ofBody, sort: 'newest' },
      FEW_ENTRIES,
      generation,
    ),
    commitments: await presentSomeEntries(
      'commitments',
      { filters: { ...ofBody, state: ['open'] }, sort: 'newest' },
      FEW_ENTRIES,
      generation,
    ),
    figures: await presentSomeEntries(
      'figures',
      { filters: { ...ofBody, points: ['several'] } },
      FEW_FIGURES,
      generation,
    ),
    searchHref: withQuery(PATHS.search, ofBody),
    jsonHref: pathTo('apiBody', body.id),
  }
}

/** A body in a list, as JSON. */
export function presentBodyInList(body: BodyHoldings, baseUrl: string) {
  const meetings = body.newestFirst.map(({ meeting }) => meeting)
  const days = meetings.map(({ date }) => date)
  return {
    id: body.id,
    name: body.name,
    meetings: meetings.length,
    recorded: meetings.filter(({ isRecorded }) => isRecorded).length,
    from: days.at(-1) ?? null,
    to: days[0] ?? null,
    url: baseUrl + pathTo('body', body.id),
    apiUrl: baseUrl + pathTo('apiBody', body.id),
  }
}

export async function presentBodyJson(body: BodyHoldings, generation: Generation, baseUrl: string) {
  const meetings = body.newestFirst.map(({ meeting }) => meeting)
  return {
    body: presentBodyInList(body, baseUrl),
    years: yearCounts(meetings).map(({ value, count }) => ({ year: Number(value), meetings: count })),
    gaps: body.gaps.map(({ after, before }) => ({
      after: presentMeetingName(after, baseUrl),
      before: presentMeetingName(before, baseUrl),
    })),
    roles: rolesIn(body.id, generation).map(({ role, personId, personName, firstDate, lastDate }) => ({
      role,
      person: { id: personId, name: personName, url: baseUrl + pathTo('person', personId) },
      from: firstDate,
      to: lastDate,
    })),
    topics: (await topicsOf(body.id, generation)).map(({ value, count }) => ({
      topic: value,
      paragraphs: count,
    })),
  }
}

function unrecordedInWords(number: number): string {
  if (number === 0) return ''
  return `${counted(number, 'meeting is', 'meetings are')} known here only from what was tabled at ${number === 1 ? 'it' : 'them'}.`
}

function datesInWords({ firstDate, lastDate }: RoleHeld): string {
  return firstDate === null || lastDate === null ? '' : formatPeriod(firstDate, lastDate)
}

function yearCounts(meetings: readonly MeetingSummary[]): FacetCount[] {
  return [...groupedBy(meetings, ({ date }) => yearOf(date))].map(([value, ofYear]) => ({
    value,
    count: ofYear.length,
  }))
}

/** By role, the latest holder first. */
function rolesIn(bodyId: string, { rolesHeld }: Generation): readonly RoleHeld[] {
  return [...rolesHeld.byRole.values()].flatMap((holders) =>
    holders.filter((held) => held.bodyId === bodyId).reverse(),
  )
}

async function topicsOf(bodyId: string, { meetings }: Generation): Promise<readonly FacetCount[]> {
  return (await meetings.topics.of(bodyId)).slice(0, MOST_TOPICS)
}
