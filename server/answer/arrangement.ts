import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { periodsIn } from './periods.ts'
import type { Ranked } from './rank.ts'

/** How answers belong together: one above others, each of its own time, or one list. */
export type Arrangement = 'best_first' | 'by_date' | 'list'

/** So many of the best candidates are looked through for each side of a comparison. */
const LOOKED_THROUGH = 15

/** The best candidate of each of the first and the last period that a comparison names; empty where one of them has none. */
export function sidesOf(ranked: readonly Ranked[], question: string): Ranked[] {
  const periods = periodsIn(question)
  if (periods.length < 2) return []
  const sides = [periods[0], periods.at(-1)].map((period) =>
    ranked.slice(0, LOOKED_THROUGH).find(({ context }) => period && isOf(context.date, period.date)),
  )
  return sides.flatMap((side) => (side && sides.every(Boolean) ? [side] : []))
}

function isOf(date: CalendarDate | null, period: CalendarDate): boolean {
  return date !== null && firstDay(date) <= lastDay(period) && lastDay(date) >= firstDay(period)
}

interface Dated {
  readonly context: { readonly date: CalendarDate | null; readonly meeting: { readonly id: string } | null }
  /** The words that answer; null where none are marked. */
  readonly words: string | null
}

/** Do meetings say different things? A comparison asks for that; elsewhere the words that answer have to differ. */
export function isByDate(answers: readonly Dated[], isComparison: boolean): boolean {
  const dates = new Set(answers.map(({ context }) => context.date))
  if (dates.size < 2 || dates.has(null)) return false
  const said = new Set(answers.map(({ words }) => words?.toLowerCase() ?? null))
  return isComparison || (said.size > 1 && !said.has(null))
}
