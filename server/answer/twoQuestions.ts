/** The first question of a text, and the one after it; null where there is none. */
export interface QuestionsAsked {
  readonly first: string
  readonly next: string | null
}

const END_OF_QUESTION = /\?\s+/g
/** A greeting, or a mark by itself, asks nothing. */
const FEWEST_WORDS = 3

/** Each ends with its mark: `sandbags used? the small ones` is one question with a remark. */
export function questionsAsked(text: string): QuestionsAsked {
  const given = text.trim()
  for (const { index, 0: end } of given.matchAll(END_OF_QUESTION)) {
    const first = given.slice(0, index + 1)
    const next = given.slice(index + end.length)
    if (wordsIn(first) < FEWEST_WORDS) continue
    return next.endsWith('?') && wordsIn(next) > 0 ? { first, next } : { first: text, next: null }
  }
  return { first: text, next: null }
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
