import type { AcronymExpansion } from '../../corpus/store/collection.ts'
import { groupedBy } from '../groupedBy.ts'
import { PATHS, withQuery } from '../paths.ts'
import { initialOf } from './initial.ts'
import type { PageHead } from './pageHead.ts'

/** Those that begin with a digit or another sign stand together. */
const NO_LETTER = '0-9'

/** What short forms stand for, by their first letter. */
export function presentAcronymsPage(expansions: readonly AcronymExpansion[]) {
  const acronyms = [...groupedBy(expansions, ({ acronym }) => acronym)].map(([acronym, meanings]) => ({
    acronym,
    href: withQuery(PATHS.search, { q: acronym }),
    meanings: meanings.map(({ expansion, documents }) => ({ expansion, documents })),
  }))
  return {
    head: {
      title: 'Acronyms',
      description:
        'Short forms that the documents of this collection use, and what the documents say that they stand for.',
      path: PATHS.acronyms,
      crumbs: [],
    } satisfies PageHead,
    total: acronyms.length,
    letters: [...groupedBy(acronyms, ({ acronym }) => initialOf(acronym) ?? NO_LETTER)].map(
      ([letter, own]) => ({
        letter,
        anchor: `letter-${letter.toLowerCase()}`,
        acronyms: own,
      }),
    ),
    jsonHref: PATHS.apiAcronyms,
  }
}

export function presentAcronymsJson(expansions: readonly AcronymExpansion[], baseUrl: string) {
  const acronyms = expansions.map((one) => ({
    ...one,
    searchUrl: baseUrl + withQuery(PATHS.search, { q: one.acronym }),
  }))
  return { acronyms, total: acronyms.length, next: null }
}
