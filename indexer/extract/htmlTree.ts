import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** One step of a walk through a tree: into an element, out of it, or a text. */
export type Step =
  | { readonly kind: 'enter' | 'leave'; readonly element: HtmlElement }
  | { readonly kind: 'text'; readonly text: string }

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** What a page shows no text of, and what a reader fills in. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist embed head iframe input map meter noembed noframes noscript object option ' +
    'progress script select style svg template textarea title video'
  ).split(' '),
)

const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i

/** Walks in reading order, without recursion: pages may be nested deeper than the stack. What is not shown is left out. */
export function* stepsOf(root: HtmlParent): Generator<Step> {
  const open: { readonly parent: HtmlParent; next: number }[] = [{ parent: root, next: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.parent.childNodes[top.next++]
    if (!node) {
      open.pop()
      if (isElement(top.parent) && top.parent !== root) yield { kind: 'leave', element: top.parent }
    } else if (isElement(node)) {
      if (isLeftOut(node)) continue
      yield { kind: 'enter', element: node }
      open.push({ parent: node, next: 0 })
    } else if ('value' in node) {
      yield { kind: 'text', text: node.value }
    }
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null
}

export function classesOf(element: HtmlElement): readonly string[] {
  return attribute(element, 'class')?.split(/\s+/).filter(Boolean) ?? []
}

/** What a page says that an element is for. */
export function roleOf(element: HtmlElement): string | null {
  return attribute(element, 'role')?.trim().toLowerCase() ?? null
}

export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName)
}

function isLeftOut(element: HtmlElement): boolean {
  if (LEFT_OUT.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true') return true
  return NOT_SHOWN.test(attribute(element, 'style') ?? '')
}

/** The text of an element, white space collapsed, up to `most` characters and a little more. */
export function textOf(element: HtmlElement, most: number): string {
  let text = ''
  for (const step of stepsOf(element)) {
    if (step.kind === 'text') text += step.text
    else if (isBlock(step.element)) text += ' '
    if (text.length > most * 4 && text.trim().length > most) break
  }
  return text.replace(/\s+/g, ' ').trim()
}
