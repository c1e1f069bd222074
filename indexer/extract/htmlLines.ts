import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { isCell, isFirstOfSeveral, isLayoutTable, itemNumber } from './htmlTables.ts'
import { attribute, isBlock, stepsOf, type HtmlElement, type HtmlParent } from './htmlTree.ts'
import { LineWriter, type TextStyle } from './lineWriter.ts'
import { BULLET, numberInForm, type NumberForm } from './listLabels.ts'
import { isPageFurniture, isSection, mainOf } from './pageFurniture.ts'

/** What the maker of a page says by its own names and classes, beyond what HTML says. */
export interface Meaning {
  readonly headingLevel?: number
  readonly furniture?: boolean
  /** A table that only lays out the page. */
  readonly isLayout?: boolean
  /** A link after a text that is cut short: the three dots before it belong to it. */
  readonly marksCut?: boolean
  /** An item of a list: no blank line parts it from the one before. */
  readonly isListed?: boolean
  /** Its text is not read. */
  readonly isMuted?: boolean
  /** What stands before the next text, instead of the number of an item of a list. */
  readonly label?: string
}

/** How the maker of a page is read: null where an element means what HTML says. */
export type Reading = (element: HtmlElement) => Meaning | null

interface List {
  readonly form: NumberForm | 'bullet' | 'none'
  readonly step: 1 | -1
  readonly isNested: boolean
  next: number
  items: number
}

interface Table {
  readonly isLayout: boolean
  rows: number
}

/** What an element hands down to those within it. */
interface Context extends TextStyle {
  readonly isMuted: boolean
  readonly isPreformatted: boolean
  readonly isListed: boolean
  /** In a part of the page that may have a head of its own. */
  readonly isInSection: boolean
  /** In the row of a data table, where blocks part no lines. */
  readonly isInRow: boolean
  readonly list: List | null
  readonly table: Table | null
}

const OUTERMOST: Context = {
  strong: false,
  furniture: false,
  headingLevel: null,
  isMuted: false,
  isPreformatted: false,
  isListed: false,
  isInSection: false,
  isInRow: false,
  list: null,
  table: null,
}

const STRONG_TAGS: ReadonlySet<string> = new Set(['b', 'strong', 'th'])
const FONT_WEIGHT = /(?:^|;)\s*font-weight\s*:\s*(\w+)/i
/** From this weight on, type is strong. */
const STRONG_WEIGHT = 600
const HEADING = /^h([1-6])$/
const LIST_STYLE =
  /(?:^|;)\s*list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b/i
const LIST_TYPES: Readonly<Record<string, NumberForm>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}
const LIST_STYLES: Readonly<Record<string, NumberForm | 'none'>> = {
  none: 'none',
  decimal: 'decimal',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
}

/** The lines of a tree of HTML as a reader sees them, in reading order. */
export function linesOfHtml(root: HtmlParent, reading: Reading): ExtractedText {
  return new HtmlWalk(root, reading).lines()
}

class HtmlWalk {
  readonly #root: HtmlParent
  readonly #reading: Reading
  readonly #main: HtmlElement | null
  readonly #writer = new LineWriter()
  /** Lines written when the last listed block ended. */
  #listEnd = 0

  constructor(root: HtmlParent, reading: Reading) {
    this.#root = root
    this.#reading = reading
    this.#main = mainOf(root)
  }

  lines(): ExtractedText {
    const contexts: Context[] = [{ ...OUTERMOST, furniture: this.#main !== null }]
    for (const step of stepsOf(this.#root)) {
      const context = contexts.at(-1) ?? OUTERMOST
      if (step.kind === 'text') {
        this.#write(step.text, context)
      } else if (step.kind === 'enter') {
        contexts.push(this.#enter(step.element, context))
      } else {
        contexts.pop()
        this.#leave(step.element, context)
      }
    }
    return this.#writer.finish()
  }

  #write(text: string, context: Context): void {
    if (context.isMuted) return
    const lines = context.isPreformatted && !context.isInRow ? text.split(/\r\n?|\n/) : [text]
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.#writer.breakLine()
      this.#writer.write(line, context)
    }
  }

  #enter(element: HtmlElement, outer: Context): Context {
    const meaning = this.#reading(element) ?? {}
    const context = this.#contextOf(element, outer, meaning)
    if (outer.isMuted) return context
    if (element.tagName === 'br') this.#break(context)
    if (isBlock(element)) this.#startBlock(element, context, outer, meaning)
    if (meaning.marksCut) this.#writer.moveCutMark()
    if (meaning.isListed && this.#writer.lineCount === this.#listEnd) this.#writer.closeUp()
    if (meaning.label !== undefined) this.#writer.expectLabel(meaning.label, meaning.isMuted)
    return this.#isNumberOfNext(element, context) ? { ...context, isMuted: true } : context
  }

  #leave(element: HtmlElement, context: Context): void {
    if (!isBlock(element)) return
    const { tagName } = element
    if (tagName === 'li') this.#writer.dropLabel()
    if (context.isInRow && isCell(element)) this.#writer.endCell()
    else if (context.isInRow && tagName === 'tr') this.#writer.endRow()
    else if (context.isInRow) this.#writer.space()
    else if (!context.isMuted) this.#endBlock(tagName)
    if (context.isListed) this.#listEnd = this.#writer.lineCount
  }

  #endBlock(tagName: string): void {
    if (tagName === 'tr') this.#writer.flushLabel()
    this.#writer.endBlock()
  }

  #break(context: Context): void {
    if (context.isInRow) this.#writer.space()
    else this.#writer.breakLine()
  }

  #startBlock(element: HtmlElement, context: Context, outer: Context, meaning: Meaning): void {
    if (outer.isInRow) {
      this.#writer.space()
      return
    }
    if (context.isInRow) this.#writer.startRow()
    else this.#writer.endBlock()
    if (element.tagName === 'tr' && context.table && context.table.rows++ > 0 && context.isInRow)
      this.#writer.closeUp()
    if (element.tagName === 'li') this.#startItem(element, context.list, meaning)
  }

  #startItem(item: HtmlElement, list: List | null, meaning: Meaning): void {
    if (!list) {
      this.#writer.expectLabel(BULLET)
      return
    }
    if (list.items++ > 0 || list.isNested) this.#writer.closeUp()
    const label = meaning.label === undefined ? itemLabel(item, list) : null
    if (label !== null) this.#writer.expectLabel(label)
  }

  #contextOf(element: HtmlElement, outer: Context, meaning: Meaning): Context {
    const { tagName } = element
    const table = tagName === 'table' ? tableOf(element, meaning) : outer.table
    const level = meaning.headingLevel ?? HEADING.exec(tagName)?.[1]
    return {
      strong: isStrong(element, outer.strong),
      furniture:
        element !== this.#main &&
        (outer.furniture || meaning.furniture === true || isPageFurniture(element, outer.isInSection)),
      headingLevel: level === undefined ? outer.headingLevel : Number(level),
      isMuted: outer.isMuted || meaning.isMuted === true,
      isPreformatted: outer.isPreformatted || tagName === 'pre',
      isListed: meaning.isListed === true,
      isInSection: outer.isInSection || isSection(element),
      isInRow: outer.isInRow || (tagName === 'tr' && table !== null && !table.isLayout),
      list: listOf(element, outer.list),
      table,
    }
  }

  /** The number of an item in a cell of its own is read with the cell after it. */
  #isNumberOfNext(element: HtmlElement, context: Context): boolean {
    if (!context.table?.isLayout || !isCell(element) || !isFirstOfSeveral(element)) return false
    const number = itemNumber(element)
    if (number === null) return false
    this.#writer.expectLabel(number)
    return true
  }
}

function tableOf(table: HtmlElement, meaning: Meaning): Table {
  return { isLayout: meaning.isLayout ?? isLayoutTable(table), rows: 0 }
}

function isStrong(element: HtmlElement, outer: boolean): boolean {
  const weight = FONT_WEIGHT.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase()
  if (weight === 'bold' || weight === 'bolder') return true
  if (weight === 'normal' || weight === 'lighter') return false
  if (weight !== undefined && /^\d+$/.test(weight)) return Number(weight) >= STRONG_WEIGHT
  return outer || STRONG_TAGS.has(element.tagName)
}

function listOf(element: HtmlElement, outer: List | null): List | null {
  const { tagName } = element
  if (isCell(element)) return null
  if (tagName !== 'ol' && tagName !== 'ul' && tagName !== 'menu') return outer
  const isReversed = attribute(element, 'reversed') !== null
  const items = element.childNodes.filter((node) => node.nodeName === 'li').length
  return {
    form: formOf(element),
    step: isReversed ? -1 : 1,
    isNested: outer !== null,
    next: numberOf(attribute(element, 'start')) ?? (isReversed ? items : 1),
    items: 0,
  }
}

function formOf(list: HtmlElement): List['form'] {
  const style = LIST_STYLE.exec(attribute(list, 'style') ?? '')?.[1]?.toLowerCase()
  const styled = style === undefined ? undefined : LIST_STYLES[style]
  if (styled) return styled
  return list.tagName === 'ol' ? (LIST_TYPES[attribute(list, 'type') ?? '1'] ?? 'decimal') : 'bullet'
}

/** What a reader sees before an item; the list counts on. */
function itemLabel(item: HtmlElement, list: List): string | null {
  if (list.form === 'none') return null
  if (list.form === 'bullet') return BULLET
  const number = numberOf(attribute(item, 'value')) ?? list.next
  list.next = number + list.step
  const form = LIST_TYPES[attribute(item, 'type') ?? ''] ?? list.form
  return `${numberInForm(number, form, 'ab')}.`
}

function numberOf(value: string | null): number | null {
  return value !== null && /^\s*-?\d{1,6}/.test(value) ? Number.parseInt(value, 10) : null
}
