import type { CalendarDate } from './calendarDate.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A date as it is written in Britain: `6 December 2022`, `March 2022`, `2022`. */
export function formatDate(date: CalendarDate): string {
  const [year = '', month, day] = date.split('-')
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? ''} `
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`
}
