import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { roleOfForm } from '../../indexer/analysis/roles.ts'
import { isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { MentionKind } from './mentions.ts'
import type { Period } from './periods.ts'
import { monthsIn, periodsIn } from './periods.ts'

export const QUESTION_TYPES = [
  'number',
  'who',
  'date',
  'commitment',
  'decision',
  'position',
  'reason',
  'definition',
  'comparison',
  'yes_no',
  'other',
] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

/** What a question asks for, and what it names. */
export interface Interpretation {
  readonly type: QuestionType
  /** What a number is wanted of; null where the question does not tell, or wants none. */
  readonly measure: Measure | null
  /** The terms of what is counted, or of which one is to be named: `cadets` in "How many cadets". */
  readonly focus: readonly string[]
  readonly roles: readonly string[]
  /** The times that it names, in reading order. */
  readonly periods: readonly Period[]
  /** Months that it names, with a year or without; January is 1. */
  readonly months: ReadonlySet<number>
  /** From the earliest of its times to the latest. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

export type Measure = Extract<MentionKind, 'money' | 'percent' | 'duration' | 'measure' | 'count'>

interface TypeRule {
  readonly type: QuestionType
  readonly pattern: RegExp
  readonly example: string
}

/** The first that fits counts. */
export const TYPE_RULES: readonly TypeRule[] = [
  {
    type: 'comparison',
    pattern:
      /\b(?:compared? (?:with|to)|^compare|difference between|how (?:did|has|have|had) .{1,80} chang(?:e|ed)\b|chang(?:e|ed) (?:between|from|since)|between .{1,60}(?:19|20)\d\d.{0,40} and .{0,40}(?:19|20)\d\d|(?:19|20)\d\d.{1,80}\band\b.{1,80}(?:19|20)\d\d)\b/i,
    example: 'How did burglary change between 2019 and 2022?',
  },
  {
    type: 'date',
    pattern:
      /\b(?:when(?! asked)\b(?=.{1,5}(?:is|was|were|did|does|do|will|would|should|has|had|have|are|can|could)\b)|^when|since when|until when|(?:what|which) (?:date|day|month|year|time)|by when|how soon)\b/i,
    example: 'When did the strategy go live?',
  },
  {
    type: 'number',
    pattern:
      /\b(?:how (?:many|much|often|long|large|big|far|wide|high|old|fast|tall|deep)|(?:what|which) (?:\w+ )?(?:percentage|proportion|share|number|rate|amount|figure|price|sum|rent|cost|budget|grant|total|length|speed|area|size|value|fee|fine|height|width|speed limit|quorum|target|income|overdraft)|what (?:is|was|are|were) the (?:\w+ ){0,2}(?:most|least|lowest|highest|largest|smallest|longest|shortest|maximum|minimum|total|price|quorum|bill|value|cost|salary|pay|budget|amount|rate|fee|rent|size|length|target|share|percentage|number|population)|number of|cost of|price of|per cent|amount of|length of|at what)\b/i,
    example: 'How many cadets were there?',
  },
  {
    type: 'who',
    pattern:
      /\b(?:who|whom|whose|(?:which|what) (?:member|councillor|cllr|officer|person|company|firm|body|organisation|consultants?|contractor|department|agency|committee|group|party|minister|director|engineer|club|developer)s?|name of)\b/i,
    example: 'Who chaired the meeting?',
  },
  {
    type: 'reason',
    pattern:
      /\b(?:why|reasons?|because|what (?:caused|stops|stopped|prevents|prevented|is behind|was behind|prompted|explains|explained)|blame|how come|on what grounds|stands in the way|hold up)\b/i,
    example: 'Why did call times rise?',
  },
  {
    type: 'commitment',
    pattern:
      /\b(?:promis|commit(?:ted|ment)?\b|undert(?:ake|ook)|pledg|agree(?:d)? to do|offer(?:ed)? to|say (?:he|she|they) would|going to do|plann(?:ed|ing) to|intend|what will\b|what would\b)/i,
    example: 'What did the Commissioner promise about 101?',
  },
  {
    type: 'decision',
    pattern:
      /\b(?:decid|decision|resolv|approv|voted?\b|agreed?\b|adopt|what became of|outcome|accept|reject|what happened (?:to|with) the motion)/i,
    example: 'What did the Panel decide on the report?',
  },
  {
    type: 'position',
    pattern: /\b(?:views?|opinion|position|stance) (?:on|of|about)\b/i,
    example: "What is the Commissioner's view on speed limits?",
  },
  {
    type: 'definition',
    pattern: /\b(?:what (?:is|are|does .{1,60} (?:stand for|mean))|define|meaning of|stands? for)\b/i,
    example: 'What is Operation Voice?',
  },
  {
    type: 'position',
    pattern:
      /\b(?:views?|opinion|position|think|thought|say|said|feel|felt|want|wanted|ask|asked|worr(?:y|ied)|concern|complain|call(?:ed)? for|suggest|propos|argu|oppos|support|object|believe|stance)/i,
    example: 'What did the Chief Constable say about morale?',
  },
  {
    type: 'yes_no',
    pattern: /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|must|may|should)\b/i,
    example: 'Did the Panel support the appointment?',
  },
  {
    type: 'date',
    pattern: /\b(?:dates?|deadline|completion|timetable)\b/i,
    example: 'Deadline for comments on the strategy',
  },
  {
    type: 'number',
    pattern:
      /\b(?:cost|price|value|budget|worth|sum|fees?|rents?|salary|percent|percentage|rate|total|numbers?|grant|allocation|funding|money|spent|spend|spending|pay|paid|bill|income|invested|set aside|amount|figure|target|average|overdraft|most|lowest|highest|per (?:day|week|month|year)|increase|decrease|rise|fall)\b/i,
    example: 'Budget for the cadets in 2022',
  },
  { type: 'who', pattern: /\bwhich \p{L}/iu, example: 'Which charity runs the shelter?' },
]

const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  ['percent', /\b(?:percentage|per ?cent|proportion|share of|what share|%)/i],
  [
    'money',
    /\b(?:how much (?:money|funding|did|does|do|was|is|has|had|were|will|would)|cost|price|budget|grant|rent|sum|spend|spent|paid|pay|funding|worth|\u20ac|\u00a3|fee|fine|allocat|levy|salary|value|bill|income|invest|overdraft|set aside|bring in|loan|charges?)\b/i,
  ],
  ['duration', /\b(?:how (?:long|soon|quickly|old)|how many (?:hours|days|weeks|months|years|minutes))\b/i],
  [
    'measure',
    /\b(?:how (?:far|wide|high|big|large|tall|deep|fast)|speed|area|hectares|kilomet|metres|length|tonnes)\b/i,
  ],
]

/** Words that ask, and are not what is asked about. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'many much long often far say says said tell told happen happened kind number stand stands mean means'.split(
    ' ',
  ),
)

export function interpret(question: string): Interpretation {
  const periods = periodsIn(question)
  const type = typeOf(question)
  return {
    type,
    measure:
      type === 'number' ? (MEASURES.find(([, pattern]) => pattern.test(question))?.[0] ?? 'count') : null,
    focus: focusOf(question),
    roles: rolesIn(question),
    periods,
    months: monthsIn(question),
    from: periods.map(({ from }) => from).sort((a, b) => firstDay(a).localeCompare(firstDay(b)))[0] ?? null,
    to: periods.map(({ to }) => to).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))[0] ?? null,
  }
}

function typeOf(question: string): QuestionType {
  return TYPE_RULES.find(({ pattern }) => pattern.test(question))?.type ?? 'other'
}

const ASKS_FOR_ONE = /\b(?:how many|how much|which|what|number of|name of|amount of|cost of) /i
const FOCUS_WORDS = 3

/** What follows the words that ask, as far as the first stop word. */
function focusOf(question: string): string[] {
  const match = ASKS_FOR_ONE.exec(question)
  if (!match) return []
  const tokens = tokenize(question.slice(match.index + match[0].length)).slice(0, FOCUS_WORDS)
  const end = tokens.findIndex(({ text }) => isStopWord(text))
  return (end < 0 ? tokens : tokens.slice(0, end)).flatMap(({ text }) => termsOfWord(text).slice(0, 1))
}

const LONGEST_FORM_TOKENS = 6

function rolesIn(question: string): string[] {
  const tokens = tokenize(question)
  const roles = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    for (let length = Math.min(LONGEST_FORM_TOKENS, tokens.length - at); length > 0; length--) {
      const role = roleOfForm(question.slice(tokens[at]?.start, tokens[at + length - 1]?.end))
      if (!role) continue
      roles.add(role)
      at += length - 1
      break
    }
  }
  return [...roles]
}
