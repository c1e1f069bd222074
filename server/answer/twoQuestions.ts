/** The first question of a text, and the one after it; null where there is none. */
export interface QuestionsAsked {
  readonly first: string
  readonly next: string | null
}

/** Each ends with its mark: `sandbags used? the small ones` is one question with a remark. */
export function questionsAsked(text: string): QuestionsAsked {
  const end = text.indexOf('? ') + 1
  const next = text.slice(end).trim()
  return end > 0 && next.endsWith('?') && /\p{L}/u.test(next)
    ? { first: text.slice(0, end), next }
    : { first: text, next: null }
}
