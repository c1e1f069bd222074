import type { ParagraphInContext, ParagraphReader } from '../../corpus/store/paragraphs.ts'
import type { AnalysedQuery, Hit } from '../../indexer/engine/engine.ts'
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
  return inBatches(generation.paragraphs, hits.hits, analysis.query, onStrays)
}

/** What a hit lacks is put into words with its batch: a long result of a long query would take seconds at once. */
async function* inBatches(
  paragraphs: ParagraphReader,
  hits: readonly Hit[],
  query: AnalysedQuery,
  onStrays: (strays: number) => void,
): AsyncGenerator<readonly FoundParagraph[]> {
  for (let at = 0; at < hits.length; at += BATCH) {
    const batch = new Map(hits.slice(at, at + BATCH).map((hit) => [hit.id, hit]))
    const found = await paragraphs.load([...batch.keys()])
    if (found.length < batch.size) onStrays(batch.size - found.length)
    yield found.map((context) => {
      const hit = batch.get(context.paragraph.id)
      return { ...context, missing: hit ? missingWords(hit, query) : [] }
    })
  }
}
