import type { Collection } from '../../corpus/store/collection.ts'
import type { AnalysedQuery } from '../../indexer/engine/engine.ts'
import { rarityOf } from '../../indexer/engine/rarity.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import { analyse } from '../search/analyse.ts'
import type { SearchFilters } from '../search/request.ts'
import type { Result } from '../search/searchRecord.ts'
import { datesOf, engineFilters, toResults } from '../search/searchRecord.ts'
import type { Interpretation } from './interpret.ts'
import { interpret, QUESTION_WORDS } from './interpret.ts'
import type { Quote } from './quotes.ts'
import { rankQuotes } from './quotes.ts'

export interface AnswerRequest {
  readonly question: string
  readonly filters: SearchFilters
  /** Answers below this confidence are not given. */
  readonly minConfidence: number
}

export interface AnswerResult {
  readonly request: AnswerRequest
  readonly interpretation: Interpretation
  readonly analysis: Analysis
  readonly status: 'answered' | 'not_in_record'
  /** Best first; empty where the record does not say. */
  readonly answers: readonly Quote[]
  /** The best quotes, given or not: what an explanation is made of. */
  readonly candidates: readonly Quote[]
  /** What the answer was sought in, best first. */
  readonly passages: readonly Result[]
  readonly scope: Collection
}

/** Chosen by hand on a few questions that the shipped documents do and do not answer. */
export const DEFAULT_MIN_CONFIDENCE = 0.5
const CANDIDATE_PARAGRAPHS = 40
const SHOWN_PASSAGES = 10
const MOST_ANSWERS = 3

/** Answers a question with the record's own words, or says that the record does not say. */
export async function answerQuestion(generation: Generation, request: AnswerRequest): Promise<AnswerResult> {
  const { engine, collection, paragraphs } = generation
  const interpretation = interpret(request.question)
  const analysis = analyse(request.question, generation.knowledge, {
    match: 'any',
    unwanted: new Set(),
    readsDates: false,
    ignored: QUESTION_WORDS,
    dates: datesOf(request.filters),
  })
  const hits = await engine.search(withDates(analysis.query, interpretation), {
    ...engineFilters(request.filters, analysis),
    facets: false,
    sort: 'relevance',
    copies: 'one',
    allWordsFirst: false,
    offset: 0,
    limit: analysis.query.words.length === 0 ? 0 : CANDIDATE_PARAGRAPHS,
  })
  const contexts = await paragraphs.load(hits.hits.map(({ id }) => id))
  const results = toResults(contexts, hits, analysis.query, engine).filter(
    ({ paragraph }) => paragraph.kind !== 'heading',
  )
  const terms = new Set(analysis.query.words.flatMap(({ terms }) => terms))
  const candidates = rankQuotes(
    results,
    terms,
    (term) => rarityOf(engine.paragraphFrequency(term), engine.size),
    interpretation,
  )
  const answers = candidates
    .filter(({ confidence }) => confidence >= request.minConfidence)
    .slice(0, MOST_ANSWERS)
  return {
    request,
    interpretation,
    analysis,
    status: answers.length > 0 ? 'answered' : 'not_in_record',
    answers,
    candidates: candidates.slice(0, MOST_ANSWERS),
    passages: results.slice(0, SHOWN_PASSAGES),
    scope: collection,
  }
}

/** What a meeting of the time that a question names counts, beside a word of the question. */
const DATE_WEIGHT = 0.5

/** The time that a question names tells of a meeting, or of what was said at another: it is looked for, and not required. */
function withDates(query: AnalysedQuery, { from, to }: Interpretation): AnalysedQuery {
  if (from === null && to === null) return query
  return {
    ...query,
    should: [...query.should, { node: { type: 'date', from, to }, weight: DATE_WEIGHT, standsFor: [] }],
  }
}
