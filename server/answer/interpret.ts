import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { datesIn } from '../../indexer/analysis/dates.ts'
import { roleOfForm } from '../../indexer/analysis/roles.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'

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
  readonly roles: readonly string[]
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

interface TypeRule {
  readonly type: QuestionType
  readonly pattern: RegExp
  readonly example: string
}

/** The first that fits counts. */
export const TYPE_RULES: readonly TypeRule[] = [
  {
    type: 'comparison',
    pattern: /\b(?:compared?|difference|chang(?:e|ed)|since|between .{1,60} and)\b/i,
    example: 'How did burglary change between 2019 and 2022?',
  },
  {
    type: 'number',
    pattern:
      /\b(?:how (?:many|much|often|long|large|big)|what (?:percentage|proportion|share|number|rate|amount|figure)|per cent)\b/i,
    example: 'How many cadets were there?',
  },
  {
    type: 'date',
    pattern: /\b(?:when|what (?:date|day|month|year)|by what date|how soon)\b/i,
    example: 'When did the strategy go live?',
  },
  {
    type: 'commitment',
    pattern: /\b(?:promis|commit|undert(?:ake|ook)|pledg|agree(?:d)? to|say (?:he|she|they) would)/i,
    example: 'What did the Commissioner promise about 101?',
  },
  {
    type: 'decision',
    pattern: /\b(?:decid|decision|resolv|approv|vote)/i,
    example: 'What did the Panel decide on the report?',
  },
  {
    type: 'who',
    pattern: /\b(?:who|whom|whose|which (?:member|councillor|officer|person))\b/i,
    example: 'Who chaired the meeting?',
  },
  {
    type: 'reason',
    pattern: /\b(?:why|reasons?|because|what caused)\b/i,
    example: 'Why did call times rise?',
  },
  {
    type: 'definition',
    pattern: /\b(?:what (?:is|are|does .{1,60} stand for|does .{1,60} mean)|define|meaning of)\b/i,
    example: 'What is Operation Voice?',
  },
  {
    type: 'position',
    pattern: /\b(?:view|opinion|position|think|say|said|feel)\b/i,
    example: 'What did the Chief Constable say about morale?',
  },
  {
    type: 'yes_no',
    pattern: /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could)\b/i,
    example: 'Did the Panel support the appointment?',
  },
]

/** Words that ask, and are not what is asked about. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'many much long often far say says said tell told happen happened kind number'.split(' '),
)

export function interpret(question: string): Interpretation {
  const dates = datesIn(question).map(({ date }) => date)
  return {
    type: TYPE_RULES.find(({ pattern }) => pattern.test(question))?.type ?? 'other',
    roles: rolesIn(question),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  }
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
