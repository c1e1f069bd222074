import type MiniSearch from 'minisearch'
import type { AnalysedQuery, Hit, SearchEngine, SearchHits, SearchOptions } from '../engine.ts'
import { TEXT_FIELDS } from '../engine.ts'
import type { Columns } from './columns.ts'
import { NO_DATE } from './columns.ts'
import { countFacets, FAILS, makeFilters, PASSES } from './filters.ts'
import type { MiniSearchDocument } from './options.ts'
import { bm25, MINISEARCH_OPTIONS, NEIGHBOUR_WEIGHT } from './options.ts'
import { scoredMatches } from './scoredMatches.ts'
import { firstBy, Scores } from './scores.ts'
import type { StoredVocabulary } from './vocabulary.ts'
import { nearestWord } from './vocabulary.ts'

/** A facet lists its largest values up to this many. */
const MOST_FACET_VALUES = 100
/** Each word of a query has a bit of its own; words beyond the last share its bit. */
const MOST_WORD_BITS = 31

/** A word is compared with the whole vocabulary once. */
const CACHED_CORRECTIONS = 10_000

export class MiniSearchEngine implements SearchEngine {
  readonly #index: MiniSearch<MiniSearchDocument>
  readonly #columns: Columns
  readonly #vocabulary: StoredVocabulary
  readonly #frequencies: ReadonlyMap<string, number>
  readonly #scores: Scores
  readonly #corrections = new Map<string, string | null>()

  constructor(index: MiniSearch<MiniSearchDocument>, columns: Columns, vocabulary: StoredVocabulary) {
    this.#index = index
    this.#columns = columns
    this.#vocabulary = vocabulary
    this.#frequencies = new Map(vocabulary.terms)
    this.#scores = new Scores(columns.ids.length)
  }

  search(query: AnalysedQuery, options: SearchOptions): Promise<SearchHits> {
    try {
      return Promise.resolve(this.#search(query, options))
    } finally {
      this.#scores.clear()
    }
  }

  get size(): number {
    return this.#columns.ids.length
  }

  paragraphFrequency(term: string): number {
    return this.#frequencies.get(term) ?? 0
  }

  nearestWord(word: string): string | null {
    const known = this.#corrections.get(word)
    if (known !== undefined) return known
    const nearest = nearestWord(word, this.#vocabulary.words)
    if (this.#corrections.size >= CACHED_CORRECTIONS) this.#corrections.clear()
    this.#corrections.set(word, nearest)
    return nearest
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  #search(query: AnalysedQuery, options: SearchOptions): SearchHits {
    this.#score(query, options.lengthNormalisation)
    const scores = this.#scores
    const { groups } = this.#columns
    const filters = makeFilters(this.#columns, options)
    const everything = allBits(query.nodes.length)
    const isShown = options.copies === 'all' ? null : oncePerRecord(this.#columns.canonicals, this.#scores)
    const passing: number[] = []
    const nearly: number[][] = []

    for (const paragraph of scores.paragraphs) {
      const isWhole = scores.wordsOf(paragraph) === everything
      if (query.match === 'all' && !isWhole) continue
      const verdict = filters.verdict(paragraph)
      if (verdict === PASSES) {
        passing.push(paragraph)
        scores.rank(paragraph, groups, NEIGHBOUR_WEIGHT)
      } else if (verdict !== FAILS) (nearly[verdict] ??= []).push(paragraph)
    }
    const shown = isShown ? isShown(passing) : passing
    const others = isShown ? nearly.map(isShown) : nearly
    const best = firstBy(shown, options.offset + options.limit, this.#order(options, everything)).slice(
      options.offset,
    )
    return {
      hits: best.map((paragraph) => this.#hit(paragraph, query)),
      total: shown.length,
      totalAllWords: shown.filter((paragraph) => scores.wordsOf(paragraph) === everything).length,
      facets: options.facets ? countFacets(this.#columns, filters, shown, others, MOST_FACET_VALUES) : null,
    }
  }

  /** Scores every paragraph that matches. */
  #score(query: AnalysedQuery, lengthNormalisation: number): void {
    const scores = this.#scores
    if (query.nodes.length === 0) {
      for (let paragraph = 0; paragraph < this.#columns.ids.length; paragraph++)
        scores.set(paragraph, 0, 0, undefined)
      return
    }
    const bits = bitsOfTerms(query)
    const weights = new Map(query.should.map(({ term, weight }) => [term, weight]))
    const terms = [...new Set([...bits.keys(), ...weights.keys()])]
    const found = scoredMatches(this.#index, terms, {
      ...MINISEARCH_OPTIONS.searchOptions,
      bm25: bm25(lengthNormalisation),
      boostTerm: (term) => (bits.has(term) ? 1 : (weights.get(term) ?? 0)),
    })
    for (const [paragraph, { score, terms: matched, match }] of found) {
      let words = 0
      for (const term of matched) words |= bits.get(term) ?? 0
      if (words !== 0) scores.set(paragraph, score, words, match)
    }
  }

  #order({ sort, allWordsFirst }: SearchOptions, everything: number): (a: number, b: number) => number {
    const scores = this.#scores
    const { firstDays } = this.#columns
    const byRank = (a: number, b: number): number => scores.rankOf(b) - scores.rankOf(a) || a - b
    const isWhole = (paragraph: number): number => (scores.wordsOf(paragraph) === everything ? 1 : 0)
    if (sort === 'relevance')
      return allWordsFirst ? (a, b) => isWhole(b) - isWhole(a) || byRank(a, b) : byRank
    const undated = sort === 'newest' ? 0 : Number.MAX_SAFE_INTEGER
    const day = (paragraph: number): number => {
      const first = firstDays[paragraph] ?? NO_DATE
      return first === NO_DATE ? undated : first
    }
    return sort === 'newest'
      ? (a, b) => day(b) - day(a) || byRank(a, b)
      : (a, b) => day(a) - day(b) || byRank(a, b)
  }

  #hit(paragraph: number, query: AnalysedQuery): Hit {
    const words = this.#scores.wordsOf(paragraph)
    const asked = new Set(query.nodes.flatMap(({ terms }) => terms))
    const found = Object.entries(this.#scores.matchOf(paragraph)).flatMap(([term, fields]) =>
      asked.has(term) ? fields : [],
    )
    return {
      id: this.#columns.ids[paragraph] ?? '',
      score: this.#scores.rankOf(paragraph),
      matched: TEXT_FIELDS.filter((field) => found.includes(field)),
      missing: query.nodes.flatMap((_, index) => (words & bitOf(index) ? [] : [index])),
    }
  }
}

/** Keeps of the copies of one record that with most words of the query; of equals the canonical one, then the first. */
function oncePerRecord(
  canonicals: ReadonlyMap<number, number>,
  scores: Scores,
): ((paragraphs: number[]) => number[]) | null {
  if (canonicals.size === 0) return null
  return (paragraphs) => {
    const copies = paragraphs.filter((paragraph) => canonicals.has(paragraph))
    if (copies.length === 0) return paragraphs
    const records = new Set(copies.map((copy) => canonicals.get(copy)))
    const recordOf = (paragraph: number): number => canonicals.get(paragraph) ?? paragraph
    const kept = new Map<number, number>()
    for (const paragraph of paragraphs) {
      const record = recordOf(paragraph)
      const best = kept.get(record)
      if (records.has(record) && (best === undefined || isBetterCopy(paragraph, best, record, scores)))
        kept.set(record, paragraph)
    }
    return paragraphs.filter(
      (paragraph) => !records.has(recordOf(paragraph)) || kept.get(recordOf(paragraph)) === paragraph,
    )
  }
}

function isBetterCopy(one: number, other: number, canonical: number, scores: Scores): boolean {
  const more = bitCount(scores.wordsOf(one)) - bitCount(scores.wordsOf(other))
  if (more !== 0) return more > 0
  return one === canonical || (other !== canonical && one < other)
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

function bitsOfTerms(query: AnalysedQuery): Map<string, number> {
  const bits = new Map<string, number>()
  for (const [index, node] of query.nodes.entries()) {
    for (const term of node.terms) bits.set(term, (bits.get(term) ?? 0) | bitOf(index))
  }
  return bits
}

function bitOf(node: number): number {
  return 2 ** Math.min(node, MOST_WORD_BITS - 1)
}

function allBits(nodes: number): number {
  return 2 ** Math.min(nodes, MOST_WORD_BITS) - 1
}
