import type MiniSearch from 'minisearch'
import type { AnalysedQuery, Hit, SearchEngine, SearchHits, SearchOptions, TextField } from '../engine.ts'
import { TEXT_FIELDS } from '../engine.ts'
import type { Columns } from './columns.ts'
import { NO_DATE } from './columns.ts'
import { FacetCounter, FAILS, makeFilters, PASSES } from './filters.ts'
import type { MiniSearchDocument } from './options.ts'
import { bm25, NEIGHBOUR_WEIGHT } from './options.ts'
import { firstBy, Scores } from './scores.ts'
import type { StoredVocabulary } from './vocabulary.ts'
import { nearestWord } from './vocabulary.ts'

/** A facet lists its largest values up to this many. */
const MOST_FACET_VALUES = 100
/** Each word of a query has a bit of its own; words beyond the last share its bit. */
const MOST_WORD_BITS = 31

/** A word is compared with the whole vocabulary once. */
const CACHED_CORRECTIONS = 10_000

type Match = Readonly<Record<string, readonly string[]>>

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
    const matches = this.#score(query, options.lengthNormalisation)
    const filters = makeFilters(this.#columns, options)
    const counter = options.facets ? new FacetCounter(this.#columns, filters) : null
    const everything = allBits(query.nodes.length)
    const kept: number[] = []
    let totalAllWords = 0

    for (const paragraph of this.#scores.paragraphs) {
      const isWhole = this.#scores.wordsOf(paragraph) === everything
      if (query.match === 'all' && !isWhole) continue
      const verdict = filters.verdict(paragraph)
      if (verdict !== FAILS) counter?.add(paragraph, verdict)
      if (verdict !== PASSES) continue
      kept.push(paragraph)
      if (isWhole) totalAllWords++
    }
    const best = firstBy(kept, options.offset + options.limit, this.#order(options, everything)).slice(
      options.offset,
    )
    const hits = best.map((paragraph) => this.#hit(paragraph, query, matches.get(paragraph)))
    return { hits, total: kept.length, totalAllWords, facets: counter?.finish(MOST_FACET_VALUES) ?? null }
  }

  /** Scores every paragraph that matches; gives the terms and fields of each. */
  #score(query: AnalysedQuery, lengthNormalisation: number): Map<number, Match> {
    const matches = new Map<number, Match>()
    if (query.nodes.length === 0) {
      for (let paragraph = 0; paragraph < this.#columns.ids.length; paragraph++)
        this.#scores.set(paragraph, 0, 0)
      return matches
    }
    const bits = bitsOfTerms(query)
    const weights = new Map(query.should.map(({ term, weight }) => [term, weight]))
    const terms = [...new Set([...bits.keys(), ...weights.keys()])]
    this.#index.search(terms.join(' '), {
      bm25: bm25(lengthNormalisation),
      boostTerm: (term) => (bits.has(term) ? 1 : (weights.get(term) ?? 0)),
      // All results pass through here before MiniSearch sorts them: kept here, there are none left to sort.
      filter: ({ id, score, queryTerms, match }) => {
        let words = 0
        for (const term in match) words |= bits.get(term) ?? 0
        // MiniSearch multiplies a score by the number of query terms that matched, which buries the best paragraph of a long question.
        if (words !== 0) this.#scores.set(id as number, score / (queryTerms.length || 1), words)
        if (words !== 0) matches.set(id as number, match)
        return false
      },
    })
    return matches
  }

  #order({ sort, allWordsFirst }: SearchOptions, everything: number): (a: number, b: number) => number {
    const scores = this.#scores
    const { firstDays } = this.#columns
    const byScore = (a: number, b: number): number => this.#rankScore(b) - this.#rankScore(a) || a - b
    const isWhole = (paragraph: number): number => (scores.wordsOf(paragraph) === everything ? 1 : 0)
    if (sort === 'relevance')
      return allWordsFirst ? (a, b) => isWhole(b) - isWhole(a) || byScore(a, b) : byScore
    const undated = sort === 'newest' ? 0 : Number.MAX_SAFE_INTEGER
    const day = (paragraph: number): number => {
      const first = firstDays[paragraph] ?? NO_DATE
      return first === NO_DATE ? undated : first
    }
    return sort === 'newest'
      ? (a, b) => day(b) - day(a) || byScore(a, b)
      : (a, b) => day(a) - day(b) || byScore(a, b)
  }

  /** The score with that of its neighbours in reading: a decision is found by what was said before it. */
  #rankScore(paragraph: number): number {
    const { groups } = this.#columns
    const group = groups[paragraph]
    const before = groups[paragraph - 1] === group ? this.#scores.scoreOf(paragraph - 1) : 0
    const after = groups[paragraph + 1] === group ? this.#scores.scoreOf(paragraph + 1) : 0
    return this.#scores.scoreOf(paragraph) + NEIGHBOUR_WEIGHT * (before + after)
  }

  #hit(paragraph: number, query: AnalysedQuery, match: Match | undefined): Hit {
    const words = this.#scores.wordsOf(paragraph)
    const asked = new Set(query.nodes.flatMap(({ terms }) => terms))
    const fields = new Set(
      Object.entries(match ?? {}).flatMap(([term, found]) => (asked.has(term) ? found : [])),
    )
    return {
      id: this.#columns.ids[paragraph] ?? '',
      score: this.#rankScore(paragraph),
      matched: TEXT_FIELDS.filter((field: TextField) => fields.has(field)),
      missing: query.nodes.flatMap((_, index) => (words & bitOf(index) ? [] : [index])),
    }
  }
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
