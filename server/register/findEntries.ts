import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import type { FacetCount } from '../../indexer/engine/engine.ts'
import { MOST_FACET_VALUES } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import { findHits } from '../search/searchRecord.ts'
import type { ListRequest, ListSort } from './listRequest.ts'
import type { EntryList, EntryOf, ListField, ListName } from './registerLists.ts'
import { LIST_FIELDS } from './registerLists.ts'

/** The entries of a list that a request asks for, in its order. */
export interface FoundEntries<Name extends ListName> {
  readonly name: Name
  readonly request: ListRequest
  /** All of them, as they stood on the day. */
  readonly entries: readonly EntryOf<Name>[]
  /** For each field its values among what the other filters leave, most frequent first. */
  readonly facets: Readonly<Partial<Record<ListField, readonly FacetCount[]>>>
  /** How the words were read; null where none were given. */
  readonly analysis: Analysis | null
}

/** The entries on the page that is asked for. */
export function shownEntries<Name extends ListName>({
  entries,
  request: { page, size },
}: FoundEntries<Name>): readonly EntryOf<Name>[] {
  return entries.slice((page - 1) * size, page * size)
}

/** An entry with what it is narrowed by, and how well it matches the words. */
interface Candidate<Name extends ListName> {
  readonly entry: EntryOf<Name>
  readonly values: Readonly<Partial<Record<ListField, readonly string[]>>>
  /** Place of its best paragraph among the hits; 0 where no words were given. */
  readonly rank: number
}

export async function findEntries<Name extends ListName>(
  generation: Generation,
  list: EntryList<Name>,
  request: ListRequest,
): Promise<FoundEntries<Name>> {
  const words = request.q.trim() === '' ? null : await paragraphsWith(generation, request.q)
  const candidates = candidatesOf(list, request, words?.ranks ?? null)
  const fields: readonly ListField[] = LIST_FIELDS[list.name]
  const failures = candidates.map(({ values }) => fields.filter((field) => !passes(values, request, field)))
  const found = candidates.filter((_, index) => failures[index]?.length === 0)
  return {
    name: list.name,
    request,
    entries: sorted(list, found, request.sort).map(({ entry }) => entry),
    facets: Object.fromEntries(
      fields.map((field) => [
        field,
        // A facet's counts leave out its own filter.
        countValues(
          candidates.filter((_, index) => failures[index]?.every((failed) => failed === field)),
          field,
        ),
      ]),
    ),
    analysis: words?.analysis ?? null,
  }
}

/** What the words find, each paragraph with its place. All words must be there: a list is narrowed, not ranked. */
async function paragraphsWith(generation: Generation, q: string) {
  const everything = {
    q,
    match: 'all',
    filters: {},
    sort: 'relevance',
    copies: 'all',
    notAlso: [],
    page: 1,
    size: generation.engine.size,
  } as const
  const { analysis, hits } = await findHits(generation, everything, false)
  return { analysis, ranks: new Map(hits.hits.map(({ id }, rank) => [id, rank])) }
}

function candidatesOf<Name extends ListName>(
  list: EntryList<Name>,
  request: ListRequest,
  ranks: ReadonlyMap<string, number> | null,
): Candidate<Name>[] {
  return list.entries.flatMap((whole) => {
    const rank = ranks === null ? 0 : bestRank(list.paragraphIdsOf(whole), ranks)
    if (rank === null) return []
    const entry = list.asOf(whole, request.asOf)
    if (entry === null || !isDatedWithin(list, entry, request)) return []
    return [{ entry, values: list.valuesOf(entry, request.asOf), rank }]
  })
}

function bestRank(paragraphIds: readonly string[], ranks: ReadonlyMap<string, number>): number | null {
  const found = paragraphIds.flatMap((id) => ranks.get(id) ?? [])
  return found.length === 0 ? null : Math.min(...found)
}

/** A partial date is the interval that it names, and must lie wholly within. */
function isDatedWithin<Name extends ListName>(
  list: EntryList<Name>,
  entry: EntryOf<Name>,
  { from, to, dueFrom, dueTo }: ListRequest,
): boolean {
  const due = list.dueOf(entry)
  return isWithin(list.datesOf(entry), from, to) && isWithin(due === null ? [] : [due], dueFrom, dueTo)
}

function isWithin(
  dates: readonly CalendarDate[],
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): boolean {
  if (from === undefined && to === undefined) return true
  return dates.some(
    (date) =>
      (from === undefined || firstDay(date) >= firstDay(from)) &&
      (to === undefined || lastDay(date) <= lastDay(to)),
  )
}

function passes(values: Candidate<ListName>['values'], { filters }: ListRequest, field: ListField): boolean {
  const wanted = filters[field] ?? []
  return wanted.length === 0 || (values[field] ?? []).some((value) => wanted.includes(value))
}

function countValues(
  candidates: readonly Pick<Candidate<ListName>, 'values'>[],
  field: ListField,
): FacetCount[] {
  const counts = new Map<string, number>()
  for (const { values } of candidates)
    for (const value of values[field] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_FACET_VALUES)
}

/** The list's own order decides among equals; what lacks the date that it is sorted by comes last. */
function sorted<Name extends ListName>(
  list: EntryList<Name>,
  candidates: readonly Candidate<Name>[],
  sort: ListSort,
): readonly Candidate<Name>[] {
  if (sort === 'relevance') return [...candidates].sort((a, b) => a.rank - b.rank)
  const keyed = candidates.map((candidate) => ({ candidate, date: sortDate(list, candidate.entry, sort) }))
  const direction = sort === 'newest' || sort === 'updated' ? -1 : 1
  return keyed
    .sort((a, b) => {
      if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null)
      return a.date === b.date ? 0 : direction * (a.date < b.date ? -1 : 1)
    })
    .map(({ candidate }) => candidate)
}

function sortDate<Name extends ListName>(
  list: EntryList<Name>,
  entry: EntryOf<Name>,
  sort: ListSort,
): CalendarDate | null {
  if (sort === 'due') {
    const due = list.dueOf(entry)
    return due === null ? null : lastDay(due)
  }
  if (sort === 'updated') return list.updatedOf(entry)
  const dates = [...list.datesOf(entry)].sort()
  return (sort === 'newest' ? dates.at(-1) : dates[0]) ?? null
}
