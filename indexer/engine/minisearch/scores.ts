import type { TextField } from '../engine.ts'
import { TEXT_FIELDS } from '../engine.ts'

const FIELD_BITS: Readonly<Record<TextField, number>> = { text: 1, heading: 2, meeting: 4 }

/** Words of a query that have a bit in one number. */
const BITS = 32

/**
 * What is known of the paragraphs of one search, by their place in the collection. Made once and used again: a result of
 * thousands would make as many objects.
 */
export class Scores {
  /** Those of which anything is known. */
  readonly paragraphs: number[] = []
  readonly #scores: Float64Array
  readonly #ranks: Float64Array
  readonly #counts: Uint16Array
  readonly #isKnown: Uint8Array
  /** A bit for each field in which something of the query stands. */
  readonly #fields: Uint8Array
  readonly #fewWords: Uint32Array
  #words: Uint32Array
  #numbersEach = 1

  constructor(size: number) {
    this.#scores = new Float64Array(size)
    this.#ranks = new Float64Array(size)
    this.#counts = new Uint16Array(size)
    this.#isKnown = new Uint8Array(size)
    this.#fields = new Uint8Array(size)
    this.#fewWords = new Uint32Array(size)
    this.#words = this.#fewWords
  }

  /** Makes room for the words of a query: a bit for each, in one number for every 32. */
  begin(words: number): void {
    this.#numbersEach = Math.max(1, Math.ceil(words / BITS))
    this.#words =
      this.#numbersEach === 1 ? this.#fewWords : new Uint32Array(this.#counts.length * this.#numbersEach)
  }

  /** The words of a query as the bits that `add` takes. */
  bitsOf(words: readonly number[]): Uint32Array {
    const bits = new Uint32Array(this.#numbersEach)
    for (const word of words) {
      const number = Math.floor(word / BITS)
      bits[number] = (bits[number] ?? 0) | (1 << (word % BITS))
    }
    return bits
  }

  /** @param words those of the query that the paragraph has by this; null for none */
  add(paragraph: number, score: number, words: Uint32Array | null): void {
    if (this.#isKnown[paragraph] === 0) {
      this.#isKnown[paragraph] = 1
      this.paragraphs.push(paragraph)
    }
    this.#scores[paragraph] = (this.#scores[paragraph] ?? 0) + score
    if (words !== null) this.#addWords(paragraph, words)
  }

  #addWords(paragraph: number, words: Uint32Array): void {
    const first = paragraph * this.#numbersEach
    for (let number = 0; number < this.#numbersEach; number++) {
      const before = this.#words[first + number] ?? 0
      const after = before | (words[number] ?? 0)
      if (after === before) continue
      this.#words[first + number] = after
      this.#counts[paragraph] = (this.#counts[paragraph] ?? 0) + bitCount(after ^ before)
    }
  }

  addField(paragraph: number, field: TextField): void {
    this.#fields[paragraph] = (this.#fields[paragraph] ?? 0) | FIELD_BITS[field]
  }

  scoreOf(paragraph: number): number {
    return this.#scores[paragraph] ?? 0
  }

  setRank(paragraph: number, rank: number): void {
    this.#ranks[paragraph] = rank
  }

  rankOf(paragraph: number): number {
    return this.#ranks[paragraph] ?? 0
  }

  /** How many words of the query it has. */
  wordCountOf(paragraph: number): number {
    return this.#counts[paragraph] ?? 0
  }

  hasWord(paragraph: number, word: number): boolean {
    const number = this.#words[paragraph * this.#numbersEach + Math.floor(word / BITS)] ?? 0
    return (number & (1 << (word % BITS))) !== 0
  }

  fieldsOf(paragraph: number): readonly TextField[] {
    return TEXT_FIELDS.filter((field) => ((this.#fields[paragraph] ?? 0) & FIELD_BITS[field]) !== 0)
  }

  /** Makes the scores ready for the next search. */
  clear(): void {
    for (const paragraph of this.paragraphs) {
      this.#scores[paragraph] = 0
      this.#counts[paragraph] = 0
      this.#isKnown[paragraph] = 0
      this.#fewWords[paragraph] = 0
      this.#fields[paragraph] = 0
    }
    this.paragraphs.length = 0
  }
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The `count` first of `entries` by `compare`, in order: a heap of that size, so that a long result is not sorted whole. */
export function firstBy<T>(entries: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  const heap: T[] = []
  for (const entry of entries) {
    if (heap.length < count) {
      heap.push(entry)
      if (heap.length === count) heap.sort((a, b) => compare(b, a))
    } else if (heap[0] !== undefined && compare(entry, heap[0]) < 0) {
      heap[0] = entry
      sink(heap, compare)
    }
  }
  return heap.sort(compare)
}

/** Restores the order of a heap whose last entry in rank stands first. */
function sink<T>(heap: T[], compare: (a: T, b: T) => number): void {
  let at = 0
  for (;;) {
    let last = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && compare(heap[child] as T, heap[last] as T) > 0) last = child
    }
    if (last === at) return
    ;[heap[at], heap[last]] = [heap[last] as T, heap[at] as T]
    at = last
  }
}
