/** A word of a text: `[start, end)` are UTF-16 offsets into it, `text` is the word as written. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u
const CURRENCY = '£$€'
const HYPHENS = '-\u2010\u2011'
const APOSTROPHES = "'\u2019\u02BC"

const ASCII_WORD = Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9]/.test(String.fromCharCode(code)))

/**
 * Words in reading order. Codes, sums and numbers stay whole (`S136`, `£7.1m`, `2021/22`, `93.8%`, `T/CC`, `A&E`), and
 * so do words joined by a hyphen or an apostrophe. A scanner rather than a pattern: it is linear whatever the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const width = wordCharacter(text, at)
    const isSum = width === 0 && CURRENCY.includes(text[at] ?? '') && isDigit(text, at + 1)
    if (width === 0 && !isSum) {
      at++
      continue
    }
    const end = endOfWord(text, isSum ? at + 1 : at)
    tokens.push({ start: at, end, text: text.slice(at, end) })
    at = end
  }
  return tokens
}

function endOfWord(text: string, from: number): number {
  let at = from
  for (;;) {
    const width = wordCharacter(text, at)
    if (width > 0) at += width
    else if (connects(text, at)) at++
    else break
  }
  return text[at] === '%' && isDigit(text, at - 1) ? at + 1 : at
}

/** Does the character at `at` hold two halves of one word together? */
function connects(text: string, at: number): boolean {
  const character = text[at]
  if (character === undefined || wordCharacter(text, at + 1) === 0) return false
  if (character === '.' || character === ',') return isDigit(text, at - 1) && isDigit(text, at + 1)
  if (character === '&') return isCapital(text, at - 1) && isCapital(text, at + 1)
  return character === '/' || HYPHENS.includes(character) || APOSTROPHES.includes(character)
}

/** Code units of the letter, digit or mark at `at`; 0 where there is none. */
function wordCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII_WORD[code] ? 1 : 0
  if (Number.isNaN(code)) return 0
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return LETTER_OR_DIGIT.test(character) ? character.length : 0
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 65 && code <= 90
}
