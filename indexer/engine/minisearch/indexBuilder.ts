import { exactWordsOf } from '../../analysis/exactWords.ts'
import { foldWord, termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { IndexedParagraph } from '../engine.ts'
import { TEXT_FIELDS } from '../engine.ts'
import type { Positions } from './positions.ts'
import { PositionsBuilder } from './positions.ts'
import type { StoredVocabulary } from './vocabulary.ts'
import { isCorrectable } from './vocabulary.ts'

/** In which paragraphs a term stands, and how often in each. */
interface Postings {
  readonly paragraphs: number[]
  readonly counts: number[]
}

interface Term {
  readonly text: string
  /** By the number of the field. */
  readonly postings: readonly Postings[]
  /** In how many paragraphs it stands, in whatever field. */
  paragraphs: number
  lastParagraph: number
}

/** A word as it is written, analysed once for the whole collection. */
interface Word {
  readonly terms: readonly Term[]
  /** As phrases compare it, by the numbers of the positions. */
  readonly exact: readonly number[]
  /** What spelling is corrected to; null where it is not. */
  readonly corrected: { count: number } | null
}

/** The form in which MiniSearch keeps an index. */
const SERIALIZATION_VERSION = 2
/** Headings and titles of meetings stand over many paragraphs: their words are kept, of so many of them. */
const KEPT_TEXTS = 10_000

/**
 * Makes the index that MiniSearch's `addAll` would make, in the form in which MiniSearch loads it, and the vocabulary with
 * it. MiniSearch itself walks a tree of letters for every word of every text, and the vocabulary would read every text again.
 */
export class IndexBuilder {
  readonly #words = new Map<string, Word>()
  readonly #terms = new Map<string, Term>()
  readonly #corrected = new Map<string, { count: number }>()
  readonly #keptTexts = new Map<string, readonly Word[]>()
  readonly #fieldLengths: number[][] = []
  readonly #averageFieldLengths = TEXT_FIELDS.map(() => 0)
  readonly #positions = new PositionsBuilder()

  add(paragraph: IndexedParagraph): void {
    const number = this.#fieldLengths.length
    const text = this.#read(paragraph.text)
    for (const { exact } of text) for (const word of exact) this.#positions.add(word)
    this.#positions.endParagraph()
    const lengths = TEXT_FIELDS.map((name, field) =>
      this.#addField(number, field, name === 'text' ? text : this.#readKept(paragraph[name])),
    )
    this.#fieldLengths.push(lengths)
    for (const [field, length] of lengths.entries()) {
      const average = this.#averageFieldLengths[field] ?? 0
      this.#averageFieldLengths[field] = (average * number + length) / (number + 1)
    }
  }

  /** @returns the number of different terms */
  #addField(paragraph: number, field: number, words: readonly Word[]): number {
    let different = 0
    for (const { terms, corrected } of words) {
      if (corrected) corrected.count++
      for (const term of terms) if (post(term, paragraph, field)) different++
    }
    return different
  }

  #readKept(text: string): readonly Word[] {
    const known = this.#keptTexts.get(text)
    if (known) return known
    if (this.#keptTexts.size >= KEPT_TEXTS) this.#keptTexts.clear()
    const words = this.#read(text)
    this.#keptTexts.set(text, words)
    return words
  }

  #read(text: string): Word[] {
    return tokenize(text).map((token) => this.#words.get(token.text) ?? this.#newWord(token.text))
  }

  #newWord(written: string): Word {
    const folded = foldWord(written)
    const word = {
      terms: termsOfWord(written).map((term) => this.#term(term)),
      exact: exactWordsOf(written).map(({ text }) => this.#positions.numberOf(text)),
      corrected: isCorrectable(folded) ? valueOf(this.#corrected, folded, () => ({ count: 0 })) : null,
    }
    this.#words.set(written, word)
    return word
  }

  #term(text: string): Term {
    return valueOf(this.#terms, text, () => ({
      text,
      postings: TEXT_FIELDS.map(() => ({ paragraphs: [], counts: [] })),
      paragraphs: 0,
      lastParagraph: -1,
    }))
  }

  positions(): Positions {
    return this.#positions.finish()
  }

  vocabulary(): StoredVocabulary {
    return {
      words: sorted([...this.#corrected].map(([word, { count }]) => [word, count])),
      terms: sorted([...this.#terms.values()].map(({ text, paragraphs }) => [text, paragraphs])),
      alsoWords: [...this.#words.keys()]
        .filter((word) => /^\p{Ll}+$/u.test(word) && this.#words.has(word.toUpperCase()))
        .sort(),
    }
  }

  /** The index as MiniSearch writes it, piece by piece. */
  *json(): Generator<string> {
    const size = this.#fieldLengths.length
    const numbers = Object.fromEntries(this.#fieldLengths.map((_, number) => [number, number]))
    const head = {
      documentCount: size,
      nextId: size,
      documentIds: numbers,
      fieldIds: Object.fromEntries(TEXT_FIELDS.map((name, field) => [name, field])),
      fieldLength: Object.fromEntries(this.#fieldLengths.entries()),
      averageFieldLength: this.#averageFieldLengths,
      storedFields: {},
      dirtCount: 0,
      serializationVersion: SERIALIZATION_VERSION,
    }
    yield `${JSON.stringify(head).slice(0, -'}'.length)},"index":[`
    let separator = ''
    for (const term of this.#terms.values()) {
      yield separator + termJson(term)
      separator = ','
    }
    yield ']}'
  }
}

/** @returns whether it is the first time in this field of this paragraph */
function post(term: Term, paragraph: number, field: number): boolean {
  if (term.lastParagraph !== paragraph) {
    term.lastParagraph = paragraph
    term.paragraphs++
  }
  const postings = term.postings[field]
  if (!postings) return false
  const { paragraphs, counts } = postings
  const last = paragraphs.length - 1
  if (paragraphs[last] === paragraph) {
    counts[last] = (counts[last] ?? 0) + 1
    return false
  }
  paragraphs.push(paragraph)
  counts.push(1)
  return true
}

/** `["ferri",{"0":{"12":1,"15":2}}]`: by field, by paragraph, how often. */
function termJson({ text, postings }: Term): string {
  const fields = postings.flatMap(({ paragraphs, counts }, field) => {
    if (paragraphs.length === 0) return []
    const entries = paragraphs.map((paragraph, index) => `"${paragraph}":${counts[index] ?? 0}`)
    return [`"${field}":{${entries.join(',')}}`]
  })
  return `[${JSON.stringify(text)},{${fields.join(',')}}]`
}

function valueOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function sorted(counts: [string, number][]): [string, number][] {
  return counts.sort(([a], [b]) => (a < b ? -1 : 1))
}
