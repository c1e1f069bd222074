import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay } from '../../corpus/model/calendarDate.ts'
import { paragraphPath } from '../paths.ts'
import type { SearchRequest } from '../search/request.ts'
import { addressOf, apiAddressOf } from '../search/resultAddress.ts'
import { FEED_DEFAULTS, RESULT_DEFAULTS } from '../search/resultFormat.ts'
import type { Result, SearchResult } from '../search/searchRecord.ts'
import { presentPlace } from './hit.ts'
import type { Names } from '../labels.ts'
import { filterChips } from './filterChips.ts'

function titleOf({ q, filters }: SearchRequest, names: Names): string {
  const labels = filterChips(filters, names, () => '').map(({ label }) => label)
  return [q.trim(), ...labels].filter(Boolean).join(', ')
}

/** A page of a result as an Atom feed (RFC 4287). Its pages, linked as RFC 5005 has it, are one feed of one id. */
export function presentFeed(result: SearchResult, names: Names, baseUrl: string) {
  const { request, total } = result
  const { page, size } = request
  const pageAddress = (number: number): string => baseUrl + apiAddressOf({ ...request, page: number }, 'atom')
  const entries = result.results.map((one) => presentEntry(one, baseUrl))
  return {
    id: baseUrl + apiAddressOf({ ...request, page: 1, size: FEED_DEFAULTS.size }, 'atom'),
    title: `On Record: ${titleOf(request, names)}`,
    updated: entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), UNDATED),
    self: pageAddress(page),
    alternate: baseUrl + addressOf({ ...request, page: 1, size: RESULT_DEFAULTS.size }),
    previous: page > 1 ? pageAddress(page - 1) : null,
    next: page * size < total ? pageAddress(page + 1) : null,
    total,
    startIndex: (page - 1) * size + 1,
    size,
    entries,
  }
}

function presentEntry(result: Result, baseUrl: string) {
  const place = presentPlace(result)
  const address = baseUrl + paragraphPath(place.id)
  return {
    id: address,
    address,
    title: `${place.where}: ${place.title}`,
    updated: updatedOn(result.date),
    authors: place.speakers.length > 0 ? place.speakers : [publishedBy(result)],
    topics: place.topics,
    text: result.paragraph.text,
  }
}

/** Atom wants an author of every entry: where nobody speaks it is the body, or else what the document is called. */
function publishedBy({ meeting, document }: Result): string {
  return meeting === null || meeting.body === '' ? document.title : meeting.body
}

/** Atom wants a date of every entry. The least one never changes and puts what has none last, as `newest` does. */
const UNDATED = '1970-01-01T00:00:00Z'

function updatedOn(date: CalendarDate | null): string {
  return date === null ? UNDATED : `${firstDay(date)}T00:00:00Z`
}
