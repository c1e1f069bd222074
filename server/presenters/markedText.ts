import type { Span } from '../../corpus/model/document.ts'
import { markUp } from '../search/snippet.ts'

/** A stretch of a text that leads somewhere. */
export interface TextLink {
  readonly span: Span
  /** Its attributes by name; values are escaped here. */
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Text as HTML with marks and links in it. Both are in order and do not overlap their own kind; a mark that reaches over
 * the end of a link is cut there. No character of the text is changed: without its tags the HTML is the text, escaped.
 */
export function markedText(text: string, marks: readonly Span[], links: readonly TextLink[]): string {
  let html = ''
  let at = 0
  for (const { span, attributes } of links) {
    html += `${markedStretch(text, marks, [at, span[0]])}<a${attributesOf(attributes)}>${markedStretch(text, marks, span)}</a>`
    at = span[1]
  }
  return html + markedStretch(text, marks, [at, text.length])
}

function markedStretch(text: string, marks: readonly Span[], [from, to]: Span): string {
  const within = marks
    .map(([start, end]): Span => [Math.max(start, from) - from, Math.min(end, to) - from])
    .filter(([start, end]) => start < end)
  return markUp(text.slice(from, to), within)
}

function attributesOf(attributes: TextLink['attributes']): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${markUp(value, [])}"`)
    .join('')
}
