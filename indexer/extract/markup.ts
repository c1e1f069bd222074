import type { SourceLine } from '../../corpus/model/extractedText.ts'
import { collapse } from '../../corpus/model/sourcedText.ts'

export type Segment = Pick<SourceLine, 'text' | 'offsets' | 'headingLevel' | 'strong'>

/** `</AI9>`: what ModernGov leaves of its own mark-up. */
const STRAY_TAG = /^<\/?[A-Z]{2}\d{1,3}>/
const LONGEST_STRAY_TAG = 9
const HEADING_MARK = /^\s*(#{1,6})\s/
const MAY_HAVE_MARKS = /[*[<]/
/** White space that is more than one space, or no space. */
const COLLAPSIBLE = /\s\s|[^\S ]/
const SHORTEST_RULE = 3

/** A rule across the page: a line of nothing but dashes, stars or underscores, three at least. */
export function isRule(raw: string): boolean {
  const first = raw.trimStart().charAt(0)
  if (first !== '-' && first !== '*' && first !== '_' && first !== '=') return false
  const marks = raw.replace(/\s/g, '')
  return marks.length >= SHORTEST_RULE && marks === first.repeat(marks.length)
}

/**
 * A line without its inline mark-up (Markdown's strong, emphasis and links, stray tags). A strong passage that clings to
 * the word before it began a line of its own once, and does so again. A line of nothing but mark-up gives nothing.
 *
 * @param offset where the line begins in the source
 */
export function readMarkup(raw: string, offset: number): Segment[] {
  const headingLevel = HEADING_MARK.exec(raw)?.[1]?.length ?? null
  if (headingLevel === null && !MAY_HAVE_MARKS.test(raw)) return unmarked(raw, offset)
  const { marks, strong, breaks } = findMarks(raw)
  const segments: Segment[] = []
  for (const [index, start] of [0, ...breaks].entries()) {
    const end = breaks[index] ?? raw.length
    const { text, offsets } = collapse(raw, [start, end], (at) => !marks[at])
    if (text === '') continue
    const isStrong = offsets.every((at, position) => text[position] === ' ' || strong[at] === true)
    segments.push({ text, offsets: offsets.map((at) => at + offset), headingLevel, strong: isStrong })
  }
  return segments
}

/** Most lines have no mark-up: looking at each of their characters would take half of the time of reading a file. */
function unmarked(raw: string, offset: number): Segment[] {
  const trimmed = raw.trim()
  if (trimmed === '') return []
  const isPlain = !COLLAPSIBLE.test(trimmed)
  const { text, offsets } = isPlain ? { text: trimmed, offsets: [] } : collapse(raw, [0, raw.length])
  const start = offset + raw.indexOf(trimmed)
  return [
    {
      text,
      offsets: isPlain ? numbersFrom(start, trimmed.length) : offsets.map((at) => at + offset),
      headingLevel: null,
      strong: false,
    },
  ]
}

function numbersFrom(first: number, count: number): number[] {
  const numbers: number[] = []
  for (let number = first; number < first + count; number++) numbers.push(number)
  return numbers
}

interface Marks {
  /** Is the character at this place mark-up? */
  readonly marks: readonly boolean[]
  readonly strong: readonly boolean[]
  /** Where a new line begins that clings to the one before. */
  readonly breaks: readonly number[]
}

function findMarks(raw: string): Marks {
  const marks = new Array<boolean>(raw.length).fill(false)
  const strong = new Array<boolean>(raw.length).fill(false)
  const breaks: number[] = []
  const emphasis = emphasisMarks(raw)
  let isStrong = false
  let link: Link | null = null

  const mark = (start: number, width: number): number => {
    marks.fill(true, start, start + width)
    return start + width
  }
  let at = mark(0, HEADING_MARK.exec(raw)?.[0].length ?? 0)
  while (at < raw.length) {
    strong[at] = isStrong
    const opened = raw[at] === '[' ? linkAt(raw, at) : null
    if (raw.startsWith('**', at)) {
      if (!isStrong && clingsToWord(raw, at)) breaks.push(at)
      isStrong = !isStrong
      at = mark(at, 2)
    } else if (opened) {
      link = opened
      at = mark(at, 1)
    } else if (link?.closeStart === at) {
      at = mark(at, link.closeEnd - link.closeStart)
      link = null
    } else if (emphasis.has(at)) {
      at = mark(at, 1)
    } else {
      const tag = raw[at] === '<' ? STRAY_TAG.exec(raw.slice(at, at + LONGEST_STRAY_TAG)) : null
      at = tag ? mark(at, tag[0].length) : at + 1
    }
  }
  return { marks, strong, breaks }
}

/** The single stars that come in pairs around a word or more: `*(Item C1)*`, but not `5 * 3`. */
function emphasisMarks(raw: string): ReadonlySet<number> {
  const stars = [...raw.replaceAll('**', '  ').matchAll(/\*/g)].map((match) => match.index)
  const marks = new Set<number>()
  for (let index = 0; index + 1 < stars.length; index += 2) {
    const [open = 0, close = 0] = stars.slice(index, index + 2)
    if (/\S/.test(raw[open + 1] ?? ' ') && /\S/.test(raw[close - 1] ?? ' ')) marks.add(open).add(close)
  }
  return marks
}

/** Where the `](address)` of a link begins and ends. */
interface Link {
  readonly closeStart: number
  readonly closeEnd: number
}

function linkAt(raw: string, at: number): Link | null {
  const closeStart = raw.indexOf('](', at)
  if (closeStart < 0 || raw.slice(at + 1, closeStart).includes('[')) return null
  const closeEnd = raw.indexOf(')', closeStart) + 1
  return closeEnd === 0 ? null : { closeStart, closeEnd }
}

function clingsToWord(raw: string, at: number): boolean {
  return (
    /[\p{L}\p{N}]/u.test(raw[at - 1] ?? '') &&
    /[\p{L}\p{N}]/u.test(raw[at + 2] ?? '') &&
    raw.includes('**', at + 2)
  )
}
