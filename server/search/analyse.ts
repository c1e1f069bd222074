import { isCalendarDate, firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type {
  AnalysedQuery,
  DateNode,
  FacetFilter,
  FacetNode,
  PhraseNode,
  QueryNode,
  WordNode,
} from '../../indexer/engine/engine.ts'
import { dateWordsIn, dayBefore } from './dateWords.ts'
import type { Expansion, Knowledge } from './expansion.ts'
import { expansionsOf, shouldOf } from './expansions.ts'
import type { FieldSyntax, ParsedQuery, PhraseSyntax, QuerySyntax } from './queryLanguage.ts'
import { cutOut, parseQuery, QUERY_FIELDS } from './queryLanguage.ts'
import type { ReadWord, Replacement, TypedWord } from './words.ts'
import { readWord, typedWords } from './words.ts'

/** The days from one to another; null is open. */
export interface DateRange {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** Something that the query itself says its result is to be narrowed by: `role:chair`, `since 2021`. */
export interface Narrowing extends DateRange {
  /** As it stands in the query. */
  readonly text: string
  /** The query without it; null where it is words, which stay and are taken out by `unwanted`. */
  readonly without: string | null
  readonly filters: readonly FacetFilter[]
}

/** A query as it is put to the engine, and what was made of the reader's words. */
export interface Analysis {
  readonly query: AnalysedQuery
  readonly narrowings: readonly Narrowing[]
  readonly corrections: readonly Replacement[]
  readonly expansions: readonly Expansion[]
  /** Why the query was read as plain words; null where it was not. */
  readonly fault: string | null
  /** What else the reader should know of how the query was read, each a sentence. */
  readonly remarks: readonly string[]
}

export interface AnalyseOptions {
  readonly match: AnalysedQuery['match']
  /** What the reader does not want made of the query: expansions and corrections by what they search, dates by their words. */
  readonly unwanted: ReadonlySet<string>
  /** Are dates in words (`since 2021`) read? Not where the reader has set dates. */
  readonly readsDates: boolean
  /** The days that the reader has set. */
  readonly dates: DateRange
  /** Words, in small letters, that are not looked for where there are others. */
  readonly ignored?: ReadonlySet<string>
}

/** Turns the reader's text into a query. */
export function analyse(text: string, knowledge: Knowledge, options: AnalyseOptions): Analysis {
  return new QueryReader(text, knowledge, options).read()
}

/** How many of a field's values are named where none is the one asked for, and of the words that no paragraph has. */
const NAMED_VALUES = 10

class QueryReader {
  readonly #text: string
  readonly #knowledge: Knowledge
  readonly #options: AnalyseOptions
  readonly #narrowings: Narrowing[] = []
  readonly #corrections: Replacement[] = []
  readonly #remarks: string[] = []
  readonly #unknown = new Set<string>()

  constructor(text: string, knowledge: Knowledge, options: AnalyseOptions) {
    this.#text = text
    this.#knowledge = knowledge
    this.#options = options
  }

  read(): Analysis {
    const parsed = parseQuery(this.#text)
    for (const name of new Set(parsed.unknownFields))
      this.#remarks.push(
        `There is no field ${name}: it was read as a word. The fields are ${QUERY_FIELDS.join(', ')}.`,
      )
    const must = parsed.nodes.flatMap((node) => this.#operator(node))
    const { words, typed, numbers } = this.#words(this.#typed(parsed.nodes))
    const { unwanted } = this.#options
    const expansions = expansionsOf(typed, this.#knowledge).filter(({ to }) => !unwanted.has(to))
    const isEmpty = words.length + must.length + this.#narrowings.length === 0
    if (isEmpty && parsed.nodes.some(({ type }) => type === 'word'))
      this.#remarks.push('Words as common as these are found only between quotation marks.')
    this.#remarkOnDates()
    this.#remarkOnUnknown()
    this.#remarkOnSmallNot()
    return {
      query: {
        match: this.#options.match,
        words,
        must,
        should: expansions.flatMap((expansion) =>
          shouldOf(
            expansion,
            expansion.words.flatMap((word) => numbers.get(word) ?? []),
          ),
        ),
      },
      narrowings: this.#narrowings,
      corrections: this.#corrections,
      expansions,
      fault: parsed.fault,
      remarks: this.#remarks,
    }
  }

  #typed(nodes: ParsedQuery['nodes']): TypedWord[] {
    const all = typedWords(this.#plainTexts(nodes))
    const telling = all.filter(({ text }) => !this.#options.ignored?.has(text.toLowerCase()))
    return telling.length > 0 ? telling : all
  }

  /** `burglary not theft`: whoever writes so may mean what NOT does. */
  #remarkOnSmallNot(): void {
    const [, excluded] = /^\S+ not (\S+)$/.exec(this.#text.trim()) ?? []
    if (excluded !== undefined)
      this.#remarks.push(`"not" was read as a word. To leave out what has ${excluded}, write -${excluded}.`)
  }

  #remarkOnDates(): void {
    const { from, to } = narrowestDates([this.#options.dates, ...this.#narrowings])
    if (from !== null && to !== null && firstDay(from) > lastDay(to))
      this.#remarks.push(`No day is both from ${from} on and up to ${to}: nothing is found.`)
  }

  /** What a clause outside all brackets has a paragraph be; nothing for a plain word, nor for a field, which narrows. */
  #operator(node: QuerySyntax): QueryNode[] {
    if (node.type === 'word') return []
    if (node.type !== 'field') return [this.#node(node)]
    const narrowed = this.#field(node)
    if (narrowed === null) return []
    const without = cutOut(this.#text, node).trim()
    const text = this.#text.slice(node.start, node.end)
    this.#narrowings.push(
      narrowed.type === 'facet'
        ? { text, without, filters: [narrowed], from: null, to: null }
        : { text, without, filters: [], from: narrowed.from, to: narrowed.to },
    )
    return []
  }

  #node(node: QuerySyntax): QueryNode {
    switch (node.type) {
      case 'word':
        return this.#word(node.text)
      case 'phrase':
        return this.#phrase(node)
      case 'field':
        return this.#field(node) ?? { type: 'any', nodes: [] }
      case 'not':
        return { type: 'not', node: this.#node(node.node) }
      case 'any':
        return { type: 'any', nodes: node.nodes.map((one) => this.#node(one)) }
      case 'all':
      case 'brackets':
        return { type: 'all', nodes: node.nodes.map((one) => this.#node(one)) }
    }
  }

  /** A word among operators. One that is too common to be indexed is sought as it is written. */
  #word(text: string): QueryNode {
    const nodes = typedWords([text]).flatMap((word): QueryNode[] => [...this.#read(word.text).nodes])
    const [only] = nodes
    if (!only) return this.#phrase({ text, isPrefix: false, within: null })
    return nodes.length === 1 ? only : { type: 'all', nodes }
  }

  #read(word: string): ReadWord {
    const { engine } = this.#knowledge
    const read = readWord(word, engine, this.#options.unwanted)
    const isNew = ({ from }: Replacement): boolean => !this.#corrections.some((known) => known.from === from)
    this.#corrections.push(...read.corrections.filter(isNew))
    for (const { text, terms } of read.nodes)
      if (!terms.some((term) => engine.paragraphFrequency(term) > 0)) this.#unknown.add(text)
    return read
  }

  #phrase({ text, isPrefix, within }: Pick<PhraseSyntax, 'text' | 'isPrefix' | 'within'>): PhraseNode {
    const words = exactWords(text).map((word) => word.text)
    const whole = isPrefix ? words.slice(0, -1) : words
    for (const word of whole)
      if (this.#knowledge.engine.phraseFrequency([word]) === 0) this.#unknown.add(word)
    return { type: 'phrase', words, isPrefix, within }
  }

  /** Words that no paragraph has and that were not corrected, so that the reader sees why something is missing. */
  #remarkOnUnknown(): void {
    if (this.#unknown.size === 0) return
    const named = [...this.#unknown].slice(0, NAMED_VALUES).map((word) => {
      const nearest = this.#knowledge.engine.nearestWord(word)
      return nearest === null ? word : `${word} (the nearest word is ${nearest})`
    })
    const more = this.#unknown.size - named.length
    this.#remarks.push(
      `No paragraph has ${named.join(', nor ')}${more > 0 ? `, nor ${more} other words` : ''}.`,
    )
  }

  /** A field as what it keeps; null where its value is no date, which is said. */
  #field({ field, value }: FieldSyntax): (FacetNode | DateNode) | null {
    if (field === 'after' || field === 'before' || field === 'date') {
      if (isCalendarDate(value))
        return {
          type: 'date',
          from: field === 'before' ? null : value,
          to: field === 'before' ? dayBefore(value) : field === 'date' ? value : null,
        }
      this.#remarks.push(
        `${field}:${value} was left out: its date is not written as 2022, 2022-03 or 2022-03-31.`,
      )
      return null
    }
    const { values } = this.#knowledge
    const meant = values.meant(field, value)
    if (meant.length === 0) {
      const known = values.all(field).map(({ names }) => names[0])
      const named = known.slice(0, NAMED_VALUES).join('; ')
      const more = known.length > NAMED_VALUES ? `; and ${known.length - NAMED_VALUES} more` : ''
      this.#remarks.push(`Nothing in the record has the ${field} ${value}. There are: ${named}${more}.`)
    }
    return { type: 'facet', field, values: meant.map((one) => one.value) }
  }

  /** The plain words as they stand side by side, without the dates that are read from them. */
  #plainTexts(nodes: ParsedQuery['nodes']): string[] {
    const runs: string[][] = [[]]
    for (const node of nodes)
      if (node.type === 'word') runs.at(-1)?.push(node.text)
      else runs.push([])
    return runs.flatMap((run) => this.#withoutDates(run.join(' ')))
  }

  #withoutDates(text: string): string[] {
    const date = this.#options.readsDates ? dateWordsIn(text) : null
    if (date === null || this.#options.unwanted.has(date.text)) return [text]
    if (!this.#hasYearWithin(date)) {
      this.#remarks.push(`Nothing in the record is dated ${date.text}: it was read as words.`)
      return [text]
    }
    this.#narrowings.push({ text: date.text, without: null, filters: [], from: date.from, to: date.to })
    return [text.slice(0, date.start), text.slice(date.end)].flatMap((rest) => this.#withoutDates(rest))
  }

  #hasYearWithin({ from, to }: DateRange): boolean {
    const first = from?.slice(0, 'YYYY'.length) ?? ''
    const last = to?.slice(0, 'YYYY'.length) ?? '9999'
    return this.#knowledge.engine.facetValues('year').some((year) => first <= year && year <= last)
  }

  /** The words that are sought, each once; the typed words as corrected; and by which of the sought each of them is. */
  #words(asTyped: readonly TypedWord[]): {
    words: WordNode[]
    typed: TypedWord[]
    numbers: ReadonlyMap<TypedWord, readonly number[]>
  } {
    const words: WordNode[] = []
    const known = new Map<string, number>()
    const numberOf = (node: WordNode): number => {
      const key = node.terms.join(' ')
      const number = known.get(key) ?? words.length
      if (number === words.length) words.push(node)
      known.set(key, number)
      return number
    }
    const numbers = new Map<TypedWord, readonly number[]>()
    for (const word of asTyped) {
      const { nodes, corrections } = this.#read(word.text)
      const corrected = corrections.find(({ from }) => from === word.text)?.to ?? word.text
      numbers.set({ ...word, text: corrected }, nodes.map(numberOf))
    }
    return { words, typed: [...numbers.keys()], numbers }
  }
}

/** The days that both a reader's filter and the query's own allow. */
export function narrowestDates(ranges: readonly DateRange[]): DateRange {
  const starts = ranges.flatMap(({ from }) => (from === null ? [] : [from]))
  const ends = ranges.flatMap(({ to }) => (to === null ? [] : [to]))
  return {
    from: starts.sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))[0] ?? null,
    to: ends.sort((a, b) => (lastDay(a) > lastDay(b) ? 1 : -1))[0] ?? null,
  }
}
