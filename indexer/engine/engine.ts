import type { CalendarDate } from '../../corpus/model/calendarDate.ts'

/** The fields whose values can filter a result. */
export const FILTER_FIELDS = ['role', 'person', 'topic', 'body', 'kind', 'part', 'document'] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** The fields that are counted in a result: those, and what its dates give. */
export const FACET_FIELDS = ['year', 'month', ...FILTER_FIELDS] as const
export type FacetField = (typeof FACET_FIELDS)[number]

/** A facet lists its largest values up to this many. */
export const MOST_FACET_VALUES = 100

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
  readonly facets: Readonly<Record<FilterField, readonly string[]>>
}

/** A word of a query: any one of its terms will do. */
export interface WordNode {
  readonly type: 'word'
  /** As the reader wrote it. */
  readonly text: string
  readonly terms: readonly string[]
}

/** Words as they are written, in that order and with nothing between them; no stems, and stop words count. */
export interface PhraseNode {
  readonly type: 'phrase'
  /** Folded as `exactWords` folds them. */
  readonly words: readonly string[]
  /** May the last word go on? Only where `within` is null. */
  readonly isPrefix: boolean
  /** Where not null: the words in any order, with at most so many others between the first and the last of them. */
  readonly within: number | null
}

/** Paragraphs with any of the values of a facet. */
export interface FacetNode {
  readonly type: 'facet'
  readonly field: FacetField
  readonly values: readonly string[]
}

/** Paragraphs whose date lies wholly within two days; null is open. */
export interface DateNode {
  readonly type: 'date'
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

export type LeafNode = WordNode | PhraseNode | FacetNode | DateNode

/** The nodes of a query's tree. What has words reads the paragraph's own text alone. */
export type QueryNode =
  | LeafNode
  | { readonly type: 'all' | 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode }

/** Something that adds to the score of what matches. */
export interface ShouldNode {
  readonly node: LeafNode
  /** What it counts beside a word of the reader's own, which counts 1. */
  readonly weight: number
  /** The words, as indexes, that a paragraph counts as having that has this; empty where it only scores. */
  readonly standsFor: readonly number[]
}

/** An analysed query. Without words and operators it matches everything that the filters let through. */
export interface AnalysedQuery {
  /** `any` of the words, or `all` of them. */
  readonly match: 'any' | 'all'
  /** Sought in the text, in the headings above it and in the meeting's title. */
  readonly words: readonly WordNode[]
  /** What a paragraph has to be. Where there is any, the words beside it only rank (unless all are wanted). */
  readonly must: readonly QueryNode[]
  readonly should: readonly ShouldNode[]
}

export type SortOrder = 'relevance' | 'newest' | 'oldest'

export interface FacetFilter {
  readonly field: FacetField
  readonly values: readonly string[]
}

export interface SearchOptions {
  /** Each keeps what has any of its values. */
  readonly filters: readonly FacetFilter[]
  /** Keeps what lies wholly within the two days; null is open. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly facets: boolean
  /** `one`: of the copies of one record that match, only the canonical one, or the first. */
  readonly copies: 'one' | 'all'
  readonly sort: SortOrder
  /** Do paragraphs with all words come before those with some, whatever their score? Only with `relevance`. */
  readonly allWordsFirst: boolean
  readonly offset: number
  readonly limit: number
}

/** A field of the paragraph, or whoever speaks in it. */
export const MATCH_PLACES = [...TEXT_FIELDS, 'speaker'] as const
export type MatchPlace = (typeof MATCH_PLACES)[number]

export interface Hit {
  readonly id: string
  readonly score: number
  /** Where something of the query stands. */
  readonly matched: readonly MatchPlace[]
  /** Which of the query's words it lacks, as indexes into `words`. */
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

/** A paragraph of the index, with its text and the headings above it as the index was given them. */
export type Passage = Pick<IndexedParagraph, 'id' | 'text' | 'heading'>

export type SimilarOptions = Pick<SearchOptions, 'filters' | 'from' | 'to' | 'limit'>

/** Paragraphs like another, best first. `missing` of a hit refers to `words`, the passage's own that tell most. */
export interface SimilarHits {
  readonly words: readonly WordNode[]
  readonly hits: readonly Hit[]
  readonly total: number
}

/** An opened index. Answers are exact: totals and facets count every match. */
export interface SearchEngine {
  search(query: AnalysedQuery, options: SearchOptions): Promise<SearchHits>
  /**
   * Paragraphs that share the words that tell what a passage is about, the headings above it included where it has few of
   * its own. The passage itself, its copies and other paragraphs of the same text are left out, and each text comes once.
   */
  similar(passage: Passage, options: SimilarOptions): Promise<SimilarHits>
  /** How many paragraphs there are. */
  readonly size: number
  /** Every value of a facet that some paragraph has, in no order. */
  facetValues(field: FacetField): readonly string[]
  /** In how many paragraphs each of them stands, of the copies of a record the canonical one alone; in no order. */
  facetCounts(field: FacetField): readonly FacetCount[]
  /** The words of letters that begin so, folded as `exactWords` folds them, by the number of paragraphs that have them. */
  wordsBeginning(beginning: string, limit: number): readonly FacetCount[]
  /** In how many paragraphs the term stands, headings and meeting titles included; 0 where it occurs nowhere. */
  paragraphFrequency(term: string): number
  /** Does a word that the collection has in capitals also stand there in small letters, as `tap` beside `TAP` does? */
  isAlsoWord(word: string): boolean
  /** In how many paragraphs' own text the words stand one after the other, folded as `exactWords` folds them. */
  phraseFrequency(words: readonly string[]): number
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
