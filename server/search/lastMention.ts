import { z } from 'zod'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { addDays, isAfter, lastDay } from '../../corpus/model/calendarDate.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import { documentsUpTo } from '../../corpus/store/meetings.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { fingerprint } from '../../indexer/analysis/fingerprint.ts'
import type { Generation } from '../generations.ts'
import { refusal } from '../parameters.ts'
import { asOfDay, today } from '../register/listRequest.ts'
import type { Analysis } from './analyse.ts'
import type { SearchFilters, SearchRequest } from './request.ts'
import { queryText, values } from './request.ts'
import { analyseRequest, findHits } from './searchRecord.ts'

const scopeMark = z
  .string('is given more than once')
  .regex(/^[a-z2-7]{8}$/, 'is not the mark of a scope')
  .optional()

const mentionShape = {
  body: values.optional(),
  asOf: asOfDay,
  /** The mark of the scope that an earlier reader was told of. */
  scope: scopeMark,
}
export const apiMentionSchema = z.strictObject({
  q: queryText.refine((text) => text.trim() !== '', 'is empty: say what to look for'),
  ...mentionShape,
})
/** The page is opened without words, and passes over what it does not know. */
export const pageMentionSchema = z.object({ q: queryText.default(''), ...mentionShape })

export interface MentionRequest {
  readonly q: string
  /** Ids of bodies; empty for all. */
  readonly bodies: readonly string[]
  readonly asOf: CalendarDate
  readonly citedScope: string | null
}

export function toMentionRequest({
  q,
  body,
  asOf,
  scope,
}: z.infer<typeof pageMentionSchema>): MentionRequest {
  return { q, bodies: body ?? [], asOf: asOf ?? today(), citedScope: scope ?? null }
}

/** When words were last mentioned, and in which meetings since they were not. */
export interface LastMention {
  readonly request: MentionRequest
  readonly analysis: Analysis
  /** The latest paragraph that has all the words; null where none has. */
  readonly last: ParagraphInContext | null
  /** Paragraphs of the scope that have all the words. */
  readonly total: number
  /** Paragraphs with the words that stand neither up to the day nor after it: they have no date, or one that overlaps it. */
  readonly undated: number
  /** Every meeting of the bodies up to the day, by body and day: what was searched. */
  readonly searched: readonly MeetingSummary[]
  /** Those of them after the last mention, or all where there is none. */
  readonly silent: readonly MeetingSummary[]
  readonly scope: MentionScope
}

export interface MentionScope {
  readonly documents: number
  /** Of what was searched: another mark, other documents. */
  readonly mark: string
}

/** The day after every other: what is later than the scope begins on the day after it. */
const FOREVER = '9999-12-31'

/**
 * When words were last mentioned, as of a day: reproducible from its address, for nothing later than the day is looked at.
 * Words are looked for as typed, with their acronyms and other spellings, but never corrected: what nowhere occurs is the
 * very finding.
 *
 * @throws RequestError (400) where there is nothing to look for, or no such body
 */
export async function lastMention(generation: Generation, request: MentionRequest): Promise<LastMention> {
  const { q, bodies, asOf } = request
  assertBodies(generation, bodies)
  const body: SearchFilters = bodies.length === 0 ? {} : { body: bodies }
  const search = uncorrected(generation, q)
  const within = await findHits(generation, { ...search, filters: { ...body, to: asOf } }, false)
  const anyTime = await findHits(generation, { ...search, filters: body }, false)
  const after = await findHits(
    generation,
    { ...search, filters: { ...body, from: addDays(asOf, 1), to: FOREVER } },
    false,
  )
  const [last] = await generation.paragraphs.load(within.hits.hits.map(({ id }) => id))
  const searched = generation.register.meetings.filter(
    ({ bodyId, date }) => (bodies.length === 0 || bodies.includes(bodyId)) && lastDay(date) <= asOf,
  )
  return {
    request,
    analysis: within.analysis,
    last: last ?? null,
    total: within.hits.total,
    undated: anyTime.hits.total - within.hits.total - after.hits.total,
    searched,
    silent: searched.filter(({ date }) => last?.date == null || isAfter(date, last.date)),
    scope: await scopeOf(generation, request),
  }
}

function uncorrected(generation: Generation, q: string): SearchRequest {
  const request = {
    q,
    match: 'all',
    filters: {},
    sort: 'newest',
    copies: 'one',
    notAlso: [],
    page: 1,
    size: 1,
  } as const
  const { query, corrections } = analyseRequest(generation, request)
  if (query.words.length === 0 && query.must.every(({ type }) => type === 'not'))
    throw refusal([{ parameter: 'q', detail: 'has no word that can be looked for' }])
  return { ...request, notAlso: corrections.map(({ to }) => to) }
}

function assertBodies({ collection }: Generation, bodies: readonly string[]): void {
  const known = new Set(collection.bodies.map(({ id }) => id))
  const unknown = bodies.filter((body) => !known.has(body))
  if (unknown.length > 0)
    throw refusal(
      unknown.map((body) => ({ parameter: 'body', detail: `is no body of this collection: ${body}` })),
    )
}

async function scopeOf({ db }: Generation, { bodies, asOf }: MentionRequest): Promise<MentionScope> {
  const documents = await documentsUpTo(db, bodies, asOf)
  return {
    documents: documents.length,
    mark: fingerprint(documents.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n')),
  }
}
