import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type {
  Answer,
  AnswerRequest,
  AnswerResult,
  ExplainedCandidate,
  Explanation,
  Silence,
} from '../answer/answer.ts'
import type { Interpretation } from '../answer/interpret.ts'
import { periodNamed } from '../answer/unwanted.ts'
import { counted } from '../counted.ts'
import type { Names } from '../labels.ts'
import { paragraphPath, PATHS, withQuery } from '../paths.ts'
import type { SearchFilters } from '../search/request.ts'
import { filterChips } from './filterChips.ts'
import { presentHit, presentPlace } from './hit.ts'
import type { PageHead } from './pageHead.ts'
import { presentReading } from './queryReading.ts'
import { presentWhy } from './whyAnswer.ts'

/** An answer in a sentence, for those who are shown no more of the page. */
export function answerInShort(result: AnswerResult): string {
  const [first] = result.answers
  return first
    ? `${headingOf(result)}: \u201c${first.context.paragraph.text.slice(first.start, first.end)}\u201d`
    : 'The record does not say. What was searched, and the nearest passages.'
}

function headOf(result: AnswerResult): PageHead {
  const { request } = result
  return {
    title: `${request.question} - answer`,
    description: answerInShort(result),
    path: askAddress(request),
    section: 'search',
    crumbs: [],
    here: 'Answer',
  }
}

type AddressWith = (changed: Partial<AnswerRequest>) => string

/** The page of an answer, or of its absence, ready to print. */
export function presentAskPage(result: AnswerResult, names: Names) {
  const { request, status, answers, passages, scope, analysis, silence, interpretation } = result
  const explanation = result.explain()
  const addressWith: AddressWith = (changed) => askAddress({ ...request, ...changed })
  const sought = {
    q: request.question,
    match: 'any',
    filters: request.filters,
    notAlso: request.notAlso,
  } as const
  const reading = presentReading(analysis, sought, ({ notAlso = request.notAlso }) =>
    addressWith({ notAlso }),
  )
  return {
    head: headOf(result),
    q: request.question,
    isAnswered: status === 'answered',
    answers: presentAnswers(result, explanation),
    heading: headingOf(result),
    premise: result.premise,
    decision: otherDecision(result),
    next: result.nextQuestion && {
      question: result.nextQuestion,
      href: addressWith({ question: result.nextQuestion, notAlso: [] }),
    },
    silence: silence && presentSilence(silence),
    fallenShort: silence ? explanation.candidates.map(presentFallenShort) : [],
    whyUnsure: presentWhy(explanation.confidence),
    isByWordsAlone: result.chosenBy === 'words',
    guessHref: guessAddress(result, explanation),
    passages: passages
      .filter(({ paragraph }) => !answers.some(({ context }) => context.paragraph.id === paragraph.id))
      .map(presentHit),
    reading: { ...reading, expansions: [] },
    chips: [
      ...filterChips(request.filters, names, (filters) => addressWith({ filters })),
      ...reading.expansions,
      ...periodChip(interpretation, request, addressWith),
    ],
    asksFor: askedFor(interpretation),
    narrowings: narrowingsOf(result, addressWith),
    carried: carriedFilters(request.filters),
    searched: searchedIn(scope),
    searchHref: withQuery(PATHS.search, { q: request.question, ...request.filters }),
  }
}

/** The decision nearest to what was asked, unless it is an answer itself. */
export function otherDecision({ answers, decision }: AnswerResult) {
  const isAnswer = answers.some(({ context }) => context.paragraph.id === decision?.context.paragraph.id)
  return decision === null || isAnswer ? null : presentQuote(decision)
}

/** Where the best guess is shown that was not sure enough for an answer; null where there is none. */
export function guessAddress(
  { request, silence }: AnswerResult,
  { candidates }: Pick<Explanation, 'candidates'>,
): string | null {
  return silence && silence.kind !== 'said_to_be_unknown' && candidates.length > 0
    ? askAddress({ ...request, minConfidence: 0 })
    : null
}

/** The page of an answer with all of its explanation. */
export function askAddress({ question, filters, notAlso, minConfidence }: AnswerRequest): string {
  return withQuery(PATHS.ask, {
    q: question,
    ...filters,
    notAlso,
    minConfidence: minConfidence === null ? undefined : String(minConfidence),
  })
}

/** The filters as fields of the form: the next question is asked under them too. */
function carriedFilters(filters: SearchFilters): { name: string; value: string }[] {
  return Object.entries(filters).flatMap(([name, given]: [string, string | readonly string[]]) =>
    (typeof given === 'string' ? [given] : given).map((value) => ({ name, value })),
  )
}

function periodChip(
  interpretation: Interpretation,
  { notAlso }: AnswerRequest,
  addressWith: AddressWith,
): { label: string; href: string }[] {
  const period = periodNamed(interpretation)
  return period === null
    ? []
    : [{ label: `meetings of ${period}`, href: addressWith({ notAlso: [...notAlso, period] }) }]
}

/** Ways to ask only of what the question names; nothing of it filters by itself. */
function narrowingsOf({ request: { filters }, named }: AnswerResult, addressWith: AddressWith) {
  return (
    [
      ['body', named.bodies, 'the meetings of '],
      ['person', named.people, 'what was said by '],
      ['topic', named.topics, 'passages on '],
    ] as const
  ).flatMap(([field, values, words]) =>
    filters[field] === undefined
      ? values.map(({ value, names }) => ({
          label: words + names[0],
          href: addressWith({ filters: { ...filters, [field]: [value] } }),
        }))
      : [],
  )
}

const ASKS_FOR: Readonly<Record<Interpretation['type'], string | null>> = {
  number: 'how many',
  who: 'who',
  date: 'when',
  commitment: 'what was promised',
  decision: 'what was decided',
  position: 'what was said or thought',
  reason: 'why',
  definition: 'what something is',
  comparison: 'how something changed',
  yes_no: 'whether something is so',
  other: null,
}

const ASKS_FOR_MEASURE = {
  money: 'a sum of money',
  percent: 'a share',
  duration: 'how long',
  measure: 'a size',
  count: 'how many',
} as const

const askedFor = ({ type, measure }: Interpretation): string | null =>
  measure === null ? ASKS_FOR[type] : ASKS_FOR_MEASURE[measure]

export function headingOf({ arrangement, answers, isGuess }: AnswerResult): string {
  if (isGuess) return 'A guess: the record may not say'
  if (arrangement === 'by_date') return 'The record says, at different times'
  if (arrangement === 'list') return `The record lists ${answers.length}`
  return 'The record says'
}

export function presentAnswers({ answers, arrangement }: AnswerResult, explanation: Explanation) {
  const isShared = answers.some(({ sharesConfidence }) => sharesConfidence)
  const ordered = arrangement === 'by_date' ? answers.toSorted((a, b) => byDate(a, b)) : answers
  return ordered.map((answer) => {
    const explained = explanation.candidates.find(({ context }) => context === answer.context)
    return {
      ...presentQuote(answer),
      time: arrangement === 'by_date' && answer.context.date ? timeOf(answer.context.date) : null,
      sureness:
        surenessOf(answer.confidence) +
        (answer.sharesConfidence || (isShared && answer === answers[0]) ? ', taken together' : ''),
      why: explained ? presentWhy(explained.why) : [],
    }
  })
}

const byDate = (a: Answer, b: Answer): number => ((a.context.date ?? '') < (b.context.date ?? '') ? -1 : 1)

const timeOf = (date: CalendarDate): string =>
  `${date.length === 'YYYY-MM-DD'.length ? 'On' : 'In'} ${formatDate(date)}`

function presentQuote({ context, start, end, value }: Answer) {
  const quote = context.paragraph.text.slice(start, end)
  const [from, to] = value ?? [0, 0]
  return {
    ...presentPlace(context),
    quote: { before: quote.slice(0, from), value: quote.slice(from, to), after: quote.slice(to) },
  }
}

const SILENCES: Readonly<Record<Silence['kind'], string>> = {
  not_said: 'The record does not say',
  said_to_be_unknown: 'The record says that it is not known',
  outside_the_record: 'The record cannot say',
}

export const headingOfSilence = ({ kind }: Silence): string => SILENCES[kind]

export function presentSilence(silence: Silence) {
  const { kind, missing, passage, saidToBeUnknown } = silence
  return {
    kind,
    heading: headingOfSilence(silence),
    missing,
    href: passage && paragraphPath(passage.paragraph.id),
    said: saidToBeUnknown && presentQuote(saidToBeUnknown),
  }
}

function presentFallenShort(candidate: ExplainedCandidate) {
  return {
    ...presentQuote({ ...candidate, value: null }),
    shortcoming: candidate.shortcoming,
    sureness: surenessOf(candidate.confidence),
    why: presentWhy(candidate.why),
  }
}

/** From which confidence on an answer is called so; docs/glossary.md says it to readers of the API. */
const SURENESS = [
  [0.8, 'Quite sure'],
  [0.6, 'Likely'],
  [0.4, 'Perhaps'],
  [0, 'Unsure'],
] as const

/** A confidence as a word and as a share of 100. */
function surenessOf(confidence: number): string {
  const word = SURENESS.find(([least]) => confidence >= least)?.[1] ?? ''
  return `${word} (${Math.round(confidence * 100)} in 100)`
}

/** What was searched, in a sentence. */
export function searchedIn({ documents, meetings, paragraphs, bodies, from, to }: Collection): string {
  const span = from !== null && to !== null ? ` from ${formatDate(from)} to ${formatDate(to)}` : ''
  const names =
    bodies.length > 0 && bodies.length <= 5 ? `: ${bodies.map(({ name }) => name).join(', ')}` : ''
  return `${counted(paragraphs, 'paragraph')} in ${counted(documents, 'document')} of ${counted(meetings, 'meeting')}${span}${names}`
}
