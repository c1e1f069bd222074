import type { CalendarDate } from './calendarDate.ts'
import { MONTHS } from './months.ts'

/** A date as it is written in Britain: `6 December 2022`, `March 2022`, `2022`. */
export function formatDate(date: CalendarDate): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? ''} `
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`
}
