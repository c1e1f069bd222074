import type { Heading } from '../../corpus/store/headings.ts'
import type { ExplainedAcronym } from '../../indexer/analysis/acronyms.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { FacetCount, FilterField, SearchEngine } from '../../indexer/engine/engine.ts'
import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'
import { mayBecomeQuestion } from '../answer/isQuestion.ts'
import type { FieldValues } from './fieldValues.ts'
import { isTitle, wordsOfName } from './fieldValues.ts'
import type { OpenPart, TypedPiece } from './openPart.ts'
import { openPartOf } from './openPart.ts'
import { QUERY_FIELDS } from './queryLanguage.ts'

/** A way to go on with a query. */
export interface Suggestion {
  /** The whole query, completed. */
  readonly text: string
  readonly label: string
  readonly kind: FilterField | 'acronym' | 'field' | 'heading' | 'word'
  /** In how many paragraphs it is found, or how many stand under a heading; null for the name of a field. */
  readonly count: number | null
}

const MOST_SUGGESTIONS = 10
/** Of each kind, beside the others. */
const MOST_FIELDS = 2
const MOST_VALUES = 4
const MOST_ACRONYMS = 2
const MOST_HEADINGS = 3
/** What is longer is a sentence that was taken for a heading, or no help to choose from. */
const LONGEST_HEADING = 80
/** One letter begins too many words to choose from. */
const SHORTEST_BEGINNING = 2
/** The commonest words with a beginning, of which those are looked for that go on with a quotation. */
const MOST_TRIED_WORDS = 100
/** Words of a name that may stand before the one that is being written. */
const LONGEST_NAME = 5

/** The fields whose values are suggested for plain words. */
const VALUES_FOR_WORDS: readonly FilterField[] = ['role', 'person', 'body', 'topic']

interface KnownValue {
  readonly field: FilterField
  readonly value: string
  readonly label: string
  /** Of each of its names, the words. */
  readonly names: readonly (readonly string[])[]
  readonly count: number
}

/** A value that the words typed last may mean. */
interface FoundValue extends KnownValue {
  /** How many of the words typed last are of its name. */
  readonly words: number
}

/** How queries of one generation can go on. */
export class Completions {
  readonly #engine: SearchEngine
  readonly #values: readonly KnownValue[]
  readonly #acronyms: readonly (ExplainedAcronym & { readonly words: readonly string[] })[]
  readonly #headings: readonly (Heading & { readonly words: readonly string[] })[]

  /** @param headings those that are used most first */
  constructor(
    engine: SearchEngine,
    values: FieldValues,
    acronyms: readonly ExplainedAcronym[],
    headings: readonly Heading[],
  ) {
    this.#engine = engine
    this.#headings = headings
      .filter(({ title }) => title.length <= LONGEST_HEADING)
      .map((heading) => ({ ...heading, words: wordsOfName(heading.title, null) }))
    this.#values = FILTER_FIELDS.flatMap((field) => {
      const counts = countsOf(engine.facetCounts(field))
      return values.all(field).map(({ value, names }) => ({
        field,
        value,
        label: names[0],
        names: names.map((name) => wordsOfName(name, field)),
        count: counts.get(value) ?? 0,
      }))
    }).sort((a, b) => b.count - a.count)
    this.#acronyms = acronyms.map((known) => ({ ...known, words: wordsOfName(known.expansion, null) }))
  }

  suggest(query: string): readonly Suggestion[] {
    const open = openPartOf(query)
    switch (open.type) {
      case 'value':
        return this.#valuesOf(query, open).slice(0, MOST_SUGGESTIONS)
      case 'phrase':
        return this.#wordsOfPhrase(query, open.pieces).slice(0, MOST_SUGGESTIONS)
      case 'words':
        return this.#plain(query, open.pieces).slice(0, MOST_SUGGESTIONS)
    }
  }

  /** What may follow plain words; a question goes on with names and words, as it would be spoken. */
  #plain(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
    const isSpoken = mayBecomeQuestion(query)
    const write = isSpoken ? asSpoken : asField
    return onePerKey(
      [
        ...(isSpoken ? [] : fieldNames(query, pieces).slice(0, MOST_FIELDS)),
        ...this.#named(query, pieces, write).slice(0, MOST_VALUES),
        ...this.#shortForms(query, pieces).slice(0, MOST_ACRONYMS),
        ...(isSpoken ? [] : this.#underHeadings(query, pieces).slice(0, MOST_HEADINGS)),
        ...this.#words(query, pieces),
      ],
      ({ text }) => text,
    )
  }

  #valuesOf(query: string, { field, start, text }: Extract<OpenPart, { type: 'value' }>): Suggestion[] {
    const typed = wordsOfName(text, field)
    return this.#values
      .filter((known) => known.field === field && (typed.length === 0 || isNameOf(known, typed)))
      .map((known) => toSuggestion(query.slice(0, start), known, asField))
  }

  /** Roles, people, bodies and topics that the words typed last may be the name of. */
  #named(query: string, pieces: readonly TypedPiece[], write: WriteValue): Suggestion[] {
    const last = pieces.slice(-LONGEST_NAME)
    const typedOf = (field: FilterField | null): readonly string[] =>
      last.map(({ text }) => wordsOfName(text, field)[0] ?? '')
    const typed = { person: typedOf('person'), other: typedOf(null) }
    const found = this.#values.flatMap((known): FoundValue[] => {
      if (!VALUES_FOR_WORDS.includes(known.field)) return []
      const own = known.field === 'person' ? typed.person : typed.other
      if (own.at(-1) === undefined || own.at(-1) === '') return []
      const words = Math.max(...known.names.map((name) => wordsInCommon(name, own)))
      return words === 0 ? [] : [{ ...known, words }]
    })
    const most = Math.max(...found.map(({ words }) => words))
    return found
      .filter(({ words }) => words === most)
      .map((value) => toSuggestion(query.slice(0, startOf(last, value.words)), value, write))
  }

  /** Titles of items and parts that have the words typed last. Their words find what stands under them; a quotation would not. */
  #underHeadings(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
    const last = pieces.slice(-LONGEST_NAME)
    const typed = last.map(({ text }) => wordsOfName(text, null)[0] ?? '')
    if ((typed.at(-1) ?? '').length < SHORTEST_BEGINNING) return []
    const found = this.#headings.flatMap((heading) => {
      const words = wordsInCommon(heading.words, typed)
      return words === 0 ? [] : [{ ...heading, found: words }]
    })
    const most = Math.max(...found.map((heading) => heading.found))
    return found
      .filter((heading) => heading.found === most)
      .map(({ title, paragraphs }) => ({
        text: query.slice(0, startOf(last, most)) + asWords(title),
        label: title,
        kind: 'heading',
        count: paragraphs,
      }))
  }

  /** Acronyms that begin so, then those whose long form has the words typed last; each with its first long form. */
  #shortForms(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
    const last = pieces.slice(-LONGEST_NAME)
    const typed = last.map(({ text }) => wordsOfName(text, null)[0] ?? '')
    const beginning = (pieces.at(-1)?.text ?? '').toLowerCase()
    if (beginning.length < SHORTEST_BEGINNING) return []
    const suggest = (
      { acronym, expansion }: ExplainedAcronym,
      words: number,
      written: string,
    ): Suggestion => ({
      text: query.slice(0, startOf(last, words)) + written,
      label: `${acronym}: ${expansion}`,
      kind: 'acronym',
      count: this.#engine.paragraphFrequency(termsOfWord(acronym)[0] ?? ''),
    })
    const short = this.#acronyms
      .filter(({ acronym }) => acronym.toLowerCase().startsWith(beginning))
      .map((known) => suggest(known, 1, known.acronym))
    const long = this.#acronyms.flatMap((known) => {
      const words = wordsInCommon(known.words, typed)
      return words === 0 ? [] : [suggest(known, words, asWords(known.expansion))]
    })
    return onePerKey([...short, ...long], ({ label }) => label.slice(0, label.indexOf(':')))
  }

  /** Words of the record that the last word may become. */
  #words(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
    const beginning = beginningOf(pieces)
    if (beginning === null) return []
    return this.#engine
      .wordsBeginning(beginning, 2 * MOST_SUGGESTIONS)
      .filter(({ value }) => value !== beginning && !isStopWord(value))
      .map((word) => wordSuggestion(query, beginning, word))
  }

  /** Words that stand behind the others of a quotation in the record, those that do most often first. */
  #wordsOfPhrase(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
    const beginning = beginningOf(pieces)
    if (beginning === null) return []
    const before = exactWords(
      pieces
        .slice(0, -1)
        .map(({ text }) => text)
        .join(' '),
    ).map(({ text }) => text)
    return this.#engine
      .wordsBeginning(beginning, MOST_TRIED_WORDS)
      .filter(({ value }) => value !== beginning)
      .map(({ value }) => ({ value, count: this.#engine.phraseFrequency([...before, value]) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map((word) => wordSuggestion(query, beginning, word))
  }
}

/** The beginning of a word that is typed last, folded; null where it is no word, or too short. */
function beginningOf(pieces: readonly TypedPiece[]): string | null {
  const last = pieces.at(-1)?.text ?? ''
  const beginning = exactWords(last)[0]?.text ?? ''
  return beginning.length < SHORTEST_BEGINNING || beginning.length !== last.length ? null : beginning
}

const wordSuggestion = (query: string, beginning: string, { value, count }: FacetCount): Suggestion => ({
  text: query + value.slice(beginning.length),
  label: value,
  kind: 'word',
  count,
})

const countsOf = (counts: readonly FacetCount[]): ReadonlyMap<string, number> =>
  new Map(counts.map(({ value, count }) => [value, count]))

function fieldNames(query: string, pieces: readonly TypedPiece[]): Suggestion[] {
  const last = pieces.at(-1)
  if (last === undefined || last.text.length < SHORTEST_BEGINNING) return []
  return QUERY_FIELDS.filter((field) => field.startsWith(last.text.toLowerCase())).map((field) => ({
    text: `${query.slice(0, last.start)}${field}:`,
    label: `${field}:`,
    kind: 'field',
    count: null,
  }))
}

/** How a value stands in a query. */
type WriteValue = (known: KnownValue) => string

const asField: WriteValue = ({ field, value, label }) => {
  const name = label.includes('"') ? value : label
  return `${field}:${/^[\p{L}\p{N}]+$/u.test(name) ? name : `"${name}"`}`
}

const asSpoken: WriteValue = ({ label }) => asWords(label)

const toSuggestion = (before: string, known: KnownValue, write: WriteValue): Suggestion => ({
  text: before + write(known),
  label: known.label,
  kind: known.field,
  count: known.count,
})

const isNameOf = ({ names }: KnownValue, typed: readonly string[]): boolean =>
  names.some((name) => wordsInCommon(name, typed) === typed.length)

/** How many of the last typed words stand in a name one after the other, the very last as the beginning of a word. */
function wordsInCommon(name: readonly string[], typed: readonly string[]): number {
  for (let length = Math.min(typed.length, name.length); length > 0; length--) {
    const run = typed.slice(-length)
    const standsAt = (at: number): boolean =>
      run.every((word, index) =>
        index === length - 1 ? (name[at + index]?.startsWith(word) ?? false) : name[at + index] === word,
      )
    if (name.some((_, at) => standsAt(at))) return length
  }
  return 0
}

/** Where the last so many pieces begin, with the title before them. */
function startOf(pieces: readonly TypedPiece[], count: number): number {
  const first = pieces.length - count
  const title = pieces[first - 1]
  return (title !== undefined && isTitle(title.text) ? title : pieces[first])?.start ?? 0
}

/** A text without what the query language would read as more than words. */
const asWords = (text: string): string =>
  text
    .replace(/["\u201c\u201d():*~]/g, ' ')
    .replace(/(^|\s)-+(?=\S)/g, '$1')
    .replace(/\b(?:AND|OR|NOT)\b/g, (operator) => operator.toLowerCase())
    .replace(/\s+/g, ' ')
    .trim()

/** Of those with the same key the first. */
function onePerKey(
  suggestions: readonly Suggestion[],
  keyOf: (suggestion: Suggestion) => string,
): Suggestion[] {
  return [...new Map(suggestions.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()
}
