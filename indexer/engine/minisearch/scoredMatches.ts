import type MiniSearch from 'minisearch'
import type { SearchOptions } from 'minisearch'
import type { MiniSearchDocument } from './options.ts'

/** Which of its fields each term of a query stands in, as MiniSearch tells it. */
export type Match = Readonly<Record<string, readonly string[]>>

/** A match as MiniSearch has it before it makes results of matches. */
interface ScoredMatch {
  readonly score: number
  /** The terms of the query that it has. */
  readonly terms: readonly string[]
  readonly match: Match
}

/**
 * Every match with its score, by the number that MiniSearch gave its document: they count from 0 as documents were added,
 * and none is ever removed.
 *
 * MiniSearch's own `search` goes on from here to multiply each score by the number of terms matched (which buries the best
 * paragraph of a long question), make an object of every match and sort them all; that takes longer than finding them.
 * The method is private: the version of MiniSearch is exact, and the engine's contract test would tell of a change.
 */
export function scoredMatches(
  index: MiniSearch<MiniSearchDocument>,
  terms: readonly string[],
  options: SearchOptions,
): ReadonlyMap<number, ScoredMatch> {
  const opened = index as unknown as {
    executeQuery(query: string, options: SearchOptions): Map<number, ScoredMatch>
  }
  return opened.executeQuery(terms.join(' '), options)
}
