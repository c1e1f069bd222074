import type { Span } from '../../corpus/model/document.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import type { SearchFilters } from '../search/request.ts'
import type { Result } from '../search/searchRecord.ts'
import { toResults } from '../search/searchRecord.ts'
import type { Asked } from './asked.ts'
import { gather } from './gather.ts'
import type { Interpretation } from './interpret.ts'
import { answerModel } from './model.ts'
import type { Contribution, Ranked } from './rank.ts'
import {
  confidenceOf,
  contributionsTo,
  contributionsToConfidence,
  rankCandidates,
  standingOf,
} from './rank.ts'
import { valueIn } from './value.ts'

export interface AnswerRequest {
  readonly question: string
  readonly filters: SearchFilters
  /** Answers below this confidence are not given; null leaves it to the model. */
  readonly minConfidence: number | null
}

/** Adjoining sentences of one paragraph that answer the question. */
export interface Answer {
  readonly context: ParagraphInContext
  /** `[start, end)` in the paragraph's text. */
  readonly start: number
  readonly end: number
  /** The very words that answer, as offsets into the quote. */
  readonly value: Span | null
  /** How likely it is right, from 0 to 1. */
  readonly confidence: number
}

export interface AnswerResult {
  readonly request: AnswerRequest
  readonly interpretation: Interpretation
  readonly analysis: Analysis
  readonly status: 'answered' | 'not_in_record'
  readonly threshold: number
  /** Best first; empty where the record does not say. */
  readonly answers: readonly Answer[]
  /** What the best passage lacks, in words; null where there is an answer or no passage. */
  readonly missing: string | null
  readonly explanation: Explanation
  /** What the answer was sought in, best first. */
  readonly passages: readonly Result[]
  readonly scope: Collection
}

/** The best candidates, given or not, with what spoke for and against each. */
export interface Explanation {
  readonly candidates: readonly (Answer & { readonly why: readonly Contribution[] })[]
  /** What spoke for and against answering at all. */
  readonly confidence: readonly Contribution[]
}

const SHOWN_PASSAGES = 10
const MOST_ANSWERS = 3
const EXPLAINED_FEATURES = 8

/** Answers a question with the record's own words, or says that the record does not say. */
export async function answerQuestion(generation: Generation, request: AnswerRequest): Promise<AnswerResult> {
  const { engine, collection } = generation
  const model = answerModel()
  const { interpretation, analysis, asked, hits, found, candidates } = await gather(
    generation,
    request.question,
    request.filters,
  )
  const ranked = rankCandidates(candidates, model.ranker)
  const standing = standingOf(ranked[0]?.features ?? {}, ranked)
  const confidence = confidenceOf(standing, model.confidence)
  const threshold = request.minConfidence ?? model.threshold
  const best = toAnswers(ranked.slice(0, MOST_ANSWERS), asked, confidence)
  const answers = best.filter((answer) => answer.confidence >= threshold)
  const passages = toResults(passagesOf(ranked, found), hits, analysis.query, engine)
  return {
    request,
    interpretation,
    analysis,
    status: answers.length > 0 ? 'answered' : 'not_in_record',
    threshold,
    answers,
    missing: answers.length > 0 ? null : shortcomings(passages[0], best[0], asked),
    explanation: {
      candidates: best.map((answer, index) => ({
        ...answer,
        why: contributionsTo(ranked[index]?.features ?? {}, model.ranker).slice(0, EXPLAINED_FEATURES),
      })),
      confidence: contributionsToConfidence(standing, model.confidence).slice(0, EXPLAINED_FEATURES),
    },
    passages,
    scope: collection,
  }
}

/** The first by the model's confidence, the others by their odds beside it; the sides of a comparison answer together. */
function toAnswers(ranked: readonly Ranked[], asked: Asked, confidence: number): Answer[] {
  const first = ranked[0]?.share ?? 1
  const isOne = asked.interpretation.type === 'comparison'
  return ranked.map((candidate) => ({
    context: candidate.context,
    start: candidate.start,
    end: candidate.end,
    value: valueIn(candidate, asked),
    confidence: isOne ? confidence : confidence * Math.min(1, candidate.share / first),
  }))
}

/** The paragraphs in the order of their odds; those without a window that can be quoted come last. */
function passagesOf(ranked: readonly Ranked[], found: readonly ParagraphInContext[]): ParagraphInContext[] {
  return [
    ...new Set([...ranked.toSorted((a, b) => b.share - a.share).map(({ context }) => context), ...found]),
  ].slice(0, SHOWN_PASSAGES)
}

const LACKING = { number: 'no such figure', date: 'no date', who: 'no name' } as const

/** What the best passage does not say of what was asked. */
function shortcomings(passage: Result | undefined, best: Answer | undefined, asked: Asked): string | null {
  if (!passage) return null
  const { type } = asked.interpretation
  const words = passage.missing.map((word) => `\u201c${word}\u201d`).join(', ')
  const lacks = [
    ...(words === '' ? [] : [`does not have ${words}`]),
    ...((type === 'number' || type === 'date' || type === 'who') && best?.value === null
      ? [`gives ${LACKING[type]}`]
      : []),
  ]
  return lacks.length === 0
    ? 'It speaks of the matter, but hardly answers the question.'
    : `It ${lacks.join(' and ')}.`
}
