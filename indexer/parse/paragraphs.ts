import type { Paragraph, ParagraphKind } from '../../corpus/model/paragraph.ts'
import { append, NO_TEXT, spansOf } from '../../corpus/model/sourcedText.ts'
import { actionColumns, actionRowEnd } from '../analysis/actionTable.ts'
import { opensDecision } from '../analysis/resolving.ts'
import type { Block } from './blocks.ts'
import { idsOfTexts } from '../analysis/fingerprint.ts'
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
const ACTIONS_HEADING =
  /^(?:summary of |overview of |agreed |outstanding )?actions?(?: points?| log| list| table)?\s?:?$/i

/** Every block as a paragraph, in reading order, with its id. */
export function makeParagraphs(
  blocks: readonly Block[],
  structures: readonly PartStructure[],
  source: string,
  document: string,
): Paragraph[] {
  const drafts = structures.flatMap((structure) => paragraphsOfPart(blocks, structure, source))
  const ids = idsOfTexts(
    document,
    drafts.map((draft) => draft.text),
  )
  return drafts.map((draft, index) => Object.assign({ id: ids[index] ?? '' }, draft))
}

function paragraphsOfPart(
  blocks: readonly Block[],
  { part, items, attendance }: PartStructure,
  source: string,
): Draft[] {
  const drafts: Draft[] = []
  const itemsByStart = new Map(items.map((opened) => [opened.start, opened]))
  const title = part.kind === 'report' || part.kind === 'appendix' ? [part.title] : []
  let item: (ItemHeading & { readonly index: number }) | null = null
  let heading: string | null = null
  let isActionTable = false

  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block) continue
    const opened = itemsByStart.get(at)
    if (opened) {
      item = opened
      heading = null
      isActionTable = false
      drafts.push(itemHeading(blocks.slice(opened.start, opened.end), opened, title, source))
      at = opened.end - 1
      continue
    }
    const isTableHead = actionColumns(block) !== null
    if (isTableHead) isActionTable = true
    else if (block.cells.length === 0 && !isFlattenedAction([block, blocks[at + 1]])) isActionTable = false
    const isAction = !isTableHead && (isActionTable || (heading !== null && ACTIONS_HEADING.test(heading)))
    const kind = kindOf(block, blocks[at + 1], { isAttendance: attendance.has(at), isAction, isTableHead })
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
    pageLabel: block.pageLabel,
    kind,
    cells: block.cells,
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
  /** It stands in an actions section or an action table. */
  readonly isAction: boolean
  /** It names the columns of an action table. */
  readonly isTableHead: boolean
}

function kindOf(
  block: Block,
  next: Block | undefined,
  { isAttendance, isAction, isTableHead }: Context,
): ParagraphKind {
  if (isAttendance) return 'attendance'
  if (opensDecision(block.text)) return 'decision'
  if (isTableHead) return 'table_row'
  if (block.cells.length > 0) return isAction ? 'action' : 'table_row'
  if (block.marker?.kind === 'question') return block.marker.width > 0 ? 'question' : 'heading'
  if (isAction && (block.marker !== null || isFlattenedAction([block, next]))) return 'action'
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

/** Where the cells of a table have run together, the words of a row come before its status, owner and date. */
function isFlattenedAction(block: readonly (Block | undefined)[]): boolean {
  return block.some((candidate) => actionRowEnd(candidate?.text ?? '') !== null)
}
