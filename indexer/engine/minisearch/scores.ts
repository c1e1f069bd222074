/** Which of its fields each term of a query stands in, as MiniSearch tells it. */
export type Match = Readonly<Record<string, readonly string[]>>

/**
 * What is known of the paragraphs of one search, by their place in the collection. Made once and used again: a result of
 * thousands would make as many objects.
 */
export class Scores {
  readonly paragraphs: number[] = []
  readonly #scores: Float64Array
  readonly #ranks: Float64Array
  readonly #words: Uint32Array
  readonly #matches: (Match | undefined)[]

  constructor(size: number) {
    this.#scores = new Float64Array(size)
    this.#ranks = new Float64Array(size)
    this.#words = new Uint32Array(size)
    this.#matches = new Array<Match | undefined>(size)
  }

  /** @param words a bit for each of the query's nodes that it has */
  set(paragraph: number, score: number, words: number, match: Match | undefined): void {
    this.paragraphs.push(paragraph)
    this.#scores[paragraph] = score
    this.#words[paragraph] = words
    this.#matches[paragraph] = match
  }

  /** The score with a share of that of its neighbours in reading: a decision is found by what was said before it. */
  rank(paragraph: number, groups: Uint32Array, neighbourWeight: number): number {
    const group = groups[paragraph]
    const before = groups[paragraph - 1] === group ? (this.#scores[paragraph - 1] ?? 0) : 0
    const after = groups[paragraph + 1] === group ? (this.#scores[paragraph + 1] ?? 0) : 0
    const rank = (this.#scores[paragraph] ?? 0) + neighbourWeight * (before + after)
    this.#ranks[paragraph] = rank
    return rank
  }

  /** As `rank` gave it last. */
  rankOf(paragraph: number): number {
    return this.#ranks[paragraph] ?? 0
  }

  wordsOf(paragraph: number): number {
    return this.#words[paragraph] ?? 0
  }

  matchOf(paragraph: number): Match {
    return this.#matches[paragraph] ?? {}
  }

  /** Makes the scores ready for the next search. */
  clear(): void {
    for (const paragraph of this.paragraphs) {
      this.#scores[paragraph] = 0
      this.#matches[paragraph] = undefined
    }
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
