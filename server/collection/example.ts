import { PATHS, withQuery } from '../paths.ts'

/** Something that can be asked of this very collection, in words with the words of the record apart. */
export interface Example {
  readonly before: string
  /** Words of the record; null where it needs none. */
  readonly quoted: string | null
  readonly after: string
  readonly href: string
}

/** One that is all in our words. */
export const inOurWords = (before: string, href: string): Example => ({
  before,
  quoted: null,
  after: '',
  href,
})

/** A question as it would be typed in the one box. */
export const typed = (question: string): Example =>
  inOurWords(question, withQuery(PATHS.search, { q: question }))
