import { remembering } from './remember.ts'

/** A word of a text: `[start, end)` are UTF-16 offsets into it, `text` is the word as written. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u
const CURRENCY = codesOf('£$€')
const CONNECTORS = codesOf("/-\u2010\u2011'\u2019\u02BC")
const FULL_STOP = '.'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)
const AMPERSAND = '&'.charCodeAt(0)
const PER_CENT = '%'.charCodeAt(0)

/** Is the character of this code a letter, digit or mark? Up to the end of the general punctuation, asked of nearly all. */
const IS_WORD = Uint8Array.from({ length: 0x2070 }, (_, code) =>
  LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? 1 : 0,
)

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)))
}

/**
 * Words in reading order. Codes, sums and numbers stay whole (`S136`, `£7.1m`, `2021/22`, `93.8%`, `T/CC`, `A&E`), and
 * so do words joined by a hyphen or an apostrophe. A scanner rather than a pattern: it is linear whatever the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const width = wordCharacter(text, at)
    const isSum = width === 0 && isDigit(text, at + 1) && CURRENCY.has(text.charCodeAt(at))
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

const REMEMBERED_TEXTS = 2_000

/** The words of a paragraph, for which each reader of a document asks. */
export const tokensOf = remembering((text): readonly Token[] => tokenize(text), REMEMBERED_TEXTS)

function endOfWord(text: string, from: number): number {
  let at = from
  for (;;) {
    while (IS_WORD[text.charCodeAt(at)] === 1) at++
    const width = wordCharacter(text, at)
    if (width > 0) at += width
    else if (connects(text, at)) at++
    else break
  }
  return text.charCodeAt(at) === PER_CENT && isDigit(text, at - 1) ? at + 1 : at
}

/** Does the character at `at` hold two halves of one word together? */
function connects(text: string, at: number): boolean {
  if (wordCharacter(text, at + 1) === 0) return false
  const code = text.charCodeAt(at)
  if (code === FULL_STOP || code === COMMA) return isDigit(text, at - 1) && isDigit(text, at + 1)
  if (code === AMPERSAND) return isCapital(text, at - 1) && isCapital(text, at + 1)
  return CONNECTORS.has(code)
}

/** Code units of the letter, digit or mark at `at`; 0 where there is none. */
function wordCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const isWord = IS_WORD[code]
  if (isWord !== undefined) return isWord
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
