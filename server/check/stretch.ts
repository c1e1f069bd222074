import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { ExactWord } from '../../indexer/analysis/exactWords.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { remembering } from '../../indexer/analysis/remember.ts'

/** A word of the record: `[start, end)` are offsets into the text of its paragraph. */
export interface RecordWord {
  readonly text: string
  /** Which paragraph of the stretch. */
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** Of a paragraph's printed marker (`1.`, `a.`), which is none of its text: a quotation may have it. */
  readonly isLabel: boolean
}

/** Adjoining paragraphs of one document, in reading order. */
export interface Stretch {
  readonly paragraphs: readonly [ParagraphInContext, ...ParagraphInContext[]]
  readonly words: readonly RecordWord[]
}

const REMEMBERED_TEXTS = 1_000

/** The words of a paragraph, which is read by itself and again with what stands around it. */
export const wordsOfText = remembering((text): readonly ExactWord[] => exactWords(text), REMEMBERED_TEXTS)

export function stretchOf(paragraphs: Stretch['paragraphs']): Stretch {
  const words = paragraphs.flatMap((context, paragraph): RecordWord[] => {
    const { label, text } = context.paragraph
    const marker = exactWords(label ?? '').map((word) => ({
      text: word.text,
      start: 0,
      end: 0,
      isLabel: true,
    }))
    const own = wordsOfText(text).map((word) => ({ ...word, isLabel: false }))
    return [...marker, ...own].map((word) => ({ ...word, paragraph }))
  })
  return { paragraphs, words }
}
