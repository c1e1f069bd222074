import type { Generation } from '../generations.ts'
import { onceFor } from '../onceFor.ts'
import type { PathName } from '../paths.ts'
import { PATHS, pathTo, withQuery } from '../paths.ts'
import { entryAddress } from '../register/listAddress.ts'
import { LIST_NAMES } from '../register/registerLists.ts'

/** Far fewer than the protocol's 50,000: a part is made at once, and with addresses of any length stays below 50 MB. */
const MOST_IN_A_PART = 5_000

/** Pages that are there whatever the collection holds. */
const STANDING_PAGES: readonly PathName[] = [
  'start',
  'documents',
  'meetings',
  'bodies',
  'people',
  'roles',
  'topics',
  'acronyms',
  'commitments',
  'decisions',
  'questions',
  'requests',
  'figures',
  'silence',
  'check',
  'answers',
  'accessibility',
  'privacy',
]

/**
 * The pages of a collection. Paragraphs are left out: every word of theirs is on the page of their document, which links to
 * them, and there are tens of thousands. When a page last changed is not known (each generation may change any), and not said.
 */
const lastingPaths = onceFor(({ places, register, collection, profiles }: Generation): readonly string[] => {
  const pathsTo = (name: PathName, ids: Iterable<string>): string[] =>
    Array.from(ids, (id) => pathTo(name, id))
  return [
    ...STANDING_PAGES.map((name) => PATHS[name]),
    ...pathsTo('document', places.documents.keys()),
    ...pathsTo(
      'meeting',
      register.meetings.map(({ id }) => id),
    ),
    ...pathsTo(
      'body',
      collection.bodies.map(({ id }) => id),
    ),
    ...pathsTo('person', places.people.keys()),
    ...pathsTo('role', profiles.rolesById.keys()),
    ...pathsTo('topic', profiles.topicsById.keys()),
    ...LIST_NAMES.flatMap((name) => register.lists[name].entries.map(({ id }) => entryAddress(name, id))),
  ]
})

/** The whole site map, or its parts; null for a part that there is not. @param part null where none was asked for */
export function presentSitemap(generation: Generation, part: number | null, baseUrl: string) {
  const paths = lastingPaths(generation)
  const parts = Math.ceil(paths.length / MOST_IN_A_PART)
  if (part === null && parts > 1) {
    const numbers = Array.from({ length: parts }, (_, index) => String(index + 1))
    return {
      isIndex: true,
      addresses: numbers.map((number) => baseUrl + withQuery(PATHS.sitemap, { part: number })),
    }
  }
  const first = ((part ?? 1) - 1) * MOST_IN_A_PART
  if (first >= paths.length) return null
  const shown = paths.slice(first, first + MOST_IN_A_PART)
  return { isIndex: false, addresses: shown.map((path) => baseUrl + path) }
}
