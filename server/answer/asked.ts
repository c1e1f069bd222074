import { foldWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { SearchEngine } from '../../indexer/engine/engine.ts'
import { rarityOf } from '../../indexer/analysis/rarity.ts'
import type { Analysis } from '../search/analyse.ts'
import { kindredGroups } from './kindred.ts'
import type { Interpretation } from './interpret.ts'
import { QUESTION_TYPES } from './interpret.ts'

/** A word of the question, as it is looked for in a passage. */
export interface AskedWord {
  readonly text: string
  /** How much it tells: higher for a rare word. */
  readonly weight: number
  readonly isName: boolean
  readonly hasDigits: boolean
}

/** A question made ready to be held against passages. */
export interface Asked {
  readonly question: string
  readonly interpretation: Interpretation
  readonly words: readonly AskedWord[]
  /** The words, as indexes, that each term stands for. */
  readonly byTerm: ReadonlyMap<string, number>
  /** The words that share their beginning with another form: `retaining`, `retention`. */
  readonly byBeginning: ReadonlyMap<string, number>
  /** Terms that together stand for words: an acronym written out. */
  readonly phrases: readonly { readonly terms: readonly string[]; readonly words: readonly number[] }[]
  readonly focus: ReadonlySet<string>
  /** Ids of the people whom the question names. */
  readonly people: ReadonlySet<string>
  readonly totalWeight: number
  /** The words of one sense with each group of kindred words. */
  readonly byGroup: ReadonlyMap<number, number>
  /** Words that are names, or have digits, as indexes. */
  readonly names: readonly number[]
  readonly digits: readonly number[]
  /** Years that the question names. */
  readonly years: ReadonlySet<string>
  /** What the question itself tells a model. */
  readonly features: Readonly<Record<string, number>>
}

const BEGINNING = 5

/** The first letters of a word of some length: what most forms of it share. */
export function beginningOf(term: string): string | null {
  return term.length >= BEGINNING && /^[a-z]+$/.test(term) ? term.slice(0, BEGINNING) : null
}

export function askedOf(
  question: string,
  { query, expansions }: Analysis,
  interpretation: Interpretation,
  engine: Pick<SearchEngine, 'paragraphFrequency' | 'size'>,
): Asked {
  const byTerm = new Map<string, number>()
  const byBeginning = new Map<string, number>()
  const byGroup = new Map<number, number>()
  const phrases: { terms: string[]; words: readonly number[] }[] = []
  const words = query.words.map(({ text, terms }, index): AskedWord => {
    for (const term of terms) {
      if (!byTerm.has(term)) byTerm.set(term, index)
      const beginning = beginningOf(term)
      for (const group of kindredGroups(term)) if (!byGroup.has(group)) byGroup.set(group, index)
      if (beginning !== null && !byBeginning.has(beginning)) byBeginning.set(beginning, index)
    }
    const frequency = Math.max(0, ...terms.map((term) => engine.paragraphFrequency(term)))
    return {
      text,
      weight: rarityOf(frequency, engine.size),
      isName: /^\p{Lu}/u.test(text) && foldWord(text) !== text,
      hasDigits: /\d/.test(text),
    }
  })
  for (const { node, standsFor } of query.should) {
    if (standsFor.length === 0) continue
    if (node.type === 'word') {
      for (const term of node.terms) if (!byTerm.has(term)) byTerm.set(term, standsFor[0] ?? 0)
    } else if (node.type === 'phrase') {
      phrases.push({ terms: node.words.flatMap((word) => termsOfWord(word).slice(0, 1)), words: standsFor })
    }
  }
  const people = expansions.flatMap(({ nodes }) =>
    nodes.flatMap((node) => (node.type === 'facet' && node.field === 'person' ? node.values : [])),
  )
  const indexesOf = (test: (word: AskedWord) => boolean): number[] =>
    words.flatMap((word, index) => (test(word) ? [index] : []))
  return {
    question,
    interpretation,
    words,
    byGroup,
    names: indexesOf(({ isName }) => isName),
    digits: indexesOf(({ hasDigits }) => hasDigits),
    years: new Set(interpretation.periods.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)])),
    features: questionFeatures(interpretation, words.length),
    byTerm,
    byBeginning,
    phrases,
    focus: new Set(interpretation.focus),
    people: new Set(people),
    totalWeight: words.reduce((sum, { weight }) => sum + weight, 0) || 1,
  }
}

/** What is the same for every candidate: what kind of question it is. */
function questionFeatures({ type, measure }: Interpretation, words: number): Record<string, number> {
  return {
    questionWords: words,
    ...Object.fromEntries(QUESTION_TYPES.map((known) => [`asks_${known}`, known === type ? 1 : 0])),
    wantsMoney: measure === 'money' ? 1 : 0,
    wantsCount: measure === 'count' ? 1 : 0,
  }
}
