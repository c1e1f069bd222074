import type { FacetCount } from '../../indexer/engine/engine.ts'
import type { SearchFilters } from '../search/request.ts'

/** A year or a decade of the chart. */
interface Bar {
  readonly label: string
  readonly count: number
  /** Has the collection anything of this time? */
  readonly isHeld: boolean
  /** Of the largest count, in hundredths; what is there at all is seen. */
  readonly share: number
  readonly isChosen: boolean
  /** The result of this time alone, or without it again where it is chosen; null where nothing is of this time. */
  readonly href: string | null
}

/** Beyond these years the bars are decades. */
const MOST_YEARS = 40
const LEAST_SHARE = 2

/**
 * The matches by year, every year from the first to the last. The counts leave out the dates that are set.
 *
 * @param held the years of which the collection has anything
 */
export function presentYears(
  counts: readonly FacetCount[],
  filters: SearchFilters,
  hrefOf: (filters: SearchFilters) => string,
  held: readonly string[],
): readonly Bar[] {
  if (counts.length === 0) return []
  const years = counts.map(({ value, count }) => ({ year: Number(value), count }))
  const first = Math.min(...years.map(({ year }) => year))
  const last = Math.max(...years.map(({ year }) => year))
  const step = last - first < MOST_YEARS ? 1 : 10
  const start = first - (first % step)
  const bars = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, index) => {
    const from = start + index * step
    const isWithin = (year: number): boolean => year >= from && year < from + step
    const own = years.filter(({ year }) => isWithin(year))
    return {
      from,
      count: own.reduce((sum, { count }) => sum + count, 0),
      isHeld: held.some((year) => isWithin(Number(year))),
    }
  })
  const largest = Math.max(...bars.map(({ count }) => count))
  const { from: _from, to: _to, ...otherFilters } = filters
  return bars.map(({ from, count, isHeld }) => {
    const range = { from: String(from), to: String(from + step - 1) }
    const isChosen = filters.from === range.from && filters.to === range.to
    return {
      label: step === 1 ? range.from : `${range.from}s`,
      count,
      isHeld,
      share: count === 0 ? 0 : Math.max(LEAST_SHARE, Math.round((100 * count) / largest)),
      isChosen,
      href: count === 0 && !isChosen ? null : hrefOf(isChosen ? otherFilters : { ...otherFilters, ...range }),
    }
  })
}
