import type { FacetCount, SearchEngine } from '../../indexer/engine/engine.ts'
import { countPassages } from '../collection/passages.ts'

/** What each body speaks of, most first: counted once, when it is first asked for. */
export class BodyTopics {
  readonly #engine: SearchEngine
  readonly #counts = new Map<string, Promise<readonly FacetCount[]>>()

  constructor(engine: SearchEngine) {
    this.#engine = engine
  }

  of(bodyId: string): Promise<readonly FacetCount[]> {
    const known = this.#counts.get(bodyId)
    if (known) return known
    const counts = this.#count(bodyId)
    this.#counts.set(bodyId, counts)
    // What failed once is counted anew when it is asked for again.
    counts.catch(() => this.#counts.delete(bodyId))
    return counts
  }

  async #count(bodyId: string): Promise<readonly FacetCount[]> {
    const { facets } = await countPassages(this.#engine, { filters: [{ field: 'body', values: [bodyId] }] })
    return facets?.topic ?? []
  }
}
