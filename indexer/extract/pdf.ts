import type { Span } from '../../corpus/model/document.ts'
import type { ExtractedText, SourceLine } from '../../corpus/model/extractedText.ts'
import type { SourcedText } from '../../corpus/model/sourcedText.ts'
import { inReadingOrder } from './pdfColumns.ts'
import { findEdges, repeatedTexts } from './pdfFurniture.ts'
import { readPages } from './pdfPages.ts'
import type { PdfPage, Run } from './pdfPages.ts'
import { rowsOf } from './pdfRows.ts'
import type { Row } from './pdfRows.ts'
import { blankBetween, headingLevels, isStrong, spacings } from './pdfSetting.ts'
import { readTables } from './pdfTables.ts'
import type { TextRow } from './pdfTables.ts'
import { Refusal } from './refusal.ts'

/** Letters and digits a page. A scan has none but those of a stamp. */
const FEWEST_LETTERS = 3

/** The rows of a page: those set like most of its text, and those turned against it. */
interface PageRows {
  readonly upright: readonly Row[]
  readonly turned: readonly Row[]
}

interface PageLine extends TextRow {
  readonly furniture: boolean
  /** It is turned against most of its page. */
  readonly turned: boolean
}

/**
 * Reads a PDF: its text by place on the page, in reading order, with page furniture marked.
 *
 * @throws Refusal where it is encrypted, damaged or has no text
 */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const pages = await readPages(bytes)
  const rows = pages.map(pageRows)
  const edges = findEdges(rows.map(({ upright }) => upright))
  const stamps = repeatedTexts(rows.map(({ turned }) => turned))
  const lines = rows.map((page, index) => {
    const { heads, feet } = edges[index] ?? { heads: 0, feet: 0 }
    return [...uprightLines(page, heads, feet), ...turnedLines(page, stamps)]
  })
  refuseScan(lines)
  const labels = pages.map(({ label }, index) => label ?? edges[index]?.number ?? null)
  return { ...assemble(lines, labels), pages: pages.length, wrapped: true }
}

function pageRows({ runs }: PdfPage): PageRows {
  const byAngle = new Map<number, Run[]>()
  for (const run of runs) {
    const alike = byAngle.get(run.angle)
    if (alike) alike.push(run)
    else byAngle.set(run.angle, [run])
  }
  const [main = [], ...others] = [...byAngle.values()].sort((a, b) => letterCount(b) - letterCount(a))
  return { upright: rowsOf(main), turned: others.flatMap(rowsOf) }
}

function letterCount(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0)
}

function uprightLines({ upright }: PageRows, heads: number, feet: number): PageLine[] {
  const end = upright.length - feet
  const alone = (row: Row): TextRow[] => readTables([row])
  return [
    ...upright.slice(0, heads).flatMap(alone).map(marked(true)),
    ...readTables(inReadingOrder(upright.slice(heads, end))).map(marked(false)),
    ...upright.slice(end).flatMap(alone).map(marked(true)),
  ]
}

function turnedLines({ turned }: PageRows, stamps: ReadonlySet<string>): PageLine[] {
  return readTables(turned).map((line) => ({ ...line, furniture: stamps.has(line.text), turned: true }))
}

function marked(furniture: boolean): (line: TextRow) => PageLine {
  return (line) => ({ ...line, furniture, turned: false })
}

/** A few scanned pages among others are left out; a file of nothing but scans is refused. */
function refuseScan(pages: readonly (readonly PageLine[])[]): void {
  const letters = letterCount(pages.flat().filter(({ furniture }) => !furniture))
  if (letters > FEWEST_LETTERS * pages.length) return
  throw new Refusal(
    'it has no text layer: it needs OCR',
    'run optical character recognition (OCR) on it and publish the result',
  )
}

/** What all lines of a page have in common. */
interface PageSetting {
  readonly page: number
  readonly pageLabel: string | null
  /** The usual distance between lines of a paragraph, as a multiple of the font's height. */
  readonly spacing: number
  readonly levelOf: (line: TextRow) => number | null
}

/** Builds the source: lines apart by line feeds, pages by form feeds, cells by tabs. */
function assemble(
  pages: readonly (readonly PageLine[])[],
  labels: readonly (string | null)[],
): Pick<ExtractedText, 'source' | 'lines'> {
  const usual = spacings(pages)
  const levelOf = headingLevels(pages.flat().filter(mayHead))
  const parts: string[] = []
  const lines: SourceLine[] = []
  let length = 0
  for (const [index, page] of pages.entries()) {
    const setting = { page: index + 1, pageLabel: labels[index] ?? null, spacing: usual[index] ?? 1, levelOf }
    for (const [at, line] of page.entries()) {
      const { source, ...laid } = lay(line, length)
      lines.push({ ...laid, ...describe(line, page[at - 1], setting) })
      const part = source + (at + 1 < page.length ? '\n' : '')
      parts.push(part)
      length += part.length
    }
    if (index + 1 === pages.length) break
    parts.push('\f')
    length++
  }
  return { source: parts.join(''), lines }
}

function mayHead({ furniture, turned }: PageLine): boolean {
  return !furniture && !turned
}

function describe(
  line: PageLine,
  previous: PageLine | undefined,
  { page, pageLabel, spacing, levelOf }: PageSetting,
): Omit<SourceLine, keyof SourcedText | 'cells'> {
  return {
    furniture: line.furniture,
    strong: isStrong(line),
    headingLevel: mayHead(line) ? levelOf(line) : null,
    listItem: false,
    blankBefore: previous ? blankBetween(previous, line, spacing) : 0,
    pageStart: !previous,
    page,
    pageLabel,
  }
}

interface LaidLine extends SourcedText {
  readonly source: string
  /** As offsets into the text. */
  readonly cells: readonly Span[]
}

/** In the source every cell ends with a tab but the last; in the text one space parts those that are not empty. */
function lay({ text, cells }: TextRow, start: number): LaidLine {
  if (cells.length === 0) return { source: text, text, offsets: indices(start, text.length), cells: [] }
  const offsets: number[] = []
  const spans: Span[] = []
  let at = start
  for (const cell of cells) {
    if (cell !== '' && offsets.length > 0) offsets.push(at - 1)
    spans.push([offsets.length, offsets.length + cell.length])
    offsets.push(...indices(at, cell.length))
    at += cell.length + 1
  }
  return { source: cells.join('\t'), text, offsets, cells: spans }
}

function indices(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}
