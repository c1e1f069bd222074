import type { AgendaItem } from '../../corpus/model/agendaItem.ts'
import type { Block } from './blocks.ts'
import type { PartBlocks } from './parts.ts'

/** An item of business, and the blocks `[start, end)` of the document that its heading is made of. */
export interface ItemHeading extends Omit<AgendaItem, 'index'> {
  readonly start: number
  readonly end: number
}

const REFERENCE = / ?\(Item ?([^)]{0,12})\)$/
const REFERENCE_ONLY = /^\(Item\s*([^)]{0,12})\)$/
const LONGEST_TITLE = 200
const ALL_CAPITALS = /^[^a-z]*[A-Z]{3}[^a-z]*$/
const MOST_WORDS_BEFORE_POINT = 8
/** Verbs of a sentence: a title has none. */
const TELLS = /\b(?:was|were|is|are|had|has|have|been|said|noted|agreed|asked|would|will|reported|stated)\b/i
/** Numbers printed out of order are near the one before. */
const WIDEST_STEP = 10
const FEWEST_MARKED_HEADINGS = 2
/** `2 MATTERS ARISING`: capitals make up for the point that the number lacks. */
const NUMBER_BEFORE_CAPITALS = /^(\d{1,3}) (?=[A-Z]{2,}[^a-z]*$)/
const NUMBER_IN_TEXT = /^(\d{1,3})\.\s+/

/**
 * The items of business of one part, in order. Minutes of committees refer to the agenda ("(Item B1)") under each heading;
 * council web pages offer documents under it; notes have short numbered headings that count from 1.
 */
export function findItems(blocks: readonly Block[], part: PartBlocks): ItemHeading[] {
  if (part.kind !== 'minutes' && part.kind !== 'meeting_notes') return []
  const referenced = itemsWithReference(blocks, part)
  if (referenced.length > 0) return referenced
  const marked = markedHeadings(blocks, part)
  if (marked.length > 0) return marked
  const offered = itemsOfWebPage(blocks, part)
  return offered.length > 0 ? offered : numberedHeadings(blocks, part)
}

function itemsWithReference(blocks: readonly Block[], part: PartBlocks): ItemHeading[] {
  const items: ItemHeading[] = []
  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block || block.text.length > LONGEST_TITLE) continue
    const next = at + 1 < part.end ? blocks[at + 1] : undefined
    const below = next && !next.marker?.label ? REFERENCE_ONLY.exec(next.text) : null
    const inline = REFERENCE_ONLY.test(block.text) ? null : REFERENCE.exec(block.text)
    if (!below && !inline) continue
    const title = inline ? block.text.slice(0, inline.index) : block.text
    const reference = (below ?? inline)?.[1]?.trim()
    items.push({
      part: part.index,
      ...numberAndTitle(block, title),
      reference: reference ? `Item ${reference}` : null,
      start: at,
      end: below ? at + 2 : at + 1,
    })
  }
  return items
}

/** Headings by mark-up that have a number: pages that tell their items so have at least two, all of one level. */
function markedHeadings(blocks: readonly Block[], part: PartBlocks): ItemHeading[] {
  const numbered = blocks
    .map((block, at) => ({ block, at }))
    .slice(part.start, part.end)
    .filter(({ block }) => block.headingLevel !== null && block.marker?.kind === 'number')
  const level = Math.min(...numbered.map(({ block }) => block.headingLevel ?? Infinity))
  const headings = numbered.filter(({ block }) => block.headingLevel === level)
  if (headings.length < FEWEST_MARKED_HEADINGS) return []
  return headings.map(({ block, at }) => ({
    part: part.index,
    ...numberAndTitle(block, block.text),
    reference: null,
    start: at,
    end: at + 1,
  }))
}

function itemsOfWebPage(blocks: readonly Block[], part: PartBlocks): ItemHeading[] {
  const items: ItemHeading[] = []
  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block?.headsWebItem) continue
    const start = webHeadingStart(blocks, at, items.at(-1)?.end ?? part.start)
    items.push({
      part: part.index,
      number: null,
      title: blocks[start]?.text ?? block.text,
      reference: null,
      start,
      end: start + 1,
    })
  }
  return items.map((item, index) => ({
    ...item,
    number: webItemNumber(blocks.slice(item.end, items[index + 1]?.start ?? part.end)),
  }))
}

/** "To note the following changes" has its changes, a sentence each, between the heading and the documents offered. */
function webHeadingStart(blocks: readonly Block[], at: number, from: number): number {
  let start = at
  while (start > from && /[.?!]$/.test(blocks[start]?.text ?? '') && blocks[start - 1]?.marker === null)
    start--
  return start
}

function webItemNumber(blocks: readonly Block[]): string | null {
  return blocks.map((block) => block.webItemNumber).find((number) => number !== null) ?? null
}

function numberedHeadings(blocks: readonly Block[], part: PartBlocks): ItemHeading[] {
  const items: ItemHeading[] = []
  let last = 0
  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    const number = block ? headingNumber(block, last) : null
    if (!block || number === null || !isItemTitle(block, number, last)) continue
    last = number
    items.push({
      part: part.index,
      ...numberAndTitle(block, block.text),
      reference: null,
      start: at,
      end: at + 1,
    })
  }
  return items
}

function headingNumber({ marker, text }: Block, last: number): number | null {
  if (marker?.kind === 'number') return marker.number
  const bare = marker === null ? Number(NUMBER_BEFORE_CAPITALS.exec(text)?.[1] ?? Number.NaN) : Number.NaN
  return bare === last + 1 ? bare : null
}

/**
 * The numbers of items go up by one or two. One that goes back, or is printed twice, is an item's if it is set as a heading; a
 * title may end in a point or colon where it is short and tells nothing.
 */
function isItemTitle(block: Block, number: number, last: number): boolean {
  const isNext = number > last && number <= last + 2
  if (isNext && isTitle(block.text)) return true
  const bare = block.text.replace(/[.:]$/, '')
  const isShort = bare.split(' ').length <= MOST_WORDS_BEFORE_POINT && !TELLS.test(bare)
  if (number === last + 1 && isShort && isTitle(bare)) return true
  const isHeading = block.strong || block.headingLevel !== null || ALL_CAPITALS.test(block.text)
  return isHeading && Math.abs(number - last) <= WIDEST_STEP && isTitle(bare)
}

function isTitle(text: string): boolean {
  return text.length <= 130 && /^(?:\d{1,3} )?["'\u2018\u201c(]?[A-Z]/.test(text) && !/[.;:,?]$/.test(text)
}

function numberAndTitle(block: Block, title: string): Pick<AgendaItem, 'number' | 'title'> {
  if (block.marker?.kind === 'number')
    return { number: block.marker.number?.toString() ?? block.marker.label.replace(/[.)]$/, ''), title }
  const number = NUMBER_IN_TEXT.exec(title) ?? NUMBER_BEFORE_CAPITALS.exec(title)
  return { number: number?.[1] ?? null, title: number ? title.slice(number[0].length) : title }
}
