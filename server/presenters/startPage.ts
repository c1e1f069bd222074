import { formatDate, formatPeriod } from '../../corpus/model/formatDate.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { Example } from '../collection/example.ts'
import type { User } from '../collection/examples.ts'
import { USERS } from '../collection/examples.ts'
import type { CollectionOverview } from '../collection/overview.ts'
import { counted } from '../counted.ts'
import type { Generation } from '../generations.ts'
import type { Gap } from '../meetings/gaps.ts'
import type { BodyHoldings, MeetingHoldings } from '../meetings/holdings.ts'
import { PATHS, pathTo, topicPath, withQuery } from '../paths.ts'
import { shortened } from '../shortened.ts'
import { countsInWords, heldInWords, meetingsInWords } from './meetings/meetingWords.ts'
import type { Alternate, PageHead } from './pageHead.ts'
import type { EntryRow } from './register/rows.ts'
import { presentSomeEntries } from './register/someEntries.ts'
import { websiteNode } from './schemaNodes.ts'

/** So many are shown of each; the rest have a page of their own. */
const MOST_BODIES = 5
const MOST_BODIES_NAMED = 3
const MOST_GAPS = 2
const MOST_TOPICS = 30
const MOST_OVERDUE = 2
const MOST_DUE = 3
const LONGEST_QUOTE = 180

/** The start page, ready to print. */
export async function presentStartPage(generation: Generation) {
  const { collection, meetings, overview } = generation
  const bodies = [...meetings.byBody.values()]
  const feeds = feedsOf(collection)
  return {
    head: headOf(collection, feeds),
    examples: examplesOf(overview),
    holds: holdsInWords(collection),
    bodies: bodies.slice(0, MOST_BODIES).map(presentBody),
    moreBodies: more(bodies.length, MOST_BODIES),
    latest: overview.latestMeetings.recorded.map(presentMeetingHeld),
    tabled: overview.latestMeetings.tabled.map(presentMeetingHeld),
    commitments: await presentOpenCommitments(generation),
    topics: overview.topics.slice(0, MOST_TOPICS).map(({ value, count }) => ({
      label: value,
      href: topicPath(value),
      count,
    })),
    moreTopics: more(overview.topics.length, MOST_TOPICS),
    feeds,
  }
}

/** How many there are where that is more than are shown; else null. */
const more = (all: number, shown: number): number | null => (all > shown ? all : null)

function headOf(collection: Collection, feeds: readonly Alternate[]): PageHead {
  const { bodies } = collection
  const names = bodies.slice(0, MOST_BODIES_NAMED).map(({ name }) => `the ${name}`)
  const of = bodies.length === 0 || bodies.length > MOST_BODIES_NAMED ? 'public bodies' : inAList(names)
  return {
    title: 'Search what public bodies have on record',
    description: `Search and question the minutes of ${of}. Every answer is the record\u2019s own words, with a link to its paragraph.`,
    path: PATHS.start,
    alternates: feeds,
    about: (absolute) => [websiteNode(absolute)],
  }
}

const inAList = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

const USER_TITLES: Readonly<Record<User, string>> = {
  councillor: 'For councillors',
  journalist: 'For journalists',
  clerk: 'For clerks',
}

function examplesOf({ examples }: CollectionOverview): { title: string; examples: readonly Example[] }[] {
  return USERS.filter((user) => examples[user].length > 0).map((user) => ({
    title: USER_TITLES[user],
    examples: examples[user],
  }))
}

/** `5 documents`, and ` of 9 meetings, 7 June 2017 to 18 December 2024.` */
function holdsInWords({ documents, meetings, from, to }: Collection) {
  const them = documents === 1 ? 'it' : 'them'
  return {
    documents: counted(documents, 'document'),
    rest:
      meetings === 0 || from === null || to === null
        ? `. No meeting with a date was found in ${them}.`
        : ` of ${counted(meetings, 'meeting')}, ${formatPeriod(from, to)}.`,
  }
}

function presentBody({ id, name, newestFirst, gaps }: BodyHoldings) {
  return {
    name,
    href: pathTo('body', id),
    meetings: meetingsInWords(newestFirst),
    gaps: gaps.length === 0 ? null : gapsInWords(gaps),
  }
}

/** The longest gaps are not the ones that matter: the latest are. */
function gapsInWords(gaps: readonly Gap[]): string {
  const latest = gaps
    .slice(-MOST_GAPS)
    .map(({ after, before }) => `between ${formatDate(after.date)} and ${formatDate(before.date)}`)
  const others = gaps.length - latest.length
  const earlier = others === 0 ? '' : `; ${counted(others, 'earlier gap')} of more than a year`
  return `No minutes ${latest.join(', nor ')}${earlier}.`
}

function presentMeetingHeld(holdings: MeetingHoldings) {
  const { id, body, date } = holdings.meeting
  return {
    body,
    date: formatDate(date),
    href: pathTo('meeting', id),
    holds: [heldInWords(holdings), ...countsInWords(holdings)].join(' \u00b7 '),
  }
}

/** What is open by its due date: what is past it first. Null where nothing is open. */
async function presentOpenCommitments(generation: Generation) {
  const some = (state: string, most: number, sort: 'due' | 'newest') =>
    presentSomeEntries('commitments', { filters: { state: [state] }, sort }, most, generation)
  const overdue = await some('overdue', MOST_OVERDUE, 'due')
  const due = await some('due', MOST_DUE, 'due')
  const open = await some('open', MOST_DUE, 'newest')
  if (open.total === 0) return null
  const dated = [...overdue.rows, ...due.rows]
  return {
    rows: (dated.length === 0 ? open.rows : dated).map(inShort),
    overdue:
      overdue.total === 0
        ? null
        : {
            label: `All ${counted(overdue.total, 'overdue commitment or action', 'overdue commitments and actions')}`,
            href: overdue.href,
          },
    all: {
      label: `All ${counted(open.total, 'open commitment or action', 'open commitments and actions')}`,
      href: open.href,
    },
  }
}

const inShort = (row: EntryRow): EntryRow => ({
  ...row,
  quote: shortened(row.quote, LONGEST_QUOTE),
  notes: [],
})

/** What can be followed. What is dated at all is newest first. */
function feedsOf({ from }: Collection): readonly Alternate[] {
  const feed = (title: string, href: string): Alternate => ({ type: 'application/atom+xml', title, href })
  const format = 'atom'
  return [
    feed('Decisions', withQuery(PATHS.apiDecisions, { format })),
    feed('Commitments and actions', withQuery(PATHS.apiCommitments, { format })),
    ...(from === null ? [] : [feed('Newest paragraphs', withQuery(PATHS.apiSearch, { format, from }))]),
  ]
}
