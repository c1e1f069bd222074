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
  if (ranges.length === 1) return candidates
  const { text, starts } = positions
  const count = within === null ? inOrder(ranges) : near(ranges, within)
  const paragraphs: number[] = []
  const counts: number[] = []
  for (const paragraph of candidates.paragraphs) {
    const found = count(text, starts[paragraph] ?? 0, starts[paragraph + 1] ?? 0)
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

/** The paragraphs that have any of the words, in order, with the number of different ones that each has. */
function paragraphsWith(positions: Positions, range: WordRange): PhraseMatches {
  const [from, to] = postingsBetween(positions, range)
  const postings = positions.postings.subarray(from, to)
  if (range[1] - range[0] === 1) {
    const paragraphs = Array.from(postings)
    return { paragraphs, counts: paragraphs.map(() => 1) }
  }
  const countOf = new Uint16Array(positions.starts.length - 1)
  for (const paragraph of postings) countOf[paragraph] = (countOf[paragraph] ?? 0) + 1
  const paragraphs: number[] = []
  const counts: number[] = []
  for (const [paragraph, count] of countOf.entries()) {
    if (count === 0) continue
    paragraphs.push(paragraph)
    counts.push(count)
  }
  return { paragraphs, counts }
}

/** How often the words of a phrase stand in a stretch of the text. */
type Count = (text: Uint32Array, start: number, end: number) => number

function inOrder(words: readonly WordRange[]): Count {
  const [first = 0, firstEnd = 0] = words[0] ?? []
  const standsAt = (text: Uint32Array, at: number): boolean => {
    for (let index = 1; index < words.length; index++) {
      const word = text[at + index] ?? 0
      const range = words[index]
      if (!range || word < range[0] || word >= range[1]) return false
    }
    return true
  }
  return (text, start, end) => {
    const last = end - words.length
    let count = 0
    for (let at = start; at <= last; at++) {
      const word = text[at] ?? 0
      if (word >= first && word < firstEnd && standsAt(text, at)) count++
    }
    return count
  }
}

const NOWHERE = -1

/**
 * Counts the words that end a stretch which has all the words and at most `within` others: of every word the last places are
 * kept as one goes along, as many as it is asked for.
 */
function near(words: readonly WordRange[], within: number): Count {
  const longest = words.length + within
  // A word that is asked for twice stands twice, side by side, and has two of the last places, the earlier one first.
  const wanted = Uint32Array.from(words, ([word]) => word).sort()
  const lasts = new Int32Array(wanted.length)
  return (text, start, end) => {
    lasts.fill(NOWHERE)
    let count = 0
    for (let at = start; at < end; at++) {
      const word = text[at] ?? 0
      let slot = 0
      while (slot < wanted.length && wanted[slot] !== word) slot++
      if (slot === wanted.length) continue
      for (; wanted[slot + 1] === word; slot++) lasts[slot] = lasts[slot + 1] ?? NOWHERE
      lasts[slot] = at
      let earliest = at
      for (const place of lasts) if (place < earliest) earliest = place
      if (earliest !== NOWHERE && at - earliest < longest) count++
    }
    return count
  }
}
