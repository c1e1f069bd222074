import { piecesOf } from './pdfRows.ts'
import type { Piece, Row } from './pdfRows.ts'

/** A line of text, or a row of a table with all lines of its cells. */
export interface TextRow {
  readonly text: string
  /** The texts of its cells, where it is a row of a table; else empty. */
  readonly cells: readonly string[]
  /** The rows of the page that it is made of. */
  readonly rows: readonly Row[]
}

interface PiecedRow {
  readonly row: Row
  readonly pieces: readonly Piece[]
}

interface Column {
  readonly left: number
  readonly right: number
}

/** A row of the page with each of its pieces under the column that it stands in. */
interface Placed {
  readonly row: Row
  readonly cells: ReadonlyMap<Column, Piece>
}

/** A piece that only marks what follows: `12.`, `(a)`, a bullet. */
const MARKER = /^(?:\(?[\p{L}\d]{1,4}[.)]|[^\p{L}\p{N}]|\d[\d.]{0,10})$/u
/** A figure: it does not go on from one line to the next. */
const AMOUNT = /^[^\p{L}]*\d[^\p{L}]*$/u
const PERSON = /^(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Rev|Prof|Professor|Alderman)\b/
/** Points. */
const EDGE_TOLERANCE = 3
const COLUMN_SLACK = 2
/** Multiples of the font's height. */
const LARGEST_ROW_GAP = 4
const LARGEST_LINE_GAP = 1.5
/** Multiples of the narrowest space between lines of the table. */
const ROW_GAP = 1.2
const NEAR_GAP = 1.35
const MOST_COLUMNS = 12
const FEWEST_ROWS = 2
const ALIGNED_SHARE = 0.75
const FULL_SHARE = 0.85
const HALF = 0.5
const STRONG_SHARE = 1 / 3
const HYPHEN_AT_END = /[\p{L}\p{N}][-\u2010\u2011]$/u

/** Rows in reading order to lines; those of tables keep their cells. */
export function readTables(rows: readonly Row[]): TextRow[] {
  const pieced = rows.map((row) => ({ row, pieces: joinMarker(piecesOf(row)) }))
  const lines: TextRow[] = []
  let index = 0
  while (index < pieced.length) {
    const table = tableAt(pieced, index)
    if (table) lines.push(...logicalRows(table))
    else lines.push(...pieced.slice(index, index + 1).map(plainLine))
    index += table?.rows.length ?? 1
  }
  return lines
}

function plainLine({ row, pieces }: PiecedRow): TextRow {
  return { text: pieces.map(({ text }) => text).join(' '), cells: [], rows: [row] }
}

/** A marker that hangs before one text makes no column. */
function joinMarker(pieces: readonly Piece[]): readonly Piece[] {
  const [marker, text] = pieces
  if (pieces.length !== 2 || !marker || !text || !MARKER.test(marker.text)) return pieces
  return [{ text: `${marker.text} ${text.text}`, left: marker.left, right: text.right }]
}

interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly Placed[]
}

function tableAt(rows: readonly PiecedRow[], start: number): Table | null {
  if ((rows[start]?.pieces.length ?? 0) < 2) return null
  const table = grow(rows, start)
  const isTable =
    table.rows.filter(({ cells }) => cells.size > 1).length >= FEWEST_ROWS &&
    isAligned(table) &&
    !isListOfPeople(table) &&
    !runsOn(table, rows[start - 1], rows[start]) &&
    !runsOn(table, rows[start + table.rows.length], rows[start + table.rows.length - 1])
  return isTable ? table : null
}

/** Takes in rows as long as their pieces stand in columns. */
function grow(rows: readonly PiecedRow[], start: number): Table {
  let columns: Column[] = []
  const taken: PiecedRow[] = []
  for (const row of rows.slice(start)) {
    const previous = taken.at(-1)
    const wider = previous && !mayFollow(previous.row, row, columns) ? null : withRow(columns, row)
    if (!wider) break
    columns = wider
    taken.push(row)
  }
  while (taken.length > 1 && isTextAfter(taken, columns)) taken.pop()
  return { columns, rows: taken.map((row) => placed(row, columns)) }
}

/** Nothing but a first cell must be near enough to be its next line: else it is a heading, or the text goes on. */
function mayFollow(previous: Row, { row, pieces }: PiecedRow, [first]: readonly Column[]): boolean {
  const gap = (row.base - previous.base) / Math.max(row.size, previous.size)
  const [piece] = pieces
  const isFirstAlone = first && piece && pieces.length === 1 && overlaps(first, piece)
  return gap > 0 && gap <= (isFirstAlone ? LARGEST_LINE_GAP : LARGEST_ROW_GAP)
}

/** The columns made wide enough for a row; null where the row has no place in them. */
function withRow(columns: readonly Column[], { pieces }: PiecedRow): Column[] | null {
  let wider: Column[] = [...columns]
  for (const piece of pieces) {
    const over = wider.filter((column) => overlaps(column, piece))
    const [column] = over
    if (over.length > 1 || (!column && columns.length > 0 && pieces.length < 2)) return null
    const grown = column
      ? { left: Math.min(column.left, piece.left), right: Math.max(column.right, piece.right) }
      : piece
    wider = [...wider.filter((other) => other !== column), grown]
  }
  const isClear = wider.every((a) => wider.every((b) => a === b || !overlaps(a, b)))
  const isApart = new Set(pieces.map((piece) => wider.find((column) => overlaps(column, piece)))).size
  if (!isClear || isApart < pieces.length || wider.length > MOST_COLUMNS) return null
  return wider.sort((a, b) => a.left - b.left)
}

function overlaps(column: Column, { left, right }: Column): boolean {
  return left < column.right + COLUMN_SLACK && right > column.left - COLUMN_SLACK
}

/** A line in the first column alone after the table, which goes on nothing. */
function isTextAfter(taken: readonly PiecedRow[], columns: readonly Column[]): boolean {
  const { row, pieces } = taken.at(-1) ?? {}
  const [piece] = pieces ?? []
  const [first] = columns
  if (!row || !piece || !first || pieces?.length !== 1 || !overlaps(first, piece)) return false
  const gaps = gapsOf(taken.map((line) => line.row))
  return (gaps.at(-1) ?? 0) > ROW_GAP * Math.min(...gaps) || !/^\p{Ll}/u.test(piece.text)
}

function placed({ row, pieces }: PiecedRow, columns: readonly Column[]): Placed {
  const cells = new Map<Column, Piece>()
  for (const piece of pieces) {
    const column = columns.find((candidate) => overlaps(candidate, piece))
    if (column) cells.set(column, piece)
  }
  return { row, cells }
}

/** Every column lines up on its left, on its right or in its middle. */
function isAligned({ columns, rows }: Table): boolean {
  const full = columns.map((column) => rows.flatMap(({ cells }) => cells.get(column) ?? []))
  const frequent = full.filter((pieces) => pieces.length >= FEWEST_ROWS)
  return frequent.length >= 2 && frequent.every(linesUp)
}

function linesUp(pieces: readonly Piece[]): boolean {
  const edges: ((piece: Piece) => number)[] = [
    ({ left }) => left,
    ({ right }) => right,
    ({ left, right }) => (left + right) / 2,
  ]
  return edges.some((edge) => {
    const places = pieces.map(edge).sort((a, b) => a - b)
    const middle = places[Math.floor(places.length / 2)] ?? 0
    const near = places.filter((place) => Math.abs(place - middle) <= EDGE_TOLERANCE)
    return near.length >= ALIGNED_SHARE * pieces.length
  })
}

/** Names in columns, or names after labels that end in a colon. */
function isListOfPeople({ columns, rows }: Table): boolean {
  const pieces = rows.flatMap(({ cells }) => [...cells.values()])
  const people = pieces.filter(({ text }) => PERSON.test(text)).length
  const labels = rows.flatMap(({ cells }) => (columns[0] ? (cells.get(columns[0]) ?? []) : []))
  const colons = labels.filter(({ text }) => text.endsWith(':')).length
  return people > HALF * pieces.length || colons >= HALF * labels.length
}

/** Is the line beside two columns as wide as they, and as near as their own lines are? Then this is text with notes beside it. */
function runsOn(
  { columns, rows }: Table,
  beside: PiecedRow | undefined,
  edge: PiecedRow | undefined,
): boolean {
  const [first, second] = columns
  const [piece] = beside?.pieces ?? []
  if (!beside || !edge || !piece || !first || !second) return false
  if (columns.length > 2 || beside.pieces.length > 1) return false
  const width = (columns.at(-1)?.right ?? 0) - first.left
  const spacing = Math.min(...gapsOf(rows.map(({ row }) => row)), LARGEST_ROW_GAP * edge.row.size)
  const isClose = Math.abs(beside.row.base - edge.row.base) <= NEAR_GAP * spacing
  return isClose && piece.right > second.left && piece.right - piece.left >= FULL_SHARE * width
}

function gapsOf(rows: readonly Row[]): number[] {
  return rows.slice(1).map((row, index) => row.base - (rows[index]?.base ?? 0))
}

/** Joins the lines of wrapped cells. */
function logicalRows({ columns, rows }: Table): TextRow[] {
  const isNearAbove = nearAbove(rows)
  const isSpaced = areRowsSpaced(rows, isNearAbove)
  const groups: Placed[][] = []
  for (const [index, row] of rows.entries()) {
    const group = groups.at(-1)
    const goesOn = isNearAbove[index] && group && (isSpaced || isContinuation(row, group, columns))
    if (goesOn) group.push(row)
    else groups.push([row])
  }
  return groups.map((group) => tableRow(group, columns))
}

/** For each line, is it as near the one above as lines of the table get? */
function nearAbove(rows: readonly Placed[]): boolean[] {
  const gaps = gapsOf(rows.map(({ row }) => row))
  const narrowest = Math.min(...gaps)
  return rows.map((_, index) => (gaps[index - 1] ?? Infinity) <= ROW_GAP * narrowest)
}

/** Does more space stand between rows than between the lines of one? Then many are apart, or many lines go on in small letters. */
function areRowsSpaced(rows: readonly Placed[], isNearAbove: readonly boolean[]): boolean {
  const near = rows.filter((_, index) => isNearAbove[index])
  const apart = rows.length - 1 - near.length
  const flowing = near.filter(({ cells }) => [...cells.values()].some(({ text }) => /^\p{Ll}/u.test(text)))
  const isManyApart = apart >= STRONG_SHARE * (rows.length - 1)
  return apart >= FEWEST_ROWS && (isManyApart || flowing.length > HALF * near.length)
}

/** Where all lines are equally far apart: a line with nothing in the first column, or with a small letter there alone. */
function isContinuation({ cells }: Placed, group: readonly Placed[], [first]: readonly Column[]): boolean {
  const piece = first && cells.get(first)
  if (piece) return cells.size === 1 && /^\p{Ll}/u.test(piece.text)
  return [...cells].every(([column, { text }]) => {
    const above = group.findLast((row) => row.cells.has(column))?.cells.get(column)
    return above !== undefined && !(AMOUNT.test(above.text) && AMOUNT.test(text))
  })
}

function tableRow(group: readonly Placed[], columns: readonly Column[]): TextRow {
  const cells = columns.map((column) =>
    group.flatMap(({ cells: line }) => line.get(column)?.text ?? []).reduce(joinCell, ''),
  )
  const text = cells.filter((cell) => cell !== '').join(' ')
  return { text, cells, rows: group.map(({ row }) => row) }
}

function joinCell(cell: string, line: string): string {
  return cell + (cell === '' || HYPHEN_AT_END.test(cell) ? '' : ' ') + line
}
