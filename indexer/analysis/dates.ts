import * as chrono from 'chrono-node/en'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { isCalendarDate } from '../../corpus/model/calendarDate.ts'

/** A date in a text, at `[start, end)`. */
export interface FoundDate {
  readonly date: CalendarDate
  readonly start: number
  readonly end: number
}

const SCANNED_ORDINAL = /(?<=\d)[\u2122"\u00b0\u201c\u201d*'\u2019]{1,3}(?=,? ?[A-Z])/g
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
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const result of chrono.GB.parse(readable(text))) {
    if (!/\d/.test(result.text)) continue
    const date = calendarDate(result.start, BUDDHIST_ERA.test(result.text))
    if (date)
      found.push({
        date,
        start: result.index,
        end: result.index + result.text.replace(BUDDHIST_ERA, '').length,
      })
  }
  return found
}

/** White space made plain, and what scanners make of raised letters (`14\u2122 July`, `26" June`) blanked out. */
function readable(text: string): string {
  return text
    .slice(0, CANDIDATE_LENGTH)
    .replace(/\s/g, ' ')
    .replace(SCANNED_ORDINAL, (marks) => ' '.repeat(marks.length))
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
