import { tokenize } from './tokens.ts'

/** A word of a text as a phrase compares it: `[start, end)` are offsets into the text, `text` is folded. */
export interface ExactWord {
  readonly start: number
  readonly end: number
  readonly text: string
}

const PIECE = /[£$€%]|[^-\u2010\u2011/£$€%]+/g
const APOSTROPHE = /['\u2019\u02BC]/g
const NUMBER = /^\d/

/**
 * The words of a text one after the other, for phrases: case and punctuation folded, and nothing else. A hyphen or a slash
 * parts two words (`anti-social` is `anti social`), an apostrophe does not (`Panel's` is `panels`), and signs of sums and
 * shares are words of their own, so that "93 million" finds `£93 million`.
 */
export function exactWords(text: string): ExactWord[] {
  return tokenize(text).flatMap(({ text: token, start }) =>
    exactWordsOf(token).map((word) => ({
      text: word.text,
      start: start + word.start,
      end: start + word.end,
    })),
  )
}

/** The same of one word as `tokenize` cuts it; offsets are into the word. */
export function exactWordsOf(token: string): ExactWord[] {
  return [...token.matchAll(PIECE)].flatMap((match) => {
    const text = foldExactly(match[0])
    return text === '' ? [] : [{ text, start: match.index, end: match.index + match[0].length }]
  })
}

function foldExactly(piece: string): string {
  const folded = piece.normalize('NFKC').toLowerCase().replace(APOSTROPHE, '')
  return NUMBER.test(folded) ? folded.replaceAll(',', '') : folded
}
