import type { Attendee } from '../../corpus/model/attendee.ts'
import { isTitle } from '../analysis/names.ts'
import type { AttendanceHead } from './attendanceHeads.ts'
import { attendanceHeadOf } from './attendanceHeads.ts'
import type { ListContext, ReadList } from './attendees.ts'
import { postBeforeName, readPeople } from './attendees.ts'
import type { Block } from './blocks.ts'
import type { PartBlocks } from './parts.ts'

/** The people that the head of a part lists, and the blocks that list them. */
export interface Attendance {
  readonly attendees: readonly Attendee[]
  readonly blocks: ReadonlySet<number>
}

/** A list being read. */
interface OpenList {
  readonly head: AttendanceHead
  readonly organisation: string | null
  /** Nothing followed the colon: the names stand in the lines below. */
  readonly isBelow: boolean
}

const APOLOGIES_IN_TEXT =
  /\b(?:Apologies|An apology|Apology|apologies)\b[^.]{0,80}? (?:(?:was|were|has been|have been|had been) )?(?:also )?received (?:from|on behalf of) ((?:\b(?:Mr|Mrs|Ms|Dr|Cllr|[A-Z])\.|[^.])+)\.?(?: (.*))?$/
const SUBSTITUTION = /^(.{3,60}) substituted for (.{3,60}?)\.?$/
const ORGANISATION = /^([A-Z][^:()]{2,80}):\s*/
/** Labels of other lines at the head of minutes: they list nobody. */
const NO_ORGANISATION =
  /^(?:minutes?|minute[- ]taker|note[- ]taker|secretary|clerk|chair\w*|date|time|venue|location|item|action|resolved)\b/i
/** One person in a list of their own, with post and organisation. */
const LONGEST_ENTRY_CHARACTERS = 120
const LONGEST_LIST_CHARACTERS = 2_500
/** A line of names has at least this share of entries that read as names. */
const LEAST_SHARE_OF_NAMES = 0.6

/** Who attended the meeting of a part, as its head lists them or its first item tells. */
export function findAttendance(blocks: readonly Block[], part: PartBlocks): Attendance {
  const attendees: Attendee[] = []
  const listing = new Set<number>()
  if (part.kind !== 'minutes' && part.kind !== 'meeting_notes') return { attendees, blocks: listing }
  let list: OpenList | null = null

  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block) continue
    const line = listLineAt(block, list, part)
    list = line?.list ?? null
    attendees.push(...(line?.attendees ?? namedInText(block.text, part)))
    if (line) listing.add(at)
  }
  return { attendees, blocks: listing }
}

/** A line of a list, and the list as it goes on after it. */
interface ListLine extends ReadList {
  readonly list: OpenList
}

/** The block as the head of a list or, where one is open, as a line of it; null where it is neither. */
function listLineAt(block: Block, list: OpenList | null, part: PartBlocks): ListLine | null {
  const head = attendanceHeadOf(block.text)
  if (!head) return list && readListLine(block, list, part)
  const rest = block.text.replace(head.pattern, '')
  return readLine(rest, { head, organisation: null, isBelow: rest === '' }, part)
}

function readListLine(block: Block, list: OpenList, part: PartBlocks): ListLine | null {
  const isOrganisation = ORGANISATION.test(block.text) && !NO_ORGANISATION.test(block.text)
  const isBullet = block.marker?.kind === 'bullet' && block.text.length <= LONGEST_ENTRY_CHARACTERS
  if (isOrganisation || isBullet) {
    const line = readLine(block.text, list, part)
    return line.attendees.length > 0 || isOrganisation ? line : null
  }
  if (!list.isBelow || block.text.length > LONGEST_LIST_CHARACTERS || !mayBeNames(block)) return null
  const line = readLine(block.text, list, part)
  return line.attendees.length > 0 && line.share >= LEAST_SHARE_OF_NAMES ? line : null
}

/** Names below a head begin with a title, or with several of them; a heading of the same length does neither. */
function mayBeNames({ text, marker, headingLevel }: Block): boolean {
  if (headingLevel !== null || (marker !== null && marker.kind !== 'bullet')) return false
  const first = text.split(/[ .,]/, 1)[0] ?? ''
  return (
    isTitle(first) ||
    postBeforeName(text.replace(/\.$/, ''))[1] !== undefined ||
    /^[A-Z]\. ?[A-Z]/.test(text) ||
    /^[^.:?]{2,80},/.test(text) ||
    /\((?:Mr|Mrs|Ms|Dr|Miss)\b/.test(text)
  )
}

function readLine(text: string, list: OpenList, part: PartBlocks): ListLine {
  const named = NO_ORGANISATION.test(text) ? null : ORGANISATION.exec(text)
  const organisation = named?.[1] ?? list.organisation
  const people = readPeople(
    named ? text.slice(named[0].length) : text,
    contextOf(list.head, organisation, part),
  )
  return { ...people, list: { ...list, organisation } }
}

function contextOf(
  { status, role }: Pick<AttendanceHead, 'status' | 'role'>,
  organisation: string | null,
  part: PartBlocks,
): ListContext {
  return { part: part.index, body: part.body, status, organisation, role }
}

/** "Apologies were received from Cllr Keers and Mr Meade. Mrs Hohler substituted for Mr Meade." */
function namedInText(text: string, part: PartBlocks): readonly Attendee[] {
  const apologies = APOLOGIES_IN_TEXT.exec(text)
  if (!apologies) return []
  const absent = readPeople(apologies[1] ?? '', contextOf({ status: 'apologies', role: null }, null, part))
  const substitute = SUBSTITUTION.exec(apologies[2] ?? '')?.[1]
  const present = substitute
    ? readPeople(substitute, contextOf({ status: 'substitute', role: null }, null, part)).attendees
    : []
  return [...absent.attendees, ...present]
}
