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
  /** The share of the later matter's weight that is shared. */
  readonly closeness: number
  /** As much of it as stands together in the later statement. */
  readonly run: number
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
    councillor cllr council committee panel board chair meeting district agenda item relation regard respect regarding
    concerning current progress status position matter issue resolved note agree outline circulate dated director
    january february march april may june july august september october november december next future detail full
    further verbal written planned requested offered requirement standard`,
  ),
)
const YEAR = /^(?:19|20)\d\d$/
/** From this inverse document frequency on a word is rare enough to be told as evidence. */
const RARE_WEIGHT = 3

/** Reads matters by how rare their terms are among the given paragraphs. */
export function mattersOf(paragraphs: readonly GroundParagraph[]): Matters {
  const frequencies = new Map<string, number>()
  for (const { text } of paragraphs)
    for (const term of new Set(tokenize(text).map(({ text: word }) => termsOfWord(word)[0])))
      if (term !== undefined) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const size = paragraphs.length
  return {
    of: (text) => {
      const matter = new Map<string, { word: string; weight: number }>()
      for (const { text: word } of tokenize(text)) {
        const [term] = termsOfWord(word)
        if (term === undefined || TELL_NOTHING.has(term) || YEAR.test(term) || matter.has(term)) continue
        const weight = Math.log((size + 1) / ((frequencies.get(term) ?? 0) + 0.5))
        matter.set(term, { word, weight: Math.max(0, weight) })
      }
      return matter
    },
  }
}

/** Does a matter have a word that tells it from others? */
export function isTold(matter: Matter): boolean {
  return [...matter.values()].some(({ weight }) => weight >= RARE_WEIGHT)
}

export function likenessOf(earlier: Matter, later: Matter): Likeness {
  const whole = weightOf(earlier.values())
  const both = [...earlier].filter(([term]) => later.has(term)).map(([, told]) => told)
  const shared = weightOf(both)
  return {
    coverage: whole === 0 ? 0 : shared / whole,
    shared,
    closeness: shared === 0 ? 0 : shared / weightOf(later.values()),
    run: longestRun(earlier, later),
    words: both.filter(({ weight }) => weight >= RARE_WEIGHT).map(({ word }) => word),
  }
}

/** The most that words of the later statement that follow one another weigh, all of which the earlier has too. */
function longestRun(earlier: Matter, later: Matter): number {
  let most = 0
  let run = 0
  for (const [term, { weight }] of later) {
    run = earlier.has(term) ? run + weight : 0
    most = Math.max(most, run)
  }
  return most
}

function weightOf(told: Iterable<{ readonly weight: number }>): number {
  let sum = 0
  for (const { weight } of told) sum += weight
  return sum
}
