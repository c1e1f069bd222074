import { termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { Hit, Passage, SimilarHits, SimilarOptions, WordNode } from '../engine.ts'
import { makeFilters, PASSES } from './filters.ts'
import { FIELD_WEIGHTS } from './options.ts'
import { rarityOf } from '../../analysis/rarity.ts'
import { firstBy } from './scores.ts'
import type { Searchable } from './tree.ts'

// Lucene's MoreLikeThis: the words of a passage with the highest tf-idf are searched for like the words of a query.

/** `DEFAULT_MAX_QUERY_TERMS` of MoreLikeThis. Each word has a bit in a number of 32. */
const MOST_WORDS = 25
/** Where the words of a passage are looked for. */
const FIELDS = ['text', 'heading'] as const
/** A word that no other paragraph has finds nothing. */
const FEWEST_PARAGRAPHS = 2
/** A paragraph has words of at least this share of the weight of all, or of all of the heading that tells. */
const LEAST_SHARE = 0.15
const LEAST_SHARE_OF_HEADING = 0.5
/** A word that stands in more paragraphs, and in a larger share of them, does not tell what one of them is about. */
const MOST_PARAGRAPHS = 10
const LARGEST_SHARE = 0.05
/** A passage with fewer telling words of its own is told by what stands above it. */
const FEWEST_TELLING = 3

interface SoughtWord {
  readonly node: WordNode
  readonly term: string
  readonly weight: number
}

interface Candidate {
  readonly paragraph: number
  readonly score: number
  /** The sought words that stand in each field, a bit for each. */
  readonly inText: number
  readonly inHeading: number
}

/** What of a passage is looked for. */
interface Sought {
  /** The words, the one that tells most first. */
  readonly words: readonly SoughtWord[]
  /** The words of which a paragraph has to have its share. */
  readonly deciding: readonly SoughtWord[]
  readonly isToldByHeading: boolean
}

/** The paragraphs that share most of the words that tell what a passage is about. */
export function similarTo(
  searchable: Searchable,
  frequencyOf: (term: string) => number,
  passage: Passage,
  options: SimilarOptions,
): SimilarHits {
  const { columns, positions } = searchable
  const own = columns.places.get(passage.id) ?? -1
  const sought = readPassage(passage, columns.ids.length, frequencyOf)
  const recordOf = (paragraph: number): number => columns.canonicals.get(paragraph) ?? paragraph
  const isCopy = (paragraph: number): number => (columns.canonicals.has(paragraph) ? 1 : 0)
  const order = (a: Candidate, b: Candidate): number =>
    b.score - a.score || isCopy(a.paragraph) - isCopy(b.paragraph) || a.paragraph - b.paragraph
  const candidates = candidatesOf(searchable, sought, options).filter(
    (candidate) => !isSameItem(candidate, own, sought, searchable),
  )
  const records = bestOfEach(candidates, order, recordOf, recordOf(own))
  const textOf = (paragraph: number): number => positions.texts[paragraph] ?? 0
  // Under another heading the same few words are about something else.
  const found = sought.isToldByHeading ? records : bestOfEach(records, order, textOf, textOf(own))
  return {
    words: sought.words.map(({ node }) => node),
    hits: firstBy(found, options.limit, order).map((candidate) => toHit(candidate, sought, columns.ids)),
    total: found.length,
  }
}

function readPassage(
  { text, heading }: Passage,
  size: number,
  frequencyOf: (term: string) => number,
): Sought {
  const own = wordsIn(text, size, frequencyOf)
  const most = Math.max(MOST_PARAGRAPHS, size * LARGEST_SHARE)
  const telling = own.filter(({ term }) => frequencyOf(term) <= most)
  const above = telling.length < FEWEST_TELLING ? wordsIn(heading, size, frequencyOf) : []
  const words = new Map([...own, ...above].map((word) => [word.term, word]))
  const deciding = above.length > 0 ? above : own
  return {
    words: mostTelling([...words.values()]),
    deciding: mostTelling(deciding),
    isToldByHeading: above.length > 0,
  }
}

/** The different words of a text that other paragraphs have too, each as it is written first. */
function wordsIn(text: string, size: number, frequencyOf: (term: string) => number): SoughtWord[] {
  const counts = new Map<string, { readonly written: string; count: number }>()
  for (const { text: written } of tokenize(text)) {
    const [term] = termsOfWord(written)
    if (term === undefined) continue
    const known = counts.get(term)
    if (known) known.count++
    else counts.set(term, { written, count: 1 })
  }
  return [...counts].flatMap(([term, { written, count }]) => {
    const frequency = frequencyOf(term)
    if (frequency < FEWEST_PARAGRAPHS) return []
    const node = { type: 'word', text: written, terms: [term] } as const
    return [{ node, term, weight: count * rarityOf(frequency, size) }]
  })
}

function mostTelling(words: readonly SoughtWord[]): SoughtWord[] {
  return [...words].sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS)
}

const weightOf = (words: readonly SoughtWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0)

/** The bits of some of the sought words. */
function bitsOf(some: readonly SoughtWord[], { words }: Sought): number {
  const terms = new Set(some.map(({ term }) => term))
  return words.reduce((bits, { term }, index) => (terms.has(term) ? bits | (1 << index) : bits), 0)
}

/** What passes the filters and has enough of the words. A passage told by its heading is looked for by headings as much. */
function candidatesOf(
  { columns, postings }: Searchable,
  sought: Sought,
  options: SimilarOptions,
): Candidate[] {
  const { words, deciding, isToldByHeading } = sought
  const size = columns.ids.length
  const scores = new Float64Array(size)
  const bits = { text: new Uint32Array(size), heading: new Uint32Array(size), meeting: null }
  for (const [index, { term }] of words.entries())
    postings.visit(term, FIELDS, (paragraph, score, field) => {
      const boost = isToldByHeading ? 1 / FIELD_WEIGHTS[field] : 1
      scores[paragraph] = (scores[paragraph] ?? 0) + boost * score
      const own = bits[field]
      if (own) own[paragraph] = (own[paragraph] ?? 0) | (1 << index)
    })
  const filters = makeFilters(columns, options)
  const decidingBits = bitsOf(deciding, sought)
  const least = weightOf(deciding) * (isToldByHeading ? LEAST_SHARE_OF_HEADING : LEAST_SHARE)
  const found: Candidate[] = []
  for (const [paragraph, score] of scores.entries()) {
    if (score === 0) continue
    const inText = bits.text[paragraph] ?? 0
    const inHeading = bits.heading[paragraph] ?? 0
    const isEnough = weightOfBits((inText | inHeading) & decidingBits, words) >= least
    if (isEnough && filters.verdict(paragraph) === PASSES) found.push({ paragraph, score, inText, inHeading })
  }
  return found
}

function weightOfBits(bits: number, words: readonly SoughtWord[]): number {
  let weight = 0
  for (let index = 0; index < words.length; index++)
    if ((bits & (1 << index)) !== 0) weight += words[index]?.weight ?? 0
  return weight
}

/** Does it stand under the heading that tells of the passage? Who reads the passage has that item before them. */
function isSameItem(
  { paragraph, inHeading }: Candidate,
  own: number,
  sought: Sought,
  { columns }: Searchable,
): boolean {
  const decidingBits = bitsOf(sought.deciding, sought)
  return (
    sought.isToldByHeading &&
    columns.groups[paragraph] === columns.groups[own] &&
    (inHeading & decidingBits) === decidingBits
  )
}

/** The best candidate of each key, and none of one key. */
function bestOfEach(
  candidates: readonly Candidate[],
  order: (a: Candidate, b: Candidate) => number,
  keyOf: (paragraph: number) => number,
  unwanted: number,
): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    const key = keyOf(candidate.paragraph)
    const known = best.get(key)
    if (key !== unwanted && (!known || order(candidate, known) < 0)) best.set(key, candidate)
  }
  return [...best.values()]
}

function toHit(
  { paragraph, score, inText, inHeading }: Candidate,
  { words }: Sought,
  ids: readonly string[],
): Hit {
  const bits = { text: inText, heading: inHeading }
  return {
    id: ids[paragraph] ?? '',
    score,
    matched: FIELDS.filter((field) => bits[field] !== 0),
    missing: words.flatMap((_, index) => (((inText | inHeading) & (1 << index)) === 0 ? [index] : [])),
  }
}
