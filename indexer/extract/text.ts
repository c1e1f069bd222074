import type { Span } from '../../corpus/model/document.ts'
import type { ExtractedText, SourceLine } from '../../corpus/model/extractedText.ts'
import type { SourcedText } from '../../corpus/model/sourcedText.ts'
import { collapse } from '../../corpus/model/sourcedText.ts'
import type { Segment } from './markup.ts'
import { isRule, readMarkup } from './markup.ts'

interface RawLine {
  readonly raw: string
  readonly start: number
  /** 0 where the file marks no pages. */
  readonly pageFeeds: number
}

/** A line longer than this is not wrapped by hand: the file has one paragraph a line. */
const LONGEST_WRAPPED_LINE = 200
const LINE_END = /\r\n|[\n\f\r]/g
const LIST_LEAD_IN = /[:;]\s*$/
const BULLET_SPACE = /^ [^ ]/
/** A number alone after a rule across the page is that of the page. */
const PAGE_NUMBER_LINE = /^\s*\d{1,3}\s*$/
/** Letters of a rotated table head stand alone on their lines. */
const SHORTEST_PAGE_TOP = 4

/**
 * Plain text and Markdown. Pages are told by form feeds; where a file has lost them, the single space that they left at
 * the start of a line marks the first line of a page, but not its number.
 */
export function extractText(source: string): ExtractedText {
  const raws = rawLines(source)
  const hasFormFeeds = source.includes('\f')
  const isWrapped = hasWrappedLines(raws)
  const lines: SourceLine[] = []
  let blank = 0
  let lastPage = 0
  let previousRaw = ''
  let inList = false
  let afterRule = false

  for (const line of raws) {
    if (line.raw.trim() === '') {
      blank++
      continue
    }
    const page = hasFormFeeds ? line.pageFeeds + 1 : null
    const isIndented = isWrapped && BULLET_SPACE.test(line.raw)
    const listItem: boolean = isIndented && (LIST_LEAD_IN.test(previousRaw) || inList)
    const startsPage = hasFormFeeds
      ? line.pageFeeds + 1 > lastPage
      : isIndented && !listItem && line.raw.length > SHORTEST_PAGE_TOP
    const furniture = isRule(line.raw) || (afterRule && PAGE_NUMBER_LINE.test(line.raw))
    afterRule = isRule(line.raw)
    for (const [index, segment] of segmentsOf(line, furniture).entries()) {
      const isFirst = index === 0
      lines.push({
        // Written out: a spread with more after it takes V8 ten times as long, for every line of every file.
        text: segment.text,
        offsets: segment.offsets,
        headingLevel: segment.headingLevel,
        strong: segment.strong,
        cells: line.raw.trim().includes('\t') ? cellsOf(segment, source, line.start) : [],
        furniture,
        blankBefore: isFirst ? blank : 0,
        pageStart: isFirst && startsPage,
        page,
        pageLabel: null,
        listItem,
      })
    }
    blank = 0
    lastPage = line.pageFeeds + 1
    previousRaw = line.raw
    inList = listItem || (inList && /^\p{Ll}/u.test(line.raw))
  }
  return { source, lines, pages: hasFormFeeds ? lastPage : null, wrapped: isWrapped }
}

function rawLines(source: string): RawLine[] {
  const lines: RawLine[] = []
  let start = 0
  let pageFeeds = 0
  for (const { 0: end, index } of source.matchAll(LINE_END)) {
    lines.push({ raw: source.slice(start, index), start, pageFeeds })
    if (end === '\f') pageFeeds++
    start = index + end.length
  }
  lines.push({ raw: source.slice(start), start, pageFeeds })
  return lines
}

function hasWrappedLines(lines: readonly RawLine[]): boolean {
  const lengths = lines.map((line) => line.raw.length).filter((length) => length > 0)
  const long = lengths.filter((length) => length > LONGEST_WRAPPED_LINE).length
  return long <= lengths.length / 100
}

/** A rule is no mark-up but furniture: the lines on its two sides are apart in the source. */
function segmentsOf({ raw, start }: RawLine, isFurniture: boolean): Segment[] {
  if (!isFurniture) return readMarkup(raw, start)
  const { text, offsets } = collapse(raw, [0, raw.length])
  return [{ text, offsets: offsets.map((at) => at + start), headingLevel: null, strong: false }]
}

/** The stretches of a line between tabs; a tab at its start has an empty cell before it. */
function cellsOf({ text, offsets }: SourcedText, source: string, lineStart: number): Span[] {
  const tabsBefore = source.slice(lineStart, offsets[0]).split('\t').length - 1
  const cells = Array.from({ length: tabsBefore }, (): Span => [0, 0])
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== ' ') continue
    const tabs = source.slice(offsets[at], offsets[at + 1]).split('\t').length - 1
    if (tabs === 0) continue
    cells.push([start, at])
    for (let empty = 1; empty < tabs; empty++) cells.push([at, at])
    start = at + 1
  }
  return [...cells, [start, text.length]]
}
