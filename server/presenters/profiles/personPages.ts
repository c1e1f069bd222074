import { formatPeriod } from '../../../corpus/model/formatDate.ts'
import type { AttendanceStatus } from '../../../corpus/model/attendee.ts'
import { ATTENDANCE_STATUSES } from '../../../corpus/model/attendee.ts'
import type { PrintedName } from '../../../corpus/store/people.ts'
import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import { groupedBy } from '../../groupedBy.ts'
import { PATHS, pathTo } from '../../paths.ts'
import type { Attendance } from '../../profiles/attendances.ts'
import type { PersonProfile } from '../../profiles/profiles.ts'
import { initialOf } from '../initial.ts'
import type { PageHead } from '../pageHead.ts'
import { personNode } from '../schemaNodes.ts'
import { presentCommitmentSection, presentEntrySection } from './entrySection.ts'
import { latestHeld, presentHeld } from './roleWords.ts'
import { feedOf, findSaid, jsonOf, sharesOf } from './said.ts'

/** A list of this many names and more is led into by letters. */
const LONG_LIST = 40
const SHOWN_MEETINGS = 8
const SHOWN_TOPICS = 10
const NO_LETTER = 'Other'

const PEOPLE: PageHead = {
  title: 'People',
  description: 'Everybody whom the record names, with their roles and how much they said.',
  path: PATHS.people,
  section: 'people',
  crumbs: [],
  alternates: [jsonOf(PATHS.apiPeople)],
}

/** Everybody whom the record names, by the first letter of the surname. */
export function presentPeople({ profiles }: Generation) {
  const { people } = profiles
  const letters = [...groupedBy(people, ({ surname }) => initialOf(surname) ?? NO_LETTER)].map(
    ([letter, named]) => ({
      letter,
      anchor: `letter-${letter.toLowerCase()}`,
      people: named.map(presentInList),
    }),
  )
  return { head: PEOPLE, total: people.length, letters, isLong: people.length >= LONG_LIST }
}

function presentInList({ id, name, roles, paragraphs }: PersonProfile) {
  return {
    name,
    href: pathTo('person', id),
    facts: [latestHeld(roles)?.role, paragraphs === 0 ? null : counted(paragraphs, 'paragraph')]
      .filter((fact) => fact != null)
      .join(', '),
  }
}

export async function presentPerson(
  person: PersonProfile,
  names: readonly PrintedName[],
  generation: Generation,
) {
  const filters = { person: [person.id] }
  const of = `of ${person.name}`
  const [said, ...sections] = await Promise.all([
    findSaid(generation, filters),
    presentEntrySection('questions', 'Asked', filters, of, generation),
    presentCommitmentSection('Promised', filters, of, generation),
    presentEntrySection('decisions', 'Moved or seconded', filters, of, generation),
  ])
  return {
    head: headOf(person, names),
    name: person.name,
    roles: [...person.roles].reverse().map(presentHeld),
    said,
    topics: sharesOf(said, 'topic', SHOWN_TOPICS, generation),
    sections: sections.filter(({ total }) => total > 0),
    without: withoutInWords(sections.filter(({ total }) => total === 0).map(({ id }) => id)),
    attendance: presentAttendance(person.attendances),
    names: names.map(({ name, evidence, documentId }) => ({
      name,
      evidence,
      document: generation.places.documents.get(documentId)?.title ?? documentId,
      href: pathTo('document', documentId),
    })),
    namesakes: (generation.profiles.peopleBySurname.get(person.surname) ?? [])
      .filter(({ id }) => id !== person.id)
      .map(presentInList),
  }
}

function headOf({ id, name, roles, paragraphs }: PersonProfile, names: readonly PrintedName[]): PageHead {
  const posts = [...new Set(roles.map(({ role }) => role))]
  const as = posts.length === 0 ? '' : `, ${posts.join(', ')}`
  const path = pathTo('person', id)
  return {
    title: name,
    description: `${name}${as}: what the record has of what they said (${counted(paragraphs, 'paragraph')}), asked and promised, and the meetings they attended.`,
    path,
    section: 'people',
    crumbs: [{ label: 'People', href: PATHS.people }],
    alternates: [feedOf({ person: [id] }, `of ${name}`), jsonOf(pathTo('apiPerson', id))],
    about: (absolute) => [
      personNode({ name, path, names: names.map((form) => form.name), roles: posts }, absolute),
    ],
  }
}

const WHAT_THEY_DID: Readonly<Record<string, string>> = {
  questions: 'questions that they asked',
  commitments: 'commitments that they made',
  decisions: 'decisions that they moved or seconded',
}

/** What was looked for and not found; null where everything was. */
function withoutInWords(lists: readonly string[]): string | null {
  const missing = lists.flatMap((list) => WHAT_THEY_DID[list] ?? [])
  if (missing.length === 0) return null
  const [last, ...others] = [...missing].reverse()
  const all = others.length === 0 ? last : `${[...others].reverse().join(', ')} or ${last}`
  return `A program found no ${all} under this name.`
}

const STATUS_WORDS: Readonly<Record<AttendanceStatus, string>> = {
  present: 'present',
  'in attendance': 'in attendance',
  apologies: 'sent apologies',
  substitute: 'as a substitute',
}

/** The meetings of a person, counted by what the lists say; null where the person stands on none. */
function presentAttendance(attendances: readonly Attendance[]) {
  const [latest, first] = [attendances[0], attendances.at(-1)]
  if (!latest || !first) return null
  const counts = ATTENDANCE_STATUSES.flatMap((status) => {
    const count = attendances.filter(({ statuses }) => statuses.includes(status)).length
    return count === 0 ? [] : [`${STATUS_WORDS[status]} ${count.toLocaleString('en-GB')}`]
  })
  const meetings = attendances.map(({ meeting, statuses }) => ({
    title: meeting.title,
    href: pathTo('meeting', meeting.id),
    status: statuses.map((status) => STATUS_WORDS[status]).join('; '),
  }))
  return {
    total: counted(attendances.length, 'meeting'),
    counts: counts.join(', '),
    dates: formatPeriod(first.meeting.date, latest.meeting.date),
    shown: meetings.slice(0, SHOWN_MEETINGS),
    folded: meetings.slice(SHOWN_MEETINGS),
  }
}
