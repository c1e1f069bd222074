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

interface FeedPage {
  readonly id: string
  readonly title: string
  /** The page for readers. */
  readonly alternate: string
  readonly page: number
  readonly size: number
  readonly total: number
  readonly addressOfPage: (page: number) => string
  readonly entries: readonly FeedEntry[]
}

interface FeedEntry {
  readonly id: string
  readonly address: string
  readonly title: string
  readonly date: CalendarDate | null
  /** One at least: Atom wants an author of every entry. */
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  readonly text: string
}

/** A page of a feed (RFC 4287). The pages of a result, linked as RFC 5005 has it, are one feed of one id. */
export function presentFeed(feed: FeedPage) {
  const { page, size, total, addressOfPage } = feed
  const entries = feed.entries.map(({ date, ...entry }) => ({ ...entry, updated: updatedOn(date) }))
  return {
    id: feed.id,
    title: `On Record: ${feed.title}`,
    updated: entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), UNDATED),
    self: addressOfPage(page),
    alternate: feed.alternate,
    previous: page > 1 ? addressOfPage(page - 1) : null,
    next: page * size < total ? addressOfPage(page + 1) : null,
    total,
    startIndex: (page - 1) * size + 1,
    size,
    entries,
  }
}

/** A page of a result of search as a feed. */
export function presentSearchFeed(result: SearchResult, names: Names, baseUrl: string) {
  const { request, total } = result
  const { page, size } = request
  return presentFeed({
    id: baseUrl + apiAddressOf({ ...request, page: 1, size: FEED_DEFAULTS.size }, 'atom'),
    title: titleOf(request, names),
    alternate: baseUrl + addressOf({ ...request, page: 1, size: RESULT_DEFAULTS.size }),
    page,
    size,
    total,
    addressOfPage: (number) => baseUrl + apiAddressOf({ ...request, page: number }, 'atom'),
    entries: result.results.map((one) => searchEntry(one, baseUrl)),
  })
}

function searchEntry(result: Result, baseUrl: string): FeedEntry {
  const place = presentPlace(result)
  const address = baseUrl + paragraphPath(place.id)
  return {
    id: address,
    address,
    title: `${place.where}: ${place.title}`,
    date: result.date,
    authors: place.speakers.length > 0 ? place.speakers : [publishedBy(result)],
    topics: place.topics,
    text: result.paragraph.text,
  }
}

/** Where nobody speaks the author is the body, or else what the document is called. */
function publishedBy({ meeting, document }: Result): string {
  return meeting === null || meeting.body === '' ? document.title : meeting.body
}

/** Atom wants a date of every entry. The least one never changes and puts what has none last, as `newest` does. */
const UNDATED = '1970-01-01T00:00:00Z'

function updatedOn(date: CalendarDate | null): string {
  return date === null ? UNDATED : `${firstDay(date)}T00:00:00Z`
}
