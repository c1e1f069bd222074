import type { AnalysedQuery, FacetCount, SearchEngine } from '../../indexer/engine/engine.ts'

const EVERYTHING: AnalysedQuery = { match: 'any', words: [], must: [], should: [] }

/** What each body speaks of, most first: counted once, when it is first asked for. */
export class BodyTopics {
  readonly #engine: SearchEngine
  readonly #counts = new Map<string, Promise<readonly FacetCount[]>>()

  constructor(engine: SearchEngine) {
    this.#engine = engine
  }

  of(bodyId: string): Promise<readonly FacetCount[]> {
    const counts = this.#counts.get(bodyId) ?? this.#count(bodyId)
    this.#counts.set(bodyId, counts)
    return counts
  }

  async #count(bodyId: string): Promise<readonly FacetCount[]> {
    const { facets } = await this.#engine.search(EVERYTHING, {
      filters: [{ field: 'body', values: [bodyId] }],
      from: null,
      to: null,
      facets: true,
      copies: 'one',
      sort: 'newest',
      allWordsFirst: true,
      offset: 0,
      limit: 1,
    })
    return facets?.topic ?? []
  }
}
