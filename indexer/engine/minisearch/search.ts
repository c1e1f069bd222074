import type {
  AnalysedQuery,
  FacetCount,
  FacetField,
  Hit,
  LeafNode,
  MatchPlace,
  Passage,
  SearchEngine,
  SearchHits,
  SearchOptions,
  SimilarHits,
  SimilarOptions,
} from '../engine.ts'
import { MATCH_PLACES, MOST_FACET_VALUES, TEXT_FIELDS } from '../engine.ts'
import { NO_DATE } from './columns.ts'
import { countFacets, countValues, FAILS, makeFilters, PASSES } from './filters.ts'
import { phraseMatches } from './phrases.ts'
import { wordsBeginning } from './positions.ts'
import { priorsOf, rankOf, sharesOf } from './ranking.ts'
import { firstBy, Scores } from './scores.ts'
import { similarTo } from './similar.ts'
import type { Flags, Searchable } from './tree.ts'
import { matchLeaf, matchTree } from './tree.ts'
import type { StoredVocabulary } from './vocabulary.ts'
import { nearestWord } from './vocabulary.ts'

/** A word is compared with the whole vocabulary once. */
const CACHED_CORRECTIONS = 10_000

export class MiniSearchEngine implements SearchEngine {
  readonly #opened: Searchable
  readonly #vocabulary: StoredVocabulary
  readonly #frequencies: ReadonlyMap<string, number>
  readonly #alsoWords: ReadonlySet<string>
  readonly #scores: Scores
  readonly #priors: Float32Array
  readonly #corrections = new Map<string, string | null>()

  constructor(opened: Searchable, vocabulary: StoredVocabulary) {
    this.#opened = opened
    this.#vocabulary = vocabulary
    this.#frequencies = new Map(vocabulary.terms)
    this.#alsoWords = new Set(vocabulary.alsoWords)
    this.#scores = new Scores(opened.columns.ids.length)
    this.#priors = priorsOf(opened.columns, opened.positions)
  }

  search(query: AnalysedQuery, options: SearchOptions): Promise<SearchHits> {
    try {
      return Promise.resolve(this.#search(query, options))
    } finally {
      this.#scores.clear()
    }
  }

  similar(passage: Passage, options: SimilarOptions): Promise<SimilarHits> {
    return Promise.resolve(similarTo(this.#opened, (term) => this.paragraphFrequency(term), passage, options))
  }

  get size(): number {
    return this.#opened.columns.ids.length
  }

  facetValues(field: FacetField): readonly string[] {
    return this.#opened.columns.facets[field].labels
  }

  facetCounts(field: FacetField): readonly FacetCount[] {
    const { facets, canonicals, ids } = this.#opened.columns
    return countValues(
      facets[field],
      [...ids.keys()].filter((paragraph) => !canonicals.has(paragraph)),
    )
  }

  wordsBeginning(beginning: string, limit: number): readonly FacetCount[] {
    return wordsBeginning(this.#opened.positions, beginning, limit)
  }

  paragraphFrequency(term: string): number {
    return this.#frequencies.get(term) ?? 0
  }

  isAlsoWord(word: string): boolean {
    return this.#alsoWords.has(word)
  }

  phraseFrequency(words: readonly string[]): number {
    return phraseMatches(this.#opened.positions, { words, isPrefix: false, within: null }).paragraphs.length
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
    const { columns } = this.#opened
    const scores = this.#scores
    const finds = this.#score(query)
    const filters = makeFilters(columns, options)
    const isShown = options.copies === 'all' ? null : oncePerRecord(columns.canonicals, scores)
    const passing: number[] = []
    const nearly: number[][] = []

    for (const paragraph of this.#matches(query, finds)) {
      const verdict = filters.verdict(paragraph)
      if (verdict === PASSES) passing.push(paragraph)
      else if (verdict !== FAILS) (nearly[verdict] ??= []).push(paragraph)
    }
    const shown = isShown ? isShown(passing) : passing
    const others = isShown ? nearly.map(isShown) : nearly
    this.#rank(shown, query)
    const isWhole = (paragraph: number): boolean => scores.wordCountOf(paragraph) === query.words.length
    const best = firstBy(shown, options.offset + options.limit, this.#order(options, isWhole)).slice(
      options.offset,
    )
    return {
      hits: best.map((paragraph) => this.#hit(paragraph, query, finds)),
      total: shown.length,
      totalAllWords: shown.filter(isWhole).length,
      facets: options.facets ? countFacets(columns, filters, shown, others, MOST_FACET_VALUES) : null,
    }
  }

  /** Scores every paragraph that has any of the words, or something that stands for one. */
  #score(query: AnalysedQuery): Find[] {
    const scores = this.#scores
    scores.begin(query.words.length)
    for (const [term, { weight, words }] of this.#termsOf(query)) {
      this.#opened.postings.visit(term, TEXT_FIELDS, (paragraph, score, field) => {
        scores.add(paragraph, weight * score, words)
        if (words !== null) scores.addField(paragraph, field)
      })
    }
    return query.should.flatMap(({ node, weight, standsFor }) => {
      if (node.type === 'word') return []
      const words = scores.bitsOf(standsFor)
      const flags = matchLeaf(this.#opened, node, (paragraph, score) => {
        scores.add(paragraph, weight * score, words)
      })
      return [{ leaf: node, flags }]
    })
  }

  /** The terms of the words and of what stands for them, each with its weight and the words that it is found for. */
  #termsOf({ words, should }: AnalysedQuery): Map<string, { weight: number; words: Uint32Array | null }> {
    const sought = new Map<string, { weight: number; words: number[] }>()
    const seek = (term: string, weight: number, standsFor: readonly number[]): void => {
      const known = sought.get(term)
      if (!known) sought.set(term, { weight, words: [...standsFor] })
      else {
        known.weight = Math.max(known.weight, weight)
        known.words.push(...standsFor)
      }
    }
    for (const [index, { terms }] of words.entries()) for (const term of terms) seek(term, 1, [index])
    for (const { node, weight, standsFor } of should)
      if (node.type === 'word') for (const term of node.terms) seek(term, weight, standsFor)
    return new Map(
      [...sought].map(([term, { weight, words: found }]) => [
        term,
        { weight, words: found.length === 0 ? null : this.#scores.bitsOf(found) },
      ]),
    )
  }

  /** The paragraphs that are what the query asks for, before any filter; what its operators match is added to the finds. */
  #matches({ match, words, must }: AnalysedQuery, finds: Find[]): Iterable<number> {
    const scores = this.#scores
    const hasWords = (paragraph: number): boolean =>
      scores.wordCountOf(paragraph) >= (match === 'all' ? words.length : 1)
    if (must.length === 0) return words.length === 0 ? this.#everything() : scores.paragraphs.filter(hasWords)
    const flags = matchTree(
      this.#opened,
      { type: 'all', nodes: must },
      {
        score: (paragraph, score) => {
          scores.add(paragraph, score, null)
        },
        leaf: (leaf, matched) => finds.push({ leaf, flags: matched }),
      },
    )
    const found: number[] = []
    const isBoundByWords = words.length > 0 && (match === 'all' || must.every(({ type }) => type === 'not'))
    for (const [paragraph, flag] of flags.entries())
      if (flag === 1 && (!isBoundByWords || hasWords(paragraph))) found.push(paragraph)
    return found
  }

  #rank(paragraphs: readonly number[], { words }: AnalysedQuery): void {
    const { groups } = this.#opened.columns
    const shares = sharesOf(words, (term) => this.paragraphFrequency(term), this.size)
    for (const paragraph of paragraphs) {
      const prior = this.#priors[paragraph] ?? 1
      this.#scores.setRank(paragraph, rankOf(paragraph, this.#scores, groups, prior, shares))
    }
  }

  #everything(): Iterable<number> {
    return this.#opened.columns.ids.keys()
  }

  #order(
    { sort, allWordsFirst }: SearchOptions,
    isWhole: (paragraph: number) => boolean,
  ): (a: number, b: number) => number {
    const scores = this.#scores
    const { firstDays } = this.#opened.columns
    const byRank = (a: number, b: number): number => scores.rankOf(b) - scores.rankOf(a) || a - b
    if (sort === 'relevance')
      return allWordsFirst ? (a, b) => Number(isWhole(b)) - Number(isWhole(a)) || byRank(a, b) : byRank
    const undated = sort === 'newest' ? 0 : Number.MAX_SAFE_INTEGER
    const day = (paragraph: number): number => {
      const first = firstDays[paragraph] ?? NO_DATE
      return first === NO_DATE ? undated : first
    }
    return sort === 'newest'
      ? (a, b) => day(b) - day(a) || byRank(a, b)
      : (a, b) => day(a) - day(b) || byRank(a, b)
  }

  #hit(paragraph: number, query: AnalysedQuery, finds: readonly Find[]): Hit {
    const found = new Set<MatchPlace>(this.#scores.fieldsOf(paragraph))
    for (const { leaf, flags } of finds) {
      const place = flags[paragraph] === 1 ? placeOf(leaf) : null
      if (place !== null) found.add(place)
    }
    return {
      id: this.#opened.columns.ids[paragraph] ?? '',
      score: this.#scores.rankOf(paragraph),
      matched: MATCH_PLACES.filter((place) => found.has(place)),
      missing: query.words.flatMap((_, index) => (this.#scores.hasWord(paragraph, index) ? [] : [index])),
    }
  }
}

/** A leaf of the query, other than a word in any field, with the paragraphs that it matches. */
interface Find {
  readonly leaf: LeafNode
  readonly flags: Flags
}

/** Where a paragraph has what a leaf matches; null where it is no place of the paragraph. */
function placeOf(leaf: LeafNode): MatchPlace | null {
  if (leaf.type === 'facet') return leaf.field === 'role' || leaf.field === 'person' ? 'speaker' : null
  return leaf.type === 'date' ? null : 'text'
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
  const more = scores.wordCountOf(one) - scores.wordCountOf(other)
  if (more !== 0) return more > 0
  return one === canonical || (other !== canonical && one < other)
}
