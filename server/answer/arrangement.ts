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

/** How likely an answer is right. */
export interface Sureness {
  readonly confidence: number
  /** Is that of the best answer, with which it answers together? By itself it is not known. */
  readonly sharesConfidence: boolean
}

/** The sides of a comparison answer together with the best; any other has its share of the odds beside the best. */
export function surenessOf(
  ranked: readonly Ranked[],
  sides: readonly Ranked[],
  confidence: number,
): Sureness[] {
  const first = ranked[0]?.share ?? 1
  return ranked.map((candidate, index) =>
    index > 0 && sides.includes(candidate)
      ? { confidence, sharesConfidence: true }
      : { confidence: confidence * Math.min(1, candidate.share / first), sharesConfidence: false },
  )
}

interface Dated {
  readonly context: { readonly date: CalendarDate | null }
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
