import type { Span } from '../../corpus/model/document.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import { termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { AnalysedQuery, PhraseNode, QueryNode, SearchEngine } from '../../indexer/engine/engine.ts'
import { rarityOf } from '../../indexer/analysis/rarity.ts'

/** A stretch of a text that a query is found by, and how much it tells: a rare word more than a common one. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** Where what a query looks for stands in a text, as written; marks follow one another and never overlap. */
export type Highlighter = (text: string) => readonly Mark[]

/** What a phrase tells beside the rarest single word. */
const PHRASE_WEIGHT = 10

/** @param engine tells how rare a word is in the collection */
export function highlighterOf(
  { words, must, should }: AnalysedQuery,
  engine: Pick<SearchEngine, 'paragraphFrequency' | 'size'>,
): Highlighter {
  const sought = [...words, ...should.map(({ node }) => node), ...must].flatMap(leavesOf)
  const terms = new Map<string, number>()
  for (const leaf of sought)
    if (leaf.type === 'word')
      for (const term of leaf.terms) terms.set(term, rarityOf(engine.paragraphFrequency(term), engine.size))
  const phrases = distinct(
    sought.flatMap((leaf) => (leaf.type === 'phrase' && leaf.words.length > 0 ? [leaf] : [])),
  )
  return (text) => withoutOverlaps([...wordMarks(text, terms), ...phraseMarks(text, phrases)])
}

function distinct(phrases: readonly PhraseNode[]): PhraseNode[] {
  return [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()]
}

/** What a node looks for in the text; what is excluded is not looked for. */
function leavesOf(node: QueryNode): QueryNode[] {
  if (node.type === 'all' || node.type === 'any') return node.nodes.flatMap(leavesOf)
  return node.type === 'not' ? [] : [node]
}

function wordMarks(text: string, terms: ReadonlyMap<string, number>): Mark[] {
  if (terms.size === 0) return []
  return tokenize(text).flatMap(({ text: word, start, end }) => {
    const found = termsOfWord(word).flatMap((term) => terms.get(term) ?? [])
    return found.length === 0 ? [] : [{ start, end, weight: Math.max(...found) }]
  })
}

function phraseMarks(text: string, phrases: readonly PhraseNode[]): Mark[] {
  if (phrases.length === 0) return []
  const words = exactWords(text)
  return phrases.flatMap((phrase) => {
    const fits = phrase.words.map((word, index) =>
      fitOf(word, phrase.isPrefix && index === phrase.words.length - 1),
    )
    return words
      .flatMap((_, at) => spansAt(words, at, fits, phrase.within))
      .map(([start, end]) => ({ start, end, weight: PHRASE_WEIGHT }))
  })
}

type Fit = (word: string | undefined) => boolean

const fitOf = (wanted: string, isPrefix: boolean): Fit =>
  isPrefix ? (word) => word?.startsWith(wanted) ?? false : (word) => word === wanted

/** The phrase where it begins at a word; of words within a distance, each by itself. */
function spansAt(
  words: ReturnType<typeof exactWords>,
  at: number,
  fits: readonly Fit[],
  within: number | null,
): Span[] {
  if (within === null) {
    if (!fits.every((fit, index) => fit(words[at + index]?.text))) return []
    return [[words[at]?.start ?? 0, words[at + fits.length - 1]?.end ?? 0]]
  }
  const near = words.slice(at, at + fits.length + within)
  const begins = fits.some((fit) => fit(near[0]?.text))
  if (!begins || !fits.every((fit) => near.some(({ text }) => fit(text)))) return []
  return near.filter(({ text }) => fits.some((fit) => fit(text))).map(({ start, end }) => [start, end])
}

/** Of marks that overlap, the one that begins first, or the longer. */
function withoutOverlaps(marks: Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || mark.start >= last.end) kept.push(mark)
  }
  return kept
}
