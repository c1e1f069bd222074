import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { Span } from '../../corpus/model/document.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import type { SearchFilters } from '../search/request.ts'
import type { Result } from '../search/searchRecord.ts'
import { missingWords, toResults } from '../search/searchRecord.ts'
import type { Arrangement, Sureness } from './arrangement.ts'
import { isByDate, sidesOf, surenessOf } from './arrangement.ts'
import type { Asked } from './asked.ts'
import type { Gathered } from './gather.ts'
import { gather } from './gather.ts'
import type { Interpretation } from './interpret.ts'
import { asksForList, listAround, listedIn, MOST_LISTED } from './lists.ts'
import type { Chooser } from './model.ts'
import { answerModel } from './model.ts'
import type { Named } from './named.ts'
import { namedIn } from './named.ts'
import { whyOutsideTheRecord } from './outsideTheRecord.ts'
import type { Premise } from './premise.ts'
import { isUnsaid, premiseOf, remarkOn, withoutVerbs } from './premise.ts'
import type { Contribution, Ranked } from './rank.ts'
import {
  confidenceOf,
  contributionsTo,
  contributionsToConfidence,
  rankCandidates,
  standingOf,
} from './rank.ts'
import type { ReadPassages, Readings } from './reading.ts'
import { passageOf, readBest, withReadings } from './reading.ts'
import type { SilenceKind } from './silence.ts'
import { saidToBeUnknown, shortcomingOf } from './silence.ts'
import { unshouted } from './shouted.ts'
import { questionsAsked } from './twoQuestions.ts'
import { valueIn } from './value.ts'

export interface AnswerRequest {
  readonly question: string
  readonly filters: SearchFilters
  /** What the reader does not want made of the question: see `AnalyseOptions.unwanted`. */
  readonly notAlso: readonly string[]
  /** Answers below this confidence are not given; null leaves it to the model. */
  readonly minConfidence: number | null
}

/** Adjoining sentences of one paragraph that answer the question. */
export interface Answer extends Sureness {
  readonly context: ParagraphInContext
  /** `[start, end)` in the paragraph's text. */
  readonly start: number
  readonly end: number
  /** The very words that answer, as offsets into the quote. */
  readonly value: Span | null
}

/** That the record gives no answer. */
export interface Silence {
  readonly kind: SilenceKind
  /** What the best passage lacks, or why no passage can have it, in sentences; null where nothing was found. */
  readonly missing: string | null
  /** The passage that `missing` speaks of; null where it speaks of none. */
  readonly passage: ParagraphInContext | null
  /** Where the record says that it is not known; null where it does not say so. */
  readonly saidToBeUnknown: Answer | null
}

export interface AnswerResult {
  readonly request: AnswerRequest
  /** A second question of the same text, which was not answered; null where there is none. */
  readonly nextQuestion: string | null
  readonly interpretation: Interpretation
  readonly named: Named
  readonly analysis: Analysis
  readonly status: 'answered' | 'not_in_record'
  /** Did the reader read the best passages, or did words alone choose? Null where nothing was found to choose from. */
  readonly chosenBy: 'reader' | 'words' | null
  readonly threshold: number
  /** Would the model itself be silent, and is the answer given because the reader wants one all the same? */
  readonly isGuess: boolean
  /** Best first, the items of a list in their order after the best; empty where the record does not say. */
  readonly answers: readonly Answer[]
  readonly arrangement: Arrangement
  /** Null where there is an answer. */
  readonly silence: Silence | null
  /** What is not confirmed of what the question takes for granted, in a sentence; null where it takes nothing so. */
  readonly premise: string | null
  /** The decision on record that is nearest to one that the question names, or takes for granted; null where there is none. */
  readonly decision: Answer | null
  /** Worked out when it is asked for. */
  readonly explain: () => Explanation
  /** What the answer was sought in, best first. */
  readonly passages: readonly Result[]
  readonly scope: Collection
}

/** The best candidates, given or not, with what spoke for and against each. */
export interface Explanation {
  readonly candidates: readonly ExplainedCandidate[]
  /** What spoke for and against answering at all. */
  readonly confidence: readonly Contribution[]
}

export interface ExplainedCandidate extends Answer {
  readonly why: readonly Contribution[]
  /** What it does not say of what was asked, in sentences. */
  readonly shortcoming: string
}

const SHOWN_PASSAGES = 10
const MOST_ANSWERS = 3
const EXPLAINED_FEATURES = 8
/** Nor does a record say why a thing was done of which the best passage does not speak. */
const UNSAID_CONFIDENCE = 0.1
/** Of questions that are held to be outside the record, the record answers about so many. */
const OUTSIDE_CONFIDENCE = 0.02

/**
 * Answers a question with the record's own words, or says that the record does not say.
 *
 * @param read reads the passages that seem best; where it cannot, words alone choose
 * @param today the day on which it is asked
 */
export async function answerQuestion(
  generation: Generation,
  request: AnswerRequest,
  read: ReadPassages,
  today: CalendarDate = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
): Promise<AnswerResult> {
  const { first, next: nextQuestion } = questionsAsked(request.question)
  const question = unshouted(first)
  const gathered = await gather(generation, question, request.filters, new Set(request.notAlso))
  const { interpretation, analysis, asked, hits, found } = gathered
  const named = namedIn(question, analysis, generation)
  const { chooser, ranked: byOdds, readings } = await choose(question, gathered, read)
  const contexts = byOdds.map(({ context }) => context)
  const outside = whyOutsideTheRecord(first, interpretation, generation, contexts, today)
  const standing = standingOf(byOdds[0]?.features ?? {}, byOdds)
  const confidence = confidenceOf(standing, chooser.confidence)
  const isComparison = interpretation.type === 'comparison'
  const sides = isComparison ? sidesOf(byOdds, interpretation.periods) : []
  const ranked = [...new Set([...byOdds.slice(0, 1), ...sides, ...byOdds])]
  const premise = outside === null ? premiseOf(question, interpretation) : null
  const isOfUnsaid = premise !== null && contexts[0] !== undefined && isUnsaid(premise, contexts[0])
  const sure = Math.min(
    confidence,
    outside === null ? 1 : OUTSIDE_CONFIDENCE,
    isOfUnsaid ? UNSAID_CONFIDENCE : 1,
  )
  const best = toAnswers(ranked.slice(0, MOST_ANSWERS), sides, sure, (candidate) =>
    valueIn(candidate, asked, readings?.get(candidate.rank)),
  )
  const threshold = request.minConfidence ?? chooser.threshold
  const given = best.filter((answer) => answer.confidence >= threshold)
  const list = await listOf(given[0], question, asked, generation)
  const answers = list.length > 0 ? list : given
  const asksOfDecision =
    outside === null &&
    ((premise !== null && premise.verbs.length > 0) || (answers.length === 0 && named.verb === 'decide'))
  const shortcoming = (candidate: Ranked | undefined): string | null =>
    candidate ? shortcomingOf(candidate, wordsMissing(candidate, gathered), asked) : null
  return {
    request,
    nextQuestion,
    interpretation,
    named,
    analysis,
    status: answers.length > 0 ? 'answered' : 'not_in_record',
    chosenBy: byOdds.length === 0 ? null : readings === null ? 'words' : 'reader',
    threshold,
    isGuess: (answers[0]?.confidence ?? 1) < chooser.threshold,
    answers,
    arrangement:
      list.length > 0 ? 'list' : isByDate(answers.map(withWords), isComparison) ? 'by_date' : 'best_first',
    silence:
      answers.length > 0
        ? null
        : toSilence({ asked, ranked, outside, shortcoming: shortcoming(ranked[0]), confidence }),
    premise: premise && remarkOn(premise, ranked[0]?.context),
    decision: asksOfDecision ? await decisionOn(generation, question, premise, request) : null,
    explain: () => ({
      candidates: best.map((answer, index) => ({
        ...answer,
        why: contributionsTo(ranked[index]?.features ?? {}, chooser.ranker).slice(0, EXPLAINED_FEATURES),
        shortcoming: shortcoming(ranked[index]) ?? '',
      })),
      confidence: contributionsToConfidence(standing, chooser.confidence).slice(0, EXPLAINED_FEATURES),
    }),
    passages: toResults(passagesOf(ranked, found), hits, analysis.query, generation.engine),
    scope: generation.collection,
  }
}

/** What chose, and its order of the candidates. */
interface Choice {
  readonly chooser: Chooser
  readonly ranked: readonly Ranked[]
  /** Null where words alone chose. */
  readonly readings: Readings | null
}

/** Words choose the passages that are worth reading; what was read then chooses among all. */
async function choose(question: string, { candidates }: Gathered, read: ReadPassages): Promise<Choice> {
  const { byWords, withReader } = answerModel()
  const ranked = rankCandidates(candidates, byWords.ranker)
  const passages = ranked.map(({ rank, context }) => ({ rank, passage: passageOf(context) }))
  const readings = passages.length > 0 ? await readBest(question, passages, read) : null
  if (readings === null) return { chooser: byWords, ranked, readings }
  return {
    chooser: withReader,
    ranked: rankCandidates(withReadings(candidates, readings), withReader.ranker),
    readings,
  }
}

/** @param sides the candidates of a comparison that answer together */
function toAnswers(
  ranked: readonly Ranked[],
  sides: readonly Ranked[],
  sure: number,
  valueOf: (candidate: Ranked) => Span | null,
): Answer[] {
  const surenesses = surenessOf(ranked, sides, sure)
  return ranked.flatMap((candidate, index) => {
    const { context, start, end } = candidate
    const sureness = surenesses[index]
    return sureness ? [{ context, start, end, value: valueOf(candidate), ...sureness }] : []
  })
}

/** The best answer and the other items of its list, where a list is asked for; they answer together. */
async function listOf(
  best: Answer | undefined,
  question: string,
  { interpretation }: Asked,
  generation: Generation,
): Promise<Answer[]> {
  if (!best || !asksForList(question, interpretation)) return []
  const items = await listAround(generation, best.context, listedIn(question))
  const others = items.filter(({ context }) => context.paragraph.id !== best.context.paragraph.id)
  if (others.length === 0) return []
  return [
    best,
    ...others.slice(0, MOST_LISTED - 1).map((item): Answer => ({
      ...item,
      value: null,
      confidence: best.confidence,
      sharesConfidence: true,
    })),
  ]
}

const withWords = ({ context, start, value }: Answer) => ({
  context,
  words: value && context.paragraph.text.slice(start + value[0], start + value[1]),
})

/** The words of the question that a candidate's paragraph and what it stands in do not have. */
function wordsMissing({ context }: Ranked, { hits, analysis }: Gathered): string[] {
  const hit = hits.hits.find(({ id }) => id === context.paragraph.id)
  return hit ? missingWords(hit, analysis.query) : []
}

/** What is known of a question to which no answer is given. */
interface Unanswered {
  readonly asked: Asked
  readonly ranked: readonly Ranked[]
  /** Why it is outside the record; null where it is not. */
  readonly outside: string | null
  readonly shortcoming: string | null
  readonly confidence: number
}

function toSilence({ asked, ranked, outside, shortcoming, confidence }: Unanswered): Silence {
  const silence = { passage: null, saidToBeUnknown: null }
  if (outside !== null) return { ...silence, kind: 'outside_the_record', missing: outside }
  const unknown = saidToBeUnknown(ranked, asked)
  if (unknown === null)
    return { ...silence, kind: 'not_said', missing: shortcoming, passage: ranked[0]?.context ?? null }
  return {
    ...silence,
    kind: 'said_to_be_unknown',
    passage: unknown.context,
    missing: 'The record says that this is not known, or is to be said later.',
    saidToBeUnknown: toQuote(unknown, confidence),
  }
}

/** The decision on the matter of a question, however it was decided; null where none is near. */
async function decisionOn(
  generation: Generation,
  question: string,
  premise: Premise | null,
  { filters, notAlso }: AnswerRequest,
): Promise<Answer | null> {
  if (filters.kind !== undefined) return null
  const { candidates } = await gather(
    generation,
    premise ? withoutVerbs(question, premise) : question,
    { ...filters, kind: ['decision'] },
    new Set(notAlso),
  )
  const { byWords } = answerModel()
  const ranked = rankCandidates(candidates, byWords.ranker)
  const best = ranked.find(({ features }) => (features.coverageContext ?? 0) >= DECIDES_IT)
  return best ? toQuote(best, confidenceOf(standingOf(best.features, ranked), byWords.confidence)) : null
}

/** Of the words of a question, by how much they tell, a decision on the matter has so many. */
const DECIDES_IT = 0.6

const toQuote = ({ context, start, end }: Ranked, confidence: number): Answer => ({
  context,
  start,
  end,
  value: null,
  confidence,
  sharesConfidence: false,
})

/** The paragraphs in the order of their odds; those without a window that can be quoted come last. */
function passagesOf(ranked: readonly Ranked[], found: readonly ParagraphInContext[]): ParagraphInContext[] {
  return [
    ...new Set([...ranked.toSorted((a, b) => b.share - a.share).map(({ context }) => context), ...found]),
  ].slice(0, SHOWN_PASSAGES)
}
