import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { Period } from './periods.ts'
import { monthsApart } from './periods.ts'
import type { Ranked } from './rank.ts'

/** How answers belong together: one above others, each of its own time, or one list. */
export type Arrangement = 'best_first' | 'by_date' | 'list'

/** So many of the best candidates are looked through for each side of a comparison. */
const LOOKED_THROUGH = 15

/** The best candidate of each of the first and the last period that a comparison names; empty where one of them has none. */
export function sidesOf(ranked: readonly Ranked[], periods: readonly Period[]): Ranked[] {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || (first.from === last.from && first.to === last.to)) return []
  const sides = [first, last].map((period) =>
    ranked
      .slice(0, LOOKED_THROUGH)
      .find(({ context }) => context.date !== null && monthsApart(context.date, period) === 0),
  )
  return sides.flatMap((side) => (side && sides.every(Boolean) ? [side] : []))
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
