import type { SourceLine } from '../../corpus/model/extractedText.ts'
import type { SourcedText } from '../../corpus/model/sourcedText.ts'
import { slice } from '../../corpus/model/sourcedText.ts'
import { readMarker } from './markers.ts'

interface FurnitureRule {
  readonly pattern: RegExp
  readonly example: string
}

/** `Page 81`, of which the first letter has become a line of its own. */
const REST_OF_PAGE = /^age \d{1,4}$/

/** Lines that belong to the page or to the website, not to the record. */
export const FURNITURE_RULES: readonly FurnitureRule[] = [
  { pattern: /^page \d{1,4}(?: of \d{1,4})?$/i, example: 'Page 17' },
  { pattern: REST_OF_PAGE, example: 'age 81' },
  { pattern: /^(?:\d{1,4} )?OFFICIAL(?: ?- ?SENSITIVE)?(?: \d{1,4})?$/, example: '10 OFFICIAL' },
  {
    pattern: /^this page is intentionally left blank\.?$/i,
    example: 'This page is intentionally left blank',
  },
  { pattern: /^additional documents:$/i, example: 'Additional documents:' },
  { pattern: /^no\. item$/i, example: 'No. Item' },
]

/** What a website hangs on the end of a line of the record. */
export const FURNITURE_SUFFIXES: readonly FurnitureRule[] = [
  { pattern: / pdf icon PDF [\d.]+ [KM]B$/i, example: 'Violence Reduction - Update pdf icon PDF 292 KB' },
  { pattern: /\. View directions$/, example: 'Venue: County Hall, Maidstone. View directions' },
]

const PAGE_NUMBER = /^page (\d{1,4})\b/i
/** A web page cuts a long minute short, and says where the rest stands. */
const CUT_SHORT = /\s?(?:\.\.\.|\u2026) view the full minutes text for item (\d+[a-z]?)/
const WEB_ITEM_LABEL = /^additional documents:$/i
const FEWEST_REPETITIONS = 3
const FEWEST_WORDS_OF_HEAD = 4
/** What reports may well begin a page with, each time as a heading of the record. */
const SECTION_HEADING =
  /^(?:recommendations?|introduction|background|conclusions?|summary|appendix \w{1,3})\s?:?$/i

/** Where in the line the record breaks off, and the number of the item that the web page offers in full. */
export interface Cut {
  readonly at: number
  readonly itemNumber: string
}

/** A line of the record, and what the furniture around it told. */
export interface RecordLine extends SourceLine {
  /** Furniture, or the edge of a page, stood between it and the line before. */
  readonly afterSeam: boolean
  /** The number printed on its page. */
  readonly printedPage: number | null
  /** A web page offers the documents of this item under the line: it is the item's heading. */
  readonly headsWebItem: boolean
  /** The line is cut short by a web page. */
  readonly cut: Cut | null
}

/** The lines without page furniture; running heads are told by their repetition at the top of pages. */
export function removeFurniture(lines: readonly SourceLine[]): RecordLine[] {
  const runningHeads = repeatedPageTops(lines)
  const printedPages = pageNumbers(lines)
  const kept: RecordLine[] = []
  let pending = { seam: false, pageStart: false, blank: 0 }

  for (const [index, line] of lines.entries()) {
    if (isFurniture(line, runningHeads) || isSplitPage(line, lines[index + 1])) {
      if (WEB_ITEM_LABEL.test(line.text)) markWebHeading(kept)
      pending = {
        seam: true,
        pageStart: pending.pageStart || line.pageStart || runningHeads.has(line.text),
        blank: Math.max(pending.blank, line.blankBefore),
      }
      continue
    }
    const pageStart = line.pageStart || pending.pageStart
    const { text, offsets } = withoutSuffix(line)
    kept.push({
      // Written out: a spread with more after it takes V8 ten times as long, for every line of every file.
      text,
      offsets,
      headingLevel: line.headingLevel,
      strong: line.strong,
      cells: line.cells,
      furniture: line.furniture,
      listItem: line.listItem,
      page: line.page,
      pageLabel: line.pageLabel,
      pageStart,
      blankBefore: Math.max(line.blankBefore, pending.blank),
      afterSeam: pending.seam || pageStart,
      printedPage: printedPages[index] ?? null,
      headsWebItem: false,
      cut: cutOf(line.text),
    })
    pending = { seam: false, pageStart: false, blank: 0 }
  }
  return kept
}

function isFurniture(line: SourceLine, runningHeads: ReadonlySet<string>): boolean {
  if (line.furniture) return true
  if (runningHeads.has(line.text) && (line.pageStart || isUnmistakable(line.text))) return true
  return FURNITURE_RULES.some(({ pattern }) => pattern.test(line.text))
}

function isSplitPage({ text }: SourceLine, next: SourceLine | undefined): boolean {
  return text === 'P' && next !== undefined && REST_OF_PAGE.test(next.text)
}

/** A running head of some words is one wherever it stands: the mark of its page may be lost. */
function isUnmistakable(text: string): boolean {
  return text.split(' ').length >= FEWEST_WORDS_OF_HEAD
}

function repeatedPageTops(lines: readonly SourceLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { text, pageStart } of lines) {
    if (pageStart && readMarker(text) === null && !SECTION_HEADING.test(text))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST_REPETITIONS).map(([text]) => text))
}

/** For each line, the number printed somewhere on its page. */
function pageNumbers(lines: readonly SourceLine[]): (number | null)[] {
  const numbers = lines.map((): number | null => null)
  let from = 0
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && !(at > from && lines[at]?.pageStart)) continue
    const printed = lines
      .slice(from, at)
      .map((line) => PAGE_NUMBER.exec(line.text)?.[1])
      .find(Boolean)
    if (printed !== undefined && lines.some((line) => line.pageStart)) numbers.fill(Number(printed), from, at)
    from = at
  }
  return numbers
}

function cutOf(text: string): Cut | null {
  const match = CUT_SHORT.exec(text)
  return match?.[1] === undefined ? null : { at: match.index, itemNumber: match[1] }
}

function markWebHeading(kept: RecordLine[]): void {
  const heading = kept.pop()
  if (heading) kept.push({ ...heading, headsWebItem: true })
}

function withoutSuffix(line: SourceLine): SourcedText {
  for (const { pattern } of FURNITURE_SUFFIXES) {
    const match = pattern.exec(line.text)
    if (match && match.index > 0) return slice(line, 0, match.index)
  }
  return line
}
