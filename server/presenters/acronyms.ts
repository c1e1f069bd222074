import type { AcronymExpansion } from '../../corpus/store/acronyms.ts'
import { groupedBy } from '../groupedBy.ts'
import { PATHS, withQuery } from '../paths.ts'
import type { PageHead } from './pageHead.ts'

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
    letters: [...groupedBy(acronyms, ({ acronym }) => letterOf(acronym))].map(([letter, own]) => ({
      letter,
      anchor: `letter-${letter.toLowerCase()}`,
      acronyms: own,
    })),
    jsonHref: PATHS.apiAcronyms,
  }
}

/** Those that begin with a digit or another sign stand together. */
function letterOf(acronym: string): string {
  const first = acronym.charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : '0-9'
}

export function presentAcronymsJson(expansions: readonly AcronymExpansion[], baseUrl: string) {
  const acronyms = expansions.map((one) => ({
    ...one,
    searchUrl: baseUrl + withQuery(PATHS.search, { q: one.acronym }),
  }))
  return { acronyms, total: acronyms.length, next: null }
}
