import { groupedBy } from '../groupedBy.ts'
import type { ListFilters } from './listRequest.ts'
import type { EntryList, EntryLists, EntryOf, ListField, ListName } from './registerLists.ts'

/** The fields whose values an entry has from the day that it is on record, whatever comes later. */
const LASTING_FIELDS: readonly ListField[] = ['person', 'topic', 'body', 'role', 'owner']
const ANY_DAY = '9999-12-31'

/** For each lasting field the entries of a list by its values, in the order of the list. */
export type EntriesByValue<Name extends ListName> = ReadonlyMap<
  ListField,
  ReadonlyMap<string, readonly EntryOf<Name>[]>
>

export type EntriesOfLists = { readonly [Name in ListName]: EntriesByValue<Name> }

/** Made once for each generation: pages that are about one person, topic or body need not go through a whole list. */
export function indexLists(lists: EntryLists): EntriesOfLists {
  return {
    commitments: entriesByValue(lists.commitments),
    decisions: entriesByValue(lists.decisions),
    questions: entriesByValue(lists.questions),
    requests: entriesByValue(lists.requests),
    figures: entriesByValue(lists.figures),
  }
}

function entriesByValue<Name extends ListName>(list: EntryList<Name>): EntriesByValue<Name> {
  const valued = list.entries.map((entry) => ({ entry, values: list.valuesOf(entry, ANY_DAY) }))
  return new Map(
    LASTING_FIELDS.map((field) => {
      const pairs = valued.flatMap(({ entry, values }) =>
        [...new Set(values[field])].map((value) => ({ entry, value })),
      )
      const groups = groupedBy(pairs, ({ value }) => value)
      return [field, new Map([...groups].map(([value, group]) => [value, group.map(({ entry }) => entry)]))]
    }),
  )
}

/** The list without entries that cannot pass the filters; the same list where no filter is by one lasting value. */
export function candidateList<Name extends ListName>(
  list: EntryList<Name>,
  index: EntriesByValue<Name>,
  filters: ListFilters,
): EntryList<Name> {
  for (const field of LASTING_FIELDS) {
    const [value, ...others] = filters[field] ?? []
    if (value !== undefined && others.length === 0)
      return { ...list, entries: index.get(field)?.get(value) ?? [] }
  }
  return list
}
