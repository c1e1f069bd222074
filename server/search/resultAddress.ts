import { anchorOf, PATHS, pathTo, withQuery } from '../paths.ts'
import type { SearchRequest } from './request.ts'
import type { ResultFormat } from './resultFormat.ts'
import { FEED_DEFAULTS, RESULT_DEFAULTS } from './resultFormat.ts'

// A result has one address in each form: what has its default there is left out.

/** The address of the page that a request shows. */
export function addressOf(request: SearchRequest): string {
  return withQuery(PATHS.search, pageParameters(request))
}

/** The address of the same page of the result as data. It names its format, so that no client is given another. */
export function apiAddressOf(request: SearchRequest, format: Exclude<ResultFormat, 'csv'>): string {
  const defaults = format === 'atom' ? FEED_DEFAULTS : RESULT_DEFAULTS
  return withQuery(PATHS.apiSearch, { format, ...parametersOf(request, defaults) })
}

/** The address of the whole result as CSV, in the order of the request. */
export function csvAddressOf(request: SearchRequest): string {
  const whole = { ...request, page: 1, size: RESULT_DEFAULTS.size }
  return withQuery(PATHS.apiSearch, { format: 'csv', ...parametersOf(whole, RESULT_DEFAULTS) })
}

/** The address of a document that keeps a search and the way back to it, at its top or at one of its paragraphs. */
export function readerAddress(documentId: string, request: SearchRequest, paragraphId?: string): string {
  const path = withQuery(pathTo('document', documentId), pageParameters(request))
  return paragraphId === undefined ? path : `${path}#${anchorOf(paragraphId)}`
}

/** A request as the parameters of its page. */
export function pageParameters(request: SearchRequest) {
  return parametersOf(request, RESULT_DEFAULTS)
}

function parametersOf(request: SearchRequest, defaults: typeof RESULT_DEFAULTS) {
  const { q, match, filters, notAlso, sort, copies, page, size } = request
  return {
    q,
    match: match === 'any' ? undefined : match,
    ...filters,
    notAlso,
    sort: sort === defaults.sort ? undefined : sort,
    copies: copies === 'one' ? undefined : copies,
    page: page === 1 ? undefined : String(page),
    size: size === defaults.size ? undefined : String(size),
  }
}
