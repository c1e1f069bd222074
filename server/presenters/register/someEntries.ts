import type { Generation } from '../../generations.ts'
import { candidateList } from '../../register/entriesByValue.ts'
import { findEntries } from '../../register/findEntries.ts'
import { listAddress } from '../../register/listAddress.ts'
import type { ListRequest } from '../../register/listRequest.ts'
import { pageListSchema, toListRequest } from '../../register/listRequest.ts'
import type { ListName } from '../../register/registerLists.ts'
import type { EntryRow } from './rows.ts'
import { presentRow } from './rows.ts'

/** The first entries of a narrowed list, on a page that is about something else, and the way to them all. */
export interface SomeEntries {
  readonly total: number
  readonly rows: readonly EntryRow[]
  /** The list itself, narrowed and sorted in the same way. */
  readonly href: string
}

/** @param most how many are shown at most */
export async function presentSomeEntries(
  name: ListName,
  narrowed: Partial<Pick<ListRequest, 'filters' | 'sort' | 'from' | 'to' | 'dueFrom' | 'dueTo'>>,
  most: number,
  generation: Generation,
): Promise<SomeEntries> {
  const request = { ...toListRequest(name, pageListSchema(name).parse({}), 'json'), ...narrowed }
  const list = generation.register.lists[name]
  const candidates = candidateList(list, generation.entriesByValue[name], request.filters)
  const { entries } = await findEntries(generation, candidates, request)
  return {
    total: entries.length,
    rows: entries.slice(0, most).map((entry) => presentRow(name, entry, request, generation)),
    href: listAddress(name, request),
  }
}
