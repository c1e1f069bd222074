import type { FilterField } from '../../indexer/engine/engine.ts'
import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'
import { QUOTES } from './queryLanguage.ts'

/** A word as it is being typed, between spaces. */
export interface TypedPiece {
  readonly text: string
  readonly start: number
}

/** The end of a query that is still being written: plain words, words of a phrase, or the value of a field. */
export type OpenPart =
  | { readonly type: 'words' | 'phrase'; readonly pieces: readonly TypedPiece[] }
  | { readonly type: 'value'; readonly field: FilterField; readonly start: number; readonly text: string }

/** What the query language takes for quotation marks. */
const EVERY_QUOTE = new RegExp(QUOTES, 'g')

export function openPartOf(query: string): OpenPart {
  const quote = openQuoteOf(query)
  const before = quote === null ? query : query.slice(0, quote)
  const start = startOfPiece(before)
  const colon = before.indexOf(':', start)
  const name = before.slice(start, colon).toLowerCase()
  const field = colon < 0 ? undefined : FILTER_FIELDS.find((known) => known === name)
  if (field !== undefined && (quote === null || colon === quote - 1))
    return { type: 'value', field, start, text: query.slice(quote === null ? colon + 1 : quote + 1) }
  if (quote !== null) return { type: 'phrase', pieces: piecesOf(query, quote + 1) }
  return { type: 'words', pieces: piecesOf(query, startOfPlainWords(query, start)) }
}

/** Where the quotation begins that is not closed yet; null where none is. */
function openQuoteOf(query: string): number | null {
  const quotes = [...query.matchAll(EVERY_QUOTE)]
  return quotes.length % 2 === 0 ? null : (quotes.at(-1)?.index ?? null)
}

/** Where the last piece between spaces begins, without the bracket or the minus before it. */
function startOfPiece(text: string): number {
  let start = text.length
  while (start > 0 && !/[\s(]/.test(text.charAt(start - 1))) start--
  return text.charAt(start) === '-' ? start + 1 : start
}

/** Plain words begin after the last bracket, the minus of the last piece, and the last piece with a field or a quotation. */
function startOfPlainWords(query: string, lastPiece: number): number {
  const last = (...signs: readonly string[]): number =>
    Math.max(...signs.map((sign) => query.lastIndexOf(sign)))
  const quote = [...query.matchAll(EVERY_QUOTE)].at(-1)?.index ?? -1
  const operator = Math.max(quote, last(':'))
  const space = query.indexOf(' ', operator)
  const afterOperator = operator < 0 ? 0 : space < 0 ? query.length : space
  const afterMinus = query.charAt(lastPiece - 1) === '-' ? lastPiece : 0
  return Math.max(last('(', ')') + 1, afterOperator, afterMinus)
}

function piecesOf(query: string, from: number): TypedPiece[] {
  const pieces: TypedPiece[] = [...query.slice(from).matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: from + index,
  }))
  // A space at the end has finished the last word: another is to come.
  return /\s$/.test(query) ? [] : pieces
}
