import type { Passage, PassageReading } from './passageReading.ts'

// What the server and a worker of its reader say to each other.

/** A question that one worker reads passages for. */
export interface QuestionToRead {
  readonly question: string
  readonly passages: readonly Passage[]
  /** In milliseconds, as `Date.now` counts. What has not been read by then is not wanted. */
  readonly deadline: number
}

/** A reading of each passage of a question, in their order; null for those that were not read in time, or for all of them. */
export type ReadingsOfQuestion = readonly (PassageReading | null)[] | null

/** Readings answer the question sent last; `unread` says that an error prevented them, which the next question need not meet. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'readings'; readonly readings: ReadingsOfQuestion }
  | { readonly kind: 'unread'; readonly reason: string }
