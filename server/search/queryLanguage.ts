import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'

// The query language, from the reader's text to a tree. What the words of the tree mean is for `analyse`.

/** Where in the query something is written. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A query without what is written at a place; what stands before it keeps its place. */
export function cutOut(text: string, { start, end }: Place): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`
}

export interface WordSyntax extends Place {
  readonly type: 'word'
  readonly text: string
}

/** Words in quotation marks, or one word that may go on. */
export interface PhraseSyntax extends Place {
  readonly type: 'phrase'
  readonly text: string
  readonly isPrefix: boolean
  /** As many other words as may stand between its words, in any order; null where they stand as written. */
  readonly within: number | null
}

export interface FieldSyntax extends Place {
  readonly type: 'field'
  readonly field: QueryField
  readonly value: string
}

export type QuerySyntax =
  | WordSyntax
  | PhraseSyntax
  | FieldSyntax
  | (Place & { readonly type: 'not'; readonly node: QuerySyntax })
  /** Side by side within brackets, or joined by AND, all count; joined by OR, any. */
  | (Place & { readonly type: 'brackets' | 'all' | 'any'; readonly nodes: readonly QuerySyntax[] })

/** The fields that a query can name. */
export const QUERY_FIELDS = [...FILTER_FIELDS, 'after', 'before', 'date'] as const
export type QueryField = (typeof QUERY_FIELDS)[number]

export interface ParsedQuery {
  /** What stands side by side, outside all brackets. */
  readonly nodes: readonly QuerySyntax[]
  /** Why the query does not parse, in words; `nodes` are then its words alone. Null where it does. */
  readonly fault: string | null
  /** Names before a colon that are no field: they are read as words. */
  readonly unknownFields: readonly string[]
}

/** A query has at most so many phrases, stars and fields: each is looked for through the whole collection. */
const MOST_OPERATORS = 40

/** At most so many words between those of a proximity query. */
export const WIDEST_PROXIMITY = 99
/** Each bracket within a bracket takes of the stack: no reader's query has so many. */
export const DEEPEST_BRACKETS = 250

/**
 *     query    = { clause }
 *     clause   = both { "OR" both }
 *     both     = term { "AND" term }
 *     term     = [ "-" | "NOT" ] ( "(" { clause } ")" | field ":" value | phrase [ "~" number ] | word [ "*" ] )
 *
 * OR joins its two neighbours, AND more closely still. Brackets that hold plain words alone, outside every operator, are
 * read as if they were not there: they come with text that is pasted.
 */
export function parseQuery(text: string): ParsedQuery {
  const { tokens, unknownFields, fault } = scan(text)
  const operators = tokens.filter(({ type }) => type === 'phrase' || type === 'field').length
  if (operators > MOST_OPERATORS)
    return asWords(text, `a query has at most ${MOST_OPERATORS} phrases, stars and fields`, unknownFields)
  if (fault !== null) return asWords(text, fault, unknownFields)
  try {
    return { nodes: new Parser(tokens).query().flatMap(withoutIdleBrackets), fault: null, unknownFields }
  } catch (error) {
    if (error instanceof QuerySyntaxError) return asWords(text, error.message, unknownFields)
    throw error
  }
}

class QuerySyntaxError extends Error {}

function asWords(text: string, fault: string, unknownFields: readonly string[]): ParsedQuery {
  const words = [...text.matchAll(/[^\s()"\u201c\u201d]+/g)].filter(
    ([word]) => !NEITHER_LETTER_NOR_DIGIT.test(word) && !OPERATORS.has(word),
  )
  return {
    nodes: words.map((match) => ({
      type: 'word',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
    fault,
    unknownFields,
  }
}

type Token =
  | (Place & { readonly type: 'open' | 'close' | 'or' | 'and' | 'not' })
  | WordSyntax
  | PhraseSyntax
  | FieldSyntax

/** Straight or curly, the quotation marks that a phrase stands between. */
export const QUOTES = /["\u201c\u201d]/
const SPACE = /\s/
const WORD_END = /[\s()"\u201c\u201d]/
const NEITHER_LETTER_NOR_DIGIT = /^[^\p{L}\p{N}]*$/u
const FIELD = /^([A-Za-z]{2,20}):/
/** What a field's value cannot begin with: `Date: 6 May` is text, `https://` an address. */
const NO_VALUE = /^(?:[\s/()]|$)/
const PROXIMITY = /^~(\d+)(?![^\s()])/
const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['AND', 'and'],
  ['NOT', 'not'],
])

interface Scanned {
  readonly tokens: readonly Token[]
  readonly unknownFields: readonly string[]
  readonly fault: string | null
}

/** Cuts a query into tokens, from left to right. */
function scan(text: string): Scanned {
  const tokens: Token[] = []
  const unknownFields: string[] = []
  const failed = (fault: string): Scanned => ({ tokens, unknownFields, fault })
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    if (SPACE.test(character)) at++
    else if (character === '(' || character === ')') {
      tokens.push({ type: character === '(' ? 'open' : 'close', start: at, end: at + 1 })
      at++
    } else if (isMinus(text, at)) {
      tokens.push({ type: 'not', start: at, end: at + 1 })
      at++
    } else {
      const token = QUOTES.test(character) ? scanPhrase(text, at) : scanWord(text, at, unknownFields)
      if (typeof token === 'string') return failed(token)
      if (token.type !== 'word' || !NEITHER_LETTER_NOR_DIGIT.test(token.text)) tokens.push(token)
      at = token.end
    }
  }
  return { tokens, unknownFields, fault: null }
}

/** A minus that begins a term: `-word`, not the hyphen of `anti-social` nor a dash between spaces or before mere signs. */
function isMinus(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : text.charAt(at - 1)
  if (text.charAt(at) !== '-' || !/[\s(]/.test(before)) return false
  const next = text.charAt(at + 1)
  if (next === '(' || QUOTES.test(next)) return true
  return next !== '-' && !NEITHER_LETTER_NOR_DIGIT.test(text.slice(at + 1, wordEnd(text, at + 1)))
}

function scanPhrase(text: string, start: number): PhraseSyntax | string {
  const rest = text.slice(start + 1)
  const length = rest.search(QUOTES)
  if (length < 0) return 'a quotation mark is not closed'
  const phrase = rest.slice(0, length)
  if (NEITHER_LETTER_NOR_DIGIT.test(phrase)) return 'there are no words between two quotation marks'
  const end = start + length + 2
  const proximity = PROXIMITY.exec(text.slice(end))
  if (!proximity) return { type: 'phrase', text: phrase, isPrefix: false, within: null, start, end }
  const within = Number(proximity[1])
  if (within > WIDEST_PROXIMITY) return `words can be sought within ${WIDEST_PROXIMITY} of each other at most`
  return { type: 'phrase', text: phrase, isPrefix: false, within, start, end: end + proximity[0].length }
}

function scanWord(text: string, start: number, unknownFields: string[]): Token | string {
  const end = wordEnd(text, start)
  const word = text.slice(start, end)
  const operator = OPERATORS.get(word)
  if (operator) return { type: operator, start, end }
  const name = FIELD.exec(word)?.[1]
  if (name !== undefined && !NO_VALUE.test(text.slice(start + name.length + 1, start + name.length + 2))) {
    const field = QUERY_FIELDS.find((known) => known === name.toLowerCase())
    if (field) return scanValue(text, field, start, start + name.length + 1)
    unknownFields.push(name)
  }
  const star = word.indexOf('*')
  if (star < 0) return { type: 'word', text: word, start, end }
  const stem = word.slice(0, star)
  if (star < word.length - 1 || NEITHER_LETTER_NOR_DIGIT.test(stem))
    return 'a star stands at the end of a word, as in cadet*'
  return { type: 'phrase', text: stem, isPrefix: true, within: null, start, end }
}

function wordEnd(text: string, start: number): number {
  const length = text.slice(start).search(WORD_END)
  return length < 0 ? text.length : start + length
}

function scanValue(text: string, field: QueryField, start: number, at: number): FieldSyntax | string {
  const isQuoted = QUOTES.test(text.charAt(at))
  const close = isQuoted ? text.slice(at + 1).search(QUOTES) : 0
  if (close < 0) return 'a quotation mark is not closed'
  const from = isQuoted ? at + 1 : at
  const to = isQuoted ? from + close : wordEnd(text, at)
  const value = text.slice(from, to).trim()
  if (value === '') return `${field}: has no value behind it`
  return { type: 'field', field, value, start, end: isQuoted ? to + 1 : to }
}

/** Reads tokens by the grammar of `parseQuery`, each rule a method. */
class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  query(): QuerySyntax[] {
    const nodes = this.#clauses()
    if (this.#at < this.#tokens.length)
      throw new QuerySyntaxError('a bracket is closed that was never opened')
    return nodes
  }

  #clauses(): QuerySyntax[] {
    const nodes: QuerySyntax[] = []
    while (this.#at < this.#tokens.length && this.#tokens[this.#at]?.type !== 'close')
      nodes.push(this.#clause())
    return nodes
  }

  #clause(): QuerySyntax {
    return this.#joined('or', 'any', () => this.#joined('and', 'all', () => this.#term()))
  }

  #joined(operator: 'or' | 'and', type: 'any' | 'all', read: () => QuerySyntax): QuerySyntax {
    const nodes = [read()]
    while (this.#tokens[this.#at]?.type === operator) {
      this.#at++
      nodes.push(read())
    }
    const [first] = nodes
    const last = nodes.at(-1)
    if (!first || !last || nodes.length === 1) return first ?? this.#fail()
    return { type, nodes, start: first.start, end: last.end }
  }

  #term(): QuerySyntax {
    const token = this.#tokens[this.#at++]
    switch (token?.type) {
      case 'not': {
        const node = this.#term()
        return { type: 'not', node, start: token.start, end: node.end }
      }
      case 'open':
        return this.#brackets(token.start)
      case 'word':
      case 'phrase':
      case 'field':
        return token
      case 'or':
      case 'and':
        throw new QuerySyntaxError(`nothing stands before ${token.type.toUpperCase()}`)
      default:
        return this.#fail()
    }
  }

  #brackets(start: number): QuerySyntax {
    this.#depth++
    if (this.#depth > DEEPEST_BRACKETS)
      throw new QuerySyntaxError(`brackets stand within one another more than ${DEEPEST_BRACKETS} deep`)
    const nodes = this.#clauses()
    this.#depth--
    const close = this.#tokens[this.#at++]
    if (!close) throw new QuerySyntaxError('a bracket is not closed')
    if (nodes.length === 0) throw new QuerySyntaxError('there is nothing between two brackets')
    return { type: 'brackets', nodes, start, end: close.end }
  }

  #fail(): never {
    const before = this.#tokens[this.#at - 2]?.type ?? this.#tokens.at(-1)?.type
    if (before === 'or' || before === 'and' || before === 'not')
      throw new QuerySyntaxError(`nothing stands behind ${before.toUpperCase()}`)
    throw new QuerySyntaxError('a bracket is not closed')
  }
}

function withoutIdleBrackets(node: QuerySyntax): QuerySyntax[] {
  if (node.type !== 'brackets') return [node]
  const inside = node.nodes.flatMap(withoutIdleBrackets)
  return inside.every(({ type }) => type === 'word') ? inside : [node]
}
