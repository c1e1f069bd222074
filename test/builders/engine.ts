import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  EngineImplementation,
  IndexedParagraph,
  SearchEngine,
  SearchOptions,
} from '../../indexer/engine/engine.ts'

/** An engine over the given paragraphs, in a folder that `remove` removes. */
export interface BuiltEngine {
  readonly engine: SearchEngine
  remove(): Promise<void>
}

export async function builtEngine(
  implementation: EngineImplementation,
  paragraphs: readonly IndexedParagraph[],
): Promise<BuiltEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'))
  await implementation.build(folder, paragraphs)
  const engine = await implementation.open(folder)
  return {
    engine,
    remove: async () => {
      await engine.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Everything, by relevance, ten at a time. */
export const SEARCH_OPTIONS: SearchOptions = {
  filters: [],
  from: null,
  to: null,
  facets: true,
  sort: 'relevance',
  allWordsFirst: true,
  copies: 'one',
  offset: 0,
  limit: 10,
}
