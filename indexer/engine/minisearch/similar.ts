import { termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { Hit, Passage, SimilarHits, SimilarOptions, WordNode } from '../engine.ts'
import { MATCH_PLACES } from '../engine.ts'
import { makeFilters, PASSES } from './filters.ts'
import { FIELD_WEIGHTS, MINISEARCH_OPTIONS } from './options.ts'
import type { Match } from './scoredMatches.ts'
import { scoredMatches } from './scoredMatches.ts'
import type { Searchable } from './tree.ts'
import { rarityOf } from '../rarity.ts'

// Lucene's MoreLikeThis: the words of a passage with the highest tf-idf are searched for like the words of a query.

/** `DEFAULT_MAX_QUERY_TERMS` of MoreLikeThis. */
const MOST_WORDS = 25
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
  readonly match: Match
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
  const { columns } = searchable
  const own = columns.ids.indexOf(passage.id)
  const sought = readPassage(passage, columns.ids.length, frequencyOf)
  const recordOf = (paragraph: number): number => columns.canonicals.get(paragraph) ?? paragraph
  const isCopy = (paragraph: number): number => (columns.canonicals.has(paragraph) ? 1 : 0)
  const candidates = candidatesOf(searchable, sought, options)
    .filter((candidate) => !isSameItem(candidate, own, sought, searchable))
    .sort(
      (a, b) => b.score - a.score || isCopy(a.paragraph) - isCopy(b.paragraph) || a.paragraph - b.paragraph,
    )
  const records = firstOfEach(candidates, recordOf, recordOf(own))
  // Under another heading the same few words are about something else.
  const found = sought.isToldByHeading
    ? records
    : firstOfEach(records, textOf(searchable), textOf(searchable)(own))
  return {
    words: sought.words.map(({ node }) => node),
    hits: found.slice(0, options.limit).map((candidate) => toHit(candidate, sought, columns.ids)),
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

/** What passes the filters and has enough of the words. A passage told by its heading is looked for by headings as much. */
function candidatesOf(
  { index, columns }: Searchable,
  { words, deciding, isToldByHeading }: Sought,
  options: SimilarOptions,
): Candidate[] {
  if (words.length === 0) return []
  const found = scoredMatches(
    index,
    words.map(({ term }) => term),
    {
      ...MINISEARCH_OPTIONS.searchOptions,
      fields: ['text', 'heading'],
      boost: isToldByHeading ? { text: 1, heading: 1 } : FIELD_WEIGHTS,
    },
  )
  const filters = makeFilters(columns, options)
  const least = weightOf(deciding) * (isToldByHeading ? LEAST_SHARE_OF_HEADING : LEAST_SHARE)
  return [...found].flatMap(([paragraph, { score, match }]) => {
    const isEnough = weightOf(deciding.filter(({ term }) => term in match)) >= least
    return isEnough && filters.verdict(paragraph) === PASSES ? [{ paragraph, score, match }] : []
  })
}

/** Does it stand under the heading that tells of the passage? Who reads the passage has that item before them. */
function isSameItem(
  { paragraph, match }: Candidate,
  own: number,
  { deciding, isToldByHeading }: Sought,
  { columns }: Searchable,
): boolean {
  return (
    isToldByHeading &&
    columns.groups[paragraph] === columns.groups[own] &&
    deciding.every(({ term }) => match[term]?.includes('heading') ?? false)
  )
}

/** The words of a paragraph's text, as a key. */
const textOf =
  ({ positions: { text, starts } }: Searchable) =>
  (paragraph: number): string =>
    text.subarray(starts[paragraph], starts[paragraph + 1]).join(' ')

/** The first candidate of each key, and none of one key. */
function firstOfEach<Key>(
  candidates: readonly Candidate[],
  keyOf: (paragraph: number) => Key,
  unwanted: Key,
): Candidate[] {
  const seen = new Set([unwanted])
  return candidates.filter(({ paragraph }) => {
    const key = keyOf(paragraph)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function toHit({ paragraph, score, match }: Candidate, { words }: Sought, ids: readonly string[]): Hit {
  const fields = new Set(words.flatMap(({ term }) => match[term] ?? []))
  return {
    id: ids[paragraph] ?? '',
    score,
    matched: MATCH_PLACES.filter((place) => fields.has(place)),
    missing: words.flatMap(({ term }, index) => (term in match ? [] : [index])),
  }
}
