import type { Paragraph, ParagraphKind } from '../../corpus/model/paragraph.ts'
import { append, NO_TEXT, spansOf } from '../../corpus/model/sourcedText.ts'
import type { Block } from './blocks.ts'
import { paragraphIds } from './ids.ts'
import type { ItemHeading } from './items.ts'
import type { PartBlocks } from './parts.ts'

/** Where in the document's structure the paragraphs of a part stand. */
export interface PartStructure {
  readonly part: PartBlocks
  /** In order; `index` counts through the document. */
  readonly items: readonly (ItemHeading & { readonly index: number })[]
  /** Blocks that list who attended. */
  readonly attendance: ReadonlySet<number>
}

type Draft = Omit<Paragraph, 'id'>

const LONGEST_HEADING = 110
const SHORTEST_PARAGRAPH_UNDER_HEADING = 60
const ACTIONS_HEADING = /^(?:actions?|overview of actions|action points?)\s?:?$/i

/** Every block as a paragraph, in reading order, with its id. */
export function makeParagraphs(
  blocks: readonly Block[],
  structures: readonly PartStructure[],
  source: string,
  document: string,
): Paragraph[] {
  const drafts = structures.flatMap((structure) => paragraphsOfPart(blocks, structure, source))
  const ids = paragraphIds(
    document,
    drafts.map((draft) => draft.text),
  )
  return drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? '' }))
}

function paragraphsOfPart(
  blocks: readonly Block[],
  { part, items, attendance }: PartStructure,
  source: string,
): Draft[] {
  const drafts: Draft[] = []
  const title = part.kind === 'report' || part.kind === 'appendix' ? [part.title] : []
  let item: (ItemHeading & { readonly index: number }) | null = null
  let heading: string | null = null

  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block) continue
    const opened = items.find((candidate) => candidate.start === at)
    if (opened) {
      item = opened
      heading = null
      drafts.push(itemHeading(blocks.slice(opened.start, opened.end), opened, title, source))
      at = opened.end - 1
      continue
    }
    const kind = kindOf(block, blocks[at + 1], { isAttendance: attendance.has(at), heading })
    const headings: string[] = [
      ...title,
      ...(item ? [item.title] : []),
      ...(heading !== null && kind !== 'heading' ? [heading] : []),
    ]
    drafts.push(draftOf(block, kind, headings, source, { part: part.index, item: item?.index ?? null }))
    if (kind === 'heading') heading = block.text
  }
  return drafts
}

function draftOf(
  block: Block,
  kind: ParagraphKind,
  headings: readonly string[],
  source: string,
  { part, item }: Pick<Draft, 'part' | 'item'>,
): Draft {
  const label = block.marker?.label ?? ''
  return {
    part,
    item,
    text: block.text,
    label: label === '' ? null : label,
    page: block.page,
    kind,
    headings,
    spans: spansOf(block, source),
    seams: block.seams,
  }
}

/** A heading and the agenda's reference under it are one. */
function itemHeading(
  blocks: readonly Block[],
  item: ItemHeading & { readonly index: number },
  headings: readonly string[],
  source: string,
): Draft {
  const [first, ...rest] = blocks
  if (!first) throw new Error(`item ${item.index} has no heading`)
  const { text, offsets } = rest.reduce((whole, block) => append(whole, block), append(NO_TEXT, first))
  return draftOf({ ...first, text, offsets }, 'heading', headings, source, {
    part: item.part,
    item: item.index,
  })
}

interface Context {
  readonly isAttendance: boolean
  readonly heading: string | null
}

function kindOf(block: Block, next: Block | undefined, { isAttendance, heading }: Context): ParagraphKind {
  if (isAttendance) return 'attendance'
  if (/^RESOLVED\b/.test(block.text)) return 'decision'
  const inActions = heading !== null && ACTIONS_HEADING.test(heading)
  if (block.cells.length > 0) return inActions && !/^status\b/i.test(block.text) ? 'action' : 'table_row'
  if (block.marker?.kind === 'question') return block.marker.width > 0 ? 'question' : 'heading'
  if (inActions && block.marker?.kind === 'bullet') return 'action'
  if (block.marker?.kind === 'bullet' || block.marker?.kind === 'letter') return 'list_item'
  return isHeading(block, next) ? 'heading' : 'text'
}

function isHeading(block: Block, next: Block | undefined): boolean {
  if (block.headingLevel !== null) return true
  if (
    block.marker !== null ||
    block.text.length > LONGEST_HEADING ||
    !/^["'\u2018\u201c(\d]?[A-Z]/.test(block.text)
  )
    return false
  if (/[.;,!?)]$/.test(block.text) || !next) return false
  return (
    block.strong ||
    next.marker !== null ||
    next.cells.length > 0 ||
    next.text.length > SHORTEST_PARAGRAPH_UNDER_HEADING
  )
}
