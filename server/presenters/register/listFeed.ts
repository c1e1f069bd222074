import type { Generation } from '../../generations.ts'
import type { FoundEntries } from '../../register/findEntries.ts'
import { shownEntries } from '../../register/findEntries.ts'
import { apiListAddress, entryAddress, listAddress } from '../../register/listAddress.ts'
import { defaultSize } from '../../register/listRequest.ts'
import type { ListName } from '../../register/registerLists.ts'
import { presentFeed } from '../atom.ts'
import { presentRow } from './rows.ts'
import { LIST_WORDS } from './words.ts'

/** A page of a list as an Atom feed: what changed last first, each under the address of its own page. */
export function presentListFeed<Name extends ListName>(
  found: FoundEntries<Name>,
  generation: Generation,
  baseUrl: string,
) {
  const { name, request, entries } = found
  const { page, size } = request
  const addressOfPage = (number: number, given = size): string =>
    baseUrl + apiListAddress(name, { ...request, page: number, size: given }, 'atom')
  return presentFeed({
    id: addressOfPage(1, defaultSize('atom')),
    title: [LIST_WORDS[name].title, request.q.trim()].filter(Boolean).join(': '),
    alternate: baseUrl + listAddress(name, { ...request, page: 1, size: defaultSize('json') }),
    page,
    size,
    total: entries.length,
    addressOfPage,
    entries: shownEntries(found).map((entry) => {
      const row = presentRow(name, entry, request, generation)
      const address = baseUrl + entryAddress(name, entry.id)
      return {
        id: address,
        address,
        title: `${row.where}: ${row.title}`,
        date: generation.register.lists[name].updatedOf(entry),
        authors: [row.lead],
        topics: entry.topics,
        text: [row.quote, ...row.tags.map(({ label }) => label), ...row.notes].join('\n'),
      }
    }),
  })
}
