import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { AnalysedQuery, SearchEngine, WordNode } from '../../indexer/engine/engine.ts'
import { expansionsFor } from './expansions.ts'
import type { KnownAcronym, Replacement } from './expansions.ts'

/** A query as it is put to the engine, and what was made of the reader's words. */
export interface Analysis {
  readonly query: AnalysedQuery
  readonly corrections: readonly Replacement[]
  readonly expansions: readonly Replacement[]
  /** It has operators, which are read as words. */
  readonly readAsWords: boolean
}

const OPERATORS = /"|\bOR\b|(?:^|\s)-\w|\w\*|[()]|\b(?:role|person|topic|body|kind|after|before|date):/

/** Turns the reader's words into a query: stop words dropped, words that occur nowhere replaced by the nearest that does. */
export function analyse(
  text: string,
  match: AnalysedQuery['match'],
  engine: SearchEngine,
  acronyms: readonly KnownAcronym[],
): Analysis {
  const words = tokenize(text)
    .map((token) => token.text)
    .filter((word) => !isStopWord(word))
  const nodes: WordNode[] = []
  const corrections: Replacement[] = []
  for (const word of new Set(words)) {
    const read = readWord(word, engine)
    corrections.push(...read.corrections)
    nodes.push(...read.nodes)
  }
  const { expansions, should } = expansionsFor(words, acronyms)
  return {
    query: { match, nodes: distinct(nodes), should },
    corrections,
    expansions,
    readAsWords: OPERATORS.test(text),
  }
}

interface ReadWord {
  readonly nodes: readonly WordNode[]
  readonly corrections: readonly Replacement[]
}

function readWord(word: string, engine: SearchEngine): ReadWord {
  const node: WordNode = { type: 'word', text: word, terms: alternatives(word) }
  if (node.terms.some((term) => engine.paragraphFrequency(term) > 0))
    return { nodes: [node], corrections: [] }
  const halves = word.split(/[-\u2010\u2011/]/).filter((half) => half !== '' && !isStopWord(half))
  if (halves.length > 1) {
    const read = halves.map((half) => readWord(half, engine))
    return {
      nodes: read.flatMap(({ nodes }) => nodes),
      corrections: read.flatMap(({ corrections }) => corrections),
    }
  }
  const nearest = engine.nearestWord(word)
  if (nearest === null) return { nodes: [node], corrections: [] }
  return { nodes: [{ ...node, terms: alternatives(nearest) }], corrections: [{ from: word, to: nearest }] }
}

/** The terms that stand for one word: as indexed from running text, and as from an acronym or a shout. */
function alternatives(word: string): string[] {
  const folded = foldWord(word)
  const principal = [word, folded, folded.toUpperCase()].flatMap((form) => termsOfWord(form)[0] ?? [])
  return [...new Set(principal)]
}

function distinct(nodes: readonly WordNode[]): WordNode[] {
  return [...new Map(nodes.map((node) => [node.terms.join(' '), node])).values()]
}
