import type { PhraseNode } from '../engine.ts'
import type { Positions, WordRange } from './positions.ts'
import { wordRange } from './positions.ts'

/** Paragraphs that have a phrase, in order, with the number of times that it stands in each. */
export interface PhraseMatches {
  readonly paragraphs: readonly number[]
  readonly counts: readonly number[]
}

/** Every paragraph whose text has the phrase: those that have its rarest word are all looked at. */
export function phraseMatches(
  positions: Positions,
  { words, isPrefix, within }: Pick<PhraseNode, 'words' | 'isPrefix' | 'within'>,
): PhraseMatches {
  const ranges = words.map((word, index) =>
    wordRange(positions, word, isPrefix && index === words.length - 1),
  )
  const rarest = rarestOf(positions, ranges)
  if (rarest === null) return { paragraphs: [], counts: [] }
  const candidates = paragraphsWith(positions, rarest)
  const { text, starts } = positions
  const count = within === null ? countInOrder : countWithin
  const paragraphs: number[] = []
  const counts: number[] = []
  for (const paragraph of candidates) {
    const found = count(text, starts[paragraph] ?? 0, starts[paragraph + 1] ?? 0, ranges, within ?? 0)
    if (found === 0) continue
    paragraphs.push(paragraph)
    counts.push(found)
  }
  return { paragraphs, counts }
}

function postingsBetween({ postingStarts }: Positions, [first, end]: WordRange): WordRange {
  return [postingStarts[first] ?? 0, postingStarts[end] ?? 0]
}

/** The word in the fewest paragraphs; null where one of the words is in none. */
function rarestOf(positions: Positions, ranges: readonly WordRange[]): WordRange | null {
  let rarest: WordRange | null = null
  let fewest = Infinity
  for (const range of ranges) {
    const [from, to] = postingsBetween(positions, range)
    if (to === from) return null
    if (to - from >= fewest) continue
    fewest = to - from
    rarest = range
  }
  return rarest
}

/** The paragraphs that have any of the words, in order, each once. */
function paragraphsWith(positions: Positions, range: WordRange): Iterable<number> {
  const [from, to] = postingsBetween(positions, range)
  const postings = positions.postings.subarray(from, to)
  return range[1] - range[0] === 1 ? postings : new Set(postings.slice().sort())
}

type Count = (
  text: Uint32Array,
  start: number,
  end: number,
  words: readonly WordRange[],
  within: number,
) => number

const countInOrder: Count = (text, start, end, words) => {
  let count = 0
  for (let at = start; at + words.length <= end; at++) if (standsAt(text, at, words)) count++
  return count
}

function standsAt(text: Uint32Array, at: number, words: readonly WordRange[]): boolean {
  for (let index = 0; index < words.length; index++) {
    const word = text[at + index] ?? 0
    const [first, end] = words[index] ?? [0, 0]
    if (word < first || word >= end) return false
  }
  return true
}

/** How many words of the text begin a stretch that has all the words and at most `within` others. */
const countWithin: Count = (text, start, end, words, within) => {
  const longest = words.length + within
  let count = 0
  for (let at = start; at < end; at++) {
    if (!words.some(([first, last]) => isIn(text[at] ?? 0, first, last))) continue
    if (holdsAll(text, at, Math.min(end, at + longest), words)) count++
  }
  return count
}

const isIn = (word: number, first: number, end: number): boolean => word >= first && word < end

/** Does the stretch have the words, a word that is asked for twice twice? */
function holdsAll(text: Uint32Array, start: number, end: number, words: readonly WordRange[]): boolean {
  const taken = new Set<number>()
  return words.every(([first, last]) => {
    for (let at = start; at < end; at++) {
      if (taken.has(at) || !isIn(text[at] ?? 0, first, last)) continue
      taken.add(at)
      return true
    }
    return false
  })
}
