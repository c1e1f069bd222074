import type MiniSearch from 'minisearch'
import type { TextField } from '../engine.ts'
import { TEXT_FIELDS } from '../engine.ts'
import { rarityOf } from '../../analysis/rarity.ts'
import type { MiniSearchDocument } from './options.ts'
import { BM25, FIELD_WEIGHTS } from './options.ts'

/** MiniSearch's index as it keeps it. */
interface OpenedIndex {
  /** Of each term, by field, how often it stands in each document. */
  readonly _index: { get(term: string): ReadonlyMap<number, ReadonlyMap<number, number>> | undefined }
  readonly _fieldIds: Readonly<Record<string, number>>
  readonly _fieldLength: ReadonlyMap<number, readonly number[]>
  readonly _avgFieldLength: readonly number[]
}

interface Field {
  readonly name: TextField
  readonly number: number
  /** What BM25 holds against a paragraph for its length in this field. */
  readonly saturation: Float32Array
}

/**
 * The postings of MiniSearch, term by term, with BM25 as MiniSearch has it.
 *
 * MiniSearch's own `search` makes two objects and a list of every match of every term. A word of a meeting's title stands
 * over every paragraph of the meeting, so that three such words take a tenth of a second in 20,000 paragraphs; read from here
 * they take some milliseconds. What is read is private to MiniSearch: its version is exact, and the engine's contract test
 * would tell of a change.
 */
export class Postings {
  readonly #index: OpenedIndex['_index']
  readonly #size: number
  readonly #fields: readonly Field[]

  constructor(index: MiniSearch<MiniSearchDocument>) {
    const opened = index as unknown as OpenedIndex
    this.#index = opened._index
    this.#size = index.documentCount
    this.#fields = TEXT_FIELDS.map((name) => {
      const number = opened._fieldIds[name] ?? 0
      return { name, number, saturation: saturationOf(opened, number, this.#size) }
    })
  }

  /** Tells of every paragraph that has a term in any of the fields, field by field, what it scores by it there. */
  visit(
    term: string,
    fields: readonly TextField[],
    visit: (paragraph: number, score: number, field: TextField) => void,
  ): void {
    const found = this.#index.get(term)
    if (!found) return
    for (const { name, number, saturation } of this.#fields) {
      const postings = fields.includes(name) ? found.get(number) : undefined
      if (!postings) continue
      const weight = FIELD_WEIGHTS[name] * rarityOf(postings.size, this.#size) * (BM25.k + 1)
      for (const [paragraph, count] of postings)
        visit(paragraph, (weight * count) / (count + (saturation[paragraph] ?? 0)), name)
    }
  }
}

function saturationOf(
  { _fieldLength, _avgFieldLength }: OpenedIndex,
  field: number,
  size: number,
): Float32Array {
  const average = _avgFieldLength[field] ?? 1
  return Float32Array.from({ length: size }, (_, paragraph) => {
    const length = _fieldLength.get(paragraph)?.[field] ?? 0
    return BM25.k * (1 - BM25.b + (BM25.b * length) / average)
  })
}
