import { MONTHS } from './months.ts'
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

const month = (year: number, number: number): CalendarDate =>
  `${year + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, '0')}`

const MONTH_NAMES = MONTHS.map((name) => name.toLowerCase())
const YEAR = '((?:19|20)\\d\\d)(?![\\d,.]\\d)'

/** Each stretch of a question is read by the first that fits it. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `\\b((?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?(?:${MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept))\\.?,? ((?:19|20)\\d\\d)\\b`,
      'gi',
    ),
    example: 'on 6 December 2022',
    read: (dayAndMonth, year) => {
      const number = MONTH_NAMES.findIndex((name) => dayAndMonth.toLowerCase().includes(name.slice(0, 3))) + 1
      const day = /^\d+/.exec(dayAndMonth)?.[0]
      const date = day === undefined ? month(year, number) : `${month(year, number)}-${day.padStart(2, '0')}`
      return isCalendarDate(date) ? { from: date, to: date } : null
    },
  },
  {
    pattern:
      /\b(early|mid|late|beginning|start|end|spring|summer|autumn|winter)(?: of|-| in)?(?: the year)? ((?:19|20)\d\d)(?:[/-]\d\d)?\b/gi,
    example: 'in early 2022',
    read: (part, year) => {
      const [first, last] = PARTS_OF_YEAR[part.toLowerCase()] ?? [1, 12]
      return { from: month(year, first), to: month(year, last) }
    },
  },
  {
    pattern: /\b(q[1-4]|quarter [1-4])(?: of)? ((?:19|20)\d\d)\b/gi,
    example: 'in Q3 2024',
    read: (quarter, year) => {
      const last = Number(quarter.at(-1)) * 3
      return { from: month(year, last - 2), to: month(year, last) }
    },
  },
  {
    // Public bodies count their years from April.
    pattern: /\b()((?:19|20)\d\d)[/-](?:\d\d|(?:19|20)\d\d)\b(?![/-])/g,
    example: 'the budget for 2023/24',
    read: (_, year) => ({ from: month(year, 4), to: month(year + 1, 3) }),
  },
  {
    pattern: new RegExp(`\\b()${YEAR}`, 'g'),
    example: 'in 2019',
    read: (_, year) => ({ from: String(year), to: String(year) }),
  },
]

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
