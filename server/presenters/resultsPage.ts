import type { FacetField, SortOrder } from '../../indexer/engine/engine.ts'
import type { SearchFilters, SearchRequest } from '../search/request.ts'
import { FILTER_FIELDS } from '../search/request.ts'
import { addressOf, readerAddress } from '../search/resultAddress.ts'
import type { SearchResult } from '../search/searchRecord.ts'
import type { Names } from './labels.ts'
import { facetLabel } from './labels.ts'
import { filterChips } from './filterChips.ts'
import { presentHit } from './hit.ts'
import { presentOtherForms } from './otherForms.ts'
import type { AddressWith } from './queryReading.ts'
import { narrowingChips, presentReading } from './queryReading.ts'

interface FacetTitle {
  readonly field: FacetField
  readonly title: string
  readonly isOpen: boolean
}

/** The facets of the page, in its order. */
const FACETS: readonly FacetTitle[] = [
  { field: 'year', title: 'Year', isOpen: true },
  { field: 'role', title: 'Who said it: role', isOpen: true },
  { field: 'person', title: 'Who said it: person', isOpen: false },
  { field: 'topic', title: 'Topic', isOpen: true },
  { field: 'body', title: 'Body', isOpen: false },
  { field: 'part', title: 'Part of the document', isOpen: false },
  { field: 'kind', title: 'Kind of paragraph', isOpen: false },
  { field: 'document', title: 'Document', isOpen: false },
]

const SORTS: readonly { readonly sort: SortOrder; readonly label: string }[] = [
  { sort: 'relevance', label: 'Best match' },
  { sort: 'newest', label: 'Newest first' },
  { sort: 'oldest', label: 'Oldest first' },
]

const SHOWN_FACET_VALUES = 15

/**
 * A page of search results, ready to print.
 *
 * @param baseUrl what the address to quote begins with
 */
export function presentResultsPage(result: SearchResult, names: Names, baseUrl: string) {
  const { request, analysis, total } = result
  const address: AddressWith = (changed) => addressOf({ ...request, ...changed, page: 1 })
  return {
    title: request.q.trim() === '' ? 'Search' : `${request.q} - search`,
    q: request.q,
    request,
    carried: carriedFields(request),
    carriedWithDates: [...carriedFields(request), ...carriedDates(request.filters)],
    summary: summaryOf(result),
    reading: presentReading(analysis, request, address),
    chips: [
      ...filterChips(request.filters, names, (filters) => address({ filters })),
      ...narrowingChips(analysis, request, address),
    ],
    hits: result.results.map((hit) => ({
      ...presentHit(hit),
      inDocument: readerAddress(hit.document.id, request, hit.paragraph.id),
    })),
    facets:
      total === 0 && !hasFilters(request.filters)
        ? []
        : FACETS.map((facet) => presentFacet(facet, result, names)).filter(({ values }) => values.length > 0),
    sorts: SORTS.map(({ sort, label }) => ({
      label,
      isCurrent: sort === request.sort,
      href: addressOf({ ...request, sort, page: 1 }),
    })),
    pagination: paginationOf(request, total),
    copies: copiesLink(result),
    otherForms:
      request.q.trim() === '' && !hasFilters(request.filters) ? null : presentOtherForms(request, baseUrl),
  }
}

/** A way to see all copies of one record, or one of each again; null where none of the results has copies. */
function copiesLink({
  request,
  results,
}: SearchResult): { readonly label: string; readonly href: string } | null {
  if (request.copies === 'all')
    return { label: 'Show each text once', href: addressOf({ ...request, copies: 'one', page: 1 }) }
  if (!results.some(({ copies }) => copies.length > 0)) return null
  return {
    label: 'Show all copies of the same text',
    href: addressOf({ ...request, copies: 'all', page: 1 }),
  }
}

function hasFilters(filters: SearchFilters): boolean {
  return Object.keys(filters).length > 0
}

/** What another form on the page keeps of the request, as hidden fields. The dates have a form of their own. */
function carriedFields({
  filters,
  sort,
  match,
  copies,
}: SearchRequest): { readonly name: string; readonly value: string }[] {
  const listed = FILTER_FIELDS.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value })))
  const ordered = sort === 'relevance' ? [] : [{ name: 'sort', value: sort }]
  const allCopies = copies === 'one' ? [] : [{ name: 'copies', value: copies }]
  return [...listed, ...ordered, ...allCopies, ...(match === 'any' ? [] : [{ name: 'match', value: match }])]
}

function carriedDates({ from, to }: SearchFilters): { readonly name: string; readonly value: string }[] {
  return [
    ...(from === undefined ? [] : [{ name: 'from', value: from }]),
    ...(to === undefined ? [] : [{ name: 'to', value: to }]),
  ]
}

/** How the query was read, with a way to each other reading. */

function summaryOf({ total, totalAllWords, analysis }: SearchResult): string {
  const paragraphs = `${total.toLocaleString('en-GB')} ${total === 1 ? 'paragraph' : 'paragraphs'}`
  const words = analysis.query.words.length
  if (total === 0) return 'Nothing found'
  if (words < 2) return paragraphs
  const all = words === 2 ? 'both words' : 'all words'
  if (totalAllWords === total) return `${paragraphs} with ${all}`
  return `${paragraphs}: ${totalAllWords.toLocaleString('en-GB')} with ${all}, ${(total - totalAllWords).toLocaleString('en-GB')} with some`
}

function presentFacet({ field, title, isOpen }: FacetTitle, { request, facets }: SearchResult, names: Names) {
  const chosen = field === 'year' || field === 'month' ? [] : (request.filters[field] ?? [])
  const counts =
    field === 'year' ? [...facets.year].sort((a, b) => (a.value < b.value ? 1 : -1)) : facets[field]
  const values = counts.slice(0, SHOWN_FACET_VALUES).map(({ value, count }) => {
    const isChosen =
      field === 'year'
        ? request.filters.from === value && request.filters.to === value
        : chosen.includes(value)
    return {
      label: facetLabel(field, value, names),
      count,
      isChosen,
      href: addressOf({ ...request, page: 1, filters: toggled(request.filters, field, value, isChosen) }),
    }
  })
  return {
    id: `facet-${field}`,
    title,
    values,
    isOpen: isOpen || values.some(({ isChosen }) => isChosen),
    more: Math.max(0, counts.length - SHOWN_FACET_VALUES),
  }
}

function toggled(filters: SearchFilters, field: FacetField, value: string, isChosen: boolean): SearchFilters {
  if (field === 'year' || field === 'month') {
    const { from: _from, to: _to, ...rest } = filters
    return isChosen ? rest : { ...rest, from: value, to: value }
  }
  const chosen = filters[field] ?? []
  return { ...filters, [field]: isChosen ? chosen.filter((other) => other !== value) : [...chosen, value] }
}

function paginationOf(request: SearchRequest, total: number) {
  const pages = Math.ceil(total / request.size)
  if (pages <= 1) return null
  const link = (page: number) => ({
    number: page,
    href: addressOf({ ...request, page }),
    current: page === request.page,
  })
  const near = [1, request.page - 1, request.page, request.page + 1, pages].filter(
    (page) => page >= 1 && page <= pages,
  )
  const shown = [...new Set(near)].sort((a, b) => a - b)
  const items = shown.flatMap((page, index) =>
    index > 0 && page - (shown[index - 1] ?? page) > 1 ? [{ ellipsis: true }, link(page)] : [link(page)],
  )
  return {
    items,
    ...(request.page > 1 ? { previous: { href: addressOf({ ...request, page: request.page - 1 }) } } : {}),
    ...(request.page < pages ? { next: { href: addressOf({ ...request, page: request.page + 1 }) } } : {}),
  }
}
