import type { FacetCount } from '../engine.ts'
import { firstBy } from './scores.ts'

/** Which words stand where in the text of every paragraph, as phrases compare them (see `exactWords`). */
export interface Positions {
  /** Every different word, in order; a word's number is its place here. */
  readonly words: readonly string[]
  /** The numbers of the words of all paragraphs, one after the other: those of paragraph `i` are `text[starts[i] .. starts[i + 1]]`. */
  readonly text: Uint32Array
  readonly starts: Uint32Array
  /** The paragraphs that have each word, in order: those of word `w` are `postings[postingStarts[w] .. postingStarts[w + 1]]`. */
  readonly postings: Uint32Array
  readonly postingStarts: Uint32Array
  /** Of each paragraph, a number that it shares with those of the same words in the same order. */
  readonly texts: Uint32Array
}

/** Takes the words of paragraphs in reading order, under numbers of its own, which `finish` puts in the order of the words. */
export class PositionsBuilder {
  readonly #numbers = new Map<string, number>()
  readonly #text: number[] = []
  readonly #starts: number[] = [0]

  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.#numbers.size)
    return this.#numbers.size - 1
  }

  add(word: number): void {
    this.#text.push(word)
  }

  endParagraph(): void {
    this.#starts.push(this.#text.length)
  }

  finish(): Positions {
    const words = [...this.#numbers.keys()].sort()
    const places = new Uint32Array(words.length)
    for (const [place, word] of words.entries()) places[this.#numbers.get(word) ?? 0] = place
    const text = Uint32Array.from(this.#text, (number) => places[number] ?? 0)
    const starts = Uint32Array.from(this.#starts)
    return { words, text, starts, ...postingsOf(text, starts, words.length), texts: textsOf(text, starts) }
  }
}

/** The text turned round: by word, the paragraphs that have it, each once. Two passes, the first to count. */
function postingsOf(
  text: Uint32Array,
  starts: Uint32Array,
  words: number,
): Pick<Positions, 'postings' | 'postingStarts'> {
  const postingStarts = new Uint32Array(words + 1)
  eachWordOnce(text, starts, words, (word) => {
    postingStarts[word + 1] = (postingStarts[word + 1] ?? 0) + 1
  })
  for (let word = 0; word < words; word++)
    postingStarts[word + 1] = (postingStarts[word + 1] ?? 0) + (postingStarts[word] ?? 0)
  const postings = new Uint32Array(postingStarts[words] ?? 0)
  const next = postingStarts.slice()
  eachWordOnce(text, starts, words, (word, paragraph) => {
    const at = next[word] ?? 0
    postings[at] = paragraph
    next[word] = at + 1
  })
  return { postings, postingStarts }
}

function eachWordOnce(
  text: Uint32Array,
  starts: Uint32Array,
  words: number,
  visit: (word: number, paragraph: number) => void,
): void {
  const lastParagraph = new Int32Array(words).fill(-1)
  for (let paragraph = 0; paragraph + 1 < starts.length; paragraph++) {
    const end = starts[paragraph + 1] ?? 0
    for (let at = starts[paragraph] ?? 0; at < end; at++) {
      const word = text[at] ?? 0
      if (lastParagraph[word] === paragraph) continue
      lastParagraph[word] = paragraph
      visit(word, paragraph)
    }
  }
}

const ARRAYS = ['text', 'starts', 'postings', 'postingStarts', 'texts'] as const

/** The numbers as they are kept in a file: the length of each array, then the arrays. */
export function numbersOf(positions: Positions): Uint32Array {
  const arrays = ARRAYS.map((name) => positions[name])
  const all = new Uint32Array(arrays.reduce<number>((sum, { length }) => sum + length, ARRAYS.length))
  let at = ARRAYS.length
  for (const [index, array] of arrays.entries()) {
    all[index] = array.length
    all.set(array, at)
    at += array.length
  }
  return all
}

export function openPositions(words: readonly string[], numbers: Uint32Array): Positions {
  let at = ARRAYS.length
  const next = (index: number): Uint32Array => {
    const array = numbers.subarray(at, at + (numbers[index] ?? 0))
    at += array.length
    return array
  }
  return {
    words,
    text: next(0),
    starts: next(1),
    postings: next(2),
    postingStarts: next(3),
    texts: next(4),
  }
}

/** Of each paragraph the first that has the same text: those of one hash are compared word by word. */
function textsOf(text: Uint32Array, starts: Uint32Array): Uint32Array {
  const byHash = new Map<number, number[]>()
  return Uint32Array.from({ length: starts.length - 1 }, (_, paragraph) => {
    const own = wordsAt(paragraph, text, starts)
    const hash = own.reduce((sum, word) => (Math.imul(sum, 31) + word) | 0, own.length)
    const alike = byHash.get(hash) ?? []
    const first = alike.find((other) => isEqual(wordsAt(other, text, starts), own))
    if (first !== undefined) return first
    byHash.set(hash, [...alike, paragraph])
    return paragraph
  })
}

const wordsAt = (paragraph: number, text: Uint32Array, starts: Uint32Array): Uint32Array =>
  text.subarray(starts[paragraph], starts[paragraph + 1])

const isEqual = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index])

/** Numbers `[first, end)` of words: one word, or all that begin with it; empty where there is none. */
export type WordRange = readonly [first: number, end: number]

export function wordRange({ words }: Positions, word: string, isPrefix: boolean): WordRange {
  const first = firstNotBefore(words, word)
  if (!isPrefix) return [first, words[first] === word ? first + 1 : first]
  // No word goes on with the last code unit there is, which is not a character.
  return [first, firstNotBefore(words, `${word}\uffff`)]
}

/** The words of letters that begin so, with the number of paragraphs that have each, the commonest first. */
export function wordsBeginning(positions: Positions, beginning: string, limit: number): FacetCount[] {
  const { words, postingStarts } = positions
  const [first, end] = wordRange(positions, beginning, true)
  const found: FacetCount[] = []
  for (let word = first; word < end; word++) {
    const value = words[word] ?? ''
    if (/^\p{L}+$/u.test(value))
      found.push({ value, count: (postingStarts[word + 1] ?? 0) - (postingStarts[word] ?? 0) })
  }
  return firstBy(found, limit, (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function firstNotBefore(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
