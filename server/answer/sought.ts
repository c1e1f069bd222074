import type { Asked } from './asked.ts'
import type { Measure, QuestionType } from './interpret.ts'
import { TYPE_RULES } from './interpret.ts'
import { OFFICES } from './nameWords.ts'

/** What words a question wants to have for a value; `amount` is a quantity of any kind, `holder` is who has an office; `open` may be none at all. */
export type Sought =
  Measure | 'amount' | 'date' | 'past_date' | 'person' | 'holder' | 'body' | 'name' | 'open'

interface Asker {
  readonly sought: Sought
  readonly pattern: RegExp
  readonly example: string
}

/** Of the words that ask, the first in the question tells; of several that begin there, the first listed. */
export const ASKERS: readonly Asker[] = [
  {
    sought: 'past_date',
    pattern:
      /\bwhen (?:did|was|were|had)\b(?!.{0,200}\b(?:to|due|would|will|expect|hope|plan|intend|promise|said?|say|think)\b)/i,
    example: 'When did the Chief Constable retire?',
  },
  {
    sought: 'date',
    pattern:
      /\b(?:when\b(?! asked\b)|(?:what|which) (?:\w+ )?(?:dates?|days?|months?|years?|times?|quarter)\b|how soon\b)/i,
    example: 'When will the strategy go live?',
  },
  {
    sought: 'duration',
    pattern:
      /\b(?:how (?:long|old|quickly)\b|how many (?:\w+ )?(?:hours|days|weeks|months|years|minutes|seconds)\b|(?:what|which) age\b)/i,
    example: 'How long did the work take?',
  },
  {
    sought: 'percent',
    pattern: /\b(?:percentage|per ?cent|proportion|share of|what share|what rate)\b/i,
    example: 'What percentage of calls was answered?',
  },
  {
    sought: 'measure',
    pattern: /\bhow (?:far (?:is|are|was|were|from|apart|away)|wide|high|big|large|tall|deep|fast)\b/i,
    example: 'How wide is the path?',
  },
  { sought: 'count', pattern: /\bhow (?:many|often)\b/i, example: 'How many cadets were there?' },
  {
    sought: 'body',
    pattern:
      /\b(?:which|what) (?:(?!(?:did|does|do|was|were|is|are|the|would|will|has|had|have|a|an|of|about|should|can)\b)[\p{L}\d]+ ){0,2}(?:compan(?:y|ies)|firms?|bod(?:y|ies)|organisations?|consultants?|consultanc(?:y|ies)|contractors?|department|agenc(?:y|ies)|committee|groups?|party|parties|clubs?|developers?|charit(?:y|ies)|force|council|business|school|college|university|association|board|provider|bank|trust|panel)\b/iu,
    example: 'Which charity runs the shelter?',
  },
  {
    sought: 'holder',
    pattern: new RegExp(
      `\\bwho(?:['\u2019]s| is| was| became| has been) (?:(?:appointed|elected|made|named|chosen|nominated|selected)(?: as| to be)? (?:the )?|(?:the|an?) |\\p{L}+['\u2019]s )(?:(?!(?:by|to|for|from|with|of|at|on|in|the)\\b)[\\p{L}'\u2019-]+ ){0,4}(?:\\p{L}+-)?(?:${OFFICES})\\b`,
      'iu',
    ),
    example: 'Who is the chair of the panel?',
  },
  {
    sought: 'person',
    pattern:
      /\b(?:who|whom|whose|(?:which|what) (?:(?!(?:did|does|do|was|were|is|are|the|would|will|has|had|have|a|an|of|about|should|can)\b)[\p{L}\d]+ ){0,2}(?:members?|councillors?|cllrs?|officers?|persons?|people|ministers?|directors?|engineers?|players?|residents?|sergeant|superintendent|inspector|constable|chief|man|woman|artist|poet|author|speakers?|mayor|chair|manager|figure))\b/iu,
    example: 'Who chaired the meeting?',
  },
]

const ASKS_OPENLY = /\b(?:what|how|why|which)\b/i
const ASKS =
  /\b(?:what|which|who|whom|whose|when|where|how|why|do|does|did|is|are|was|were|has|have|can|will|would)\b/i
const QUANTITY: ReadonlySet<Sought> = new Set(['money', 'percent', 'duration', 'measure', 'count', 'amount'])
const WANTS_VALUE: ReadonlySet<QuestionType> = new Set(['number', 'who', 'date'])

const WANTS_SENTENCE: ReadonlySet<QuestionType> = new Set(['reason', 'yes_no', 'definition', 'commitment'])

/** Null where a question wants a sentence. */
export function soughtBy(asked: Asked): Sought | null {
  const { question, interpretation } = asked
  const { type } = interpretation
  const sought = askedFirst(question) ?? soughtByType(question, interpretation)
  if (sought === null) return null
  if (type === 'comparison') return QUANTITY.has(sought) ? sought : null
  if (sought !== 'open' || !WANTS_SENTENCE.has(type)) {
    if (WANTS_VALUE.has(type) || type === 'other' || isBare(question)) return sought
  }
  return QUANTITY.has(sought) && type !== 'reason' ? sought : null
}

/** Does a question perhaps want a sentence, so that a value must be likely to be given? */
export const mayHaveNoValue = (
  { question, interpretation: { type } }: Pick<Asked, 'question' | 'interpretation'>,
  sought: Sought,
): boolean =>
  (type === 'comparison' ? !QUANTITY.has(sought) : !WANTS_VALUE.has(type) || sought === 'open') &&
  !isBare(question)

/** `cost of the new hall`: words to look for, not a sentence. */
const isBare = (question: string): boolean => !ASKS.test(question)

/** What the first words that ask want; null where `what` or `how` is first and does not tell. */
function askedFirst(question: string): Sought | null {
  const openly = question.search(ASKS_OPENLY)
  const [first] = ASKERS.map(({ sought, pattern }) => ({ sought, at: question.search(pattern) }))
    .filter(({ at }) => at >= 0 && (openly < 0 || at <= openly))
    .sort((a, b) => a.at - b.at)
  return first?.sought ?? null
}

function soughtByType(question: string, { type, measure }: Asked['interpretation']): Sought | null {
  if (type === 'date') return 'date'
  if (type === 'who') return ASKS_FOR_NAME.test(question) ? 'name' : null
  if (type === 'number') return measure === null || measure === 'count' ? 'amount' : measure
  if (type === 'other' && isBare(question) && NAMED_BY_PART.test(question)) return 'name'
  return NUMBER_RULES.some(({ pattern }) => pattern.test(question)) ? 'amount' : 'open'
}

/** `What did she say about who pays` asks for no name. */
const ASKS_FOR_NAME = /\b(?:which|names? of)\b/i
/** `director of services 2017`, `retail board chair`: a part that somebody has, by itself. */
const NAMED_BY_PART =
  /^(?:the )?(?:new )?(?:[\p{L}-]+ )?(?:consultants?|contractors?|buyers?|developers?|owners?|members?|director|manager|chair|winners?)\b|\b(?:consultants?|contractor|buyer|developer|owner|director|manager|chair|winner)$/iu
const NUMBER_RULES = TYPE_RULES.filter(({ type }) => type === 'number')
