import { dayNumber, firstDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import type { FacetField, IndexedParagraph } from '../engine.ts'
import { FACET_FIELDS, forEachField } from '../engine.ts'

/** The values of one field for all paragraphs: those of paragraph `i` are `values[starts[i] .. starts[i + 1]]`. */
export interface FacetColumn {
  readonly labels: readonly string[]
  readonly starts: Uint32Array
  readonly values: Uint32Array
  /** Where every paragraph has at most one value: that value, or the number of labels. It is counted in half the time. */
  readonly single: Uint32Array | null
}

/** The day of a paragraph that has none. */
export const NO_DATE = 0

/** What filters, facets and sorting need of every paragraph, by its place in the collection. */
export interface Columns {
  readonly ids: readonly string[]
  /** The place of each paragraph, by its id. */
  readonly places: ReadonlyMap<string, number>
  /** Days as whole numbers (20221206); `NO_DATE` where there is none. */
  readonly firstDays: Uint32Array
  readonly lastDays: Uint32Array
  /** Number of the group that it is read in. */
  readonly groups: Uint32Array
  /** Of every copy, by its place, the place of the canonical one. */
  readonly canonicals: ReadonlyMap<number, number>
  readonly facets: Readonly<Record<FacetField, FacetColumn>>
}

/** The form in which columns are kept in a file. */
export interface StoredColumns {
  readonly ids: string[]
  readonly firstDays: number[]
  readonly lastDays: number[]
  readonly groups: number[]
  readonly copies: [copy: number, canonicalId: string][]
  readonly facets: Record<FacetField, { labels: string[]; starts: number[]; values: number[] }>
}

export class ColumnsBuilder {
  readonly #columns: StoredColumns = {
    ids: [],
    firstDays: [],
    lastDays: [],
    groups: [],
    copies: [],
    facets: forEachField(() => ({ labels: [], starts: [0], values: [] })),
  }
  readonly #numbers = forEachField(() => new Map<string, number>())
  readonly #groups = new Map<string, number>()

  add(paragraph: IndexedParagraph): void {
    const { date } = paragraph
    if (paragraph.copyOf !== null) this.#columns.copies.push([this.#columns.ids.length, paragraph.copyOf])
    this.#columns.ids.push(paragraph.id)
    this.#columns.firstDays.push(date === null ? NO_DATE : dayNumber(firstDay(date)))
    this.#columns.lastDays.push(date === null ? NO_DATE : dayNumber(lastDay(date)))
    this.#columns.groups.push(numberOf(paragraph.group, this.#groups))
    const byDate = {
      year: date === null ? [] : [date.slice(0, 4)],
      month: date === null || date.length < 7 ? [] : [date.slice(0, 7)],
    }
    for (const field of FACET_FIELDS)
      this.#addValues(field, field === 'year' || field === 'month' ? byDate[field] : paragraph.facets[field])
  }

  #addValues(field: FacetField, labels: readonly string[]): void {
    const column = this.#columns.facets[field]
    for (const label of new Set(labels)) {
      const number = numberOf(label, this.#numbers[field])
      if (number === column.labels.length) column.labels.push(label)
      column.values.push(number)
    }
    column.starts.push(column.values.length)
  }

  finish(): StoredColumns {
    return this.#columns
  }
}

function numberOf(label: string, numbers: Map<string, number>): number {
  const known = numbers.get(label)
  if (known !== undefined) return known
  numbers.set(label, numbers.size)
  return numbers.size - 1
}

export function openColumns(stored: StoredColumns): Columns {
  const facets = forEachField((field) => {
    const { labels, starts, values } = stored.facets[field]
    return {
      labels,
      starts: Uint32Array.from(starts),
      values: Uint32Array.from(values),
      single: singleValues(starts, values, labels.length),
    }
  })
  const places = new Map(stored.ids.map((id, place) => [id, place]))
  return {
    ids: stored.ids,
    places,
    firstDays: Uint32Array.from(stored.firstDays),
    lastDays: Uint32Array.from(stored.lastDays),
    groups: Uint32Array.from(stored.groups),
    canonicals: canonicalPlaces(stored, places),
    facets,
  }
}

function canonicalPlaces(
  { copies }: StoredColumns,
  places: ReadonlyMap<string, number>,
): Map<number, number> {
  return new Map(
    copies.flatMap(([copy, id]) => {
      const place = places.get(id)
      return place === undefined ? [] : [[copy, place] as const]
    }),
  )
}

function singleValues(
  starts: readonly number[],
  values: readonly number[],
  none: number,
): Uint32Array | null {
  const single = new Uint32Array(starts.length - 1).fill(none)
  for (let paragraph = 0; paragraph < single.length; paragraph++) {
    const start = starts[paragraph] ?? 0
    const count = (starts[paragraph + 1] ?? 0) - start
    if (count > 1) return null
    if (count === 1) single[paragraph] = values[start] ?? none
  }
  return single
}
