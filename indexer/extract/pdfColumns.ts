import type { Run } from './pdfPages.ts'
import { leftOf, rightOf, rowOf, textOf } from './pdfRows.ts'
import type { Row } from './pdfRows.ts'

/** Rows from `start` to before `end` that are set in columns; the second begins at `gutter`, in points. */
interface Band {
  readonly start: number
  readonly end: number
  readonly gutter: number
}

const FEWEST_LINES = 4
const MOST_CANDIDATES = 8
/** Points. */
const EDGE_TOLERANCE = 2
/** Shares of the font's height. */
const NARROWEST_GUTTER = 0.6
/** Half the lines of a column of prose are at least this share of its width. */
const FULL_SHARE = 0.6
/** Characters of such a line. */
const SHORTEST_LINE = 20
/** The share of lines that go on in mid-sentence, which begin with a small letter. */
const FLOWING_SHARE = 0.2
/** A gap between paragraphs, as a multiple of the space between lines. */
const PARAGRAPH_GAP = 1.3
const BREAK_GAP = 2.2
const ALIGNED_SHARE = 0.6
const FEWEST_ALIGNED = 2

/** The rows of a page in reading order: where prose is set in columns, one column after the other. */
export function inReadingOrder(rows: readonly Row[]): Row[] {
  const band = columnBand(rows)
  if (!band) return [...rows]
  const { start, end, gutter } = band
  const inside = rows.slice(start, end)
  return [
    ...inReadingOrder(rows.slice(0, start)),
    ...inReadingOrder(sideOf(inside, (run) => run.left < gutter - EDGE_TOLERANCE)),
    ...inReadingOrder(sideOf(inside, (run) => run.left >= gutter - EDGE_TOLERANCE)),
    ...inReadingOrder(rows.slice(end)),
  ]
}

function sideOf(rows: readonly Row[], isInside: (run: Run) => boolean): Row[] {
  return rows
    .map(({ runs }) => runs.filter(isInside))
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''))
    .map(rowOf)
}

function columnBand(rows: readonly Row[]): Band | null {
  for (const gutter of gutterCandidates(rows))
    for (const band of clearBands(rows, gutter)) if (isColumns(rows, band)) return band
  return null
}

/** Places where text often begins after other text, the most frequent first. */
function gutterCandidates(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>()
  const margin = Math.min(...rows.map(leftOf))
  for (const { runs } of rows) {
    for (const { left, text } of runs) {
      if (left < margin + EDGE_TOLERANCE || text.trim() === '') continue
      const place = Math.round(left)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST_LINES)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CANDIDATES)
    .map(([place]) => place)
}

/** The longest stretches of rows of which none runs through the gutter. */
function clearBands(rows: readonly Row[], gutter: number): Band[] {
  const bands: Band[] = []
  let start = 0
  for (const [index, row] of [...rows, null].entries()) {
    if (row && !crosses(row, gutter)) continue
    if (index - start >= FEWEST_LINES) bands.push(withoutTail(rows, { start, end: index, gutter }))
    start = index + 1
  }
  return bands
}

function crosses({ runs, size }: Row, gutter: number): boolean {
  return runs.some(
    ({ left, right, text }) =>
      left < gutter - EDGE_TOLERANCE && right > gutter - NARROWEST_GUTTER * size && text.trim() !== '',
  )
}

/** What stands well below the end of the second column belongs to neither. */
function withoutTail(rows: readonly Row[], band: Band): Band {
  const inside = rows.slice(band.start, band.end)
  const last = inside.findLastIndex((row) => rightOf(row) > band.gutter)
  const spacing = lineSpacing(inside)
  for (let index = last + 1; index < inside.length; index++) {
    const gap = (inside[index]?.base ?? 0) - (inside[index - 1]?.base ?? 0)
    if (gap > BREAK_GAP * spacing) return { ...band, end: band.start + index }
  }
  return band
}

function isColumns(rows: readonly Row[], { start, end, gutter }: Band): boolean {
  const inside = rows.slice(start, end)
  const left = sideOf(inside, (run) => run.left < gutter - EDGE_TOLERANCE)
  const right = sideOf(inside, (run) => run.left >= gutter - EDGE_TOLERANCE)
  return isProse(left) && isProse(right) && !haveCommonRows(left, right)
}

function isProse(rows: readonly Row[]): boolean {
  if (rows.length < FEWEST_LINES) return false
  const width = Math.max(...rows.map(rightOf)) - Math.min(...rows.map(leftOf))
  const texts = rows.map(textOf)
  const flowing = texts.slice(1).filter((text) => /^\p{Ll}/u.test(text)).length
  return (
    median(rows.map((row) => rightOf(row) - leftOf(row))) >= FULL_SHARE * width &&
    median(texts.map((text) => text.length)) >= SHORTEST_LINE &&
    flowing >= FLOWING_SHARE * (rows.length - 1)
  )
}

/** Do the paragraphs of both sides begin at the same heights? Then they are cells of a table. */
function haveCommonRows(left: readonly Row[], right: readonly Row[]): boolean {
  const [starts, others] = [paragraphStarts(left), paragraphStarts(right)]
  const common = starts.filter((base) => others.some((other) => Math.abs(base - other) <= EDGE_TOLERANCE))
  const fewer = Math.min(starts.length, others.length)
  return common.length >= FEWEST_ALIGNED && common.length >= ALIGNED_SHARE * fewer
}

function paragraphStarts(rows: readonly Row[]): number[] {
  const spacing = lineSpacing(rows)
  return rows
    .filter((row, index) => row.base - (rows[index - 1]?.base ?? Infinity) > PARAGRAPH_GAP * spacing)
    .map(({ base }) => base)
}

function lineSpacing(rows: readonly Row[]): number {
  return median(rows.slice(1).map((row, index) => row.base - (rows[index]?.base ?? 0)))
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
