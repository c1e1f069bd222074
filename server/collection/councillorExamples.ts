import { addDays, firstDay } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { PATHS, pathTo, withQuery } from '../paths.ts'
import { shortened } from '../shortened.ts'
import type { Example } from './example.ts'
import { inOurWords, typed } from './example.ts'
import type { ExampleGround, MakeExample } from './example.ts'
import { countPassages, isSpokenOf } from './passages.ts'

/** Roles that are tried, those heard most first, and topics of each. */
const MOST_ROLES = 4
const MOST_TOPICS = 12
/** A question whose words stand in one passage alone may have no good answer. */
const FEWEST_PASSAGES = 2
const LATELY_DAYS = 365
const LONGEST_BODY = 60

export const councillorExamples: readonly MakeExample[] = [whatWasSaid, whatWasDecided, whatIsSpokenOf]

/** Asked of a post that one person holds at a time, about what the record calls by the topic's own name. */
async function whatWasSaid({ engine, rolesHeld }: ExampleGround): Promise<Example | null> {
  const heard = engine
    .facetCounts('role')
    .filter(({ value }) => rolesHeld.byRole.has(value))
    .toSorted((a, b) => b.count - a.count)
  for (const { value: role } of heard.slice(0, MOST_ROLES)) {
    const topic = await topicOf(role, engine)
    if (topic !== null) return typed(`What did the ${role} say about ${topic}?`)
  }
  return null
}

/** What a role speaks of most, of what it calls by the topic's own name; null where that is nothing. */
async function topicOf(role: string, engine: ExampleGround['engine']): Promise<string | null> {
  const filters = [{ field: 'role', values: [role] }] as const
  const { facets } = await countPassages(engine, { filters })
  const topics = (facets?.topic ?? []).filter(({ value }) => isSpokenOf(engine, value)).slice(0, MOST_TOPICS)
  for (const { value } of topics) {
    const { total } = await countPassages(engine, { filters, phrase: value })
    if (total >= FEWEST_PASSAGES) return value
  }
  return null
}

/** Of the latest meeting that decided something, or else of the latest. */
function whatWasDecided({ latestMeetings: { recorded } }: ExampleGround): Example | null {
  const held = recorded.find(({ decisions }) => decisions.length > 0) ?? recorded[0]
  if (held === undefined) return null
  const { meeting, decisions } = held
  const [verb, day] = [decisions.length > 0 ? 'decide' : 'discuss', formatDate(meeting.date)]
  const when = day.includes(' ') && meeting.date.length > 'YYYY-MM'.length ? `on ${day}` : `in ${day}`
  return inOurWords(
    `What did the ${shortened(meeting.body, LONGEST_BODY)} ${verb} ${when}?`,
    pathTo('meeting', meeting.id),
  )
}

/** The topic spoken of most in the last year of the collection, or of all where nothing is dated. */
async function whatIsSpokenOf({ engine, collection, topics }: ExampleGround): Promise<Example | null> {
  if (collection.to === null) return topics[0] === undefined ? null : whatTheRecordSays(topics[0].value)
  const from = addDays(firstDay(collection.to), -LATELY_DAYS).slice(0, 'YYYY-MM'.length)
  const { facets } = await countPassages(engine, { from: firstDay(from) })
  const topic = facets?.topic[0]?.value
  return topic === undefined
    ? null
    : inOurWords(
        `What has been said about ${topic} since ${formatDate(from)}?`,
        withQuery(PATHS.search, { topic, from, sort: 'newest' }),
      )
}

const whatTheRecordSays = (topic: string): Example =>
  inOurWords(`What does the record say about ${topic}?`, withQuery(PATHS.search, { topic }))
