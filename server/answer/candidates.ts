import type { Span } from '../../corpus/model/document.ts'
import type { EnrichedParagraph } from '../../corpus/model/paragraph.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'

export const LONGEST_QUOTE = 500
const MOST_SENTENCES = 3

/** One to three adjoining sentences: `[start, end)` in the paragraph's text. */
export interface Window {
  readonly start: number
  readonly end: number
  /** How many sentences it has. */
  readonly sentences: number
}

/** What is known of a candidate, each a number; the model's data names them. */
export type Features = Record<string, number>

/** A window of a paragraph that may answer a question. */
export interface Candidate extends Window {
  readonly context: ParagraphInContext
  /** Place of its paragraph among those found, from 0. */
  readonly rank: number
  readonly features: Features
}

/**
 * Runs of up to three sentences that fit a quote and cross no place where page furniture was taken out. A sentence that is
 * longer than a quote may be gives the stretch of it that fits, cut at a clause or a word.
 */
export function windowsOf({
  text,
  sentences: all,
  seams,
}: Pick<EnrichedParagraph, 'text' | 'sentences' | 'seams'>): Window[] {
  const pieces = all
    .flatMap(([start, end]) => cutAtSeams(start, end, seams))
    .flatMap((piece) => cutToFit(text, piece))
  const found: Window[] = []
  for (const [index, [start]] of pieces.entries()) {
    for (const [offset, [, end]] of pieces.slice(index, index + MOST_SENTENCES).entries()) {
      if (end - start > LONGEST_QUOTE || seams.some((seam) => seam > start && seam < end)) break
      found.push({ start, end, sentences: offset + 1 })
    }
  }
  return found
}

function cutAtSeams(start: number, end: number, seams: readonly number[]): Span[] {
  const inside = seams.filter((seam) => seam > start && seam < end)
  return [start, ...inside].map((from, index) => [from, inside[index] ?? end] as const)
}

function cutToFit(text: string, [start, end]: Span): Span[] {
  const from = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length)
  const to = from + text.slice(from, end).trimEnd().length
  if (to <= from) return []
  if (to - from <= LONGEST_QUOTE) return [[from, to]]
  const stretch = text.slice(from, from + LONGEST_QUOTE)
  const clause = Math.max(stretch.lastIndexOf('; '), stretch.lastIndexOf(', '))
  const cut = clause > LONGEST_QUOTE / 2 ? clause + 1 : stretch.lastIndexOf(' ')
  const middle = from + (cut > 0 ? cut : LONGEST_QUOTE)
  return [[from, middle], ...cutToFit(text, [middle, to])]
}
