import { termsOfText } from '../../indexer/analysis/terms.ts'
import type { AnalysedQuery } from '../../indexer/engine/engine.ts'

/** One thing that was searched in place of, or along with, another. */
export interface Replacement {
  readonly from: string
  readonly to: string
}

export interface KnownAcronym {
  readonly acronym: string
  readonly expansion: string
}

/** What an acronym's long form adds to a score, and the other way round: half of what the reader's own word does. */
const EXPANSION_WEIGHT = 0.5

/** The acronyms of the collection that a query has in short or in full, each with its other form to score by. */
export function expansionsFor(
  words: readonly string[],
  acronyms: readonly KnownAcronym[],
): { expansions: Replacement[]; should: AnalysedQuery['should'] } {
  const written = new Set(words)
  const query = ` ${words.join(' ').toLowerCase()} `
  const expansions: Replacement[] = []
  const should: { term: string; weight: number }[] = []
  for (const { acronym, expansion } of acronyms) {
    const short = written.has(acronym) || (acronym.length > 2 && written.has(acronym.toLowerCase()))
    const long = query.includes(` ${expansion.toLowerCase()} `)
    if (short === long) continue
    const [from, to] = short ? [acronym, expansion] : [expansion, acronym]
    expansions.push({ from, to })
    for (const term of termsOfText(to)) should.push({ term, weight: EXPANSION_WEIGHT })
  }
  return { expansions, should }
}
