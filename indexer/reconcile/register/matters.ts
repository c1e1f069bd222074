import { termsOfText, termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { GroundParagraph } from './ground.ts'

/** What a statement is about: the terms that tell it from other statements, each with the word as printed and its weight. */
export type Matter = ReadonlyMap<string, { readonly word: string; readonly weight: number }>

/** How alike two matters are. */
export interface Likeness {
  /** The share of the earlier matter's weight that the later one has too, from 0 to 1. */
  readonly coverage: number
  /** The weight shared, in inverse document frequencies. */
  readonly shared: number
  /** The words shared, as printed, in the order of the earlier statement; rare ones only. */
  readonly words: readonly string[]
}

export interface Matters {
  of(text: string): Matter
}

/** Words of any request and any report: they tell no matter, however rare. */
const TELL_NOTHING: ReadonlySet<string> = new Set(
  termsOfText(
    `report update briefing presentation figure data breakdown information request ask seek provide give member
    councillor cllr council committee panel board chair meeting district municipal metropolitan county city
    matter issue item agenda relation regard respect regarding concerning current progress status position proposed
    proposal work works plan project scheme programme road street estate area site housing house town village
    january february march april may june july august september october november december next future monthly year
    date detail full further verbal written senior engineer executive director officer manager services service
    department directorate people public local include including number new use made make take carry`,
  ),
)
/** A term that stands in more than this share of all paragraphs is no rare one. */
const RARE_SHARE = 0.01
/** However few the paragraphs, a term in so many of them is rare. */
const RARE_AT_LEAST = 4

/** Reads matters by how rare their terms are among the given paragraphs. */
export function mattersOf(paragraphs: readonly GroundParagraph[]): Matters {
  const frequencies = new Map<string, number>()
  for (const { text } of paragraphs)
    for (const term of new Set(termsOfText(text))) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const size = paragraphs.length
  const most = Math.max(RARE_AT_LEAST, size * RARE_SHARE)
  return {
    of: (text) => {
      const matter = new Map<string, { word: string; weight: number }>()
      for (const { text: word } of tokenize(text)) {
        const [term] = termsOfWord(word)
        if (term === undefined || TELL_NOTHING.has(term) || matter.has(term)) continue
        const frequency = frequencies.get(term) ?? 0
        if (frequency <= most) matter.set(term, { word, weight: Math.log((size + 1) / (frequency + 0.5)) })
      }
      return matter
    },
  }
}

export function likenessOf(earlier: Matter, later: Matter): Likeness {
  let whole = 0
  let shared = 0
  const words: string[] = []
  for (const [term, { word, weight }] of earlier) {
    whole += weight
    if (!later.has(term)) continue
    shared += weight
    words.push(word)
  }
  return { coverage: whole === 0 ? 0 : shared / whole, shared, words }
}
