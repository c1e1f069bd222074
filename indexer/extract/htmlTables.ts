import { isBlock, isElement, roleOf, stepsOf, textOf, type HtmlElement } from './htmlTree.ts'

const LAYOUT_ROLES: ReadonlySet<string> = new Set(['presentation', 'none'])
/** In a cell, these make its table one that only lays out a page. */
const PAGE_PARTS: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 ul ol dl table blockquote'.split(' '))
/** Characters of the longest item number: `(AB123a.)`. */
const LONGEST_ITEM_NUMBER = 12
/** Characters from which the text beside a number is prose, and no entry of a table. */
const LONG_PROSE = 150
const ITEM_NUMBER = /^\(?(?:[A-Z]{0,2}\d{1,3}(?:[a-z]|\.\d{1,2})?|[a-z]|[ivx]{1,5})[.)]{0,2}$/
const NUMBER_OF_LIST = /[.)]$/

interface Cell {
  readonly element: HtmlElement
  /** Blocks with text of their own. */
  blocks: number
  hasPageParts: boolean
}

/** Does the table only lay out the page, so that its cells are read one after the other? */
export function isLayoutTable(table: HtmlElement): boolean {
  if (LAYOUT_ROLES.has(roleOf(table) ?? '')) return true
  const rows = rowsOf(table)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length <= 1 || columns <= 1) return true
  if (rows.flat().some((cell) => cell.blocks > 1 || cell.hasPageParts)) return true
  return columns === 2 && isNumberedList(rows)
}

/** The item number that is all the text of a cell; null where it has other text. */
export function itemNumber(cell: HtmlElement): string | null {
  const text = textOf(cell, LONGEST_ITEM_NUMBER)
  return text.length <= LONGEST_ITEM_NUMBER && ITEM_NUMBER.test(text) ? text : null
}

function isNumberedList(rows: readonly (readonly Cell[])[]): boolean {
  const numbers = rows.map(([first]) => (first ? itemNumber(first.element) : null))
  if (numbers.every((number) => number !== null && NUMBER_OF_LIST.test(number))) return true
  return rows.some(
    ([, second], index) =>
      numbers[index] !== null && second && textOf(second.element, LONG_PROSE).length > LONG_PROSE,
  )
}

/** The rows of a table, as far as its first nested table: with that it is layout, whatever follows. */
function rowsOf(table: HtmlElement): Cell[][] {
  const rows: Cell[][] = []
  let cell: Cell | null = null
  let isFresh = true
  for (const step of stepsOf(table)) {
    if (step.kind === 'text') {
      if (!cell || !isFresh || step.text.trim() === '') continue
      cell.blocks++
      isFresh = false
      continue
    }
    const { element, kind } = step
    if (isBlock(element)) isFresh = true
    if (kind === 'leave') {
      if (cell?.element === element) cell = null
    } else if (element.tagName === 'tr') {
      rows.push([])
    } else if (isCell(element)) {
      cell = { element, blocks: 0, hasPageParts: false }
      rows.at(-1)?.push(cell)
    } else if (cell && PAGE_PARTS.has(element.tagName)) {
      cell.hasPageParts = true
      if (element.tagName === 'table') break
    }
  }
  return rows.filter((row) => row.length > 0)
}

export function isCell(element: HtmlElement): boolean {
  return element.tagName === 'td' || element.tagName === 'th'
}

/** Is it the first cell of its row, with another after it? */
export function isFirstOfSeveral(cell: HtmlElement): boolean {
  const row = cell.parentNode?.childNodes ?? []
  const first = row.findIndex((node) => isElement(node) && isCell(node))
  return row[first] === cell && row.findIndex((node, at) => at > first && isElement(node) && isCell(node)) > 0
}
