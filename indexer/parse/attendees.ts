import type { AttendanceStatus, Attendee } from '../../corpus/model/attendee.ts'
import type { PersonName } from '../analysis/names.ts'
import { HONOURS, isTitle, readName } from '../analysis/names.ts'
import { memberRole, roleOfForm, roleOfPost } from '../analysis/roles.ts'

/** What is known of the people of a list before their names are read. */
export interface ListContext {
  readonly part: number
  readonly body: string | null
  readonly status: AttendanceStatus
  readonly organisation: string | null
  /** The role of those whose role is not printed; null for an ordinary member. */
  readonly role: string | null
}

/** The people of a list, and how much of it could be read as people: 0 to 1. */
export interface ReadList {
  readonly attendees: readonly Attendee[]
  readonly share: number
}

const SUBSTITUTED_BY = /,? who was substituted (?:for )?by /
const SUBSTITUTING = /\bsubstitut(?:e|ed|ing) for\b/i
/** Members of a parliament are told by the letters after their names. */
const PARLIAMENT = / (MP|MSP|MS|AM|MLA|TD)$/
const NAME_DASH_ROLE = /^([^()]{3,60}?) [-\u2013] (.{2,120})$/
/** `Councillors Roach, Ling and Pike`: the title is that of all. */
const PLURAL_TITLE = /^(?:the )?(?:Councillors|Cllrs\.?|Clirs\.?|Messrs\.?|Members) /i
const BRACKET = /\(([^()]{2,80})\)/g
const TITLED = /^(?:mr|mrs|ms|miss|dr|cllr|councillor|prof)\b\.?\s/i
const LONGEST_POST = 160
/** Before a title a new person begins, though the comma is missing: `Cllr Roach Cllr Ling`. */
const MISSING_COMMA =
  /(?<=[\p{Ll})])(?<!\b(?:and|County|City|Town|Mr|Mrs|Ms|Dr|Cllr|Councillor|Prof|Sir|Dame|Lord|Lady|Rev|by|for)) (?=(?:Cllrs?|Councillor|Mr|Mrs|Ms|Dr)\b\.? ?\p{Lu})|(?<=\(\p{Lu}\)) (?=\p{Lu}\p{Ll})/gu

export function readPeople(text: string, context: ListContext): ReadList {
  const inverted = postsBeforeNames(text, context)
  if (inverted.length > 0) return { attendees: inverted, share: 1 }
  const isPlural = PLURAL_TITLE.test(text)
  const entries = entriesOf(text.replace(PLURAL_TITLE, '').replace(MISSING_COMMA, ', '))
  const ownRole = isPlural && memberRole(context.body) === 'Member' ? 'Councillor' : context.role
  const read = entries.map((entry) => readEntry(entry, { ...context, role: context.role ?? ownRole }))
  const share = read.filter((people) => people.length > 0).length / Math.max(1, entries.length)
  return { attendees: read.flat(), share }
}

/** Names with what is printed beside them: `Rob Pike - Clerk`, `Ms Ling, Director, Housing` on a line of its own, or a list. */
function entriesOf(names: string): string[] {
  if (NAME_DASH_ROLE.test(names) && !names.includes(',')) return [names]
  if (names.includes(';'))
    return names.split(';').flatMap((entry) => onePerson(entry.trim(), () => true) ?? splitNames(entry))
  return onePerson(names, readsAsPost) ?? withPosts(splitNames(names))
}

/** One titled name, then a post and perhaps a department: all of it is one person's. */
function onePerson(text: string, mayBePost: (rest: string) => boolean): string[] | null {
  const [name = '', ...rest] = text.replace(/\.$/, '').split(/,\s*/)
  const post = rest.join(', ')
  const isOne =
    rest.length > 0 &&
    !text.includes('(') &&
    !rest.some((piece) => TITLED.test(piece) || /\band\b/.test(piece))
  return isOne && (TITLED.test(name) || /^\p{Lu}\.\s?\p{Lu}/u.test(name)) && readName(name) && mayBePost(post)
    ? [`${name} (${post})`]
    : null
}

/**
 * `Chief Executive (Mr. P. Daly), Director of Housing (Ms. C. Curley)`: posts first, names in brackets. It is such a list
 * where the brackets hold names and what stands before them does not.
 */
function postsBeforeNames(text: string, context: ListContext): Attendee[] {
  if (!text.includes('(')) return []
  const pairs: { post: string; name: PersonName | null; isTitled: boolean }[] = []
  let end = 0
  for (const { 0: bracket, 1: inner = '', index } of text.matchAll(BRACKET)) {
    const post = text
      .slice(end, index)
      .replace(/^[\s.,;:]*(?:and\s+)?/, '')
      .replace(/[ ,]{1,4}$/, '')
    pairs.push({ post, name: readName(inner), isTitled: TITLED.test(inner.trim()) })
    end = index + bracket.length
  }
  const named = pairs.filter(
    ({ name, post }) => name !== null && post !== '' && post.length <= LONGEST_POST && !TITLED.test(post),
  )
  const isInverted =
    named.length > pairs.length / 2 &&
    (named.filter(({ isTitled }) => isTitled).length > named.length / 2 ||
      named.filter(({ post, name }) => readsAsPost(post) && (name?.givenNames.length ?? 0) > 0).length >
        named.length / 2)
  return isInverted ? named.flatMap(({ post, name }) => (name ? [attendee(name, context, post)] : [])) : []
}

/** An entry that is a post is that of the name before it, or where none is before it, of the titled name after it. */
function withPosts(entries: readonly string[]): string[] {
  const joined: string[] = []
  let post: string | null = null
  for (const entry of entries) {
    const before = joined.at(-1)
    if (!readsAsPost(entry)) {
      joined.push(post !== null && TITLED.test(entry) && !entry.includes('(') ? `${entry} (${post})` : entry)
      post = null
    } else if (before !== undefined && !before.includes('(') && readName(before))
      joined[joined.length - 1] = `${before} (${entry})`
    else if (roleOfForm(entry) !== null || roleOfPost(entry) !== null) post = entry
  }
  return joined
}

function readsAsPost(entry: string): boolean {
  if (entry.includes('(')) return false
  if (roleOfForm(entry) !== null) return true
  const isNamed = postBeforeName(entry)[1] !== undefined
  return !isNamed && !isTitle(entry.split(' ')[0] ?? '') && roleOfPost(entry) !== null
}

/** "Nancy Sayer who was substituted by Roxanne Hills" is one apology and one substitute. */
function readEntry(entry: string, context: ListContext): Attendee[] {
  const [absent, substitute] = entry.split(SUBSTITUTED_BY)
  if (absent === undefined || substitute === undefined) return readPerson(entry, context)
  return [
    ...readPerson(absent, { ...context, status: 'apologies' }),
    ...readPerson(substitute, { ...context, status: 'substitute' }),
  ]
}

function readPerson(entry: string, context: ListContext): Attendee[] {
  const whole = readName(entry)
  const bracket = whole ? null : /^([^(]*?) ?\(([^()]*)\)?$/.exec(entry)
  const dashed = NAME_DASH_ROLE.exec(entry)
  const [printed, note] = dashed
    ? [dashed[1], dashed[2]]
    : bracket
      ? [bracket[1], bracket[2]]
      : postBeforeName(entry)
  const name = readName(printed ?? '')
  return name ? [attendee(name, context, note)] : []
}

/** @param note what the list prints beside the name: a post, or "substitute for ..." */
function attendee(name: PersonName, context: ListContext, note: string | undefined): Attendee {
  const isSubstitute = note !== undefined && SUBSTITUTING.test(note)
  const isPost = note !== undefined && !isSubstitute && /^[\p{Lu}\d]/u.test(note)
  return {
    part: context.part,
    name: name.printed,
    role: isPost ? note.replace(/ ?\([A-Z/]+\)$/, '') : ordinaryRole(name, context),
    organisation: context.organisation,
    status: isSubstitute ? 'substitute' : context.status,
  }
}

/** Where the list prints no post: what title and letters after the name say, else what the list is of. */
function ordinaryRole({ title, printed }: PersonName, context: ListContext): string | null {
  const elected = PARLIAMENT.exec(printed)?.[1]
  if (elected !== undefined) return elected
  if (context.role !== null) return context.role
  if (context.status === 'in attendance' || context.organisation !== null) return null
  const member = memberRole(context.body)
  return member === 'Member' && title !== null && /^(?:Cllr|Councillor)/.test(title) ? 'Councillor' : member
}

/** `Chief Constable Alan Pughsley`: the post stands before the name. */
export function postBeforeName(entry: string): [string, string | undefined] {
  const words = entry.split(' ')
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    const post = words.slice(0, length).join(' ')
    const name = words.slice(length).join(' ')
    if (roleOfForm(post) && !isTitle(post) && readName(name)) return [name, post]
  }
  return [entry, undefined]
}

/** Names apart by commas and "and"; a comma within brackets, or before an honour, parts nothing. */
export function splitNames(text: string): string[] {
  const entries: string[] = []
  let depth = 0
  let entry = ''
  const close = (): void => {
    const trimmed = entry
      .trim()
      .replace(/^(?:and|&) /, '')
      .replace(/[.:]$/, '')
    if (HONOURS.has(trimmed.split(' ')[0] ?? '') && entries.length > 0)
      entries.push(`${entries.pop() ?? ''}, ${trimmed}`)
    else if (trimmed !== '') entries.push(trimmed)
    entry = ''
  }
  for (const piece of text.split(/([(),;]| (?:and|&) )/)) {
    if (piece === '(') depth++
    if (piece === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && (piece === ',' || piece === ';' || /^ (?:and|&) $/.test(piece))) close()
    else entry += piece
  }
  close()
  return entries
}
