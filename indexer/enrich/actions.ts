import type { Action } from '../../corpus/model/action.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import type { ActionField } from '../analysis/actionTable.ts'
import { actionColumns, actionRowEnd } from '../analysis/actionTable.ts'
import { daysIn } from '../analysis/dates.ts'
import { dischargeIn } from '../analysis/discharges.ts'
import { organisationAtEnd } from '../analysis/organisations.ts'
import { roleAtEnd } from '../analysis/roles.ts'
import { duePhraseIn } from './undertakings.ts'

const PREVIOUS_MEETING =
  /\b(?:notes|minutes) of (?:the )?(?:previous|last)\b|\bmatters arising\b|\baction (?:updates|log|tracker)\b/i
const UPDATES_FOLLOW = /\b(?:actions?|updates?)\b.{0,60}:$/i
const OWNER_FIRST = /^([A-Z][^:.]{1,60}):\s+(?=\S)/
const OWNER_TO_ACT = /^(.{2,60}?) to (?=[a-z])/
/** `ACTION: Clerk to write to the county council` or `(Action: Clerk)` in running text. */
const ACTION_IN_TEXT = /(?:^|[.(] ?)(?:ACTION|Action)(?: points?)?\s?[:\u2013-]\s*([^()]{2,300}?)\)?$/

/** What somebody was asked to do: actions sections, action tables, updates on earlier actions, and notes in running text. */
export function findActions(parsed: ParsedDocument): Action[] {
  return [...plainActions(parsed.paragraphs), ...followUps(parsed)]
}

function plainActions(paragraphs: readonly Paragraph[]): Action[] {
  const actions: Action[] = []
  let columns: readonly (ActionField | null)[] | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    columns = actionColumns(paragraph) ?? columns
    if (endsInNext(paragraphs, index)) continue
    if (paragraph.kind === 'action') {
      const action = readAction(paragraph, paragraphs[index - 1], columns)
      if (action) actions.push(action)
    } else {
      const noted = actionInText(paragraph)
      if (noted) actions.push(noted)
    }
  }
  return actions
}

/** The words of a row whose status, owner and date have become the paragraph after it. */
function endsInNext(paragraphs: readonly Paragraph[], index: number): boolean {
  const [paragraph, next] = paragraphs.slice(index, index + 2)
  return paragraph?.kind === 'action' && next?.kind === 'action' && actionRowEnd(next.text)?.start === 0
}

function readAction(
  paragraph: Paragraph,
  before: Paragraph | undefined,
  columns: readonly (ActionField | null)[] | null,
): Action | null {
  if (paragraph.cells.length > 1) return columns ? fromRow(paragraph, columns) : sectionAction(paragraph)
  const end = actionRowEnd(paragraph.text)
  if (!end) return sectionAction(paragraph)
  const isOwn = end.start > 0
  const text = isOwn ? paragraph.text.slice(0, end.start) : (before?.text ?? '')
  return {
    ...placeOf(isOwn || !before ? paragraph : before),
    kind: 'action',
    announcement: null,
    text,
    owner: end.owner,
    due: end.due,
    dueText: end.dueText,
    status: end.status,
  }
}

/** Columns are told apart by their names; a head without a name for the action's own words leaves it the first. */
function fromRow(paragraph: Paragraph, columns: readonly (ActionField | null)[]): Action {
  const cells = paragraph.cells.map(([start, end]) => paragraph.text.slice(start, end))
  const shift = Math.max(0, cells.length - columns.length)
  const cellOf = (field: ActionField): string | null => {
    const column = columns.indexOf(field)
    return column < 0 ? null : (cells[column + shift] ?? '') || null
  }
  const dueText = cellOf('due')
  return {
    ...placeOf(paragraph),
    kind: 'action',
    announcement: null,
    text: cellOf('text') ?? cells.find((cell) => cell !== '') ?? paragraph.text,
    owner: cellOf('owner'),
    due: dayIn(dueText),
    dueText,
    status: cellOf('status'),
  }
}

/** `Force: provide an update at a future meeting.` */
function sectionAction(paragraph: Paragraph): Action | null {
  if (paragraph.text.length < 3) return null
  const owner = OWNER_FIRST.exec(paragraph.text)
  const text = owner ? paragraph.text.slice(owner[0].length) : paragraph.text
  const dueText = duePhraseIn(text)
  return {
    ...placeOf(paragraph),
    kind: 'action',
    announcement: null,
    text,
    owner: owner?.[1] ?? ownerToAct(text),
    due: dayIn(text),
    dueText,
    status: null,
  }
}

/** `Force to provide a briefing`: who is to act stands before the verb. */
function ownerToAct(text: string): string | null {
  const subject = OWNER_TO_ACT.exec(text)?.[1]
  if (subject === undefined) return null
  const isNamed =
    (organisationAtEnd(`the ${subject}`) ?? organisationAtEnd(subject) ?? roleAtEnd(subject)) !== null
  return isNamed || /^[A-Z]{2,4}$/.test(subject) ? subject : null
}

function actionInText(paragraph: Paragraph): Action | null {
  if (paragraph.kind === 'heading' || paragraph.kind === 'table_row') return null
  const text = ACTION_IN_TEXT.exec(paragraph.text)?.[1]?.trim()
  if (text === undefined) return null
  const words = text.split(' ')
  const owner = ownerToAct(text) ?? (words.length <= 4 ? text : null)
  return {
    ...placeOf(paragraph),
    kind: 'action',
    announcement: null,
    text: words.length <= 4 ? paragraph.text : text,
    owner,
    due: dayIn(text),
    dueText: duePhraseIn(text),
    status: null,
  }
}

/** Under the notes of the previous meeting, the points of a list that is announced as updates on actions. */
function followUps(parsed: ParsedDocument): Action[] {
  return parsed.items
    .filter(({ title }) => PREVIOUS_MEETING.test(title))
    .flatMap(({ index }) => {
      const paragraphs = parsed.paragraphs.filter(({ item }) => item === index)
      const leadIn = paragraphs.findIndex(({ text }) => UPDATES_FOLLOW.test(text))
      const head = paragraphs[leadIn]
      if (!head) return []
      return paragraphs
        .slice(leadIn + 1)
        .filter(({ kind }) => kind === 'list_item')
        .map((paragraph) => followUp(paragraph, head.text))
    })
}

/** The status is that of its own words, or else that of the announcement. */
function followUp(paragraph: Paragraph, announcement: string): Action {
  return {
    ...placeOf(paragraph),
    kind: 'follow_up',
    text: paragraph.text,
    owner: ownerToAct(paragraph.text),
    due: null,
    dueText: duePhraseIn(paragraph.text),
    status: dischargeIn(paragraph.text) ?? dischargeIn(announcement),
    announcement,
  }
}

function placeOf({ part, item, id }: Paragraph): Pick<Action, 'part' | 'item' | 'paragraphId'> {
  return { part, item, paragraphId: id }
}

function dayIn(text: string | null): CalendarDate | null {
  return text === null ? null : (daysIn(text)[0] ?? null)
}
