import type { Hit } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from './analyse.ts'
import type { Highlighter } from './highlight.ts'
import { highlighterOf } from './highlight.ts'
import type { SearchRequest } from './request.ts'
import { analyseRequest, engineFilters, searchableOrNothing } from './searchRecord.ts'

/** What a search finds in one document. */
export interface DocumentSearch {
  readonly request: SearchRequest
  readonly analysis: Analysis
  /** Every hit, by the id of its paragraph. */
  readonly hits: ReadonlyMap<string, Hit>
  readonly total: number
  readonly totalAllWords: number
  readonly highlighter: Highlighter
}

/**
 * Searches one document, whatever documents the request names. Without words its other filters decide. All hits are
 * shown in reading order, so that their scores are of no account.
 */
export async function searchDocument(
  generation: Generation,
  documentId: string,
  request: SearchRequest,
): Promise<DocumentSearch> {
  const { engine } = generation
  const { document: _others, ...filters } = request.filters
  const analysis = analyseRequest(generation, request)
  const { hits, total, totalAllWords } = await engine.search(
    searchableOrNothing(analysis, { ...request, filters }),
    {
      ...engineFilters({ ...filters, document: [documentId] }, analysis),
      facets: false,
      sort: 'relevance',
      copies: 'all',
      allWordsFirst: false,
      offset: 0,
      limit: engine.size,
    },
  )
  return {
    request,
    analysis,
    hits: new Map(hits.map((hit) => [hit.id, hit])),
    total,
    totalAllWords,
    highlighter: highlighterOf(analysis.query, engine),
  }
}
