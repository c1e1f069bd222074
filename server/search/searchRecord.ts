import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type {
  AnalysedQuery,
  FacetCount,
  FacetField,
  SearchHits,
  TextField,
} from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from './analyse.ts'
import { analyse } from './analyse.ts'
import { highlighterOf } from './highlight.ts'
import type { SearchFilters, SearchRequest } from './request.ts'
import type { Snippet } from './snippet.ts'
import { makeSnippet } from './snippet.ts'

/** One paragraph found, with the reason. */
export interface Result extends ParagraphInContext {
  readonly snippet: Snippet
  readonly matched: readonly TextField[]
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
export async function searchRecord(
  { engine, collection, paragraphs }: Generation,
  request: SearchRequest,
): Promise<SearchResult> {
  const analysis = analyse(request.q, request.match, engine, collection.acronyms)
  const hits = await engine.search(searchableOrNothing(analysis.query, request), {
    ...engineFilters(request.filters),
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
    results: toResults(contexts, hits, analysis.query),
    total: hits.total,
    totalAllWords: hits.totalAllWords,
    facets: hits.facets ?? emptyFacets(),
    strays: hits.hits.length - contexts.length,
  }
}

/** Hits joined with what the store knows of their paragraphs. */
export function toResults(
  paragraphs: readonly ParagraphInContext[],
  { hits }: SearchHits,
  query: AnalysedQuery,
): Result[] {
  const byId = new Map(hits.map((hit) => [hit.id, hit]))
  const highlight = highlighterOf({ query })
  return paragraphs.flatMap((context) => {
    const hit = byId.get(context.paragraph.id)
    if (!hit) return []
    const missing = hit.missing.map((index) => query.nodes[index]?.text ?? '')
    return [
      {
        ...context,
        snippet: makeSnippet(context.paragraph, highlight),
        matched: hit.matched,
        missing,
        score: hit.score,
      },
    ]
  })
}

export function engineFilters({ from, to, ...filters }: SearchFilters) {
  return { filters, from: from ?? null, to: to ?? null }
}

const NOTHING: AnalysedQuery = { match: 'all', nodes: [{ type: 'word', text: '', terms: [] }], should: [] }

/** A query of stop words or punctuation alone finds nothing; no query at all lets the filters alone decide. */
export function searchableOrNothing(
  query: AnalysedQuery,
  { q, filters }: Pick<SearchRequest, 'q' | 'filters'>,
): AnalysedQuery {
  if (query.nodes.length > 0) return query
  return q.trim() === '' && Object.keys(filters).length > 0 ? query : NOTHING
}

function emptyFacets(): SearchResult['facets'] {
  return { year: [], month: [], role: [], person: [], topic: [], body: [], kind: [], part: [], document: [] }
}
