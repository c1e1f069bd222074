import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type { Generation } from '../generations.ts'
import { EVERYWHERE } from './candidates.ts'
import { FEWEST_WORDS } from './quotation.ts'
import type { Wording } from './wording.ts'

/** Words of a quotation that stand in that order somewhere else than the rest of it. */
export interface Elsewhere {
  readonly quoted: string
  readonly context: ParagraphInContext
}

/** Where what a place does not have of a quotation stands, as when sentences of two meetings were joined. */
export async function findElsewhere(generation: Generation, { parts }: Wording): Promise<Elsewhere[]> {
  const missing = parts.filter(({ kind }) => kind === 'put_in' || kind === 'replaced')
  const found = missing.map(async ({ quoted }): Promise<Elsewhere[]> => {
    const words = exactWords(quoted).map(({ text }) => text)
    if (words.length < FEWEST_WORDS) return []
    const phrase = { type: 'phrase', words, isPrefix: false, within: null } as const
    const { hits } = await generation.engine.search(
      { match: 'any', words: [], must: [phrase], should: [] },
      { ...EVERYWHERE, limit: 1 },
    )
    const contexts = await generation.paragraphs.load(hits.map(({ id }) => id))
    return contexts.map((context) => ({ quoted, context }))
  })
  return (await Promise.all(found)).flat()
}
