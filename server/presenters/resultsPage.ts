import type { FilterField, SearchEngine, SortOrder } from '../../indexer/engine/engine.ts'
import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'
import type { AnswerResult } from '../answer/answer.ts'
import { counted } from '../counted.ts'
import { PATHS, withQuery } from '../paths.ts'
import type { RolesHeld } from '../rolesHeld.ts'
import type { SearchFilters, SearchRequest } from '../search/request.ts'
import { addressOf, readerAddress } from '../search/resultAddress.ts'
import { RESULT_DEFAULTS } from '../search/resultFormat.ts'
import { narrowestDates } from '../search/analyse.ts'
import type { SearchResult } from '../search/searchRecord.ts'
import { datesOf } from '../search/searchRecord.ts'
import { withoutNarrowings } from '../search/withoutNarrowings.ts'
import type { Names } from '../labels.ts'
import { facetLabel } from '../labels.ts'
import { presentAnswerPanel } from './answerPanel.ts'
import { answerInShort, searchedIn } from './askPage.ts'
import { presentFacetValues } from './facetValues.ts'
import { filterChips } from './filterChips.ts'
import { presentHit } from './hit.ts'
import { presentNamed } from './named.ts'
import { presentOtherForms } from './otherForms.ts'
import { presentOtherMatch } from './otherMatch.ts'
import type { PageHead } from './pageHead.ts'
import { presentPagination } from './pagination.ts'
import type { AddressWith } from './queryReading.ts'
import { narrowingChips, presentReading } from './queryReading.ts'
import { presentYears } from './years.ts'

/** A facet of the page, or two that belong together, each under a title of its own. */
interface FacetTitle {
  readonly title: string
  readonly lists: readonly { readonly field: FilterField; readonly title: string | null }[]
  readonly isOpen: boolean
}

const facet = (field: FilterField, title: string, isOpen = false): FacetTitle => ({
  title,
  lists: [{ field, title: null }],
  isOpen,
})

/** The facets of the page, in its order, below its years. */
const FACETS: readonly FacetTitle[] = [
  {
    title: 'Who said it',
    lists: [
      { field: 'role', title: 'Roles' },
      { field: 'person', title: 'People' },
    ],
    isOpen: true,
  },
  facet('topic', 'Topic', true),
  facet('body', 'Body'),
  facet('part', 'Part of the document'),
  facet('kind', 'Kind of paragraph'),
  facet('document', 'Document'),
]

/** Of a facet; whoever looks for another value adds words or a filter. */
const MOST_VALUES = 30

const SORTS: readonly { readonly sort: SortOrder; readonly label: string }[] = [
  { sort: 'relevance', label: 'Best match' },
  { sort: 'newest', label: 'Newest first' },
  { sort: 'oldest', label: 'Oldest first' },
]

/** The answer to what was asked; why there is none: nothing was asked, or it could not be worked out. */
export type AnswerShown = AnswerResult | 'not_asked' | 'unavailable'

/**
 * A page of search results, ready to print.
 *
 * @param answer what stands above them
 * @param baseUrl what the address to quote begins with
 */
export function presentResultsPage(
  result: SearchResult,
  answer: AnswerShown,
  names: Names & { readonly rolesHeld: RolesHeld; readonly engine: SearchEngine },
  baseUrl: string,
) {
  const { request, analysis, total } = result
  const isSearched = total > 0 || hasFilters(request.filters) || analysis.narrowings.length > 0
  const address: AddressWith = (changed) => addressOf({ ...request, ...changed, page: 1 })
  const otherForms =
    request.q.trim() === '' && !hasFilters(request.filters) ? null : presentOtherForms(request, baseUrl)
  return {
    head: {
      title: request.q.trim() === '' ? 'Search' : `${request.q} - search`,
      description:
        typeof answer === 'string'
          ? `${summaryOf(result)} in the minutes and reports of ${names.collection.bodies.map(({ name }) => name).join(', ')}.`
          : answerInShort(answer),
      path: lastingAddress(request),
      section: 'search',
      alternates: otherForms?.alternates ?? [],
    } satisfies PageHead,
    q: request.q,
    request,
    carried: carriedFields(request),
    carriedWithDates: [...carriedFields(request), ...carriedDates(request.filters)],
    notAlso: request.notAlso,
    answer:
      typeof answer === 'string'
        ? null
        : presentAnswerPanel(answer, (question) => address({ q: question, notAlso: [] })),
    isAnswerMissing: answer === 'unavailable',
    askHref: answer === 'not_asked' ? askHrefOf(result) : null,
    searched: searchedIn(names.collection),
    summary: summaryOf(result),
    otherMatch: presentOtherMatch(result, (match) => address({ match })),
    isPlain: isPlain(result),
    eachWord: total > 0 ? [] : wordsFoundAlone(result, names.engine, address),
    unfilteredHref: hasFilters(request.filters) ? address({ filters: {} }) : null,
    reading: presentReading(analysis, request, address),
    chips: [
      ...filterChips(request.filters, names, (filters) => address({ filters })),
      ...narrowingChips(analysis, request, address),
    ],
    hits: result.results.map((hit) => ({
      ...presentHit(hit),
      inDocument: readerAddress(hit.document.id, request, hit.paragraph.id),
    })),
    named: presentNamed(result, names.rolesHeld, names, (filters) => address({ filters })),
    years: isSearched ? yearsOf(result, address, names.engine) : [],
    facets: isSearched
      ? FACETS.map((facet) => presentFacet(facet, result, names)).filter(({ lists }) => lists.length > 0)
      : [],
    sorts: SORTS.map(({ sort, label }) => ({
      label,
      isCurrent: sort === request.sort,
      href: addressOf({ ...request, sort, page: 1 }),
    })),
    pagination: presentPagination(request.page, request.size, total, (page) =>
      addressOf({ ...request, page }),
    ),
    copies: copiesLink(result),
    lastMentionHref: withQuery(PATHS.silence, { q: request.q, body: request.filters.body }),
    otherForms,
  }
}

/** Of all pages and orders of a result, and of all copies in it, the one address that is cited. */
function lastingAddress(request: SearchRequest): string {
  return addressOf({ ...request, q: request.q.trim(), ...RESULT_DEFAULTS, copies: 'one', page: 1 })
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

/** Was nothing asked for but words, and nothing to be said of how they were read? */
function isPlain({ analysis }: SearchResult): boolean {
  const { query, narrowings, fault, remarks } = analysis
  return (
    fault === null && remarks.length + narrowings.length + query.must.length === 0 && query.words.length > 0
  )
}

/** Plain words may be meant as a question; one word is none. */
function askHrefOf(result: SearchResult): string | null {
  const { q, filters, notAlso } = result.request
  return isPlain(result) && result.analysis.query.words.length > 1
    ? withQuery(PATHS.ask, { q, ...filters, notAlso })
    : null
}

/** Of several words those that the record has, each with the search for it alone. */
function wordsFoundAlone(
  { analysis: { query } }: SearchResult,
  engine: SearchEngine,
  address: AddressWith,
): { readonly label: string; readonly href: string }[] {
  if (query.words.length + query.must.length < 2) return []
  return query.words
    .filter(({ terms }) => terms.some((term) => engine.paragraphFrequency(term) > 0))
    .map(({ text }) => ({ label: text, href: address({ q: text, match: 'any', filters: {} }) }))
}

function carriedDates({ from, to }: SearchFilters): { readonly name: string; readonly value: string }[] {
  return [
    ...(from === undefined ? [] : [{ name: 'from', value: from }]),
    ...(to === undefined ? [] : [{ name: 'to', value: to }]),
  ]
}

function summaryOf({ total, totalAllWords, analysis: { query } }: SearchResult): string {
  const paragraphs = counted(total, 'paragraph')
  const [word, ...others] = query.words
  if (total === 0) return 'Nothing found'
  if (!word || (others.length === 0 && totalAllWords === total)) return paragraphs
  const all = others.length === 0 ? word.text : others.length === 1 ? 'both words' : 'all words'
  if (totalAllWords === total) return `${paragraphs} with ${all}`
  if (totalAllWords === 0 && query.must.length === 0) return `${paragraphs} with some of the words`
  // Beside operators the words only rank: what is found need not have any.
  const rest = others.length === 0 ? 'without' : query.must.length === 0 ? 'with some' : 'with some or none'
  return `${paragraphs}: ${totalAllWords.toLocaleString('en-GB')} with ${all}, ${(total - totalAllWords).toLocaleString('en-GB')} ${rest}`
}

/** The years of the chart stand for the dates of the query itself too. */
function yearsOf({ request, analysis, facets }: SearchResult, address: AddressWith, engine: SearchEngine) {
  const own = analysis.narrowings.filter(({ from, to }) => from !== null || to !== null)
  const { from, to } = narrowestDates([datesOf(request.filters), ...own])
  const dated = { ...request.filters, from: from ?? undefined, to: to ?? undefined }
  const q = withoutNarrowings(request.q, own)
  return presentYears(facets.year, dated, (filters) => address({ q, filters }), engine.facetValues('year'))
}

function presentFacet({ title, lists, isOpen }: FacetTitle, result: SearchResult, names: Names) {
  const presented = lists
    .map((list) => ({ title: list.title, ...presentList(list.field, result, names) }))
    .filter(({ values }) => values.length > 0)
  const isChosen = presented.some(({ values }) => values.some((value) => value.isChosen))
  return { title, lists: presented, isOpen: isOpen || isChosen }
}

/** The values of a field. Their counts leave out what the query itself has of the field, and so do their links. */
function presentList(field: FilterField, { request, analysis, facets }: SearchResult, names: Names) {
  const counts = facets[field]
  const own = analysis.narrowings.filter(({ filters }) => filters.some((filter) => filter.field === field))
  const q = withoutNarrowings(request.q, own)
  const chosen = request.filters[field] ?? []
  const narrowed = own.flatMap(({ filters }) => filters.flatMap(({ values }) => values))
  return presentFacetValues(counts, {
    most: MOST_VALUES,
    chosen,
    narrowed,
    labelOf: (value) => facetLabel(field, value, names),
    hrefWith: (values) =>
      addressOf({ ...request, q, page: 1, filters: { ...request.filters, [field]: values } }),
  })
}
