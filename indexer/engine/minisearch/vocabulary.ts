import distances from 'natural/lib/natural/distance/levenshtein_distance.js'
import { foldWord, isStopWord } from '../../analysis/terms.ts'

/** Words of the collection with the number of times that they occur, and terms with the number of paragraphs they are in. */
export interface StoredVocabulary {
  readonly words: readonly (readonly [word: string, count: number])[]
  readonly terms: readonly (readonly [term: string, paragraphs: number])[]
  /** Words that are written both in capitals and in small letters; in small letters here. */
  readonly alsoWords: readonly string[]
}

const SHORTEST_CORRECTABLE = 4
const LONGEST_CORRECTABLE = 40

/** Only words of letters are corrected: a number that nobody said is not a misspelt one. */
export function isCorrectable(word: string): boolean {
  return (
    word.length >= SHORTEST_CORRECTABLE &&
    word.length <= LONGEST_CORRECTABLE &&
    /^\p{L}+$/u.test(word) &&
    !isStopWord(word)
  )
}

/** One edit in a word of up to five letters, two in a longer one: what spelling correctors of search engines allow. */
function mostEdits(word: string): number {
  return word.length <= 5 ? 1 : 2
}

/** The nearest word by edits (transpositions count as one); of equals one with the same first letter, then the commonest. */
export function nearestWord(written: string, words: StoredVocabulary['words']): string | null {
  const wanted = foldWord(written)
  if (!isCorrectable(wanted)) return null
  const allowed = mostEdits(wanted)
  const letters = lettersOf(wanted)
  let best: { readonly word: string; readonly rank: readonly [number, number, number] } | null = null
  for (const [word, count] of words) {
    if (
      Math.abs(word.length - wanted.length) > allowed ||
      lettersApart(letters, lettersOf(word)) > 2 * allowed
    )
      continue
    const edits = distances.DamerauLevenshteinDistance(wanted, word, { restricted: true })
    if (edits > allowed) continue
    const rank = [edits, word.startsWith(wanted.charAt(0)) ? 0 : 1, -count] as const
    if (!best || isBefore(rank, best.rank)) best = { word, rank }
  }
  return best?.word ?? null
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** Which letters a word has, a bit for each: an edit changes two of them at most, so most words are told apart by these. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function lettersApart(a: number, b: number): number {
  let count = 0
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++
  return count
}
