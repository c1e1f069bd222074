import type { Passage, PassageReading } from './passageReading.ts'

// What the server and a worker of its reader say to each other.

/** A question that one worker reads passages for. */
export interface QuestionToRead {
  readonly question: string
  readonly passages: readonly Passage[]
  /** In milliseconds, as `Date.now` counts. What has not been read by then is not wanted. */
  readonly deadline: number
}

/** Readings answer the question sent last, in the order of its passages; null where its deadline passed. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'readings'; readonly readings: readonly PassageReading[] | null }
