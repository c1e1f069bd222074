import type { Run } from './pdfPages.ts'

/** What stands on one line across a page or column, from left to right. */
export interface Row {
  readonly runs: readonly Run[]
  /** The line that its letters stand on, in points from the top. */
  readonly base: number
  /** Height of the font of most of its letters, in points. */
  readonly size: number
}

/** A part of a row with no wide gap in it. */
export interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Shares of the font's height. */
const SAME_LINE = 0.3
const RAISED_SIZE = 0.87
const RAISED_BY = 0.55
const MAY_OVERLAP = 0.25
const WORD_GAP = 0.15
const WIDE_GAP = 1.2
/** In a justified line all gaps are about as wide, however wide they are. */
const JUSTIFIED_GAPS = 4
const JUSTIFIED_DEVIATION = 1.2

/** Groups runs to rows, from top to bottom. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const groups: Run[][] = []
  for (const run of [...runs].sort((a, b) => a.base - b.base)) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSameLine =
      first && Math.abs(run.base - first.base) <= SAME_LINE * Math.min(sizeOf(group), run.size)
    if (isSameLine) group.push(run)
    else groups.push([run])
  }
  return lowerRaised(groups)
    .filter((group) => group.some(({ text }) => text.trim() !== ''))
    .map(rowOf)
}

export function rowOf(runs: readonly Run[]): Row {
  const size = sizeOf(runs)
  const base = runs.find((run) => run.size === size)?.base ?? runs[0]?.base ?? 0
  return { runs: [...runs].sort((a, b) => a.left - b.left), base, size }
}

function sizeOf(runs: readonly Run[]): number {
  const characters = new Map<number, number>()
  for (const { size, text } of runs)
    characters.set(size, (characters.get(size) ?? 0) + text.trim().length + 0.01)
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Puts the small raised or lowered letters (`29th`) into the line that has a gap for them. */
function lowerRaised(groups: readonly Run[][]): Run[][] {
  const rows = groups.map((group) => ({ runs: [...group], size: sizeOf(group), base: group[0]?.base ?? 0 }))
  for (const [index, small] of rows.entries()) {
    small.runs = small.runs.filter((run) => {
      const line = [rows[index + 1], rows[index - 1]].find((row) => row && hasPlaceFor(run, row))
      line?.runs.push(run)
      return !line
    })
  }
  return rows.map(({ runs }) => runs).filter((group) => group.length > 0)
}

function hasPlaceFor(run: Run, line: { runs: readonly Run[]; size: number; base: number }): boolean {
  if (run.size > line.size * RAISED_SIZE || Math.abs(run.base - line.base) > line.size * RAISED_BY)
    return false
  const slack = line.size * MAY_OVERLAP
  const letters = line.runs.filter(({ text }) => text.trim() !== '')
  const isFree = letters.every((other) => run.left > other.right - slack || run.right < other.left + slack)
  return isFree && letters.some((other) => Math.abs(run.left - other.right) < line.size)
}

/** The row cut at its wide gaps. */
export function piecesOf({ runs, size }: Row): Piece[] {
  const widest = widestWordGap(runs, size)
  const pieces: Piece[] = []
  let hasSpace = false
  for (const run of runs) {
    const text = tidy(run.text)
    if (text === '') {
      hasSpace = true
      continue
    }
    const ended = pieces.at(-1)
    const gap = ended ? run.left - ended.right : Infinity
    const right = run.right - trailingSpace(run)
    const isApart = hasSpace || gap > WORD_GAP * size || /^\s/.test(run.text)
    if (!ended || gap > widest) pieces.push({ text, left: run.left, right })
    else pieces[pieces.length - 1] = joinedPieces(ended, { text, left: run.left, right }, isApart)
    hasSpace = /\s$/.test(run.text)
  }
  return pieces
}

function joinedPieces(first: Piece, second: Piece, isApart: boolean): Piece {
  return {
    text: first.text + (isApart ? ' ' : '') + second.text,
    left: Math.min(first.left, second.left),
    right: Math.max(first.right, second.right),
  }
}

/** White space and control characters are one space. */
function tidy(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
}

/** Share of the font's height. */
const SPACE_WIDTH = 0.25

function trailingSpace({ text, size }: Run): number {
  return (text.length - text.trimEnd().length) * SPACE_WIDTH * size
}

function widestWordGap(runs: readonly Run[], size: number): number {
  const words = runs.filter(({ text }) => text.trim() !== '')
  const gaps = words
    .map((word, index) => word.left - (words[index - 1]?.right ?? Infinity))
    .filter((gap) => gap > WORD_GAP * size)
    .sort((a, b) => a - b)
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0
  const isJustified = gaps.length >= JUSTIFIED_GAPS && (gaps.at(-1) ?? 0) <= median * JUSTIFIED_DEVIATION
  return isJustified ? Math.max(median * JUSTIFIED_DEVIATION, WIDE_GAP * size) : WIDE_GAP * size
}

export function leftOf(row: Row): number {
  return Math.min(...row.runs.map(({ left }) => left))
}

export function rightOf(row: Row): number {
  return Math.max(...row.runs.map(({ right }) => right))
}

export function textOf(row: Row): string {
  return piecesOf(row)
    .map(({ text }) => text)
    .join(' ')
}
