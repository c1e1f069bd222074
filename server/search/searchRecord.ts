import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type {
  AnalysedQuery,
  FacetCount,
  FacetField,
  Hit,
  MatchPlace,
  SearchEngine,
  SearchHits,
  SearchOptions,
} from '../../indexer/engine/engine.ts'
import { FILTER_FIELDS, forEachField } from '../../indexer/engine/engine.ts'
import { QUESTION_WORDS } from '../answer/interpret.ts'
import { isQuestion } from '../answer/isQuestion.ts'
import type { Generation } from '../generations.ts'
import type { Analysis, DateRange } from './analyse.ts'
import { analyse, narrowestDates } from './analyse.ts'
import { highlighterOf } from './highlight.ts'
import type { SoughtFor, SearchFilters, SearchRequest } from './request.ts'
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

/** Searches the record. With neither words nor filters nothing is found: the whole record is no answer. */
export async function searchRecord(generation: Generation, request: SearchRequest): Promise<SearchResult> {
  const { analysis, hits } = await findHits(generation, request, true)
  const contexts = await generation.paragraphs.load(hits.hits.map(({ id }) => id))
  return {
    request,
    analysis,
    results: toResults(contexts, hits, analysis.query, generation.engine),
    total: hits.total,
    totalAllWords: hits.totalAllWords,
    facets: hits.facets ?? forEachField(() => []),
    strays: hits.hits.length - contexts.length,
  }
}

/** What the index has for a page of a request. */
export async function findHits(
  generation: Generation,
  request: SearchRequest,
  facets: boolean,
): Promise<{ readonly analysis: Analysis; readonly hits: SearchHits }> {
  const analysis = analyseRequest(generation, request)
  const hits = await generation.engine.search(searchableOrNothing(analysis, request), {
    ...engineFilters(request.filters, analysis),
    facets,
    sort: request.sort,
    copies: request.copies,
    allWordsFirst: true,
    offset: (request.page - 1) * request.size,
    limit: request.size,
  })
  return { analysis, hits }
}

const NO_WORDS: ReadonlySet<string> = new Set()

/** The words that ask a question are not looked for with the others. */
export function analyseRequest(generation: Generation, { q, match, filters, notAlso }: SoughtFor): Analysis {
  return analyse(q, generation.knowledge, {
    match,
    unwanted: new Set(notAlso),
    readsDates: filters.from === undefined && filters.to === undefined,
    dates: datesOf(filters),
    ignored: isQuestion(q) ? QUESTION_WORDS : NO_WORDS,
  })
}

/** Hits joined with what the store knows of their paragraphs. */
export function toResults(
  paragraphs: readonly ParagraphInContext[],
  { hits }: Pick<SearchHits, 'hits'>,
  query: AnalysedQuery,
  engine: SearchEngine,
): Result[] {
  const byId = new Map(hits.map((hit) => [hit.id, hit]))
  const highlighter = highlighterOf(query, engine)
  return paragraphs.flatMap((context) => {
    const hit = byId.get(context.paragraph.id)
    if (!hit) return []
    return [
      {
        ...context,
        snippet: makeSnippet(context.paragraph, highlighter),
        matched: hit.matched,
        missing: missingWords(hit, query),
        score: hit.score,
      },
    ]
  })
}

/** The reader's words that a hit lacks. */
export function missingWords(hit: Hit, query: AnalysedQuery): string[] {
  return hit.missing.map((index) => query.words[index]?.text ?? '')
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

/** Without words to look for the filters alone decide; without filters either, nothing is found. */
export function searchableOrNothing({ query, narrowings }: Analysis, { filters }: SoughtFor): AnalysedQuery {
  if (query.words.length + query.must.length > 0) return query
  const hasFilters = Object.keys(filters).length + narrowings.length > 0
  return hasFilters ? query : NOTHING
}
