import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, isCalendarDate, lastDay } from '../../corpus/model/calendarDate.ts'
import type { FigurePeriod } from '../../corpus/model/figure.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { MONTHS } from '../../corpus/model/months.ts'

/** Words of a text that name a time; `[start, end)` holds the preposition too. */
export interface StatedPeriod {
  readonly start: number
  readonly end: number
  /** Null where the words name a time that a figure cannot be said to be of: `since 2014`, `the Act of 2011`. */
  readonly period: FigurePeriod | null
  /** It is what something else is compared with. */
  readonly isBase: boolean
}

type Reading = Pick<FigurePeriod, 'from' | 'to' | 'basis'>

interface PeriodRule {
  readonly pattern: RegExp
  /** What the words name; null where that is no time. @param reference day or month of the record, for words like `last year` */
  readonly read: (groups: readonly string[], reference: CalendarDate | null) => Reading | null
  /** Its time is counted from the date of the record. */
  readonly isRelative: boolean
  readonly example: string
}

const NAMES = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')
const MONTH = `(Sept|${NAMES})\\.?`
const YEAR = '((?:19|20)\\d\\d)'
const DAY = '(\\d{1,2})(?: ?(?:st|nd|rd|th)|["\\u201d*\\u00b0\\u2122\\u00ae])?'
const TWELVE_MONTHS = '(?:(?:12|twelve)[ -]months?(?: period)?|rolling (?:12 months?|year)|year)'

const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1

/** Months may run over the ends of the year. */
function monthOf(year: number, month: number): CalendarDate {
  const months = year * 12 + month - 1
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

function dayOf(day: string, month: string, year: string): CalendarDate | null {
  const date = `${monthOf(Number(year), monthNumber(month))}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

function range(from: CalendarDate, to: CalendarDate): Reading | null {
  const months = monthsFrom(from, to)
  if (months < 1) return null
  const basis = months === 12 ? 'rolling_year' : months === 1 ? 'month' : 'other'
  return { from, to, basis }
}

/** How many months a stretch of time has, its first and last counted. */
export function monthsFrom(from: CalendarDate, to: CalendarDate): number {
  const number = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return number(lastDay(to)) - number(firstDay(from)) + 1
}

function twelveMonthsTo(to: CalendarDate): Reading {
  const month = to.slice(0, 7)
  if (month.endsWith('-03')) return { from: monthsBefore(month, 11), to: month, basis: 'financial_year' }
  if (month.endsWith('-12')) return { from: month.slice(0, 4), to: month.slice(0, 4), basis: 'year' }
  return { from: monthsBefore(month, 11), to: month, basis: 'rolling_year' }
}

const monthsBefore = (month: CalendarDate, count: number): CalendarDate =>
  monthOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - count)

function yearBefore(reference: CalendarDate, years: number): Reading {
  const year = String(Number(reference.slice(0, 4)) - years)
  // Which twelve months are meant the record does not say.
  return { from: year, to: year, basis: 'other' }
}

function lastMonthNamed(name: string, reference: CalendarDate): Reading | null {
  if (reference.length < 7) return null
  const [year, month] = [Number(reference.slice(0, 4)), Number(reference.slice(5, 7))]
  const named = monthNumber(name)
  const date = monthOf(named <= month ? year : year - 1, named)
  return { from: date, to: date, basis: 'month' }
}

const rule = (pattern: string, example: string, read: PeriodRule['read']): PeriodRule => ({
  pattern: new RegExp(pattern, 'g'),
  read,
  isRelative: false,
  example,
})

const relative = (
  pattern: string,
  example: string,
  read: (groups: readonly string[], reference: CalendarDate) => Reading | null,
): PeriodRule => ({
  ...rule(pattern, example, (groups, reference) => (reference === null ? null : read(groups, reference))),
  isRelative: true,
})

/** Words that name no time by themselves, and that no other rule may read. */
const unreadable = (pattern: string, example: string): PeriodRule => rule(pattern, example, () => null)

/** Each stretch of a text is read by the first that fits it. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  rule(
    `\\b${TWELVE_MONTHS} (?:up )?(?:to|ending|ended)(?: in| on)?(?: the)?(?: end of)? (?:${DAY}(?: of)? )?${MONTH},? ${YEAR}\\b`,
    '12 months to June 2024',
    ([, month = '', year = '']) => twelveMonthsTo(monthOf(Number(year), monthNumber(month))),
  ),
  rule(
    `\\b${MONTH},? ?(?:to|-|\\u2013|until|and) ${MONTH},? ${YEAR}\\b`,
    'April to September 2022',
    ([first = '', last = '', year = '']) => {
      const wraps = monthNumber(first) > monthNumber(last) ? 1 : 0
      return range(
        monthOf(Number(year) - wraps, monthNumber(first)),
        monthOf(Number(year), monthNumber(last)),
      )
    },
  ),
  rule(
    `\\b${MONTH},? ${YEAR} ?(?:to|-|\\u2013|until|and) (?:the )?(?:end of )?${MONTH},? ${YEAR}\\b`,
    'September 2021 – September 2022',
    ([first = '', firstYear = '', last = '', year = '']) =>
      range(monthOf(Number(firstYear), monthNumber(first)), monthOf(Number(year), monthNumber(last))),
  ),
  rule(
    `\\b(?:Q|Qtr |[Qq]uarter )([1-4])(?: of)?(?: the)?(?: financial year)?,? ?${YEAR}[/-](\\d\\d(?:\\d\\d)?)\\b`,
    'Q2 2024/25',
    ([quarter = '', year = '', next = '']) => {
      if (Number(next) % 100 !== (Number(year) + 1) % 100) return null
      const first = Number(quarter) * 3 + 1
      return { from: monthOf(Number(year), first), to: monthOf(Number(year), first + 2), basis: 'quarter' }
    },
  ),
  rule(
    `\\b(?:Q|[Qq]uarter )([1-4])(?: of| in)?,? ?${YEAR}\\b(?![/-]\\d)`,
    'Q2 2015',
    ([quarter = '', year = '']) => {
      const last = Number(quarter) * 3
      return { from: monthOf(Number(year), last - 2), to: monthOf(Number(year), last), basis: 'quarter' }
    },
  ),
  rule(
    `\\b(?:year|period) (?:ended|ending) ${DAY}(?: of)? ${MONTH},? ${YEAR}\\b`,
    'year ended 31st December, 2015',
    ([, month = '', year = '']) => twelveMonthsTo(monthOf(Number(year), monthNumber(month))),
  ),
  rule(
    `\\b${DAY}(?: day)?(?: of)? ${MONTH},? ${YEAR}\\b`,
    '31 March 2023',
    ([day = '', month = '', year = '']) => {
      const date = dayOf(day, month, year)
      return date === null ? null : { from: date, to: date, basis: 'day' }
    },
  ),
  rule(
    `\\b(?:end of )?${MONTH}[, -]{1,2}${YEAR}\\b(?![-/]\\d)`,
    'September 2022',
    ([month = '', year = '']) => {
      const date = monthOf(Number(year), monthNumber(month))
      return { from: date, to: date, basis: 'month' }
    },
  ),
  rule(`\\b${MONTH}[-'\\u2019](\\d\\d)\\b(?!\\d|[./-]\\d)`, 'Jul-22', ([month = '', year = '']) => {
    const date = monthOf(2000 + Number(year), monthNumber(month))
    return { from: date, to: date, basis: 'month' }
  }),
  rule(`\\b\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)\\b`, '06/12/2022', () => null),
  // Public bodies count their years from April.
  rule(
    `\\b(?:financial year |year )?${YEAR} ?[/-] ?(\\d\\d(?:\\d\\d)?)(?!\\d|[,.]\\d|-\\d)`,
    '2021/22',
    ([year = '', next = '']) =>
      Number(next) % 100 === (Number(year) + 1) % 100 && Number(next) < 2100
        ? { from: monthOf(Number(year), 4), to: monthOf(Number(year) + 1, 3), basis: 'financial_year' }
        : null,
  ),
  // Of which year it is the one before, its sentence may say or not.
  unreadable(
    '\\b(?:(?:same|corresponding) period (?:of|in) )?the previous (?:financial )?year\\b',
    'the previous year',
  ),
  unreadable('\\byear to date\\b', 'year to date'),
  relative(
    '\\b(?:the )?(?:same|corresponding) (?:period|time)(?: of| in)? last year\\b',
    'the same period last year',
    (_, reference) => yearBefore(reference, 1),
  ),
  relative(
    '\\b(?:(?:[Ll]ast|[Pp]ast|previous) (?:12|twelve) months|the (?:last|past) year)\\b',
    'over the past 12 months',
    (_, reference) => rollingYearTo(reference),
  ),
  relative('\\b[Ll]ast year\\b', 'last year', (_, reference) => yearBefore(reference, 1)),
  relative('\\b(?<!(?:end|later|earlier) )[Tt]his year\\b', 'this year', (_, reference) =>
    yearBefore(reference, 0),
  ),
  relative('\\b[Ll]ast month\\b', 'last month', (_, reference) => monthBefore(reference, 1)),
  relative('\\b[Tt]his month\\b', 'this month', (_, reference) => monthBefore(reference, 0)),
  relative(
    `(?<=\\b(?:in|during|for|to|of|In|During|For) )${MONTH}\\b(?! (?:and|to) (?:${NAMES})| ?[-\\u2013]|,? \\d)`,
    'in June',
    ([month = ''], reference) => lastMonthNamed(month, reference),
  ),
  relative(
    '\\b(?:[Cc]urrently|[Aa]t present|[Tt]o date|[Aa]t the moment|[Pp]resently)\\b',
    'currently',
    (_, reference) => (reference.length === 10 ? { from: reference, to: reference, basis: 'day' } : null),
  ),
  rule(`\\b${YEAR}(?!\\d|[,.]\\d|[/-]\\d)`, '2019', ([year = '']) => ({
    from: year,
    to: year,
    basis: 'year',
  })),
]

function rollingYearTo(reference: CalendarDate): Reading | null {
  if (reference.length < 7) return null
  const day = reference.slice(7)
  return {
    from: `${monthsBefore(reference, 12)}${day === '-29' ? '-28' : day}`,
    to: reference,
    basis: 'rolling_year',
  }
}

function monthBefore(reference: CalendarDate, count: number): Reading | null {
  if (reference.length < 7) return null
  const month = monthsBefore(reference, count)
  return { from: month, to: month, basis: 'month' }
}

const OF_A_TIME =
  /(?:^|\b)(?:in|for|during|over|throughout|across|of)(?: the)?(?: (?:month|year|period|whole|end|calendar year|financial year)(?: of)?)? $/i
const AS_AT =
  /\b(?:as at|as of|as on|at|by|on|up to|to)(?: the)?(?: end of| close of| start of)?(?: the)?(?: year| month)?(?: of)? $/i
const BASE =
  /\b(?:compared (?:to|with|against)|in comparison (?:to|with)|than|versus|relative to)(?: (?:in|for|at|during))?(?: the)? $|\b(?:increase|decrease|reduction|rise|fall|up|down|improvement|drop)(?: of)?(?: [£€]?[\d.,]{1,12} ?(?:%|m|million)?)? on(?: the)? $/i
const FROM = /\bfrom(?: the)? $/i
const OTHERWISE =
  /\b(?:since|before|after|until|till|prior to|Acts?,?|Regulations,?|Order,?|Plan,?|Strategy,?|Bill,?)(?: the)? $/i

/**
 * The times that a text names, in reading order. Words like `last year` and months without a year are read from the date of
 * the record, and not at all where it has none.
 */
export function statedPeriods(text: string, reference: CalendarDate | null): StatedPeriod[] {
  const found: StatedPeriod[] = []
  const isFree = (start: number, end: number): boolean =>
    found.every((other) => end <= other.start || start >= other.end)
  for (const periodRule of PERIOD_RULES)
    for (const match of text.matchAll(periodRule.pattern)) {
      const end = match.index + match[0].length
      if (isFree(match.index, end)) found.push(stated(text, match, periodRule, reference))
    }
  return found.sort((a, b) => a.start - b.start)
}

function stated(
  text: string,
  match: RegExpExecArray,
  { read, isRelative }: PeriodRule,
  reference: CalendarDate | null,
): StatedPeriod {
  const before = text.slice(Math.max(0, match.index - 50), match.index)
  const [words, ...groups] = match
  const lead = (AS_AT.exec(before) ?? OF_A_TIME.exec(before))?.[0] ?? ''
  const reading = read(groups, reference)
  const isOther =
    OTHERWISE.test(before) ||
    (FROM.test(before) && reading?.from === reading?.to) ||
    (reading !== null && isUnsaid(before, text, match, reading, isRelative))
  const isEnd = /\bend of\b/i.test(`${lead}${words}`)
  const isAsAt = reading !== null && /^(?:day|month|year)$/.test(reading.basis) && (isEnd || AT.test(lead))
  return {
    start: match.index - lead.length,
    end: match.index + words.length,
    isBase: BASE.test(before),
    period:
      reading === null || isOther
        ? null
        : {
            ...(isAsAt && !isRelative ? stateAt(reading, isEnd) : reading),
            words: isEnd
              ? `end of ${words.replace(/^end of /, '')}`
              : isRelative && reference !== null
                ? `${words}, counted from ${formatDate(reference)}`
                : words,
          },
  }
}

const AT = /^(?:as at|as of|as on|at|by|up to|on)\b/i

/** A state at the end of a month is nothing of the month. */
function stateAt({ from, to }: Reading, isEnd: boolean): Reading {
  return { from: isEnd ? lastDay(to) : from, to: isEnd ? lastDay(to) : to, basis: 'day' }
}

/** A year or a day by itself, without a word that makes a figure one of that time: the name of a law or a plan, a date of a letter. */
function isUnsaid(
  before: string,
  text: string,
  match: RegExpExecArray,
  { basis }: Reading,
  isRelative: boolean,
): boolean {
  if (isRelative || (basis !== 'year' && basis !== 'day')) return false
  if (basis === 'day')
    return (
      !/\b(?:as at|as of|as on|at|by|on)(?: the)? $/i.test(before) ||
      /\b(?:held|dated|meeting|notice)\b/i.test(before)
    )
  const opens = match.index === 0 && /^(?:[:,]| [-\u2013]| saw\b| was\b)/.test(text.slice(match[0].length))
  return !(
    OF_A_TIME.test(before) ||
    AS_AT.test(before) ||
    opens ||
    /\bBudget $/.test(before) ||
    before.endsWith('year ')
  )
}
