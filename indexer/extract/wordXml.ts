import { parseFragment } from 'parse5'
import { attribute, isElement, stepsOf, type HtmlElement, type HtmlParent } from './htmlTree.ts'

/**
 * A tree of Word's XML. Within `<svg>` an HTML parser reads XML: empty elements, any names. It writes the names of
 * elements and attributes in lower case (`w:pPr` is `w:ppr`).
 */
export interface WordXml {
  readonly root: HtmlParent
  /** The text that the places of elements point into. */
  readonly text: string
}

const OPENING = '<svg>'

/** Where an element stands in the text. */
export interface XmlPlace {
  readonly start: number
  readonly end: number
  /** Where its start tag ends. */
  readonly contentStart: number
}

export function readWordXml(bytes: Uint8Array | undefined): WordXml {
  const text = bytes ? decodeXml(bytes) : ''
  const fragment = parseFragment(OPENING + text, { sourceCodeLocationInfo: true })
  return { root: fragment.childNodes.find(isElement) ?? fragment, text }
}

function decodeXml(bytes: Uint8Array): string {
  const isTwoBytes = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const encoding = isTwoBytes ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n')
}

export function placeOf(element: HtmlElement): XmlPlace | null {
  const location = element.sourceCodeLocation
  if (!location) return null
  return {
    start: location.startOffset - OPENING.length,
    end: location.endOffset - OPENING.length,
    contentStart: (location.startTag ?? location).endOffset - OPENING.length,
  }
}

/** The elements of a name among the children, or, with several names, among the children of those. */
export function child(element: HtmlElement | null, ...names: readonly string[]): HtmlElement | null {
  let found = element
  for (const name of names) found = (found && childrenOf(found, name)[0]) ?? null
  return found
}

export function childrenOf(element: HtmlElement, name: string): HtmlElement[] {
  return element.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === name)
}

/** All elements of a name, in order. */
export function elementsOf(root: HtmlParent, name: string): HtmlElement[] {
  const found: HtmlElement[] = []
  for (const step of stepsOf(root))
    if (step.kind === 'enter' && step.element.tagName === name) found.push(step.element)
  return found
}

/** What Word sets: the `w:val` of an element. */
export function valueOf(element: HtmlElement | null): string | null {
  return element && attribute(element, 'w:val')
}

export function numberOf(element: HtmlElement | null): number | null {
  const value = valueOf(element)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}
