import { piecesOf, textOf } from './pdfRows.ts'
import type { Piece, Row } from './pdfRows.ts'

/** The running heads and feet of a page. */
export interface PageEdges {
  /** Rows at the top of the page that are running heads. */
  readonly heads: number
  /** Rows at its foot that are running feet. */
  readonly feet: number
  /** The page's number as printed there. */
  readonly number: string | null
}

type Edge = 'head' | 'foot'

/** A row that may be a running head or foot. */
interface Candidate {
  readonly page: number
  readonly row: Row
  readonly edge: Edge
  readonly keys: readonly Key[]
}

/** What a row has in common with its like on other pages. */
interface Key {
  readonly text: string
  /** The number that the text has at the place where others have the one of their page. */
  readonly number: string | null
}

interface Repetition {
  readonly base: number
  readonly count: number
}

/** Rows of a page, from its edge, that may be running heads. */
const DEEPEST_EDGE = 4
/** Heads stand in this share of the page's text from its top, feet in as much of it from its end. */
const EDGE_SHARE = 0.3
/** Points. */
const HEIGHT_TOLERANCE = 6
const COLUMN_TOLERANCE = 3
const FEWEST_REPETITIONS = 3
/** Of three repetitions the last stands at most this many pages after the first. */
const WIDEST_SPREAD = 8
const FEWEST_NUMBERED_PAGES = 2
/** Characters. */
const LONGEST_HEAD = 250
const ROMAN_PAGE = /^(?:page )?[-–— ]{0,2}([ivxlc]{1,8})[-–— ]{0,2}$/i
/** What nothing but a page number leaves of its line. */
const BARE_NUMBER = /^(?:page|p\.?)?[-–—()[\] ]*<[^>]*>[-–—()[\] ]*(?:(?:of|\/) ?\d{1,4})?[-–—()[\] ]*$/

/** Running heads and feet, told by their repetition at the same height of other pages. */
export function findEdges(pages: readonly (readonly Row[])[]): PageEdges[] {
  const candidates = pages.map((rows, page) => edgeCandidates(rows, page))
  const repeated = repetitions(candidates.flatMap((edge) => [...edge.values()]))
  const fewest = fewestRepetitions(pages.length)
  return pages.map((rows, page) => edgesOf(rows, candidates[page] ?? new Map(), repeated, fewest))
}

function fewestRepetitions(pages: number): number {
  return Math.min(FEWEST_REPETITIONS, Math.max(2, Math.ceil(pages / 2)))
}

/** The texts that stand on many pages, wherever on them: watermarks, and stamps in the margin. */
export function repeatedTexts(pages: readonly (readonly Row[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const rows of pages)
    for (const text of new Set(rows.map(textOf))) counts.set(text, (counts.get(text) ?? 0) + 1)
  const fewest = fewestRepetitions(pages.length)
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([text]) => text))
}

/** By the row's place on its page. */
type Candidates = ReadonlyMap<number, Candidate>

function edgeCandidates(rows: readonly Row[], page: number): Candidates {
  const candidates = new Map<number, Candidate>()
  for (const [index, row] of rows.entries()) {
    const edge = edgeAt(rows, index)
    if (!edge) continue
    const text = textOf(row)
    if (text.length > LONGEST_HEAD || isTableHead(row, rows[index + 1])) continue
    candidates.set(index, { page, row, edge, keys: keysOf(text.toLowerCase(), page) })
  }
  return candidates
}

function edgeAt(rows: readonly Row[], index: number): Edge | null {
  const baseOf = (at: number): number => rows[at]?.base ?? 0
  const share = (baseOf(index) - baseOf(0)) / (baseOf(rows.length - 1) - baseOf(0) || 1)
  if (index < DEEPEST_EDGE && share <= EDGE_SHARE) return 'head'
  return index >= rows.length - DEEPEST_EDGE && share >= 1 - EDGE_SHARE ? 'foot' : null
}

/** Two of its parts stand right above two of the next row's. */
function isTableHead(row: Row, next: Row | undefined): boolean {
  if (!next || next.base - row.base > DEEPEST_EDGE * row.size) return false
  const below = piecesOf(next)
  return piecesOf(row).filter((piece) => below.some((other) => isAbove(piece, other))).length >= 2
}

function isAbove(piece: Piece, other: Piece): boolean {
  return Math.abs(piece.left - other.left) <= COLUMN_TOLERANCE
}

/** The text itself, and the text with each of its numbers in turn told by its distance from the page's place. */
function keysOf(text: string, page: number): Key[] {
  const keys: Key[] = [{ text, number: null }]
  for (const { 0: number, index } of text.matchAll(/\d{1,4}/g)) {
    const rest = text.slice(index + number.length)
    keys.push({ text: `${text.slice(0, index)}<${Number(number) - page}>${rest}`, number })
  }
  const roman = ROMAN_PAGE.exec(text)?.[1]
  if (roman) keys.push({ text: `<roman ${romanValue(roman) - page}>`, number: roman })
  return keys
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanValue(roman: string): number {
  const digits = roman.split('').map((digit) => ROMAN_DIGITS[digit] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

function repetitions(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Repetition[]> {
  const byKey = new Map<string, Candidate[]>()
  for (const candidate of candidates)
    for (const { text } of candidate.keys) {
      const alike = byKey.get(text)
      if (alike) alike.push(candidate)
      else byKey.set(text, [candidate])
    }
  return new Map([...byKey].map(([text, alike]) => [text, byHeight(alike)]))
}

function byHeight(candidates: readonly Candidate[]): Repetition[] {
  const groups: Candidate[][] = []
  for (const candidate of [...candidates].sort((a, b) => a.row.base - b.row.base)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && candidate.row.base - last.row.base <= HEIGHT_TOLERANCE) group.push(candidate)
    else groups.push([candidate])
  }
  return groups.map((group) => ({ base: group[0]?.row.base ?? 0, count: densestCount(group) }))
}

/** On how many pages near one another they stand: what begins a page here and there is no running head. */
function densestCount(candidates: readonly Candidate[]): number {
  const pages = [...new Set(candidates.map(({ page }) => page))].sort((a, b) => a - b)
  const counts = pages.map(
    (first, index) =>
      pages.slice(index, index + WIDEST_SPREAD).filter((page) => page - first < WIDEST_SPREAD).length,
  )
  return Math.max(...counts)
}

function edgesOf(
  rows: readonly Row[],
  candidates: Candidates,
  repeated: ReadonlyMap<string, readonly Repetition[]>,
  fewest: number,
): PageEdges {
  const numbers: string[] = []
  const isFurniture = (index: number, edge: Edge): boolean => {
    const candidate = candidates.get(index)
    const matches = candidate?.edge === edge ? matchingKeys(candidate, repeated, fewest) : []
    for (const { number } of matches) if (number !== null) numbers.push(number)
    return matches.length > 0
  }
  let feet = 0
  while (isFurniture(rows.length - 1 - feet, 'foot')) feet++
  let heads = 0
  while (isFurniture(heads, 'head')) heads++
  return { heads, feet, number: numbers[0] ?? null }
}

function matchingKeys(
  { row, keys }: Candidate,
  repeated: ReadonlyMap<string, readonly Repetition[]>,
  fewest: number,
): Key[] {
  return keys.filter(({ text, number }) => {
    const isBare = number !== null && (text.startsWith('<roman') || BARE_NUMBER.test(text))
    const enough = isBare ? FEWEST_NUMBERED_PAGES : fewest
    const counts = (repeated.get(text) ?? [])
      .filter(({ base }) => row.base >= base - HEIGHT_TOLERANCE && row.base <= base + 2 * HEIGHT_TOLERANCE)
      .map(({ count }) => count)
    return Math.max(0, ...counts) >= enough
  })
}
