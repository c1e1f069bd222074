import type { Attendee, AttendanceStatus } from '../../corpus/model/attendee.ts'
import type { PersonName } from '../analysis/names.ts'
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
/** Labels of other lines at the head of minutes: they list nobody. */
const NO_ORGANISATION =
  /^(?:minutes?|minute[- ]taker|note[- ]taker|secretary|clerk|chair\w*|date|time|venue|location)\b/i
const SUBSTITUTED_BY = /,? who was substituted (?:for )?by /
const SUBSTITUTING = /\bsubstitut(?:e|ed|ing) for\b/i
/** Members of a parliament are told by the letters after their names. */
const PARLIAMENT = / (MP|MSP|MS|AM|MLA|TD)$/
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
        (ORGANISATION.test(block.text) && !NO_ORGANISATION.test(block.text)))
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
  const entries = NAME_DASH_ROLE.test(names) && !names.includes(',') ? [names] : withRoles(splitNames(names))
  const attendees = entries.flatMap((entry) => readAttendee(entry, status, from, part))
  return { attendees, organisation: from, isOrganisation: named !== null }
}

/** `Sue Chandler, Cabinet Member for Children`: an entry that begins with a post is that of the name before it. */
function withRoles(entries: readonly string[]): string[] {
  const joined: string[] = []
  for (const entry of entries) {
    const before = joined.at(-1)
    if (before !== undefined && !before.includes('(') && beginsWithRole(entry) && readName(before))
      joined[joined.length - 1] = `${before} (${entry})`
    else joined.push(entry)
  }
  return joined
}

function beginsWithRole(entry: string): boolean {
  const words = entry.split(' ')
  const lengths = [4, 3, 2, 1].filter((length) => length <= words.length)
  return lengths.some(
    (length) =>
      roleOfForm(words.slice(0, length).join(' ')) !== null &&
      (length === words.length || /^(?:for|of|to|-|\u2013)$/.test(words[length] ?? '')),
  )
}

/** "Nancy Sayer who was substituted by Roxanne Hills" is one apology and one substitute. */
function readAttendee(
  entry: string,
  status: AttendanceStatus,
  organisation: string | null,
  part: PartBlocks,
): Attendee[] {
  const [absent, substitute] = entry.split(SUBSTITUTED_BY)
  if (absent === undefined || substitute === undefined) return readPerson(entry, status, organisation, part)
  return [
    ...readPerson(absent, 'apologies', organisation, part),
    ...readPerson(substitute, 'substitute', organisation, part),
  ]
}

function readPerson(
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
  const isSubstitute = role !== undefined && SUBSTITUTING.test(role)
  const isPost = role !== undefined && !isSubstitute && /^[\p{Lu}\d]/u.test(role)
  return [
    {
      part: part.index,
      name: name.printed,
      role: isPost ? role.replace(/\s*\([A-Z/]+\)$/, '') : ordinaryRole(name, status, organisation, part),
      organisation,
      status: isSubstitute ? 'substitute' : status,
    },
  ]
}

/** Where the list prints no post: what title and letters after the name say, else an ordinary member. */
function ordinaryRole(
  { title, printed }: PersonName,
  status: AttendanceStatus,
  organisation: string | null,
  part: PartBlocks,
): string | null {
  const elected = PARLIAMENT.exec(printed)?.[1]
  if (elected !== undefined) return elected
  if (status === 'in attendance' || organisation !== null) return null
  const member = memberRole(part.body)
  return member === 'Member' && title !== null && /^(?:Cllr|Councillor)/.test(title) ? 'Councillor' : member
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
  return [...absent, ...present]
}
