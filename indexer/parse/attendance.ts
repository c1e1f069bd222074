import type { Attendee, AttendanceStatus } from '../../corpus/model/attendee.ts'
import { HONOURS, readName } from '../analysis/names.ts'
import { memberRole, roleOfForm } from '../analysis/roles.ts'
import type { Block } from './blocks.ts'
import type { PartBlocks } from './parts.ts'

/** The people that the head of a part lists, and the blocks that list them. */
export interface Attendance {
  readonly attendees: readonly Attendee[]
  readonly blocks: ReadonlySet<number>
}

interface ListHead {
  readonly pattern: RegExp
  readonly status: AttendanceStatus
  readonly example: string
}

/** The words that open a list of names; what follows the colon is the list. */
export const LIST_HEADS: readonly ListHead[] = [
  { pattern: /^(?:PRESENT|Present)\s?:\s*/, status: 'present', example: 'PRESENT: Mr M Hill OBE (Chairman)' },
  {
    pattern: /^(?:ALSO PRESENT|Also present)\s?:\s*/,
    status: 'in attendance',
    example: 'ALSO PRESENT: Mr M Scott',
  },
  {
    pattern: /^(?:IN ATTENDANCE|In attendance|In Attendance)\s?:\s*/,
    status: 'in attendance',
    example: 'IN ATTENDANCE: Mrs A Taylor',
  },
  { pattern: /^Attendees\s?:\s*/, status: 'present', example: 'Attendees:' },
  {
    pattern: /^Apologies(?:\s?:\s*|\s(?=[A-Z][a-z]+ [A-Z][\p{L}'-]+ [-\u2013] ))/u,
    status: 'apologies',
    example: 'Apologies: Cllr D Keers',
  },
]

const APOLOGIES_IN_TEXT = /^Apologies (?:for absence )?were received from (.+?)\.(?: (.*))?$/
const SUBSTITUTION = /^(.{3,60}) substituted for (.{3,60}?)\.?$/
const ORGANISATION = /^([A-Z][^:()]{2,80}):\s*/
/** One person in a list of their own, with post and organisation. */
const LONGEST_ENTRY = 120
const NAME_DASH_ROLE = /^([^()]{3,60}?) [-\u2013] (.{2,120})$/

/** Who attended the meeting of a part, as its head lists them or its first item tells. */
export function findAttendance(blocks: readonly Block[], part: PartBlocks): Attendance {
  const attendees: Attendee[] = []
  const listing = new Set<number>()
  if (part.kind !== 'minutes' && part.kind !== 'meeting_notes') return { attendees, blocks: listing }
  let status: AttendanceStatus | null = null
  let organisation: string | null = null

  for (let at = part.start; at < part.end; at++) {
    const block = blocks[at]
    if (!block) continue
    const head = LIST_HEADS.find(({ pattern }) => pattern.test(block.text))
    const isListLine =
      status !== null &&
      ((block.marker?.kind === 'bullet' && block.text.length <= LONGEST_ENTRY) ||
        ORGANISATION.test(block.text))
    if (head) {
      status = head.status
      organisation = null
    } else if (!isListLine) {
      status = null
      attendees.push(...namedInText(block.text, part))
      continue
    }
    if (status === null) continue
    const line = readLine(
      head ? block.text.replace(head.pattern, '') : block.text,
      status,
      organisation,
      part,
    )
    if (line.attendees.length === 0 && !line.isOrganisation && !head) {
      status = null
      continue
    }
    organisation = line.organisation
    attendees.push(...line.attendees)
    listing.add(at)
  }
  return { attendees, blocks: listing }
}

interface AttendanceLine {
  readonly attendees: Attendee[]
  readonly organisation: string | null
  readonly isOrganisation: boolean
}

function readLine(
  text: string,
  status: AttendanceStatus,
  organisation: string | null,
  part: PartBlocks,
): AttendanceLine {
  const named = ORGANISATION.exec(text)
  const from = named?.[1] ?? organisation
  const names = named ? text.slice(named[0].length) : text
  const entries = NAME_DASH_ROLE.test(names) && !names.includes(',') ? [names] : splitNames(names)
  const attendees = entries.flatMap((entry) => readAttendee(entry, status, from, part))
  return { attendees, organisation: from, isOrganisation: named !== null }
}

function readAttendee(
  entry: string,
  status: AttendanceStatus,
  organisation: string | null,
  part: PartBlocks,
): Attendee[] {
  const bracket = /^(.*?)\s*\(([^()]*)\)?$/.exec(entry)
  const dashed = NAME_DASH_ROLE.exec(entry)
  const [printed, role] = dashed
    ? [dashed[1], dashed[2]]
    : bracket
      ? [bracket[1], bracket[2]]
      : roleBeforeName(entry)
  const name = readName(printed ?? '')
  if (!name) return []
  const isMember = status === 'present' && organisation === null
  return [
    {
      part: part.index,
      name: name.printed,
      role: role?.replace(/\s*\([A-Z/]+\)$/, '') ?? (isMember ? memberRole(part.body) : null),
      organisation,
      status,
    },
  ]
}

/** `Chief Constable Alan Pughsley`: the post stands before the name. */
function roleBeforeName(entry: string): [string, string | undefined] {
  const words = entry.split(' ')
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    const post = words.slice(0, length).join(' ')
    const name = words.slice(length).join(' ')
    if (roleOfForm(post) && readName(name)) return [name, post]
  }
  return [entry, undefined]
}

/** Names apart by commas and "and"; a comma within brackets, or before an honour, parts nothing. */
function splitNames(text: string): string[] {
  const entries: string[] = []
  let depth = 0
  let entry = ''
  const close = (): void => {
    const trimmed = entry.trim().replace(/^and /, '').replace(/\.$/, '')
    if (HONOURS.has(trimmed.split(' ')[0] ?? '') && entries.length > 0)
      entries.push(`${entries.pop() ?? ''}, ${trimmed}`)
    else if (trimmed !== '') entries.push(trimmed)
    entry = ''
  }
  for (const piece of text.split(/([(),;]|\s+and\s+)/)) {
    if (piece === '(') depth++
    if (piece === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && (piece === ',' || piece === ';' || piece.trim() === 'and')) close()
    else entry += piece
  }
  close()
  return entries
}

/** "Apologies were received from Cllr Keers and Mr Meade. Mrs Hohler substituted for Mr Meade." */
function namedInText(text: string, part: PartBlocks): Attendee[] {
  const apologies = APOLOGIES_IN_TEXT.exec(text)
  if (!apologies) return []
  const absent = splitNames(apologies[1] ?? '').flatMap((entry) =>
    readAttendee(entry, 'apologies', null, part),
  )
  const substitute = SUBSTITUTION.exec(apologies[2] ?? '')?.[1]
  const present = substitute ? readAttendee(substitute, 'substitute', null, part) : []
  return [...absent, ...present].map((attendee) => ({
    ...attendee,
    role: attendee.role ?? memberRole(part.body),
  }))
}
