import type { Span } from '../../corpus/model/document.ts'
import { NOT_A_NAME } from '../../indexer/analysis/speech.ts'
import { isTitle } from '../../indexer/analysis/names.ts'
import { isStopWord } from '../../indexer/analysis/terms.ts'
import { BODIES, RANKS } from './nameWords.ts'

/** Words of a text that can be the short answer to a question: `[start, end)` are offsets into it. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly kind: MentionKind
}

export type MentionKind =
  'money' | 'percent' | 'duration' | 'measure' | 'count' | 'number_word' | 'date' | 'person' | 'organisation'

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?'
/** As scans have it too: `28" February`. */
const ORDINAL = '(?: ?(?:st|nd|rd|th)|["\u201d*\u00b0])?'
const YEAR = "(?:(?:19|20)\\d\\d|'\\d\\d)"
const DATE = new RegExp(
  [
    `\\b${WEEKDAY}\\d{1,2}${ORDINAL}(?: day)?(?: of)? ${MONTH}\\b,?(?: ${YEAR}(?!\\d))?`,
    `\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d),?(?: ${YEAR}(?!\\d))?`,
    `\\b(?:(?:early|mid|late|end of|beginning of|start of|the end of)[ -])?(?:${MONTH}/)?${MONTH}[,/ -]{1,2}(?:${YEAR}|\\d\\d)(?!\\d|[.,]\\d)`,
    '\\b\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)(?!\\d)',
    `\\b(?:(?:early|mid|late|(?:the )?end of|(?:the )?start of) )?(?:spring|summer|autumn|winter|Q[1-4](?:/Q[1-4])?|[Qq]uarter (?:[1-4]|one|two|three|four)|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) quarter)(?:,? (?:of |in )?(?:the )?(?:${YEAR}|this year|next year))?\\b`,
    `\\b(?:(?:early|mid|late|(?:the )?end of|(?:the )?start of)[ -])?(?:19|20)\\d\\d(?:[/-]\\d{2,4})?(?!\\d|[.,]\\d)`,
    `\\b(?:(?:early|mid|late|(?:the )?end of|(?:the )?start of)[ -])?(?:January|February|March|April|June|July|August|September|October|November|December|Christmas|Easter)\\b`,
    '\\b(?:(?:the )?(?:next|coming|following|end of the|later this|later in the|this|last) (?:few |two |three |four |six |eight )?(?:weeks?|months?|years?|quarters?|meeting))\\b',
    '\\b\\d{1,2}(?:[.:]\\d\\d)? ?[ap]\\.?m\\b',
  ].join('|'),
  'gi',
)

const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|half|quarter|third|double|twice|none|single|quarterly|two-thirds)'
/** The most digits and commas that a number is read to have: what is longer is none, and must not be read again from each comma. */
const DIGITS = '\\d[\\d,]{0,19}(?:\\.\\d{1,9})?'
/** A number that is not the rest of a longer one. */
const NUMBER = `(?:\\b(?<!\\d[.,])${DIGITS}|\\b${NUMBER_WORD})`
/** `10-11 million` is one sum. */
const SPAN = `(?: ?[-\u2013] ?[\u00a3$\u20ac]?${DIGITS})?`
const SCALE = '(?: ?(?:million|billion|thousand|bn|m|k)\\b)?'
const NUMBERS: readonly (readonly [MentionKind, RegExp])[] = [
  [
    'money',
    new RegExp(
      `[\u00a3$\u20ac] ?${DIGITS}${SCALE}${SPAN}${SCALE}|${NUMBER}${SCALE} (?:euros?|pounds|pence)\\b`,
      'gi',
    ),
  ],
  [
    'percent',
    new RegExp(
      `${NUMBER}(?: ?[-\u2013] ?${DIGITS})? ?(?:%|per ?cent\\b|percent\\b|percentage points?\\b)`,
      'gi',
    ),
  ],
  [
    'duration',
    new RegExp(
      `${NUMBER}(?: ?[-\u2013] ?${NUMBER})?(?: to ${NUMBER})?[ -](?:\\w{1,20} )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?)\\b`,
      'gi',
    ),
  ],
  [
    'measure',
    new RegExp(
      `${NUMBER} ?(?:km/h|kmh|kph|kilometres per hour|km|kilometres?|metres?|meters?|mph|miles?|m2|sqm|sq\\.? ?(?:m|metres|ft|feet)|square metres|hectares?|ha|acres?|tonnes?|tons?|kg|litres?|mm|cm|MW|kW|kWh|degrees|m)\\b`,
      'gi',
    ),
  ],
  [
    'count',
    new RegExp(`(?<![\\d.,/:])${DIGITS}${SCALE}(?![\\d/:"\u201d*\u00b0]|,\\d|st\\b|nd\\b|rd\\b|th\\b)`, 'gi'),
  ],
  ['number_word', new RegExp(`\\b${NUMBER_WORD}(?:[ -]${NUMBER_WORD})?\\b`, 'gi')],
]

/** The dates and periods that a text names, as printed. */
export function datesMentioned(text: string): Mention[] {
  return [...text.matchAll(DATE)].map((match) => mentionOf('date', match))
}

/** The quantities that a text names; what is a date is none. */
export function quantitiesMentioned(
  text: string,
  dates: readonly Mention[] = datesMentioned(text),
): Mention[] {
  let taken = dates
  for (const [kind, pattern] of NUMBERS) {
    const found = [...text.matchAll(pattern)].map((match) => mentionOf(kind, match))
    taken = [...taken, ...clearOf(found, taken)].sort((a, b) => a.start - b.start)
  }
  return taken.filter(({ kind }) => kind !== 'date')
}

/** Those of `found` that share no words with one of `taken`; both are in reading order, and none of either overlap. */
function clearOf(found: readonly Mention[], taken: readonly Mention[]): Mention[] {
  let next = 0
  return found.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next++
    return (taken[next]?.start ?? Infinity) >= end
  })
}

function mentionOf(kind: MentionKind, match: RegExpExecArray): Mention {
  let length = match[0].length
  while (/[,\s]/.test(match[0].charAt(length - 1))) length--
  return { kind, start: match.index, end: match.index + length }
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'\u2019&-]*\.?|&|[,;:()."\u201c\u201d]|\d+/gu
const JOINING: ReadonlySet<string> = new Set(['of', 'and', 'na', 'an', 'de', 'for', 'the', '&'])
/** Besides the words of bodies, those that are as often of a place. */
const ORGANISATION = new RegExp(`\\b(?:${BODIES}|centre|irish|water)\\b`, 'iu')
/** By itself too it is somebody. */
const OFFICE = new RegExp(
  `^(?:${RANKS}|Councillors?|Cllrs?|Clr|Acting|Director|Engineer|Cathaoirleach|Leas|Chair|Chairman|Chairperson|Vice-Chairman|Special)$`,
)

/** The people and organisations that a text names, as printed. */
export function namesMentioned(text: string): Mention[] {
  const found: Mention[] = []
  let run: Span[] = []
  let end = 0
  const close = (): void => {
    const mention = nameOf(text, run)
    if (mention) found.push(mention)
    run = []
  }
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const [start, wordEnd] = [match.index, match.index + word.length]
    if (run.length > 0 && start - end > 1) close()
    if (/^\p{Lu}/u.test(word)) {
      run.push([start, wordEnd])
      if (word.endsWith('.') && word.length > 3 && !isTitle(word)) close()
    } else if (!(run.length > 0 && JOINING.has(word) && /^ \p{Lu}/u.test(text.slice(wordEnd, wordEnd + 3)))) {
      close()
    }
    end = wordEnd
  }
  close()
  return found
}

const isFiller = (word: string): boolean => isStopWord(word) || (NOT_A_NAME.has(word) && !OFFICE.test(word))

function nameOf(text: string, run: readonly Span[]): Mention | null {
  const words = run.map(([start, end]) => text.slice(start, end).replace(/\.$/, ''))
  const opensSentence = /(?:^|[.!?:;]\s*)$/.test(
    text.slice(Math.max(0, (run[0]?.[0] ?? 0) - 3), run[0]?.[0] ?? 0),
  )
  const first = words.findIndex((word) => !(opensSentence && isStopWord(word) && !isTitle(word)))
  if (first < 0) return null
  const start = run[first]?.[0] ?? 0
  const last = run.at(-1)?.[1] ?? 0
  const end = text[last - 1] === '.' && (words.at(-1)?.length ?? 0) > 1 ? last - 1 : last
  const own = words.slice(first)
  if (own.every(isFiller)) return null
  const [head = ''] = own
  if (ORGANISATION.test(text.slice(start, end)) && !isTitle(head)) return { kind: 'organisation', start, end }
  const isPerson = isTitle(head) || OFFICE.test(head) || own.length > 1
  return { kind: isPerson ? 'person' : 'organisation', start, end }
}
