/** Scores of the paragraphs of one search, by their place in the collection, and the paragraphs in the order of scoring. */
export class Scores {
  readonly paragraphs: number[] = []
  readonly #scores: Float64Array
  readonly #words: Uint32Array

  constructor(size: number) {
    this.#scores = new Float64Array(size)
    this.#words = new Uint32Array(size)
  }

  /** @param words a bit for each of the query's nodes that it has */
  set(paragraph: number, score: number, words: number): void {
    this.paragraphs.push(paragraph)
    this.#scores[paragraph] = score
    this.#words[paragraph] = words
  }

  scoreOf(paragraph: number): number {
    return this.#scores[paragraph] ?? 0
  }

  wordsOf(paragraph: number): number {
    return this.#words[paragraph] ?? 0
  }

  /** Makes the scores ready for the next search. */
  clear(): void {
    for (const paragraph of this.paragraphs) this.#scores[paragraph] = 0
    this.paragraphs.length = 0
  }
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
