import type { Options } from 'minisearch'
import { termsOfText } from '../../analysis/terms.ts'
import { TEXT_FIELDS } from '../engine.ts'

/** What MiniSearch is given of a paragraph. `id` is its place in the collection. */
export interface MiniSearchDocument {
  readonly id: number
  readonly text: string
  readonly heading: string
  readonly meeting: string
}

/**
 * BM25 without MiniSearch's lower bound `d`, so that it ranks as Lucene does (Robertson and Zaragoza, "The Probabilistic
 * Relevance Framework", 2009, for what the constants mean). `b` comes with each search.
 */
const BM25 = { k: 1.2, d: 0 } as const

export function bm25(lengthNormalisation: number): { k: number; b: number; d: number } {
  return { ...BM25, b: lengthNormalisation }
}

/** What stands above a paragraph says less about it than its own words. */
export const FIELD_WEIGHTS = { text: 1, heading: 0.3, meeting: 0.3 } as const

/** How much of the score of the paragraphs before and after it a match takes on: they are its context. */
export const NEIGHBOUR_WEIGHT = 0.15

/** The terms of a query come analysed, with a space between them. */
const splitTerms = (terms: string): string[] => terms.split(' ')

export const MINISEARCH_OPTIONS: Options<MiniSearchDocument> = {
  fields: [...TEXT_FIELDS],
  idField: 'id',
  tokenize: termsOfText,
  processTerm: (term) => term,
  searchOptions: {
    tokenize: splitTerms,
    processTerm: (term) => term,
    combineWith: 'OR',
    boost: FIELD_WEIGHTS,
    prefix: false,
    fuzzy: false,
  },
}
