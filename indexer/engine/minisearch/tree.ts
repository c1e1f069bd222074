import type { LeafNode, PhraseNode, QueryNode, WordNode } from '../engine.ts'
import type { Columns } from './columns.ts'
import type { Test } from './filters.ts'
import { hasValue, liesWithin } from './filters.ts'
import { BM25 } from './options.ts'
import { phraseMatches } from './phrases.ts'
import type { Positions } from './positions.ts'
import type { Postings } from './postings.ts'
import { rarityOf } from '../../analysis/rarity.ts'

/** The opened index, as far as a node of a query needs it. */
export interface Searchable {
  readonly columns: Columns
  readonly positions: Positions
  readonly postings: Postings
}

/** Told of every paragraph that a leaf matches, and of the score that it has by it. */
type Visit = (paragraph: number, score: number) => void

/** A flag for each paragraph of the collection. */
export type Flags = Uint8Array

/** What is told of the leaves of a tree that are not excluded. */
export interface TreeVisitor {
  readonly score: Visit
  /** A leaf with all that it matches. */
  readonly leaf: (leaf: LeafNode, flags: Flags) => void
}

const UNTOLD: TreeVisitor = { score: () => undefined, leaf: () => undefined }

/** What the leaves of one query match, each worked out once however often it stands there. */
export type KnownLeaves = Map<string, Flags>

/** The paragraphs that a tree matches. */
export function matchTree(
  searchable: Searchable,
  node: QueryNode,
  visitor: TreeVisitor,
  known: KnownLeaves = new Map(),
): Flags {
  switch (node.type) {
    case 'all':
      return combine(searchable, node.nodes, visitor, known, (one, other) => one & other, 1)
    case 'any':
      return combine(searchable, node.nodes, visitor, known, (one, other) => one | other, 0)
    case 'not':
      return matchTree(searchable, node.node, UNTOLD).map((flag) => 1 - flag)
    default: {
      const key = JSON.stringify(node)
      const already = known.get(key)
      if (already) return already
      const flags = matchLeaf(searchable, node, visitor.score)
      visitor.leaf(node, flags)
      known.set(key, flags)
      return flags
    }
  }
}

function combine(
  searchable: Searchable,
  nodes: readonly QueryNode[],
  visitor: TreeVisitor,
  known: KnownLeaves,
  join: (one: number, other: number) => number,
  empty: 0 | 1,
): Flags {
  const flags = new Uint8Array(searchable.columns.ids.length).fill(empty)
  for (const node of nodes) {
    const found = matchTree(searchable, node, visitor, known)
    for (let paragraph = 0; paragraph < flags.length; paragraph++)
      flags[paragraph] = join(flags[paragraph] ?? 0, found[paragraph] ?? 0)
  }
  return flags
}

/** The paragraphs that one leaf matches; each is told with its score. */
export function matchLeaf(searchable: Searchable, leaf: LeafNode, score: Visit): Flags {
  const flags = new Uint8Array(searchable.columns.ids.length)
  visitLeaf(searchable, leaf, (paragraph, value) => {
    flags[paragraph] = 1
    score(paragraph, value)
  })
  return flags
}

function visitLeaf(searchable: Searchable, leaf: LeafNode, visit: Visit): void {
  switch (leaf.type) {
    case 'word':
      visitWord(searchable, leaf, visit)
      break
    case 'phrase':
      visitPhrase(searchable, leaf, visit)
      break
    case 'facet':
      visitPassing(searchable, hasValue(searchable.columns.facets[leaf.field], leaf.values), visit)
      break
    case 'date':
      visitPassing(searchable, liesWithin(searchable.columns, leaf.from, leaf.to), visit)
  }
}

function visitWord({ postings }: Searchable, { terms }: WordNode, visit: Visit): void {
  for (const term of terms) postings.visit(term, ['text'], visit)
}

/** A phrase scores as if it were one word. */
function visitPhrase({ columns, positions }: Searchable, phrase: PhraseNode, visit: Visit): void {
  const { paragraphs, counts } = phraseMatches(positions, phrase)
  const rarity = rarityOf(paragraphs.length, columns.ids.length)
  const averageLength = positions.text.length / columns.ids.length
  const { k, b } = BM25
  for (const [place, paragraph] of paragraphs.entries()) {
    const count = counts[place] ?? 0
    const length = (positions.starts[paragraph + 1] ?? 0) - (positions.starts[paragraph] ?? 0)
    const saturation = k * (1 - b + (b * length) / averageLength)
    visit(paragraph, (rarity * count * (k + 1)) / (count + saturation))
  }
}

/** Everything that passes a test has one score: by how few do. */
function visitPassing({ columns }: Searchable, test: Test, visit: Visit): void {
  const passing: number[] = []
  for (let paragraph = 0; paragraph < columns.ids.length; paragraph++)
    if (test(paragraph)) passing.push(paragraph)
  const score = rarityOf(passing.length, columns.ids.length)
  for (const paragraph of passing) visit(paragraph, score)
}
