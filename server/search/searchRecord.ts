import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type {
  AnalysedQuery,
  FacetCount,
  FacetField,
  MatchPlace,
  SearchEngine,
  SearchHits,
  SearchOptions,
} from '../../indexer/engine/engine.ts'
import { forEachField } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { Analysis, DateRange } from './analyse.ts'
import { analyse, narrowestDates } from './analyse.ts'
import type { Knowledge } from './expansions.ts'
import { highlighterOf } from './highlight.ts'
import type { SearchFilters, SearchRequest } from './request.ts'
import { FILTER_FIELDS } from './request.ts'
import type { Snippet } from './snippet.ts'
import { makeSnippet } from './snippet.ts'

/** One paragraph found, with the reason. */
export interface Result extends ParagraphInContext {
  readonly snippet: Snippet
  readonly matched: readonly MatchPlace[]
  /** The reader's words that it lacks. */
  readonly missing: readonly string[]
  readonly score: number
}

export interface SearchResult {
  readonly request: SearchRequest
  readonly analysis: Analysis
  readonly results: readonly Result[]
  readonly total: number
  readonly totalAllWords: number
  readonly facets: Readonly<Record<FacetField, readonly FacetCount[]>>
  /** Hits of the index that the store does not have: none, unless the two disagree. */
  readonly strays: number
}

/** Between Lucene's 0.75 and 0.5: within it, public collections rank alike. */
const LENGTH_NORMALISATION = 0.5

/** Searches the record. With neither words nor filters nothing is found: the whole record is no answer. */
export async function searchRecord(generation: Generation, request: SearchRequest): Promise<SearchResult> {
  const { engine, paragraphs } = generation
  const analysis = analyseRequest(generation, request)
  const hits = await engine.search(searchableOrNothing(analysis, request), {
    ...engineFilters(request.filters, analysis),
    facets: true,
    sort: request.sort,
    copies: request.copies,
    allWordsFirst: true,
    lengthNormalisation: LENGTH_NORMALISATION,
    offset: (request.page - 1) * request.size,
    limit: request.size,
  })
  const contexts = await paragraphs.load(hits.hits.map(({ id }) => id))
  return {
    request,
    analysis,
    results: toResults(contexts, hits, analysis.query, engine),
    total: hits.total,
    totalAllWords: hits.totalAllWords,
    facets: hits.facets ?? forEachField(() => []),
    strays: hits.hits.length - contexts.length,
  }
}

function analyseRequest(generation: Generation, { q, match, filters, notAlso }: SearchRequest): Analysis {
  return analyse(q, knowledgeOf(generation), {
    match,
    unwanted: new Set(notAlso),
    readsDates: filters.from === undefined && filters.to === undefined,
    dates: datesOf(filters),
  })
}

export function knowledgeOf({ engine, collection, values }: Generation): Knowledge {
  return { engine, acronyms: collection.acronyms, values }
}

/** Hits joined with what the store knows of their paragraphs. */
export function toResults(
  paragraphs: readonly ParagraphInContext[],
  { hits }: SearchHits,
  query: AnalysedQuery,
  engine: SearchEngine,
): Result[] {
  const byId = new Map(hits.map((hit) => [hit.id, hit]))
  const highlighter = highlighterOf(query, engine)
  return paragraphs.flatMap((context) => {
    const hit = byId.get(context.paragraph.id)
    if (!hit) return []
    const missing = hit.missing.map((index) => query.words[index]?.text ?? '')
    return [
      {
        ...context,
        snippet: makeSnippet(context.paragraph, highlighter),
        matched: hit.matched,
        missing,
        score: hit.score,
      },
    ]
  })
}

/** The days that the reader set. */
export function datesOf({ from, to }: SearchFilters): DateRange {
  return { from: from ?? null, to: to ?? null }
}

/** The filters that the reader set, and those of the query: a paragraph has to pass both. */
export function engineFilters(
  filters: SearchFilters,
  { narrowings }: Pick<Analysis, 'narrowings'>,
): Pick<SearchOptions, 'filters' | 'from' | 'to'> {
  const given = FILTER_FIELDS.flatMap((field) => {
    const values = filters[field] ?? []
    return values.length === 0 ? [] : [{ field, values }]
  })
  return {
    filters: [...given, ...narrowings.flatMap(({ filters }) => filters)],
    ...narrowestDates([datesOf(filters), ...narrowings]),
  }
}

const NOTHING: AnalysedQuery = {
  match: 'all',
  words: [{ type: 'word', text: '', terms: [] }],
  must: [],
  should: [],
}

/** A query of stop words or punctuation alone finds nothing; no query at all lets the filters alone decide. */
function searchableOrNothing({ query, narrowings }: Analysis, { q, filters }: SearchRequest): AnalysedQuery {
  if (query.words.length + query.must.length > 0) return query
  const hasFilters = Object.keys(filters).length + narrowings.length > 0
  return hasFilters && (q.trim() === '' || narrowings.length > 0) ? query : NOTHING
}
