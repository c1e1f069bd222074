import type { Quotation } from './quotation.ts'
import type { RecordWord } from './stretch.ts'
import { isOtherSpacing } from './wordKinds.ts'

/** A word is written as so many at most. */
const MOST_PIECES = 4

interface Written {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * A quotation and the record with the spaces of one another: `anti social` is one word where the other has `antisocial` and
 * nowhere `anti social`; so is what a scanner parted (`commis sioner`).
 */
export class Spacing {
  readonly #quotation: Quotation
  readonly #vocabulary: Vocabulary

  constructor(quotation: Quotation) {
    this.#quotation = quotation
    this.#vocabulary = new Vocabulary(quotation.words)
  }

  /** The record's words with the spaces of the quotation. */
  ofRecord(record: readonly RecordWord[]): RecordWord[] {
    const isParted = (at: number): boolean =>
      record[at]?.paragraph !== record[at - 1]?.paragraph || record[at - 1]?.isLabel === true
    return joinPieces(record, this.#vocabulary, isParted).map(({ word }) => word)
  }

  /** The quotation with the spaces of the record. */
  ofQuotation(record: readonly RecordWord[]): Quotation {
    const { words, gaps } = this.#quotation
    const isParted = (at: number): boolean =>
      gaps.has(at) ||
      words[at]?.brackets !== words[at - 1]?.brackets ||
      [words[at], words[at - 1]].some((word) => typeof word?.stem === 'string')
    const joined = joinPieces(words, new Vocabulary(record), isParted)
    if (joined.length === words.length) return this.#quotation
    return {
      ...this.#quotation,
      words: joined.map(({ word }) => word),
      gaps: new Set([...gaps].map((gap) => joined.filter(({ first }) => first < gap).length)),
    }
  }
}

/** The words of a text, and which of them follow one another. */
class Vocabulary {
  readonly #words: ReadonlySet<string>
  readonly #pairs: ReadonlySet<string>

  constructor(words: readonly Written[]) {
    this.#words = new Set(words.map(({ text }) => text))
    this.#pairs = new Set(words.slice(1).map(({ text }, index) => `${words[index]?.text ?? ''} ${text}`))
  }

  hasAsOne(pieces: readonly string[]): boolean {
    return this.#words.has(pieces.join('')) && !this.#pairs.has(pieces.slice(0, 2).join(' '))
  }
}

function joinPieces<Word extends Written>(
  words: readonly Word[],
  other: Vocabulary,
  isParted: (at: number) => boolean,
): { readonly word: Word; readonly first: number }[] {
  const joined: { word: Word; first: number }[] = []
  for (let at = 0; at < words.length;) {
    const first = words[at]
    if (!first) break
    const length = lengthAsOne(words, at, other, isParted)
    const last = words[at + length - 1] ?? first
    const text = words.slice(at, at + length).map((word) => word.text)
    joined.push({ word: { ...first, text: text.join(''), end: last.end }, first: at })
    at += length
  }
  return joined
}

/** How many words from one on are a single word of the other text. */
function lengthAsOne(
  words: readonly Written[],
  at: number,
  other: Vocabulary,
  isParted: (at: number) => boolean,
): number {
  const pieces = [words[at]?.text ?? '']
  for (let next = at + 1; next < at + MOST_PIECES && next < words.length && !isParted(next); next++) {
    pieces.push(words[next]?.text ?? '')
    if (other.hasAsOne(pieces) && isOtherSpacing(pieces, [pieces.join('')])) return pieces.length
  }
  return 1
}
