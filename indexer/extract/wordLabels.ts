import { attribute, stepsOf, type HtmlElement } from './htmlTree.ts'
import { WordNumbering, type NumberingPlace } from './wordNumbering.ts'
import {
  child,
  elementsOf,
  numberOf,
  placeOf,
  readWordXml,
  valueOf,
  type WordXml,
  type XmlPlace,
} from './wordXml.ts'
import type { WordFiles } from './zipFile.ts'

/** The style of the characters that a label is written in: no style of Word's, so that labels can be told. */
export const LABEL_STYLE = 'OnRecordLabel'

/** Styles that are based on each other in a circle end here. */
const MOST_STYLES = 20

interface Edit {
  readonly at: number
  readonly text: string
}

/**
 * Word's main text with the numbers that Word shows and does not store written into it, as text at the start of each
 * paragraph of a list.
 *
 * @param path of the main text within the document
 */
export function withLabels(files: WordFiles, path: string): string {
  const document = readWordXml(files[path])
  const numbering = new WordNumbering(readWordXml(files['word/numbering.xml']))
  const styles = readStyles(readWordXml(files['word/styles.xml']))
  const edits: Edit[] = []
  for (const paragraph of paragraphsOf(document)) {
    const style = valueOf(child(paragraph, 'w:ppr', 'w:pstyle'))
    const label = numbering.next(placeIn(paragraph, style, styles), style)
    if (label !== null && (/[\p{L}\p{N}]/u.test(label) || hasText(paragraph)))
      edits.push({ at: textStart(paragraph), text: labelRun(label) })
  }
  return applied([...edits, ...textBoxes(document, edits)], document.text)
}

/** Paragraphs as accepted: without those that are struck out or moved away, and text boxes once each. */
function paragraphsOf(document: WordXml): HtmlElement[] {
  const found: HtmlElement[] = []
  const left: HtmlElement[] = []
  for (const { kind, ...step } of stepsOf(document.root)) {
    if (!('element' in step)) continue
    const { element } = step
    if (kind === 'leave') {
      if (left.at(-1) === element) left.pop()
    } else if (isLeft(element)) left.push(element)
    else if (left.length === 0 && element.tagName === 'w:p' && !isStruckOut(element)) found.push(element)
  }
  return found
}

function isLeft(element: HtmlElement): boolean {
  if (element.tagName === 'w:movefrom' || element.tagName === 'w:del') return true
  return element.tagName === 'mc:choice' && fallbackOf(element) !== null
}

function fallbackOf(choice: HtmlElement): HtmlElement | null {
  const parent = choice.parentNode
  return parent && 'tagName' in parent ? child(parent, 'mc:fallback') : null
}

function isStruckOut(paragraph: HtmlElement): boolean {
  const mark = child(paragraph, 'w:ppr', 'w:rpr')
  return child(mark, 'w:del') !== null || child(mark, 'w:movefrom') !== null
}

function hasText(paragraph: HtmlElement): boolean {
  return elementsOf(paragraph, 'w:t').some((text) =>
    text.childNodes.some((node) => 'value' in node && node.value.trim() !== ''),
  )
}

interface Style {
  readonly basedOn: string | null
  readonly place: NumberingPlace
}

function readStyles({ root }: WordXml): ReadonlyMap<string, Style> {
  return new Map(
    elementsOf(root, 'w:style').map((element) => [
      attribute(element, 'w:styleid') ?? '',
      { basedOn: valueOf(child(element, 'w:basedon')), place: ownPlace(element) },
    ]),
  )
}

function ownPlace(element: HtmlElement): NumberingPlace {
  const properties = child(element, 'w:ppr', 'w:numpr')
  return { list: valueOf(child(properties, 'w:numid')), level: numberOf(child(properties, 'w:ilvl')) }
}

/** What the paragraph says itself counts before its style, and that before the style that it is based on. */
function placeIn(
  paragraph: HtmlElement,
  style: string | null,
  styles: ReadonlyMap<string, Style>,
): NumberingPlace {
  const own = ownPlace(paragraph)
  if (own.list !== null) return { list: own.list, level: own.level ?? 0 }
  let level = own.level
  let name = style
  for (let count = 0; name !== null && count < MOST_STYLES; count++) {
    const found = styles.get(name)
    level ??= found?.place.level ?? null
    if (found && found.place.list !== null) return { list: found.place.list, level }
    name = found?.basedOn ?? null
  }
  return { list: null, level }
}

function textStart(paragraph: HtmlElement): number {
  const properties = child(paragraph, 'w:ppr')
  return (properties && placeOf(properties)?.end) ?? placeOf(paragraph)?.contentStart ?? 0
}

function labelRun(label: string): string {
  const text = label.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<w:r><w:rPr><w:rStyle w:val="${LABEL_STYLE}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A text box that has no form for old programs gets one, for it is that form which is read. */
function textBoxes({ root, text }: WordXml, labels: readonly Edit[]): Edit[] {
  return elementsOf(root, 'mc:choice').flatMap((choice) => {
    const end = placeOf(choice)?.end
    if (fallbackOf(choice) !== null || end === undefined) return []
    const boxes = elementsOf(choice, 'w:txbxcontent').map((box) => {
      const place = placeOf(box)
      return place ? excerpt(text, place, labels) : ''
    })
    return boxes.length === 0 ? [] : [{ at: end, text: `<mc:Fallback>${boxes.join('')}</mc:Fallback>` }]
  })
}

/** A stretch of the text with the edits that fall into it. */
function excerpt(text: string, { start, end }: XmlPlace, edits: readonly Edit[]): string {
  const within = edits.filter(({ at }) => at > start && at < end)
  return applied(
    within.map((edit) => ({ ...edit, at: edit.at - start })),
    text.slice(start, end),
  )
}

function applied(edits: readonly Edit[], text: string): string {
  const pieces: string[] = []
  let from = 0
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    pieces.push(text.slice(from, edit.at), edit.text)
    from = edit.at
  }
  return [...pieces, text.slice(from)].join('')
}
