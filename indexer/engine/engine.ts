import type { CalendarDate } from '../../corpus/model/calendarDate.ts'

/** The fields that can filter a result and be counted in it. */
export const FACET_FIELDS = [
  'year',
  'month',
  'role',
  'person',
  'topic',
  'body',
  'kind',
  'part',
  'document',
] as const
export type FacetField = (typeof FACET_FIELDS)[number]

/** One value for each facet field. */
export function forEachField<T>(make: (field: FacetField) => T): Record<FacetField, T> {
  // True of every field by construction, which the type of fromEntries cannot say.
  return Object.fromEntries(FACET_FIELDS.map((field) => [field, make(field)])) as Record<FacetField, T>
}

/** Where the words of a query can stand. Of these only `text` is the paragraph's own. */
export const TEXT_FIELDS = ['text', 'heading', 'meeting'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** A paragraph as an engine takes it. */
export interface IndexedParagraph extends Readonly<Record<TextField, string>> {
  readonly id: string
  /** The canonical copy of the same text, where this is another copy of one record. */
  readonly copyOf: string | null
  /** Paragraphs of one group that follow one another are neighbours in reading. */
  readonly group: string
  readonly date: CalendarDate | null
  readonly facets: Readonly<Record<Exclude<FacetField, 'year' | 'month'>, readonly string[]>>
}

/** A word of a query: any one of its terms will do. */
export interface WordNode {
  readonly type: 'word'
  /** As the reader wrote it. */
  readonly text: string
  readonly terms: readonly string[]
}

/** The nodes of a query's tree. */
export type QueryNode = WordNode

/** An analysed query. Without nodes it matches everything that the filters let through. */
export interface AnalysedQuery {
  /** `any` of the nodes, or `all` of them. */
  readonly match: 'any' | 'all'
  readonly nodes: readonly QueryNode[]
  /** Terms that add to the score of what matches, and match nothing by themselves; each with its weight. */
  readonly should: readonly { readonly term: string; readonly weight: number }[]
}

export type SortOrder = 'relevance' | 'newest' | 'oldest'

export interface SearchOptions {
  /** Any of the values of one field, and of all fields that are given. */
  readonly filters: Readonly<Partial<Record<FacetField, readonly string[] | undefined>>>
  /** Keeps what lies wholly within the two days; null is open. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly facets: boolean
  /** `one`: of the copies of one record that match, only the canonical one, or the first. */
  readonly copies: 'one' | 'all'
  readonly sort: SortOrder
  /** Do paragraphs with all words come before those with some, whatever their score? Only with `relevance`. */
  readonly allWordsFirst: boolean
  /** BM25's b, from 0 to 1: how much a long paragraph is held against its score. */
  readonly lengthNormalisation: number
  readonly offset: number
  readonly limit: number
}

export interface Hit {
  readonly id: string
  readonly score: number
  /** The fields in which something of the query stands. */
  readonly matched: readonly TextField[]
  /** Which of the query's nodes it lacks, as indexes into `nodes`. */
  readonly missing: readonly number[]
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface SearchHits {
  readonly hits: readonly Hit[]
  readonly total: number
  /** Of these, how many lack nothing. */
  readonly totalAllWords: number
  /** Exact counts over all matches; a field's counts leave out its own filter. Empty where no facets were asked for. */
  readonly facets: Readonly<Record<FacetField, readonly FacetCount[]>> | null
}

/** An opened index. Answers are exact: totals and facets count every match. */
export interface SearchEngine {
  search(query: AnalysedQuery, options: SearchOptions): Promise<SearchHits>
  /** How many paragraphs there are. */
  readonly size: number
  /** In how many paragraphs the term stands, headings and meeting titles included; 0 where it occurs nowhere. */
  paragraphFrequency(term: string): number
  /** The collection's word nearest in spelling to one that it does not have; null where none is near. */
  nearestWord(word: string): string | null
  close(): Promise<void>
}

/** A search engine: makes the index of a generation, and opens it. Nothing outside knows what its files are. */
export interface EngineImplementation {
  build(
    folder: string,
    paragraphs: Iterable<IndexedParagraph> | AsyncIterable<IndexedParagraph>,
  ): Promise<void>
  open(folder: string): Promise<SearchEngine>
}
