import { median } from './pdfColumns.ts'
import { piecesOf } from './pdfRows.ts'
import type { TextRow } from './pdfTables.ts'

/** Distance between lines of a paragraph, as a multiple of the font's height, where nothing in the file tells. */
const USUAL_SPACING = 1.2
/** More than this is no distance between lines of a paragraph. */
const WIDEST_SPACING = 4
const FEWEST_SAMPLES = 3
/** Fonts are of the same height where they differ by less than this share. */
const SAME_SIZE = 0.05
/** The share of a font's height that hangs below its line. */
const DEPTH_SHARE = 0.25
/** Multiples of the usual spacing. */
const PARAGRAPH_GAP = 1.28
const LARGE_GAP = 2.5
/** A heading's font is at least this many times as high as that of the text. */
const HEADING_SIZE = 1.2
const LOWEST_LEVEL = 3
/** Characters. */
const LONGEST_HEADING = 150

/** The usual distance between the lines of a paragraph, by page, as a multiple of the font's height. */
export function spacings(pages: readonly (readonly TextRow[])[]): number[] {
  const samples = pages.map(spacingSamples)
  const ofDocument = medianOf(samples.flat(), USUAL_SPACING)
  return samples.map((ofPage) => medianOf(ofPage, ofDocument))
}

function medianOf(samples: readonly number[], fallback: number): number {
  return samples.length < FEWEST_SAMPLES ? fallback : median(samples)
}

/** A line that begins with a small letter goes on the one above. */
function spacingSamples(lines: readonly TextRow[]): number[] {
  return lines.flatMap((line, index) => {
    const previous = lines[index - 1]
    if (!previous || line.cells.length > 0 || !/^\p{Ll}/u.test(line.text)) return []
    const spacing = spacingBetween(previous, line)
    const isSame = Math.abs(sizeOf(previous) / sizeOf(line) - 1) <= SAME_SIZE
    return isSame && spacing > 0 && spacing < WIDEST_SPACING ? [spacing] : []
  })
}

function spacingBetween(previous: TextRow, line: TextRow): number {
  const gap = (line.rows[0]?.base ?? 0) - (previous.rows.at(-1)?.base ?? 0)
  return gap / (DEPTH_SHARE * sizeOf(previous) + (1 - DEPTH_SHARE) * sizeOf(line))
}

/** Blank lines between two lines of a page. The top of a column counts as a paragraph's gap. */
export function blankBetween(previous: TextRow, line: TextRow, usual: number): number {
  const share = spacingBetween(previous, line) / usual
  if (share <= 0) return 1
  if (share < PARAGRAPH_GAP) return 0
  return share < LARGE_GAP ? 1 : 2
}

export function sizeOf({ rows }: TextRow): number {
  return rows[0]?.size ?? 0
}

/** Has it letters, and are all of them bold? */
export function isStrong({ rows }: TextRow): boolean {
  const letters = rows.flatMap(({ runs }) => runs).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return letters.length > 0 && letters.every(({ bold }) => bold)
}

/** Tells the level of a heading by the height of its font among those that are clearly higher than the text's. */
export function headingLevels(lines: readonly TextRow[]): (line: TextRow) => number | null {
  const characters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(sizeOf(line))
    characters.set(size, (characters.get(size) ?? 0) + line.text.length)
  }
  const body = [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const sizes = [...characters.keys()].filter((size) => size >= body * HEADING_SIZE).sort((a, b) => b - a)
  return (line) => {
    const rank = sizes.indexOf(Math.round(sizeOf(line)))
    return rank < 0 || !mayHead(line) ? null : Math.min(rank + 1, LOWEST_LEVEL)
  }
}

function mayHead({ text, cells, rows }: TextRow): boolean {
  const isOneLine = rows.length === 1 && rows.every((row) => piecesOf(row).length > 0)
  return isOneLine && cells.length === 0 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
}
