import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type { Generation } from '../generations.ts'
import { EVERYWHERE } from './candidates.ts'
import type { Place } from './place.ts'
import type { Quotation } from './quotation.ts'
import { FEWEST_WORDS } from './quotation.ts'

/** Words of a quotation that stand in that order somewhere else than the rest of it. */
export interface Elsewhere {
  readonly quoted: string
  readonly context: ParagraphInContext
}

/** Where else that stands which a quotation has before or after what a place has of it, as when two sentences were joined. */
export async function findElsewhere(
  generation: Generation,
  { text }: Quotation,
  { paragraphs, wording }: Pick<Place, 'paragraphs' | 'wording'>,
): Promise<Elsewhere[]> {
  const [start, end] = wording.longestKept
  const here = new Set(paragraphs.map(({ paragraph }) => paragraph.id))
  const found: Elsewhere[] = []
  for (const quoted of [text.slice(0, start).trim(), text.slice(end).replace(LEADING_MARKS, '').trim()]) {
    const context = await findPhrase(generation, quoted)
    if (context && !here.has(context.paragraph.id)) found.push({ quoted, context })
  }
  return found
}

const LEADING_MARKS = /^[.,;:!?)\]"'\u2019\u201d]{1,5}/

async function findPhrase(generation: Generation, quoted: string): Promise<ParagraphInContext | null> {
  const words = exactWords(quoted).map(({ text }) => text)
  if (words.length < FEWEST_WORDS) return null
  const phrase = { type: 'phrase', words, isPrefix: false, within: null } as const
  const { hits } = await generation.engine.search(
    { match: 'any', words: [], must: [phrase], should: [] },
    { ...EVERYWHERE, limit: 1 },
  )
  const [context] = await generation.paragraphs.load(hits.map(({ id }) => id))
  return context ?? null
}
