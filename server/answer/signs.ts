import type { Span } from '../../corpus/model/document.ts'
import type { Asked } from './asked.ts'
import type { MarkedParagraph } from './features.ts'
import { isAtFocus } from './features.ts'
import type { Form } from './forms.ts'
import type { Mention } from './mentions.ts'
import { OFFICES } from './nameWords.ts'

/** What stands beside a mention in the text, and what that adds to its worth as the value. */
interface Sign {
  readonly weight: number
  readonly side: 'before' | 'after'
  readonly pattern: RegExp
  readonly example: string
}

/** The weights here and below are fitted to judged questions together. */
export const SIGNS: readonly Sign[] = [
  {
    weight: 0.3,
    side: 'before',
    pattern:
      /\b(?:over|more than|less than|fewer than|under|up to|excess of|at least|approximately|approx\.?|about|around|circa|some|estimated|total of|sum of|only|almost|nearly|value of|cost of|amount of|rate of|minimum of|maximum of|stands at|stood at|currently|is|was|were|are|being|of|at) $/i,
    example: 'more than [70]',
  },
  { weight: 1, side: 'before', pattern: /\bto (?:the )?$/i, example: 'rose from 50 to [70]' },
  {
    weight: -0.55,
    side: 'before',
    pattern: /\b(?:from|between) (?:the )?$/i,
    example: 'rose from [50] to 70',
  },
  { weight: 0.75, side: 'before', pattern: /\b(?:by|from) (?:the |an? |)$/i, example: 'run by [Porchlight]' },
  {
    weight: 1.4,
    side: 'before',
    pattern:
      /\b(?:called|named|namely|known as|Mr|titled|appoint(?:ed|ment of)|welcomed|introduced|consisted of|thanked|congratulated|nominated|commissioned|contracted to|contractors?,?|awarded to|firm|organisation|company|charity|that) $/i,
    example: 'welcomed [Mr Pat Noonan]',
  },
  {
    weight: -1,
    side: 'before',
    pattern:
      /(?:\b(?:No|Nos|number|section|phase|items?|article|pages?|part|route|act|agenda|unit|lot|appendix|paragraph|objective|action|policy|regulations?|S\.I|strand|ward|level|grade|covid|area|table|figure|pillar|priority|stage|step|lots|class|form|ref|order|plan|option|chapter|volume|zone|block|house|houses|chapter)\.?|[\p{L}\d][-/]|[/#]) ?$/iu,
    example: 'Section [183]',
  },
  {
    weight: -0.8,
    side: 'before',
    pattern:
      /\b(?:held on|dated|minutes of|meeting of|meeting on|meeting held(?: on)?|letter of|(?:report|letter)[\p{L}, ]{0,30}dated) (?:the )?$/iu,
    example: 'the minutes of [5 May]',
  },
  { weight: -1.35, side: 'before', pattern: /\p{Lu}[\p{L}-]+,? $/u, example: 'Clean Up [2015]' },
  { weight: -0.45, side: 'before', pattern: /\b(?:not|instead of|rather than) $/i, example: 'and not [70]' },
  { weight: -0.5, side: 'before', pattern: /\([^()]*$/, example: '(report of [5 May])' },
  { weight: -0.35, side: 'before', pattern: /["\u201c\u2018]$/, example: '\u201c[Mr Swim]\u201d' },
  { weight: -0.3, side: 'before', pattern: /(?:^|[.!?:;])\s*$/, example: '[Members] agreed.' },
  {
    weight: 0.35,
    side: 'after',
    pattern: new RegExp(
      `^(?:,| \\(|[ ,]*[-\u2013]) ?(?:the )?(?:\\p{Lu}[\\p{L}-]+ ){0,4}(?:${OFFICES})\\b`,
      'iu',
    ),
    example: '[Craig Power], Sports Officer',
  },
  {
    weight: 0.65,
    side: 'after',
    pattern: /^ (?:of (?:which|whom|them|these|those|the|its)|had|have|has|are|were|was)\b/i,
    example: '15 junctions, [5] of which',
  },
  { weight: 0.2, side: 'after', pattern: /^,? (?:and|&|-|\u2013|to) /, example: '[Cavan] and Clare' },
  { weight: 0.35, side: 'after', pattern: /^[.;,)]/, example: 'in [May 2024].' },
  { weight: -0.3, side: 'after', pattern: /^['\u2019]s?\b/, example: '[the Council]\u2019s roads' },
]

/** How far a mention stands where the question's words are, each but `own` from 0 to 1 or little more. */
export interface Place {
  /** How closely the question's words stand around it, the rare ones counting most. */
  readonly near: number
  /** How much of the question stands in its clause, in its clause before it, and in its sentence. */
  readonly inClause: number
  readonly inFront: number
  readonly inSentence: number
  /** How much of the mention is in the question itself. */
  readonly own: number
}

const PLACE_WEIGHTS: Readonly<Record<keyof Place, number>> = {
  near: 1.1,
  inClause: 0.9,
  inFront: 0.4,
  inSentence: 0.4,
  own: -0.95,
}
/** What being the best placed of all in the quote adds. */
const BEST_PLACED: Readonly<Partial<Record<keyof Place, number>>> = {
  near: 0.25,
  inFront: 0.5,
  inSentence: 0.5,
}

/** What its place adds to the worth of a mention. @param all the places of all mentions that it is chosen from */
export function worthOfPlace(place: Place, all: readonly Place[]): number {
  let worth = 0
  for (const name of Object.keys(PLACE_WEIGHTS) as (keyof Place)[]) {
    const most = Math.max(...all.map((other) => other[name]))
    worth += PLACE_WEIGHTS[name] * place[name]
    if (most > 0 && place[name] >= most) worth += BEST_PLACED[name] ?? 0
  }
  return worth
}

const CONTEXT = 60
const MOTION_BY = /\b(?:proposed|seconded|moved|proposal|proposition|motion)(?: of| by)? (?:the )?$/i
const ASKS_FOR_MOVER = /\b(?:propos|second|mov(?:ed|ing)|motion|put forward)/i
const COUNCILLOR = /^(?:Cllr|Councillor|Clr)/
const MOST_WORDS = 4

/** What the words of a mention, and those beside it, add to its worth. */
export function worthOfWords(
  [start, end]: Span,
  form: Form,
  quote: string,
  { question }: Pick<Asked, 'question'>,
): number {
  const text = quote.slice(start, end)
  const beside = {
    before: quote.slice(Math.max(0, start - CONTEXT), start),
    after: quote.slice(end, end + CONTEXT),
  }
  let worth = 0.25 * Math.min(MOST_WORDS, text.split(/\s+/).length)
  for (const { weight, side, pattern } of SIGNS) if (pattern.test(beside[side])) worth += weight
  if (MOTION_BY.test(beside.before) && !ASKS_FOR_MOVER.test(question)) worth -= 2.1
  if (/^one$/i.test(text)) worth -= 0.7
  if (text.length < 3) worth -= 0.5
  if (form === 'titled' && namesRank(question, text)) worth += 0.7
  if (COUNCILLOR.test(text)) worth += worthOfCouncillor(question)
  return worth
}

/** `Which minister`: `Minister O'Donovan`. */
function namesRank(question: string, name: string): boolean {
  const [rank = ''] = name.toLowerCase().split(/[^\p{L}]/u)
  return question
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(rank)
}

function worthOfCouncillor(question: string): number {
  if (/\b(?:councillor|cllr|member)/i.test(question)) return 0.35
  return /\bwho/i.test(question) ? 0 : -0.95
}

/** What is counted follows the number: `70 cadets`. */
export const worthOfFocus = (mention: Mention, marked: MarkedParagraph['marked']): number =>
  isAtFocus(mention, marked) ? 1.4 : 0

const CLAUSE_BREAK =
  /[,;:()\u2013]| - |\b(?:and|but|while|whilst|with|which|who|whereas|compared|to|from)\b|[.!?]\s/giu
const SENTENCE_BREAK = /[.!?;]\s+(?=\p{Lu})/gu
const TITLE_BEFORE = /\b(?:Mr|Mrs|Ms|Dr|Cllrs?|Clr|No|Nos|St|\p{Lu})$/u

/** The stretch around `[start, end)` as far as the next break on either side. */
function stretchAround(quote: string, start: number, end: number, pattern: RegExp): Span {
  let from = 0
  for (const match of quote.matchAll(pattern)) {
    if (match[0].startsWith('.') && TITLE_BEFORE.test(quote.slice(Math.max(0, match.index - 6), match.index)))
      continue
    if (match.index >= end) return [from, match.index]
    if (match.index + match[0].length <= start) from = match.index + match[0].length
  }
  return [from, quote.length]
}

/** A word that begins like one of the question's, or is of its sense, tells less than the word itself. */
const ALIKE = 0.7

export type MarkedWords = Pick<MarkedParagraph['marked'], 'tokens' | 'exact' | 'alike'>

/** Where a mention stands among the words of the question. @param quote as offsets into the paragraph's text @param words those of the quote */
export function placeOf(
  { start, end }: Mention,
  text: string,
  [from, to]: Span,
  { tokens, exact, alike }: MarkedWords,
  asked: Asked,
): Place {
  const quote = text.slice(from, to)
  const clause = stretchAround(quote, start - from, end - from, CLAUSE_BREAK)
  const sentence = stretchAround(quote, start - from, end - from, SENTENCE_BREAK)
  const first = tokens.findIndex((token) => token.end > start)
  const last = tokens.findLastIndex((token) => token.start < end)
  const near = new Map<number, number>()
  const inClause = new Map<number, number>()
  const inFront = new Map<number, number>()
  const inSentence = new Map<number, number>()
  let own = 0
  for (const [at, token] of tokens.entries()) {
    const isExact = (exact[at] ?? -1) >= 0
    const word = (isExact ? exact[at] : alike[at]) ?? -1
    if (at >= first && at <= last) {
      if (isExact) own++
      continue
    }
    if (word < 0) continue
    const share = isExact ? 1 : ALIKE
    const isIn = ([a, b]: Span): boolean => token.start - from >= a && token.end - from <= b
    raise(near, word, (3 * share) / (2 + (at < first ? first - at : at - last)))
    if (isIn(sentence)) raise(inSentence, word, share)
    if (isIn(clause)) raise(inClause, word, share)
    if (isIn(clause) && at < first) raise(inFront, word, share)
  }
  const weigh = (words: ReadonlyMap<number, number>): number => {
    let sum = 0
    for (const [word, share] of words) sum += share * (asked.words[word]?.weight ?? 0)
    return sum / asked.totalWeight
  }
  return {
    near: weigh(near),
    inClause: weigh(inClause),
    inFront: weigh(inFront),
    inSentence: weigh(inSentence),
    own: own / Math.max(1, last - first + 1),
  }
}

function raise(shares: Map<number, number>, word: number, share: number): void {
  shares.set(word, Math.max(shares.get(word) ?? 0, share))
}
