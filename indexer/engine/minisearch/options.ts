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
 * Relevance Framework", 2009, for what the constants mean). `b` is below Lucene's 0.75: minutes are paragraphs of uneven
 * length, and what is short for being a line of a list is held back in `ranking.ts`.
 */
export const BM25 = { k: 1.2, b: 0.4 } as const

/** What stands above a paragraph says less about it than its own words; docs/relevance.md has the runs. */
export const FIELD_WEIGHTS = { text: 1, heading: 0.4, meeting: 0.3 } as const

export const MINISEARCH_OPTIONS: Options<MiniSearchDocument> = {
  fields: [...TEXT_FIELDS],
  idField: 'id',
  tokenize: termsOfText,
  processTerm: (term) => term,
}
