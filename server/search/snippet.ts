import type { Span } from '../../corpus/model/document.ts'
import type { Highlighter, Mark } from './highlight.ts'

/** A stretch of a paragraph that shows why it was found. */
export interface Snippet {
  /** `text` as HTML, with `<mark>` around what matched. */
  readonly html: string
  readonly text: string
  /** What matched, as offsets into `text`. */
  readonly ranges: readonly Span[]
}

/** A paragraph's text with its sentences, as offsets into it. */
interface Sentences {
  readonly text: string
  readonly sentences: readonly Span[]
}

/** Some three lines on a page. */
const LONGEST_SNIPPET = 320
const ELLIPSIS = '\u2026'

/** The window that tells most of why it was found, cut at sentence ends, or at spaces where a sentence is too long. */
export function makeSnippet(
  { text, sentences }: Sentences,
  highlighter: Highlighter,
  longest = LONGEST_SNIPPET,
): Snippet {
  const marks = highlighter(text)
  const [start, end] = text.length <= longest ? [0, text.length] : bestWindow(text, marks, sentences, longest)
  const before = start > 0 ? ELLIPSIS : ''
  const after = end < text.length ? ELLIPSIS : ''
  const ranges = marks
    .map((mark) => within(mark, [start, end]))
    .filter(([from, to]) => from < to)
    .map(([from, to]): Span => [from - start + before.length, to - start + before.length])
  const shown = `${before}${text.slice(start, end)}${after}`
  return { text: shown, ranges, html: markUp(shown, ranges) }
}

/** Text as HTML with the ranges marked; everything is escaped. */
export function markUp(text: string, ranges: readonly Span[]): string {
  let html = ''
  let at = 0
  for (const [start, end] of ranges) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

function bestWindow(text: string, marks: readonly Mark[], sentences: readonly Span[], longest: number): Span {
  let best: { window: Span; value: number } = { window: windowFrom(text, 0, sentences, longest), value: 0 }
  const starts = new Set([
    ...sentences.map(([start]) => start),
    ...marks.map(({ start }) => leadIn(text, start, sentences, longest)),
  ])
  for (const start of [...starts].sort((a, b) => a - b)) {
    const window = windowFrom(text, start, sentences, longest)
    const value = valueOf(text, window, marks)
    if (value > best.value) best = { window, value }
  }
  return best.window
}

/** What a repetition of a word adds, beside its first. */
const REPETITION = 0.01

/** What a window shows of a mark; it ends before it begins where it shows nothing. */
function within({ start, end }: Mark, [from, to]: Span): Span {
  return [Math.max(start, from), Math.min(end, to)]
}

/** How much the marks of a window tell: different words in full, repetitions little, and a part of a mark its share. */
function valueOf(text: string, [from, to]: Span, marks: readonly Mark[]): number {
  const seen = new Set<string>()
  let value = 0
  for (const mark of marks) {
    const { start, end, weight } = mark
    const [shownFrom, shownTo] = within(mark, [from, to])
    if (shownFrom >= shownTo) continue
    const word = text.slice(start, end).toLowerCase()
    const share = (shownTo - shownFrom) / (end - start)
    value += share * (seen.has(word) ? REPETITION * weight : weight)
    seen.add(word)
  }
  return value
}

/** A window that begins at a match in mid-sentence takes the words before it along, if they are few. */
function leadIn(text: string, at: number, sentences: readonly Span[], longest: number): number {
  const sentence = sentences.find(([start, end]) => start <= at && at < end)
  if (sentence && at - sentence[0] < longest / 2) return sentence[0]
  const space = text.indexOf(' ', Math.max(0, at - longest / 4))
  return space >= 0 && space < at ? space + 1 : at
}

/** As many whole sentences as fit, or the words that do. */
function windowFrom(text: string, start: number, sentences: readonly Span[], longest: number): Span {
  const fitting = sentences.filter(([, end]) => end > start && end - start <= longest)
  const end = fitting.at(-1)?.[1]
  if (end !== undefined && end - start >= longest / 3) return [start, end]
  if (text.length - start <= longest) return [start, text.length]
  const space = text.lastIndexOf(' ', start + longest)
  return [start, space > start ? space : start + longest]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
