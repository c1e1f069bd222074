import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { dayNumber, firstDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import type { FacetCount, FacetField, SearchOptions } from '../engine.ts'
import { FACET_FIELDS, forEachField } from '../engine.ts'
import type { Columns, FacetColumn } from './columns.ts'

/**
 * The filters of one search, ready to be put to many paragraphs. Dates filter like a facet of their own, whose counts
 * are those of `year` and `month`.
 */
export interface Filters {
  /** `PASSES` where it passes all; the number of the one filter that it fails; `FAILS` where it fails two or more. */
  verdict(paragraph: number): number
  /** The filter that the counts of a field leave out; null where the field is not filtered. */
  ownFilter(field: FacetField): number | null
}

export const PASSES = -1
export const FAILS = -2

export type Test = (paragraph: number) => boolean

function allOf(tests: readonly Test[]): Test {
  const [only] = tests
  return only && tests.length === 1 ? only : (paragraph) => tests.every((test) => test(paragraph))
}

export function makeFilters(
  columns: Columns,
  { filters, from, to }: Pick<SearchOptions, 'filters' | 'from' | 'to'>,
): Filters {
  const tests: Test[] = []
  const numbers = new Map<FacetField, number>()
  for (const field of FACET_FIELDS) {
    const own = filters.filter((filter) => filter.field === field)
    if (own.length === 0) continue
    numbers.set(field, tests.length)
    tests.push(allOf(own.map(({ values }) => hasValue(columns.facets[field], values))))
  }
  if (from !== null || to !== null) {
    numbers
      .set('year', numbers.get('year') ?? tests.length)
      .set('month', numbers.get('month') ?? tests.length)
    tests.push(liesWithin(columns, from, to))
  }
  return {
    ownFilter: (field) => numbers.get(field) ?? null,
    verdict: (paragraph) => {
      let failed = PASSES
      for (let index = 0; index < tests.length; index++) {
        if (tests[index]?.(paragraph)) continue
        if (failed !== PASSES) return FAILS
        failed = index
      }
      return failed
    },
  }
}

export function hasValue({ labels, starts, values }: FacetColumn, wanted: readonly string[]): Test {
  const wantedValues = new Set(wanted)
  const isWanted = Uint8Array.from(labels, (label) => (wantedValues.has(label) ? 1 : 0))
  return (paragraph) => {
    const end = starts[paragraph + 1] ?? 0
    for (let at = starts[paragraph] ?? 0; at < end; at++) if (isWanted[values[at] ?? 0]) return true
    return false
  }
}

/** Does the paragraph's date lie wholly within two days? One without a date lies nowhere. */
export function liesWithin(
  { firstDays, lastDays }: Columns,
  from: CalendarDate | null,
  to: CalendarDate | null,
): Test {
  const first = from === null ? 1 : dayNumber(firstDay(from))
  const last = to === null ? 99_999_999 : dayNumber(lastDay(to))
  return (paragraph) => (firstDays[paragraph] ?? 0) >= first && (lastDays[paragraph] ?? 0) <= last
}

/**
 * Counts the values of every facet over a result, field by field.
 *
 * @param passing the paragraphs that pass all filters
 * @param nearly for each filter, the paragraphs that fail it alone: they count for the field that it filters
 */
export function countFacets(
  { facets }: Columns,
  filters: Filters,
  passing: readonly number[],
  nearly: readonly (readonly number[])[],
  most: number,
): Record<FacetField, FacetCount[]> {
  return forEachField((field) => {
    const column = facets[field]
    const counts = new Uint32Array(column.labels.length + 1)
    addCounts(column, passing, counts)
    const own = filters.ownFilter(field)
    if (own !== null) addCounts(column, nearly[own] ?? [], counts)
    return largest(column.labels, counts, most)
  })
}

/** How many of some paragraphs have each value of a field. */
export function countValues(column: FacetColumn, paragraphs: readonly number[]): FacetCount[] {
  const counts = new Uint32Array(column.labels.length + 1)
  addCounts(column, paragraphs, counts)
  return largest(column.labels, counts, column.labels.length)
}

/** @param counts one for each label, and one more for what has none */
function addCounts(
  { starts, values, single }: FacetColumn,
  paragraphs: readonly number[],
  counts: Uint32Array,
): void {
  for (const paragraph of paragraphs) {
    if (single) {
      const value = single[paragraph] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
      continue
    }
    const end = starts[paragraph + 1] ?? 0
    for (let at = starts[paragraph] ?? 0; at < end; at++) {
      const value = values[at] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
}

function largest(labels: readonly string[], counts: Uint32Array, most: number): FacetCount[] {
  const found: FacetCount[] = []
  for (const [index, value] of labels.entries()) {
    const count = counts[index] ?? 0
    if (count > 0) found.push({ value, count })
  }
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, most)
}
