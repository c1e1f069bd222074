import type { SearchResult } from '../search/searchRecord.ts'
import type { SoughtFor } from '../search/request.ts'

/** From what has some of the words to what has them all, and back; null where they are the same, or there are none. */
export function presentOtherMatch(
  {
    request,
    analysis: { query },
    total,
    totalAllWords,
  }: Pick<SearchResult, 'analysis' | 'total' | 'totalAllWords'> & { readonly request: SoughtFor },
  hrefOf: (match: SoughtFor['match']) => string,
) {
  if (request.match === 'all')
    return query.words.length === 0 || query.words.length + query.must.length < 2
      ? null
      : { label: 'See those with some of the words too', href: hrefOf('any') }
  if (totalAllWords === 0 || totalAllWords === total) return null
  return {
    label: `See only the ${totalAllWords.toLocaleString('en-GB')} with all words`,
    href: hrefOf('all'),
  }
}
