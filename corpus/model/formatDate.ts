import type { CalendarDate } from './calendarDate.ts'
import { MONTHS } from './months.ts'

/** A date as it is written in Britain: `6 December 2022`, `March 2022`, `2022`. */
export function formatDate(date: CalendarDate): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? ''} `
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`
}

/** `7 June 2017 to 18 December 2024`; one date where both are the same. */
export function formatPeriod(from: CalendarDate, to: CalendarDate): string {
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`
}
