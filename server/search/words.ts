import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { SearchEngine, WordNode } from '../../indexer/engine/engine.ts'

/** One thing that was searched in place of, or along with, another. */
export interface Replacement {
  readonly from: string
  readonly to: string
}

/** A word as the reader typed it. Words whose places follow one another stood side by side. */
export interface TypedWord {
  readonly text: string
  readonly place: number
  /** The words directly before it that are too common to be searched for. */
  readonly stopWordsBefore: readonly string[]
}

/** The words of texts that stood apart in a query, stop words left out but for their places. */
export function typedWords(texts: readonly string[]): TypedWord[] {
  let place = 0
  return texts.flatMap((text) => {
    const words: TypedWord[] = []
    let stopWords: string[] = []
    for (const token of tokenize(text)) {
      if (isStopWord(token.text)) stopWords.push(token.text)
      else {
        words.push({ text: token.text, place, stopWordsBefore: stopWords })
        stopWords = []
      }
      place++
    }
    place++
    return words
  })
}

export interface ReadWord {
  readonly nodes: readonly WordNode[]
  readonly corrections: readonly Replacement[]
}

/**
 * A word as it is sought. One that occurs nowhere is sought as its halves, where it has a hyphen, or else as the nearest word
 * that occurs, unless the reader does not want that.
 */
export function readWord(word: string, engine: SearchEngine, unwanted: ReadonlySet<string>): ReadWord {
  const node: WordNode = { type: 'word', text: word, terms: alternativeTerms(word) }
  if (node.terms.some((term) => engine.paragraphFrequency(term) > 0))
    return { nodes: [node], corrections: [] }
  const halves = word.split(/[-\u2010\u2011/]/).filter((half) => half !== '' && !isStopWord(half))
  if (halves.length > 1) {
    const read = halves.map((half) => readWord(half, engine, unwanted))
    return {
      nodes: read.flatMap(({ nodes }) => nodes),
      corrections: read.flatMap(({ corrections }) => corrections),
    }
  }
  const nearest = engine.nearestWord(word)
  if (nearest === null || unwanted.has(nearest)) return { nodes: [node], corrections: [] }
  return {
    nodes: [{ ...node, terms: alternativeTerms(nearest) }],
    corrections: [{ from: word, to: nearest }],
  }
}

/** The terms that stand for one word: as indexed from running text, and as from an acronym or a shout. */
export function alternativeTerms(word: string): string[] {
  const folded = foldWord(word)
  const principal = [word, folded, folded.toUpperCase()].flatMap((form) => termsOfWord(form)[0] ?? [])
  return [...new Set(principal)]
}
