import type { SearchRequest } from '../search/request.ts'
import { addressOf, apiAddressOf, csvAddressOf } from '../search/resultAddress.ts'
import { FEED_DEFAULTS, MEDIA_TYPES } from '../search/resultFormat.ts'

/** The forms that a page of results offers besides itself, and the address that gives the page again. */
export function presentOtherForms(request: SearchRequest, baseUrl: string) {
  const feed = { ...request, ...FEED_DEFAULTS, page: 1 }
  return {
    alternates: [
      { label: 'CSV', title: 'The whole result as CSV', type: MEDIA_TYPES.csv, href: csvAddressOf(request) },
      {
        label: 'Atom feed',
        title: 'The newest of this result as a feed',
        type: MEDIA_TYPES.atom,
        href: apiAddressOf(feed, 'atom'),
      },
      {
        label: 'JSON',
        title: 'This page as JSON',
        type: MEDIA_TYPES.json,
        href: apiAddressOf(request, 'json'),
      },
    ],
    address: baseUrl + addressOf(request),
  }
}
