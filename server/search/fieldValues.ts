import type { FilterField, SearchEngine } from '../../indexer/engine/engine.ts'
import { foldWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import { canonicalRole } from '../../indexer/analysis/roles.ts'

/** A value of a facet with the names under which a reader may ask for it, the one that is shown first. */
export interface NamedValue {
  readonly value: string
  readonly names: readonly [string, ...string[]]
}

/** The names of a facet's values, as a page shows them and as the record prints them. */
export type NamesOfValue = (field: FilterField, value: string) => readonly [string, ...string[]]

const TITLES: ReadonlySet<string> = new Set(
  'cllr councillor mr mrs ms miss dr sir dame lord lady prof'.split(' '),
)

/** Is the word a title that goes before a name? */
export function isTitle(word: string): boolean {
  return TITLES.has(foldWord(word))
}

/** A value with each of its names as folded words. */
interface ValueInWords extends NamedValue {
  readonly words: readonly (readonly string[])[]
}

/** Which values of the collection's facets a reader means by a few words. Made once for each generation. */
export class FieldValues {
  readonly #values: ReadonlyMap<FilterField, readonly ValueInWords[]>
  readonly #people: ReadonlyMap<string, readonly ValueInWords[]>

  constructor(
    engine: Pick<SearchEngine, 'facetValues'>,
    fields: readonly FilterField[],
    namesOf: NamesOfValue,
  ) {
    this.#values = new Map(
      fields.map((field) => [
        field,
        engine.facetValues(field).map((value) => {
          const names = namesOf(field, value)
          return { value, names, words: [value, ...names].map((name) => wordsOfName(name, field)) }
        }),
      ]),
    )
    this.#people = bySurname(this.#values.get('person') ?? [])
  }

  /** People by surname, folded. */
  peopleCalled(surname: string): readonly ValueInWords[] {
    return this.#people.get(surname) ?? []
  }

  all(field: FilterField): readonly NamedValue[] {
    return this.#values.get(field) ?? []
  }

  /** The value of exactly that name, or else every value whose name has all the words; empty where there is none. */
  meant(field: FilterField, asked: string): readonly NamedValue[] {
    const values = this.#values.get(field) ?? []
    const role = field === 'role' ? canonicalRole(asked) : null
    const wanted = wordsOfName(asked, field)
    // A surname alone is every person of that name, also where the record prints somebody's surname alone.
    const isSurname = field === 'person' && wanted.length === 1
    const exactly = values.filter(
      ({ value, names, words }) =>
        value === role ||
        value === asked ||
        (!isSurname && (names.includes(asked) || words.some((name) => name.join(' ') === wanted.join(' ')))),
    )
    if (exactly.length > 0 || wanted.length === 0) return exactly
    return values.filter(({ words }) => words.some((name) => wanted.every((word) => name.includes(word))))
  }
}

function bySurname(people: readonly ValueInWords[]): Map<string, ValueInWords[]> {
  const found = new Map<string, ValueInWords[]>()
  for (const person of people)
    for (const surname of new Set(person.words.flatMap((name) => name.at(-1) ?? [])))
      found.set(surname, [...(found.get(surname) ?? []), person])
  return found
}

/** Words of the name of a field's value, those of a person without titles; a value in code (`list_item`) is words too. */
export function wordsOfName(name: string, field: FilterField | null): string[] {
  return tokenize(name.replaceAll('_', ' '))
    .flatMap(({ text }) => text.split('-'))
    .map(foldWord)
    .filter((word) => word !== '' && !(field === 'person' && TITLES.has(word)))
}
