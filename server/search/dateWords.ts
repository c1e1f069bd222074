import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { addDays, firstDay, isCalendarDate, lastDay } from '../../corpus/model/calendarDate.ts'
import { MONTHS as MONTH_NAMES } from '../../corpus/model/months.ts'

/** A stretch of a query that says when: `since 2021`. */
export interface DateWords {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase())
const MONTH = `(?:${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)`
const DAY_OR_MONTH = `(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH} (?:19|20)\\d\\d`
const DATE = `(?:${DAY_OR_MONTH}|(?:19|20)\\d\\d)`

interface DateRule {
  readonly pattern: RegExp
  readonly example: string
  readonly read: (one: CalendarDate, other: CalendarDate) => Pick<DateWords, 'from' | 'to'>
}

const rule = (words: string, example: string, read: DateRule['read']): DateRule => ({
  pattern: new RegExp(`\\b${words}(?![\\w/-])`, 'gi'),
  example,
  read,
})

/** The first that fits counts. A date without such a word before it may be what the record speaks of: it stays a word. */
export const DATE_RULES: readonly DateRule[] = [
  rule(`(?:from|between) (${DATE}) (?:to|and|until) (${DATE})`, 'from 2019 to 2021', (from, to) => ({
    from,
    to,
  })),
  rule(`since (${DATE})`, 'since 2021', (from) => ({ from, to: null })),
  rule(`before (${DATE})`, 'before March 2022', (date) => ({ from: null, to: dayBefore(date) })),
  rule(`(?:until|up to) (${DATE})`, 'until 2021', (to) => ({ from: null, to })),
  rule(`on (${DAY_OR_MONTH})`, 'on 6 December 2022', (date) => ({ from: date, to: date })),
  rule(`(?:in|during) (${DATE})`, 'in March 2022', (date) => ({ from: date, to: date })),
]

/** What a query says of the time that it asks for; null where it says nothing. */
export function dateWordsIn(text: string): DateWords | null {
  for (const { pattern, read } of DATE_RULES) {
    for (const match of text.matchAll(pattern)) {
      const one = calendarDate(match[1] ?? '')
      const other = calendarDate(match[2] ?? match[1] ?? '')
      if (one === null || other === null || firstDay(one) > lastDay(other)) continue
      return { text: match[0], start: match.index, end: match.index + match[0].length, ...read(one, other) }
    }
  }
  return null
}

function calendarDate(words: string): CalendarDate | null {
  const parts = words.toLowerCase().split(' ')
  const year = parts.at(-1) ?? ''
  const month = MONTHS.findIndex((name) => parts.at(-2)?.startsWith(name.slice(0, 3)))
  const day = parts.length === 3 ? Number.parseInt(parts[0] ?? '', 10) : null
  const pad = (number: number): string => String(number).padStart(2, '0')
  const date = [year, ...(month < 0 ? [] : [pad(month + 1)]), ...(day === null ? [] : [pad(day)])].join('-')
  return isCalendarDate(date) ? date : null
}

/** The day before a date begins. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return addDays(firstDay(date), -1)
}
