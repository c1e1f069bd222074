import * as chrono from 'chrono-node/en'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { isCalendarDate } from '../../corpus/model/calendarDate.ts'
import { MONTHS as MONTH_NAMES } from '../../corpus/model/months.ts'

import { remembering } from './remember.ts'

/** A date in a text, at `[start, end)`. */
export interface FoundDate {
  readonly date: CalendarDate
  readonly start: number
  readonly end: number
}

const SCANNED_ORDINAL = /(?<=\d)[\u2122"%\u00b0\u201c\u201d*'\u2019]{1,3}(?=,? ?[A-Z])/g
/** What every date that names a year has: chrono is a hundred times slower than a look for it. */
const MAY_NAME_A_YEAR =
  /\d{4}|\d\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d\d|\d\s{0,2}(?:BE|AD|BC|CE)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^\d]{0,20}\d{2}|'\d\d/i
const DIGIT = /\d/
const REMEMBERED_TEXTS = 2_000
const CANDIDATE_LENGTH = 2_000
const EARLIEST_YEAR = 1800
const LATEST_YEAR = 2199
/** "held on 5 June 2019 be noted": chrono reads the verb as the Buddhist era, 543 years away. */
const BUDDHIST_ERA = / be$/i
const BUDDHIST_ERA_YEARS = 543

/**
 * The calendar dates that a text states, British order, in reading order: `Tuesday, 27th September 2022` is
 * `2022-09-27`, `March 2022` is `2022-03`. What names no year is left out, as are weekdays and words like "today".
 * Texts longer than 2,000 characters are read that far.
 */
export const datesIn = remembering(findDates, REMEMBERED_TEXTS)

function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = []
  if (!DIGIT.test(text)) return found
  const candidate = readable(text)
  if (!MAY_NAME_A_YEAR.test(candidate)) return found
  for (const result of chrono.GB.parse(candidate)) {
    const date = calendarDate(result.start, BUDDHIST_ERA.test(result.text))
    if (date && namesYear(result.text, date))
      found.push({
        date,
        start: result.index,
        end: result.index + result.text.replace(BUDDHIST_ERA, '').length,
      })
  }
  return found
}

/** Of the dates that a text states, those that are whole days: a month or a year alone is left out. */
export function daysIn(text: string): CalendarDate[] {
  return datesIn(text).flatMap(({ date }) => (date.length === 'YYYY-MM-DD'.length ? [date] : []))
}

/** A day of a month and of the week, without its year: `Thursday, 15th July`. */
export interface WeekdayDate {
  /** 0 is Sunday. */
  readonly weekday: number
  readonly day: number
  readonly month: number
}

const WEEKDAY_DATE =
  /\b(sun|mon|tues|wednes|thurs|fri|satur)day\b.{0,12}?(\d{1,2})\s?(?:st|nd|rd|th)?\s*(?:of )?(january|february|march|april|may|june|july|august|september|october|november|december)\b/gi
const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur']
const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase())

/** The weekdays with day and month that a text names, whether a year follows or not. */
export function weekdaysIn(text: string): WeekdayDate[] {
  return [...readable(text).matchAll(WEEKDAY_DATE)].map(([, weekday = '', day = '', month = '']) => ({
    weekday: WEEKDAYS.indexOf(weekday.toLowerCase()),
    day: Number(day),
    month: MONTHS.indexOf(month.toLowerCase()) + 1,
  }))
}

/** Is the day on that weekday in a year? */
export function fallsOn({ weekday, day, month }: WeekdayDate, year: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday
}

export function dateIn({ day, month }: WeekdayDate, year: number): CalendarDate {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** White space made plain, and what scanners make of raised letters (`14\u2122 July`, `26" June`) blanked out. */
function readable(text: string): string {
  return text
    .slice(0, CANDIDATE_LENGTH)
    .replace(/[^\S ]/g, ' ')
    .replace(SCANNED_ORDINAL, (marks) => ' '.repeat(marks.length))
}

/** "Tomorrow" and "2 days ago" name no year: chrono would count from the day on which the file is read. */
function namesYear(text: string, date: CalendarDate): boolean {
  return text.includes(date.slice(2, 4))
}

function calendarDate(read: chrono.ParsedResult['start'], misreadEra: boolean): CalendarDate | null {
  const [readYear, month, day] = (['year', 'month', 'day'] as const).map((unit) =>
    read.isCertain(unit) ? read.get(unit) : null,
  )
  if (readYear == null) return null
  const year = misreadEra ? readYear + BUDDHIST_ERA_YEARS : readYear
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null
  const date = [year, month, month == null ? null : day]
    .filter((part): part is number => part != null)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
  return isCalendarDate(date) ? date : null
}
