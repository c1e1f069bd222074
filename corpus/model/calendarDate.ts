/** A calendar day `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the record says no more. */
export type CalendarDate = string

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isCalendarDate(text: string): boolean {
  const parts = FORM.exec(text)
  if (!parts) return false
  const year = Number(parts[1])
  if (year === 0) return false
  if (parts[2] === undefined) return true
  const month = Number(parts[2])
  if (month < 1 || month > 12) return false
  if (parts[3] === undefined) return true
  const day = Number(parts[3])
  return day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** First day of the interval that a date names: `2022-02` begins on `2022-02-01`. */
export function firstDay(date: CalendarDate): CalendarDate {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** Last day of the interval that a date names: `2022-02` ends on `2022-02-28`. */
export function lastDay(date: CalendarDate): CalendarDate {
  if (date.length === 4) return `${date}-12-31`
  if (date.length !== 7) return date
  const [year, month] = date.split('-').map(Number)
  return `${date}-${String(daysInMonth(year ?? 0, month ?? 0)).padStart(2, '0')}`
}

/** A day as a whole number that sorts as the day does: `2022-12-06` is 20221206. */
export function dayNumber(day: CalendarDate): number {
  return Number(day.replaceAll('-', ''))
}

/** Is a day or month certainly later than another? What overlaps, such as a month and a day of it, is not. */
export function isAfter(date: CalendarDate, other: CalendarDate): boolean {
  return firstDay(date) > lastDay(other)
}

/** Is it a day, and not a month or a year? */
export function isWholeDay(date: CalendarDate): boolean {
  return date.length === 'YYYY-MM-DD'.length
}

const DAY_MS = 86_400_000

/** The day so many days after a whole day, or before it where they are negative. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)
}

/** Days from one whole day to another; null where either is only a month or a year. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number | null {
  if (!isWholeDay(from) || !isWholeDay(to)) return null
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
