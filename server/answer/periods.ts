import { MONTHS } from '../../corpus/model/months.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, isCalendarDate, lastDay } from '../../corpus/model/calendarDate.ts'

/** A time that a question names: from the first day of `from` to the last day of `to`. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

interface PeriodRule {
  readonly pattern: RegExp
  readonly example: string
  /** @param named the first group of the pattern @param year the year, or the first of two @returns null where that is no date */
  readonly read: (named: string, year: number) => Period | null
}

/** First and last month of a part of a year; winter ends in the year after. */
const PARTS_OF_YEAR: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
  beginning: [1, 3],
  start: [1, 3],
  end: [10, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}

/** The month of a year; after December those of the next. */
const month = (year: number, number: number): CalendarDate =>
  `${year + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, '0')}`

const MONTH_NAMES = MONTHS.map((name) => name.toLowerCase())
const MONTH = `(?:${MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)`
const YEAR = '((?:19|20)\\d\\d)'
const THIS_CENTURY = 2000

const monthNumberOf = (words: string): number =>
  MONTH_NAMES.findIndex((name) => words.toLowerCase().includes(name.slice(0, 3))) + 1

const dayOrMonth = (date: CalendarDate): Period | null =>
  isCalendarDate(date) ? { from: date, to: date } : null

const rule = (pattern: string, example: string, read: PeriodRule['read']): PeriodRule => ({
  pattern: new RegExp(pattern, 'gi'),
  example,
  read,
})

/** Each stretch of a question is read by the first that fits it. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  rule(
    `\\b((?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${MONTH})\\.?,? ${YEAR}\\b`,
    'on 6 December 2022',
    (named, year) => {
      const day = /^\d+/.exec(named)?.[0].padStart(2, '0')
      return dayOrMonth([month(year, monthNumberOf(named)), ...(day === undefined ? [] : [day])].join('-'))
    },
  ),
  rule(
    `\\b(${MONTH})(?=(?: to | and | until | ?[-\u2013] ?)${MONTH},? ${YEAR}\\b)`,
    'between April and July 2024',
    (named, year) => dayOrMonth(month(year, monthNumberOf(named))),
  ),
  rule(`\\b(${MONTH})(?:-| ?['\u2019])(\\d\\d)\\b`, 'Jul-22', (named, year) =>
    dayOrMonth(month(THIS_CENTURY + year, monthNumberOf(named))),
  ),
  rule(`\\b(\\d{1,2}[/.]\\d{1,2})[/.]${YEAR}\\b`, '06/12/2022', (named, year) => {
    const [day = '', number = ''] = named.split(/[/.]/)
    return dayOrMonth(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }),
  rule(`\\b(${YEAR}-\\d\\d-\\d\\d)\\b`, '2022-12-06', dayOrMonth),
  rule(
    `\\b(early|mid|late|beginning|start|end|spring|summer|autumn|winter)(?: of| in)?(?: the year)?[ -]${YEAR}(?:[/-]\\d\\d)?\\b`,
    'in early 2022',
    (part, year) => {
      const [first, last] = PARTS_OF_YEAR[part.toLowerCase()] ?? [1, 12]
      return { from: month(year, first), to: month(year, last) }
    },
  ),
  rule(`\\b(q[1-4]|quarter [1-4])(?: of)? ${YEAR}\\b`, 'in Q3 2024', (quarter, year) => {
    const last = Number(quarter.at(-1)) * 3
    return { from: month(year, last - 2), to: month(year, last) }
  }),
  // Public bodies count their years from April.
  rule(
    `\\b(?=(?:19|20)\\d\\d[/-](\\d\\d|20\\d\\d)\\b)${YEAR}[/-]\\d+`,
    'the budget for 2023/24',
    (next, year) =>
      Number(next) % 100 === (year + 1) % 100 ? { from: month(year, 4), to: month(year + 1, 3) } : null,
  ),
  rule(`\\b((?:19|20)\\d\\d-\\d\\d)(?![\\d-])`, '2022-12', dayOrMonth),
  rule(`(?<!\\bbefore )\\b()${YEAR}(?!\\d|[,.]\\d)`, 'in 2019', (_, year) => ({
    from: String(year),
    to: String(year),
  })),
]

/** Months that a question names, with a year or without; January is 1. `may` and `march` are words too. */
export function monthsIn(question: string): Set<number> {
  const words = question.match(/\p{L}+/gu) ?? []
  return new Set(words.filter((word) => IS_MONTH.test(word) && !ALSO_A_WORD.has(word)).map(monthNumberOf))
}

const IS_MONTH = new RegExp(`^${MONTH}$`, 'i')
const ALSO_A_WORD: ReadonlySet<string> = new Set(['may', 'march', 'mar'])

/** The times that a question names, in reading order: days, months, parts of years, years. */
export function periodsIn(question: string): Period[] {
  const found: { readonly start: number; readonly end: number; readonly period: Period }[] = []
  const isFree = (start: number, end: number): boolean =>
    found.every((other) => end <= other.start || start >= other.end)
  for (const { pattern, read } of PERIOD_RULES)
    for (const match of question.matchAll(pattern)) {
      const end = match.index + match[0].length
      const period = isFree(match.index, end) ? read(match[1] ?? '', Number(match[2])) : null
      if (period) found.push({ start: match.index, end, period })
    }
  return found.sort((a, b) => a.start - b.start).map(({ period }) => period)
}

/** Months between a date and a period: 0 where they meet, 1 for the month before or after. */
export function monthsApart(date: CalendarDate, { from, to }: Period): number {
  const [first, last] = [monthNumber(firstDay(date)), monthNumber(lastDay(date))]
  return Math.max(0, monthNumber(firstDay(from)) - last, first - monthNumber(lastDay(to)))
}

const monthNumber = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
