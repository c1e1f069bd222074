import type { Span } from '../../corpus/model/document.ts'
import type { ExactWord } from '../../indexer/analysis/exactWords.ts'
import { exactWords, exactWordsOf } from '../../indexer/analysis/exactWords.ts'

/** Fewer words stand in too many places to be told from one another. */
export const FEWEST_WORDS = 5

/** A word of a quotation, folded as phrases compare words; offsets are into the quotation's `text`. */
export interface QuotedWord {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Which of the quotation's square brackets it stands in; null where in none. */
  readonly brackets: number | null
  /** `report` of `report[ed]`: what stands before an ending in brackets; null where all of the word is held to be the record's. */
  readonly stem: string | null
}

/** A quotation as it is sought. */
export interface Quotation {
  /** What was pasted: white space collapsed, hyphens at line ends joined, square brackets within words taken out. */
  readonly text: string
  readonly words: readonly QuotedWord[]
  /** Numbers of the words before which something is left out: at an ellipsis, or between two stretches in quotation marks. */
  readonly gaps: ReadonlySet<number>
  /** The texts of square brackets that stand for words. */
  readonly brackets: readonly string[]
  /** Words with a letter or an ending in square brackets, as pasted: `[T]he`. */
  readonly bracketedLetters: readonly string[]
  readonly hasQuotationMarks: boolean
  /** What stands outside the quotation marks and was not compared. */
  readonly setAside: readonly string[]
}

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const HYPHEN_AT_LINE_END = /(\p{L})[-\u2010][ \t]?\r?\n[ \t]?(?=\p{Ll})/gu
const WHITE_SPACE = /\s+/g
const QUOTATION_MARK = /["\u201c-\u201f\u00ab\u00bb]/
const ELLIPSIS = /^[\s.\u2026]+$/
const MARKED = /\[[^[\]]{0,300}\]|\((?:\.{2,}|\u2026)\)|\.(?: ?\.){2,}|\u2026/g
const LETTERS = /^['\u2019]?\p{L}{1,10}$|^n['\u2019]t$/iu
const LETTER = /\p{L}/u
const IN_WORD = /[\p{L}\p{N}'\u2019\]]/u

/**
 * What was pasted, in the ways in which it can be meant: all of it; and, where only some of it stands between quotation
 * marks, that alone, without who said it.
 */
export function readQuotation(pasted: string): readonly [Quotation, ...Quotation[]] {
  const text = pasted
    .replace(INVISIBLE, '')
    .replace(HYPHEN_AT_LINE_END, '$1')
    .replace(WHITE_SPACE, ' ')
    .trim()
  const { within, outside } = stretchesInMarks(text)
  const whole = read(text, [])
  const isAttributed =
    exactWords(within.join(' ')).length >= FEWEST_WORDS && exactWords(outside.join(' ')).length > 0
  return isAttributed ? [whole, read(within.join(' \u2026 '), outside)] : [whole]
}

interface BracketedLetters {
  /** Offsets of the letters into the text without their brackets. */
  readonly start: number
  readonly end: number
}

interface Markings {
  readonly text: string
  readonly gapsAt: readonly number[]
  readonly brackets: readonly { readonly text: string; readonly span: Span }[]
  readonly bracketedLetters: readonly BracketedLetters[]
}

function read(pasted: string, setAside: readonly string[]): Quotation {
  const { text, gapsAt, brackets, bracketedLetters } = takeOutMarkings(pasted)
  const found = exactWords(text)
  const lettersOf = new Map(bracketedLetters.map((letters) => [wordAround(found, letters.start), letters]))
  const words = found.map((word): QuotedWord => {
    const within = brackets.findIndex(({ span: [from, to] }) => word.start >= from && word.end <= to)
    return {
      ...word,
      brackets: within === -1 ? null : within,
      stem: stemOf(word, lettersOf.get(word), text),
    }
  })
  return {
    text,
    words,
    gaps: new Set(gapsAt.map((at) => words.filter(({ start }) => start < at).length)),
    brackets: brackets.map((one) => one.text),
    bracketedLetters: [...lettersOf.keys()].flatMap((word) => (word ? text.slice(word.start, word.end) : [])),
    hasQuotationMarks: setAside.length > 0 || QUOTATION_MARK.test(pasted),
    setAside: setAside.filter((stretch) => exactWords(stretch).length > 0),
  }
}

/** Shorter stems begin too many words. */
const SHORTEST_STEM = 3

/** Letters in brackets are an ending only where no letters follow them. */
function stemOf(
  { text: word, start, end }: ExactWord,
  letters: BracketedLetters | undefined,
  text: string,
): string | null {
  if (!letters || letters.end < end) return null
  const stem = exactWordsOf(text.slice(start, letters.start))[0]?.text ?? ''
  return stem.length >= SHORTEST_STEM && word.startsWith(stem) ? stem : null
}

/** Ellipses and square brackets, with their places in the text that is left when brackets within words are opened. */
function takeOutMarkings(pasted: string): Markings {
  const gapsAt: number[] = []
  const brackets: { text: string; span: Span }[] = []
  const bracketedLetters: BracketedLetters[] = []
  let text = ''
  let done = 0
  for (const { 0: marked, index } of pasted.matchAll(MARKED)) {
    text += pasted.slice(done, index)
    done = index + marked.length
    const content = marked.startsWith('[') ? marked.slice(1, -1) : null
    if (content === null || ELLIPSIS.test(content)) {
      gapsAt.push(text.length)
      text += ' \u2026 '
    } else if (LETTERS.test(content) && isBesideLetters(pasted, index, done)) {
      if (isCapitalOfLetterBefore(pasted, index, content)) text = text.slice(0, -1)
      bracketedLetters.push({ start: text.length, end: text.length + content.length })
      text += content
    } else if (content.trim().toLowerCase() !== 'sic') {
      brackets.push({ text: content, span: [text.length, text.length + content.length] })
      text += content
    }
  }
  return { text: text + pasted.slice(done), gapsAt, brackets, bracketedLetters }
}

const isBesideLetters = (pasted: string, start: number, end: number): boolean =>
  LETTER.test(pasted.charAt(start - 1)) || LETTER.test(pasted.charAt(end))

/** The `t` of `t[T]he` is the letter that the brackets give in another case. */
function isCapitalOfLetterBefore(pasted: string, at: number, content: string): boolean {
  const before = pasted.charAt(at - 1)
  return (
    before !== content &&
    before.toLowerCase() === content.toLowerCase() &&
    !IN_WORD.test(pasted.charAt(at - 2))
  )
}

/** The words are in order, so that the one with an offset is found by halves. */
function wordAround(words: readonly ExactWord[], at: number): ExactWord | undefined {
  let first = 0
  let last = words.length
  while (first < last) {
    const middle = (first + last) >> 1
    if ((words[middle]?.end ?? 0) <= at) first = middle + 1
    else last = middle
  }
  const word = words[first]
  return word && word.start <= at ? word : undefined
}

const OPENING = /[\u201c\u201e\u201f\u00ab]/
const CLOSING = /[\u201d\u00bb]/

/**
 * The stretches of a text that stand in quotation marks, and those that do not. A mark that opens again at a new paragraph
 * opens nothing. Single marks count only where the text begins with one: elsewhere most are apostrophes.
 */
function stretchesInMarks(text: string): { within: string[]; outside: string[] } {
  const isSingle = /^['\u2018]/.test(text)
  const stretches: [outside: string[], within: string[]] = [[], []]
  let open: 0 | 1 = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const mark = markAt(text, at, isSingle)
    const turns = mark === 'either' || mark === (open === 0 ? 'opening' : 'closing')
    if (!turns) continue
    stretches[open].push(text.slice(from, at).trim())
    open = open === 0 ? 1 : 0
    from = at + 1
  }
  stretches[open].push(text.slice(from).trim())
  const [outside, within] = stretches.map((ones) => ones.filter((one) => one !== ''))
  return { within: within ?? [], outside: outside ?? [] }
}

function markAt(text: string, at: number, isSingle: boolean): 'opening' | 'closing' | 'either' | null {
  const mark = text.charAt(at)
  if (!isSingle) {
    if (mark === '"') return 'either'
    return OPENING.test(mark) ? 'opening' : CLOSING.test(mark) ? 'closing' : null
  }
  if (!/['\u2018\u2019]/.test(mark)) return null
  const isAfterLetter = LETTER.test(text.charAt(at - 1))
  const isBeforeLetter = LETTER.test(text.charAt(at + 1))
  if (isAfterLetter && isBeforeLetter) return null
  return isBeforeLetter ? 'opening' : 'closing'
}
