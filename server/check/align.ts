import { isWithOtherEnding } from './endings.ts'
import type { Quotation, QuotedWord } from './quotation.ts'
import type { RecordWord } from './stretch.ts'
import { spellingsOf } from './wordKinds.ts'

/** One step of an alignment: a word of the quotation beside one of the record, or one of them alone. By their numbers. */
export interface Step {
  readonly quoted: number | null
  readonly record: number | null
  /** Are the two one word, in whatever spelling? */
  readonly isSame: boolean
}

// What each step adds. One word for another costs less than one put in, so that they come to stand side by side.
const SAME = 100
const OTHER_SPELLING = 95
const REPLACED = -58
const PUT_IN = -60
const LEFT_OUT = -40
const LEFT_OUT_AT_BRACKETS = -20
/** Words in brackets are the quoter's: where the record has them as well, they may not pull the rest along. */
const SAME_IN_BRACKETS = 10
/** An ellipsis may leave out anything; of two ways to read it the shorter counts. */
const LEFT_OUT_AT_GAP = -1
/** It is of no account whether a quotation has a paragraph's marker. */
const MARKER = 1
const UNLIKELY = -1_000

const DIAGONAL = 1
const UP = 2

/**
 * The best way to lay a quotation along words of the record: an alignment by dynamic programming (Needleman and Wunsch,
 * 1970) whose ends are free in the record, and whose gaps cost next to nothing at an ellipsis. Its time and memory are
 * the product of the two lengths.
 */
export function align(
  { words, gaps }: Pick<Quotation, 'words' | 'gaps'>,
  record: readonly RecordWord[],
): Step[] {
  const { scores, numbers } = scoresOfPairs(words, record)
  const isLabel = Uint8Array.from(record, (word) => Number(word.isLabel))
  const width = record.length + 1
  const trace = new Uint8Array((words.length + 1) * width)
  let above = new Int32Array(width)
  let current = new Int32Array(width)
  for (let row = 1; row <= words.length; row++) {
    const putIn = words[row - 1]?.brackets === null ? PUT_IN : 0
    const leftOut = costOfLeavingOut(row, words, gaps)
    const pairs = scores[row - 1] ?? new Int16Array()
    current[0] = (above[0] ?? 0) + putIn
    trace[row * width] = UP
    for (let column = 1; column < width; column++) {
      const number = numbers[column - 1] ?? 0
      const diagonal = (above[column - 1] ?? 0) + (pairs[number] ?? UNLIKELY)
      const up = (above[column] ?? 0) + putIn
      const left = (current[column - 1] ?? 0) + (isLabel[column - 1] === 1 ? 0 : leftOut)
      const isDiagonal = diagonal >= up && diagonal >= left
      current[column] = isDiagonal ? diagonal : Math.max(up, left)
      trace[row * width + column] = isDiagonal ? DIAGONAL : up >= left ? UP : 0
    }
    ;[above, current] = [current, above]
  }
  return stepsBack(trace, width, firstHighest(above), words.length, (row, column) => {
    return (scores[row]?.[numbers[column] ?? 0] ?? 0) > 0
  })
}

function firstHighest(scores: Int32Array): number {
  let best = 0
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at
  return best
}

/** What it costs to leave out a word of the record after so many words of the quotation. */
function costOfLeavingOut(row: number, words: readonly QuotedWord[], gaps: ReadonlySet<number>): number {
  if (gaps.has(row)) return LEFT_OUT_AT_GAP
  return isBesideBrackets(row, words) ? LEFT_OUT_AT_BRACKETS : LEFT_OUT
}

/** Does the place after so many words of the quotation touch words in square brackets? */
export function isBesideBrackets(row: number, words: readonly QuotedWord[]): boolean {
  return [words[row - 1], words[row]].some((word) => word !== undefined && word.brackets !== null)
}

/** What each word of the quotation scores beside each word of the record; equal words have one number and one row. */
function scoresOfPairs(words: readonly QuotedWord[], record: readonly RecordWord[]) {
  const known = new Map<string, number>()
  const numbers = Int32Array.from(record, ({ text, isLabel }) => {
    const key = isLabel ? labelKey(text) : text
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  })
  const rows = new Map<string, Int16Array>()
  const scores = words.map((word) => {
    const key = `${word.text} ${word.stem ?? ''} ${word.brackets === null ? '' : '[]'}`
    const row = rows.get(key) ?? scoresOf(word, known)
    rows.set(key, row)
    return row
  })
  return { scores, numbers }
}

/** No word of a text has the sign: a paragraph's marker is never taken for one. */
const LABEL = '#'
const labelKey = (text: string): string => LABEL + text

function scoresOf(quoted: QuotedWord, known: ReadonlyMap<string, number>): Int16Array {
  const { text, brackets } = quoted
  const row = new Int16Array(known.size).fill(brackets === null ? REPLACED : UNLIKELY)
  const set = (word: string, score: number): void => {
    const number = known.get(word)
    if (number !== undefined) row[number] = score
  }
  for (const word of known.keys()) {
    if (word.startsWith(LABEL)) set(word, UNLIKELY)
    else if (isWithOtherEnding(quoted, word)) set(word, OTHER_SPELLING)
  }
  for (const spelling of spellingsOf(text)) set(spelling, OTHER_SPELLING)
  set(labelKey(text), MARKER)
  set(text, brackets === null ? SAME : SAME_IN_BRACKETS)
  return row
}

function stepsBack(
  trace: Uint8Array,
  width: number,
  end: number,
  rows: number,
  isSame: (quoted: number, record: number) => boolean,
): Step[] {
  const steps: Step[] = []
  let row = rows
  let column = end
  while (row > 0) {
    const move = trace[row * width + column]
    const goesUp = move === DIAGONAL || move === UP
    const goesLeft = move !== UP
    if (goesUp) row--
    if (goesLeft) column--
    steps.push({
      quoted: goesUp ? row : null,
      record: goesLeft ? column : null,
      isSame: move === DIAGONAL && isSame(row, column),
    })
  }
  return steps.reverse()
}
