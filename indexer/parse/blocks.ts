import type { Span } from '../../corpus/model/document.ts'
import type { SourcedText } from '../../corpus/model/sourcedText.ts'
import { append } from '../../corpus/model/sourcedText.ts'
import type { RecordLine } from './furniture.ts'
import type { Marker } from './markers.ts'
import { readMarker } from './markers.ts'

/** A paragraph as printed, before it has a place in the document's structure. */
export interface Block extends SourcedText {
  readonly marker: Marker | null
  readonly strong: boolean
  readonly headingLevel: number | null
  /** Its cells as offsets into `text`, where it is a row of a table. */
  readonly cells: readonly Span[]
  readonly blankBefore: number
  readonly pageStart: boolean
  readonly page: number | null
  readonly pageLabel: string | null
  /** Offsets in `text` where page furniture was taken out. */
  readonly seams: readonly number[]
  readonly headsWebItem: boolean
  /** The number of the web page's item that the record breaks off in. */
  readonly webItemNumber: string | null
}

/** A block that lines are still added to. */
interface GrowingBlock extends Block {
  text: string
  readonly offsets: number[]
  readonly seams: number[]
  strong: boolean
  webItemNumber: string | null
}

/** How the lines around a line are set. */
interface Setting {
  /** Characters of a full line. */
  readonly width: number
  /** Blank lines between two lines of one paragraph. */
  readonly gap: number
}

const WIDTH_WINDOW_LINES = 15
const GAP_WINDOW_LINES = 8
/** A line is full when the next word would have made it longer than this share of the width: letters differ in width. */
const FULL_SHARE = 0.9
const LONG_SHARE = 0.75
/** The full stop of an initial or a form of address ends no sentence: `(Mr. S.` goes on with the surname. */
const ENDS_IN_INITIAL = /(?:^|[\s(.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Cllr|Prof|Rev)\.$/u
const SENTENCE_END = /[.?!]["'\u2019\u201d)\]]{0,3}$/
const CLAUSE_END = /[.?!:;]["'\u2019\u201d)\]]{0,3}$/
/** Ends that leave a sentence in the air: a comma, or a word that wants another. */
const OPEN_END =
  /(?:,|\b(?:a|an|the|of|and|or|to|for|by|in|on|at|with|from|that|which|as|is|was|were|be|been|had|has|his|her|their|its|The|A))$/
const STARTS_LOWER = /^["'(\u2018\u201c\u2026]{0,2}\p{Ll}/u
/** `1.`, `(a)`, `ii)` and nothing else. */
const BARE_LABEL = /^(?:(?:Item|ITEM) \d{1,3}\s?[:.]?|\(?\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,5})\))$/
const MINUTES_IN_CAPITALS = /^(?:DRAFT |UNCONFIRMED )?MINUTES OF\b/
/** A word that is not in capitals; the letters of `10th` are none. */
const SMALL_LETTERS = /[a-z]{3}/
const MONTHS = /(?:January|February|March|April|May|June|July|August|September|October|November|December)/g
const YEAR = /\b(?:19|20)\d\d\b/
/** Characters of the longest statement at the head of minutes. */
const LONGEST_HEAD = 500
const HYPHEN_AT_END = /[\p{L}\p{N}][-\u2010\u2011]$/u

/** Joins lines to paragraphs: across line ends, blank lines that separate nothing, and page breaks. */
export function joinLines(all: readonly RecordLine[], isWrapped: boolean): Block[] {
  const lines = withBareLabels(all)
  const settingOf = isWrapped ? settingsOf(lines) : null
  const blocks: GrowingBlock[] = []
  let lastNumber = 0

  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1]
    const current = blocks.at(-1)
    const isHead = current !== undefined && isOpenHead(current, line)
    const found = markerOf(line, isWrapped ? previous : undefined, lastNumber)
    const marker = isHead && found?.kind === 'number' ? null : found
    const mayGoOn =
      previous &&
      current &&
      !marker &&
      line.cells.length === 0 &&
      previous.cells.length === 0 &&
      !startsAnew(line, previous, current)
    if (
      mayGoOn &&
      (isHead ||
        (settingOf
          ? continuesWrapped(previous, line, lines[index + 1], settingOf(index))
          : continuesLong(previous, line)))
    ) {
      addLine(current, line, previous)
    } else {
      blocks.push(blockOf(line, marker))
      if (marker?.kind === 'number') lastNumber = marker.number ?? 0
    }
  }
  return blocks
}

const LOST_BULLET: Marker = { kind: 'bullet', label: '', width: 0, number: null }

/** A number at the start of a line in mid-sentence ("... compared to" / "2019. He ...") is no marker: only text wrapped by hand has such lines. */
function markerOf(line: RecordLine, previous: RecordLine | undefined, lastNumber: number): Marker | null {
  const marker = readMarker(line.text) ?? (line.listItem ? LOST_BULLET : null)
  if (marker?.kind !== 'number' || !previous || line.blankBefore > 0) return marker
  const isExpected = marker.number === null || marker.number === 1 || marker.number === lastNumber + 1
  return isExpected || CLAUSE_END.test(previous.text) ? marker : null
}

/** A number or letter that stands alone on its line is the label of the line below it. */
function withBareLabels(lines: readonly RecordLine[]): readonly RecordLine[] {
  if (!lines.some(({ text }) => BARE_LABEL.test(text))) return lines
  const joined: RecordLine[] = []
  let label: RecordLine | null = null
  for (const line of lines) {
    if (label !== null && line.cells.length === 0 && !BARE_LABEL.test(line.text)) {
      joined.push({
        ...line,
        ...append(label, line),
        blankBefore: label.blankBefore,
        pageStart: label.pageStart || line.pageStart,
        afterSeam: label.afterSeam || line.afterSeam,
        cut: line.cut && { ...line.cut, at: line.cut.at + label.text.length + 1 },
      })
      label = null
      continue
    }
    if (label !== null) joined.push(label)
    label = BARE_LABEL.test(line.text) ? line : null
    if (label === null) joined.push(line)
  }
  return label === null ? joined : [...joined, label]
}

/** `MINUTES OF A MEETING OF THE` in capitals goes on in capitals, however short its lines, until it has told the year. */
function isOpenHead({ text }: GrowingBlock, line: RecordLine): boolean {
  if (text.length >= LONGEST_HEAD) return false
  if (
    hasSmallLetters(text) ||
    hasSmallLetters(line.text) ||
    !MINUTES_IN_CAPITALS.test(`${text} ${line.text}`)
  )
    return false
  return !YEAR.test(text) || /(?:,|\bAT|\bON|\bIN)$/.test(text)
}

/** A month may be written out in small letters where all else is in capitals. */
function hasSmallLetters(text: string): boolean {
  return SMALL_LETTERS.test(text.replace(MONTHS, ''))
}

function startsAnew(line: RecordLine, previous: RecordLine, current: Block): boolean {
  if (line.headingLevel !== null || previous.headingLevel !== null) return true
  if (line.headsWebItem || previous.headsWebItem || previous.cut !== null) return true
  if (line.strong !== previous.strong && line.blankBefore > 0) return true
  return current.marker?.kind === 'question' && current.marker.width === 0
}

/** One paragraph a line: only a page break splits one, and then in mid-sentence. */
function continuesLong(previous: RecordLine, line: RecordLine): boolean {
  return STARTS_LOWER.test(line.text) && !CLAUSE_END.test(previous.text) && previous.text.length > 40
}

function continuesWrapped(
  previous: RecordLine,
  line: RecordLine,
  next: RecordLine | undefined,
  setting: Setting,
): boolean {
  const { gap } = setting
  const isInitial = ENDS_IN_INITIAL.test(previous.text)
  const isNear = line.blankBefore <= Math.max(gap, 1) || line.pageStart
  if (STARTS_LOWER.test(line.text))
    return isNear && (isInitial || !SENTENCE_END.test(previous.text)) && !previous.text.endsWith(':')
  const { width } = setting
  const isFull = previous.text.length + 1 + firstWordLength(line.text) > width * FULL_SHARE
  if (line.pageStart && line.text.length < width / 2 && !SENTENCE_END.test(line.text)) return false
  if (isInitial && isNear && /\([^)]*$/.test(previous.text.slice(-40))) return true
  if (!CLAUSE_END.test(previous.text) || isInitial) return isNear && (isFull || OPEN_END.test(previous.text))
  if (line.pageStart || line.blankBefore > gap || isHeadingAfterText(line, next, gap)) return false
  return isFull || (gap === 0 && previous.text.length > width * LONG_SHARE)
}

/** After a full stop, words without one that nothing continues: a heading that follows its paragraph closely. */
function isHeadingAfterText(line: RecordLine, next: RecordLine | undefined, gap: number): boolean {
  if (CLAUSE_END.test(line.text) || OPEN_END.test(line.text)) return false
  return !next || next.blankBefore > gap || next.pageStart || readMarker(next.text) !== null
}

function firstWordLength(text: string): number {
  const space = text.indexOf(' ')
  return space < 0 ? text.length : space
}

/** How each line is set, worked out for those of which it is asked. */
function settingsOf(lines: readonly RecordLine[]): (index: number) => Setting {
  const lengths = Int32Array.from(lines, (line) => line.text.length)
  const runsOn = lines.map((line, index) => runsOnFrom(lines[index - 1], line))
  return (index) => {
    return {
      get width() {
        const around = lengths.slice(...windowAround(lines, index, WIDTH_WINDOW_LINES)).sort()
        return around[Math.floor(around.length * 0.9)] ?? 0
      },
      gap: gapWithinParagraphs(lines, runsOn, windowAround(lines, index, GAP_WINDOW_LINES)),
    }
  }
}

/** Up to `reach` lines on either side, of the same page. */
function windowAround(lines: readonly RecordLine[], index: number, reach: number): Span {
  let start = index
  let end = index + 1
  while (start > 0 && index - start < reach && !lines[start]?.pageStart) start--
  while (end < lines.length && end - index <= reach && !lines[end]?.pageStart) end++
  return [start, end]
}

/** The usual number of blank lines where a sentence runs on from one line to the next. */
function gapWithinParagraphs(
  lines: readonly RecordLine[],
  runsOn: readonly boolean[],
  [start, end]: Span,
): number {
  const gaps: number[] = []
  for (let at = start + 1; at < end; at++) if (runsOn[at]) gaps.push(lines[at]?.blankBefore ?? 0)
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 0
}

function runsOnFrom(previous: RecordLine | undefined, line: RecordLine): boolean {
  return (
    previous !== undefined &&
    !line.afterSeam &&
    STARTS_LOWER.test(line.text) &&
    !CLAUSE_END.test(previous.text) &&
    !readMarker(line.text)
  )
}

function blockOf(line: RecordLine, marker: Marker | null): GrowingBlock {
  const width = marker?.width ?? 0
  return {
    text: line.text.slice(width),
    offsets: line.offsets.slice(width),
    marker,
    strong: line.strong,
    headingLevel: line.headingLevel,
    cells: line.cells.map(([start, end]) => [Math.max(0, start - width), Math.max(0, end - width)]),
    blankBefore: line.blankBefore,
    pageStart: line.pageStart,
    page: line.page ?? line.printedPage,
    pageLabel: line.pageLabel ?? line.printedPage?.toString() ?? null,
    seams: line.cut ? [Math.max(0, line.cut.at - width)] : [],
    headsWebItem: line.headsWebItem,
    webItemNumber: line.cut?.itemNumber ?? null,
  }
}

/** Adds a line to the text of a block, with a space between them unless a hyphen holds them together. */
function addLine(block: GrowingBlock, line: RecordLine, previous: RecordLine): void {
  const { text, offsets, seams } = block
  const glue = HYPHEN_AT_END.test(previous.text)
  if (!glue) offsets.push((offsets.at(-1) ?? 0) + 1)
  for (const offset of line.offsets) offsets.push(offset)
  const start = text.length + (glue ? 0 : 1)
  if (line.afterSeam) seams.push(text.length)
  if (line.cut) seams.push(start + line.cut.at)
  block.text = text + (glue ? '' : ' ') + line.text
  block.strong &&= line.strong
  block.webItemNumber = line.cut?.itemNumber ?? null
}
