import { slugOf } from '../../corpus/model/slug.ts'
import type { Span } from '../../corpus/model/document.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import { onceFor } from '../onceFor.ts'
import type { TextLink } from './markedText.ts'

/** An acronym with what it stands for. */
type ExplainedAcronym = Pick<Collection['acronyms'][number], 'acronym' | 'expansion'>

/** A short form that stands in a document, with what it is there held to mean. */
interface ShortForm {
  readonly acronym: string
  /** The record's words; several where the collection explains it in several ways. */
  readonly meanings: readonly string[]
  /** Does the document itself explain it? */
  readonly isExplainedHere: boolean
  /** Of the entry in the list at the end of the page. */
  readonly id: string
}

/** More ways to read a short form than these are no help. */
const MOST_MEANINGS = 2

/**
 * Links the first occurrence of each short form in every stretch of a document to a list of them. What the document says
 * of a short form goes before what other documents of the collection say.
 */
export class ShortForms {
  readonly #known: ReadonlyMap<string, ShortForm>
  readonly #occurring = new Map<string, ShortForm>()
  readonly #ids = new Set<string>()
  #stretch = ''
  #seen = new Set<string>()

  constructor(own: readonly ExplainedAcronym[], collection: readonly ExplainedAcronym[]) {
    this.#known = new Map([...formsElsewhere(collection), ...formsOf(own, true)])
  }

  /** @param stretch tells apart the stretches in each of which a short form is linked once; a stretch is in one piece */
  linksIn(text: string, stretch: string): TextLink[] {
    if (stretch !== this.#stretch) {
      this.#stretch = stretch
      this.#seen = new Set()
    }
    return occurrencesIn(text, this.#known).flatMap(({ acronym, span }) => {
      if (this.#seen.has(acronym)) return []
      this.#seen.add(acronym)
      const form = this.#occur(acronym)
      return form ? [{ span, attributes: attributesOf(form) }] : []
    })
  }

  /** Those that were met, by the alphabet. */
  listed(): readonly ShortForm[] {
    return [...this.#occurring.values()].sort((a, b) => a.acronym.localeCompare(b.acronym, 'en-GB'))
  }

  #occur(acronym: string): ShortForm | undefined {
    const met = this.#occurring.get(acronym)
    const known = this.#known.get(acronym)
    if (met || !known) return met
    const form = { ...known, id: this.#freeId(known.id) }
    this.#occurring.set(acronym, form)
    return form
  }

  /** `A&E` and `AE` are two short forms of one slug. */
  #freeId(wanted: string): string {
    let id = wanted
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted}-${count}`
    this.#ids.add(id)
    return id
  }
}

function formsOf(explained: readonly ExplainedAcronym[], isExplainedHere: boolean): Map<string, ShortForm> {
  const forms = new Map<string, ShortForm>()
  for (const { acronym, expansion } of explained) {
    const former = forms.get(acronym)?.meanings ?? []
    if (former.length >= MOST_MEANINGS || former.some((one) => looseForm(one) === looseForm(expansion)))
      continue
    const id = `acronym-${slugOf(acronym)}`
    forms.set(acronym, { acronym, meanings: [...former, expansion], isExplainedHere, id })
  }
  return forms
}

/** Those of the whole collection: each of its documents is read with the same. */
const formsElsewhere = onceFor((collection: readonly ExplainedAcronym[]) => formsOf(collection, false))

/** What differs in capitals, in `and` or `&`, in an apostrophe or in the plural means the same. */
function looseForm(expansion: string): string {
  return slugOf(expansion.replaceAll('&', ' and ')).replace(/s$/, '')
}

function attributesOf({ id, meanings }: ShortForm): TextLink['attributes'] {
  return {
    class: 'app-acronym',
    href: `#${id}`,
    'aria-describedby': `${id}-means`,
    'data-means': meanings.join(', or '),
  }
}

/** Short forms begin with a capital, and may have a mark within: `A&E`, `T/CC`. */
const CAPITALISED = /[A-Z][A-Za-z0-9&/]+/g
const WITHIN = /[A-Za-z0-9]+/g
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

interface Occurrence {
  readonly acronym: string
  readonly span: Span
}

function occurrencesIn(text: string, known: ReadonlyMap<string, ShortForm>): Occurrence[] {
  const found: Occurrence[] = []
  const add = (acronym: string, start: number): void => {
    found.push({ acronym, span: [start, start + acronym.length] })
  }
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    if (isPartOfWord(text, index, index + word.length)) continue
    const whole = knownForm(word, known)
    if (whole !== null) add(whole, index)
    else if (/[&/]/.test(word))
      for (const { 0: piece, index: within } of word.matchAll(WITHIN)) {
        const one = knownForm(piece, known)
        if (one !== null) add(one, index + within)
      }
  }
  return found
}

/** Does a letter stand before or after, such as one with an accent? */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return LETTER_OR_DIGIT.test(text.charAt(start - 1)) || LETTER_OR_DIGIT.test(text.charAt(end))
}

/** As it is known, or in the plural: `PCCs`. */
function knownForm(word: string, known: ReadonlyMap<string, ShortForm>): string | null {
  if (known.has(word)) return word
  const singular = word.slice(0, -1)
  return word.endsWith('s') && known.has(singular) ? singular : null
}
