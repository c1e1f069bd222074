import type { ShouldNode } from '../../indexer/engine/engine.ts'
import { acronymsOf } from './acronymExpansions.ts'
import type { Expansion, Knowledge } from './expansion.ts'
import { peopleOf, rolesOf, titlesOf } from './nameExpansions.ts'
import { spellingsOf } from './spellingExpansions.ts'
import type { TypedWord } from './words.ts'

/** What each kind of expansion counts beside the reader's own words, which count 1; docs/relevance.md has the runs. */
const WEIGHTS: Readonly<Record<Expansion['kind'], number>> = {
  acronym: 1,
  spelling: 1,
  speaker: 0.5,
  title: 0,
}

/** A query of more words is a text that somebody pasted: it is searched as it stands. */
const MOST_EXPANDED_WORDS = 32

/** Everything that is searched along with the typed words. */
export function expansionsOf(words: readonly TypedWord[], knowledge: Knowledge): Expansion[] {
  if (words.length > MOST_EXPANDED_WORDS) return []
  return eachOnce([
    ...acronymsOf(words, knowledge),
    ...spellingsOf(words, knowledge),
    ...rolesOf(words, knowledge),
    ...peopleOf(words, knowledge),
    ...titlesOf(words, knowledge),
  ])
}

/** What is searched for words that are typed twice is searched once, and stands for both. */
function eachOnce(expansions: readonly Expansion[]): Expansion[] {
  const found = new Map<string, Expansion>()
  for (const expansion of expansions) {
    const key = JSON.stringify([expansion.kind, expansion.nodes])
    const known = found.get(key)
    found.set(key, known ? { ...known, words: [...known.words, ...expansion.words] } : expansion)
  }
  return [...found.values()]
}

export function shouldOf({ nodes, kind }: Expansion, standsFor: readonly number[]): ShouldNode[] {
  return nodes.map((node) => ({ node, weight: WEIGHTS[kind], standsFor }))
}
