import type { FigureSense, FigureUnit } from '../../corpus/model/figure.ts'
import { ONE_TO_TWELVE } from './numberWords.ts'

/** A number of a text that counts or measures; `[start, end)` holds its unit, not the words that soften it. */
export interface Quantity {
  readonly start: number
  readonly end: number
  /** Of the softening words before it; `start` where there are none. */
  readonly sayingStart: number
  readonly value: number
  readonly unit: FigureUnit
  readonly sense: FigureSense
}

const DIGITS = '\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,6})?'
/** `one minute` is mostly no measure. */
const NUMBER_WORDS = ONE_TO_TWELVE.slice(1)
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mil: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
}
const CURRENCIES: Readonly<Record<string, FigureUnit>> = { '£': 'pounds', '€': 'euros' }

interface UnitRule {
  readonly unit: FigureUnit
  readonly words: string
  readonly example: string
}

/** What follows a number and says what it is of. The first that fits counts. */
export const UNIT_RULES: readonly UnitRule[] = [
  {
    unit: 'percentage_points',
    words: ' ?(?:%|per ?cent(?:age)?) points?\\b|pp\\b',
    example: '2.8 percentage points',
  },
  { unit: 'percent', words: ' ?%| ?per ?cent\\b', example: '93.8 %' },
  { unit: 'per_thousand', words: ' per (?:1,000|1000|thousand)\\b', example: '6.2 per 1,000' },
  { unit: 'seconds', words: ' ?(?:seconds|secs)\\b', example: '15 seconds' },
  { unit: 'minutes', words: ' ?(?:minutes|mins)\\b', example: '4 minutes' },
  { unit: 'hours', words: ' (?:hours|hrs)\\b', example: '36 hours' },
  { unit: 'days', words: ' (?:(?:working|calendar) )?days\\b', example: '20 working days' },
  { unit: 'weeks', words: ' weeks\\b', example: '12 weeks' },
  { unit: 'months', words: ' months\\b', example: '18 months' },
  { unit: 'years', words: ' years\\b', example: '7 years' },
  { unit: 'miles', words: ' miles\\b', example: '40 miles' },
  { unit: 'pounds', words: ' pounds\\b', example: '200 pounds' },
  { unit: 'euros', words: ' euros?\\b', example: '200 euro' },
]
const UNITS = UNIT_RULES.map(({ unit, words }) => ({ unit, pattern: new RegExp(`^(?:${words})`, 'i') }))
const SECONDS_AFTER_MINUTES = /^ (?:and )?(\d{1,2}) (?:seconds|secs)\b/i
const MINUTES_AFTER_HOURS = /^ (?:and )?(\d{1,2}) (?:minutes|mins)\b/i

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:£€$#&'’@_-])([£€])? ?(${DIGITS})( ?(?:million|billion|thousand|bn|mil|[mkb])(?![\\p{L}\\p{N}]))?`,
  'giu',
)
const NUMBER_WORD = new RegExp(
  `(?<![\\p{L}-])(${NUMBER_WORDS.join('|')})(?= (?:seconds|minutes|hours|days|weeks|months|per cent)\\b)`,
  'giu',
)

/** Directly after a number these make it no quantity: a time, an ordinal, a range, a size, an age, an adjective (`12 month period`). */
const NO_QUANTITY_AFTER =
  /^(?:[\p{L}\p{N}_/:\u2013]|[-.,]\d|-[\p{L}\d]| ?[-\u2013] ?[£€]?\d| to [£€]?\d[\d.,]{0,12} ?%|["\u201d*\u00b0\u2122\u00ae]|:\d| ?(?:am|pm|a\.m|p\.m|noon|hrs?|o'clock)\b| ?(?:mph|kph|km\/h|kmh|kms?|kilomet\p{L}{2,4}|met(?:re|er)s?|mm|cm|m2|sq|square|hectares?|ha|acres?|tonnes?|tons?|kgs?|kilos?|litres?|MW|GW|kW|degrees?)\b| (?:seconds?|minute|hour|day|week|month|year|mile)(?: |-)[\p{L}]| (?:monthly|yearly|fold|hole|storey|bed(?:room)?|bay|seater|tier|inch|foot)\b| years?[ -](?:old|of age)\b| (?:per cent )?stakeholder| (?:\p{L}{1,14} ){0,2}line\b| \d)/iu
/** A number after one of these is a reference, a name or an age. */
const NUMBERED = [
  'items?|(?:sub-?)?sections?|sec|s|paras?|paragraphs?|pages?|pp?|nos?|number|parts?|appendix|annex|phases?|stages?|strands?',
  'articles?|chapters?|schedules?|polic(?:y|ies)|objectives?|rules?|orders?|acts?|circulars?|resolution|agenda|minute|motions?|questions?',
  'class|categor(?:y|ies)|cat|grades?|bands?|levels?|tiers?|types?|groups?|zones?|wards?|areas?|lots?|plots?|units?|sites?|houses?|apartments?|flats?',
  'junctions?|routes?|exit|gate|pier|berth|lane|room|block|tables?|figures?|fig|recommendations?|priorit(?:y|ies)|afis?|rounds?|step|key|map|drawing',
  'year|day|week|quarter|qtr|q|ref|reference|tel|telephone|ext|version|volume|vol|covid|storm|form|top|plant|house|catch|streets|level',
  'aged?|ages|under the age of|over the age of|age of',
].join('|')
const NO_QUANTITY_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${NUMBERED})(?:\\.|:)? ?$|\\bbetween [£€]?[\\d.,]{1,12}%? and $|\\d[ /-]$|\\b(?:between|aged) $`,
  'iu',
)
/** The numbers of public telephone services are names wherever they stand. */
const TELEPHONE_SERVICES: ReadonlySet<string> = new Set(['101', '999', '111', '112', '911'])

interface SenseRule {
  readonly sense: FigureSense
  readonly pattern: RegExp
  readonly example: string
}

const sense = (name: FigureSense, words: string, example: string): SenseRule => ({
  sense: name,
  pattern: new RegExp(`(?:^|[^\\p{L}])((?:only |just |now |currently )?(?:${words})) $`, 'iu'),
  example,
})

/** Words directly before a number that say how it is meant. */
export const SENSE_RULES: readonly SenseRule[] = [
  sense(
    'target',
    '(?:the |a |its |our )?(?:target|goal)(?: figure| level| rate)?(?: of| is| was|:)',
    'a target of',
  ),
  sense('less_than', 'no more than|not more than|up to|(?:a )?maximum of|at most', 'up to'),
  sense('more_than', 'no less than|no fewer than|not less than|at least|(?:a )?minimum of', 'at least'),
  sense(
    'more_than',
    'over|more than|in excess of|exceeding|upwards of|above|greater than|well over|just over',
    'over',
  ),
  sense('less_than', 'under|just under|less than|fewer than|below', 'just under'),
  sense(
    'about',
    'about|around|approximately|approx\\.?|circa|c\\.|some|nearly|almost|roughly|in the region of|in or around|in and around|close to|an estimated|estimated at|of the order of',
    'about',
  ),
]

/**
 * The measured and counted numbers of a text. What only looks like one is left out: times of day, ordinals, references,
 * telephone numbers, ranges, ages, sizes, and years, unless `blank` (the same text, with what is not to be read made `_`) hides
 * them already.
 */
export function quantitiesIn(text: string, blank: string = text): Quantity[] {
  const found = [...blank.matchAll(NUMBER)].flatMap((match) => quantityOf(blank, match) ?? [])
  const words = [...blank.matchAll(NUMBER_WORD)].flatMap((match) => wordQuantity(blank, match) ?? [])
  const all = [...found, ...words].sort((a, b) => a.start - b.start)
  return all.filter(
    ({ start, unit }, index) =>
      !(isTime(unit) && LIMIT.test(text.slice(0, start))) && start >= (all[index - 1]?.end ?? 0),
  )
}

const LIMIT = /\b(?:within|in under|in less than|longer than) (?:the |a )?$/i

/** `answered within 10 seconds` says what is measured. */
const isTime = (unit: FigureUnit): boolean => /^(?:seconds|minutes|hours|days|weeks|months|years)$/.test(unit)

function quantityOf(text: string, match: RegExpExecArray): Quantity | null {
  const [whole, sign = '', digits = '', scale = ''] = match
  const start = match.index + (sign === '' ? whole.length - whole.trimStart().length : 0)
  const end = match.index + whole.length
  const value = Number(digits.replaceAll(',', '')) * (SCALES[scale.trim().toLowerCase()] ?? 1)
  // `€2,398,225 million` is a slip of the record.
  if (scale !== '' && /,\d{3},/.test(digits)) return null
  const currency = CURRENCIES[sign]
  if (currency)
    return isRange(text, start, end) ? null : softened(text, { start, end, value, unit: currency })
  if (scale !== '' && !/million|billion|thousand/i.test(scale) && !/^k/i.test(scale.trim())) return null
  const measured = withUnit(text, start, end, value)
  // `at 1000 hours` is a time of day.
  if (measured?.unit === 'hours' && /^\d{4}$/.test(digits)) return null
  if (measured) return isRange(text, start, measured.end) ? null : softened(text, measured)
  if (isNoCount(text, digits, start, end)) return null
  return softened(text, { start, end, value, unit: 'count' })
}

type Measured = Pick<Quantity, 'start' | 'end' | 'value' | 'unit'>

function wordQuantity(text: string, match: RegExpExecArray): Quantity | null {
  const value = NUMBER_WORDS.indexOf(match[0].toLowerCase()) + 2
  const measured = withUnit(text, match.index, match.index + match[0].length, value)
  return measured && softened(text, measured)
}

/** Hours and minutes, minutes and seconds are one value in the larger unit. */
function withUnit(text: string, start: number, end: number, value: number): Measured | null {
  const after = text.slice(end, end + 40)
  if (/^(?:-|\u2013)/.test(after)) return null
  for (const { unit, pattern } of UNITS) {
    const match = pattern.exec(after)
    if (!match) continue
    const rest = after.slice(match[0].length)
    if (/^ ?(?:old|of age)\b|^['\u2019-]/i.test(rest)) return null
    const smaller = unit === 'minutes' ? SECONDS_AFTER_MINUTES : unit === 'hours' ? MINUTES_AFTER_HOURS : null
    const lesser = smaller?.exec(rest)
    const unitEnd = end + match[0].length
    if (!lesser) return { start, end: unitEnd, value, unit }
    return { start, end: unitEnd + lesser[0].length, value: value + Number(lesser[1]) / 60, unit }
  }
  return null
}

/** `€10 to €20`, `17-18%`, `between 5 and 7`; what changes from one to the other is two quantities. */
function isRange(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 24)
  return (
    /^ ?[-\u2013] ?[£€]?\d|^, ?\d{3}(?!\d)/.test(after) ||
    (/^ to [£€]?\d/.test(after) && !/\b(?:from|by)(?: \p{L}+){0,3} $/u.test(before)) ||
    (/[£€]?\d[\d.,]{0,12} ?(?:[mk%]|bn|million)? to $/.test(before) &&
      !/\b(?:from|by) [^.;]{0,25} to $/.test(before)) ||
    /\d%? ?[-\u2013] ?$|\b(?:between|aged) (?:[£€]?[\d,.]{1,12}%? (?:and|to) )?$/i.test(before)
  )
}

function isNoCount(text: string, digits: string, start: number, end: number): boolean {
  return (
    TELEPHONE_SERVICES.has(digits) ||
    isRange(text, start, end) ||
    /^0\d/.test(digits) ||
    /^(?:18|19|20)\d\d$/.test(digits) ||
    NO_QUANTITY_AFTER.test(text.slice(end, end + 40)) ||
    NO_QUANTITY_BEFORE.test(text.slice(Math.max(0, start - 40), start))
  )
}

function softened(text: string, measured: Measured): Quantity {
  const before = text.slice(Math.max(0, measured.start - 40), measured.start)
  for (const { sense: name, pattern } of SENSE_RULES) {
    const words = pattern.exec(before)?.[1]
    if (words !== undefined)
      return { ...measured, sense: name, sayingStart: measured.start - words.length - 1 }
  }
  return { ...measured, sense: 'exactly', sayingStart: measured.start }
}
