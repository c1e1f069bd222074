import type { ParagraphInContext, ParagraphReader } from '../../corpus/store/paragraphs.ts'
import type { Generation } from '../generations.ts'
import type { SearchRequest } from './request.ts'
import { findHits, missingWords } from './searchRecord.ts'

/** A paragraph found, with the reader's words that it lacks. */
export interface FoundParagraph extends ParagraphInContext {
  readonly missing: readonly string[]
}

/** One batch takes some ten milliseconds, between which other requests are served. */
const BATCH = 200

/**
 * Every paragraph that a request finds, in its order, a batch at a time. The search is done once, before the first batch.
 *
 * @param onStrays told of hits that the store does not have: none, unless it disagrees with the index
 */
export async function searchWhole(
  generation: Generation,
  request: SearchRequest,
  onStrays: (strays: number) => void,
): Promise<AsyncIterable<readonly FoundParagraph[]>> {
  const everything = { ...request, page: 1, size: generation.engine.size }
  const { analysis, hits } = await findHits(generation, everything, false)
  const missing = new Map(hits.hits.map((hit) => [hit.id, missingWords(hit, analysis.query)]))
  return inBatches(generation.paragraphs, missing, onStrays)
}

async function* inBatches(
  paragraphs: ParagraphReader,
  missing: ReadonlyMap<string, readonly string[]>,
  onStrays: (strays: number) => void,
): AsyncGenerator<readonly FoundParagraph[]> {
  const ids = [...missing.keys()]
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    const found = await paragraphs.load(batch)
    if (found.length < batch.length) onStrays(batch.length - found.length)
    yield found.map((context) => ({ ...context, missing: missing.get(context.paragraph.id) ?? [] }))
  }
}
