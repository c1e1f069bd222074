import type { WordNode } from '../engine.ts'
import type { Columns } from './columns.ts'
import type { Positions } from './positions.ts'
import type { Scores } from './scores.ts'
import { rarityOf } from '../../analysis/rarity.ts'

// What makes a rank of a BM25 score. docs/relevance.md has the run that chose each constant.

/** How much of the score of the paragraphs before and after it a match takes on: they are its context. */
const NEIGHBOUR_WEIGHT = 0.2

/** Kinds of paragraph that name a matter and say nothing of it. */
const KIND_WEIGHTS: Readonly<Record<string, number>> = { heading: 0.4, attendance: 0.4 }

/** A decision says in a few words all that it has to say: that it is short is not held against it. */
const TERSE_KIND = 'decision'

/** Words at which a paragraph has half of its score: a line of a few words says little, and BM25 prefers it. */
const HALF_LENGTH_WORDS = 4

/** How many times over the score of a paragraph counts that has every word, beside one that has next to none. */
const COORDINATION = 2

/** What each paragraph's score is multiplied by whatever the query, by its place in the collection. */
export function priorsOf({ ids, facets: { kind } }: Columns, { starts }: Positions): Float32Array {
  const weights = kind.labels.map((label) => KIND_WEIGHTS[label] ?? 1)
  const isTerse = kind.labels.map((label) => label === TERSE_KIND)
  return Float32Array.from(ids, (_, paragraph) => {
    const length = (starts[paragraph + 1] ?? 0) - (starts[paragraph] ?? 0)
    const value = kind.values[kind.starts[paragraph] ?? 0] ?? -1
    return isTerse[value] ? 1 : (length / (length + HALF_LENGTH_WORDS)) * (weights[value] ?? 1)
  })
}

/** The share of a query that each of its words is, by how rare the word is: together 1. */
export function sharesOf(
  words: readonly WordNode[],
  frequencyOf: (term: string) => number,
  size: number,
): number[] {
  const rarities = words.map(({ terms }) => rarityOf(Math.max(0, ...terms.map(frequencyOf)), size))
  const all = rarities.reduce((sum, one) => sum + one, 0)
  return rarities.map((one) => one / all)
}

/**
 * The score with a share of that of its neighbours in reading (a decision is found by what was said before it), times what
 * kind of paragraph it is, and more for one that has more of the query: a word repeated does not make up for one that lacks.
 */
export function rankOf(
  paragraph: number,
  scores: Scores,
  groups: Uint32Array,
  prior: number,
  shares: readonly number[],
): number {
  const group = groups[paragraph]
  const before = groups[paragraph - 1] === group ? scores.scoreOf(paragraph - 1) : 0
  const after = groups[paragraph + 1] === group ? scores.scoreOf(paragraph + 1) : 0
  let covered = 0
  for (let word = 0; word < shares.length; word++)
    if (scores.hasWord(paragraph, word)) covered += shares[word] ?? 0
  return (
    (scores.scoreOf(paragraph) + NEIGHBOUR_WEIGHT * (before + after)) * prior * (1 + COORDINATION * covered)
  )
}
