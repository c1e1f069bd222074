import type { AttendanceStatus } from '../../corpus/model/attendee.ts'
import type { Speaker } from '../../corpus/model/paragraph.ts'
import { slugOf } from '../../corpus/model/slug.ts'
import type { Database } from '../../corpus/store/database.ts'
import { insertRows } from '../../corpus/store/database.ts'
import type { PersonName } from '../analysis/names.ts'
import { readName } from '../analysis/names.ts'
import { remembering } from '../analysis/remember.ts'
import { canonicalRole, roleOfForm } from '../analysis/roles.ts'
import type { RoleMention } from './roleHolders.ts'
import { roleHoldersOf } from './roleHolders.ts'

const REMEMBERED_NAMES = 50_000

interface Person {
  readonly surname: string
  readonly initials: Set<string>
  readonly forms: Map<string, PersonName>
}

interface AttendeeRow {
  document_id: string
  part: number
  name: string
  role: string | null
  status: AttendanceStatus
}

interface SpeakersRow {
  id: string
  document_id: string
  part: number
  speakers: string
}

/** One person for all forms of a name, and the person behind each speaker where the record names one. */
export async function reconcilePeople(db: Database): Promise<void> {
  const attendees = await db('attendees')
    .orderBy(['document_id', 'position'])
    .select<AttendeeRow[]>('document_id', 'part', 'name', 'role', 'status')
  const paragraphs = await db('paragraphs')
    .whereNot('speakers', '[]')
    .orderBy(['document_id', 'position'])
    .select<SpeakersRow[]>('id', 'document_id', 'part', 'speakers')
  const spoken = paragraphs.map((row) => ({ ...row, speakers: JSON.parse(row.speakers) as Speaker[] }))
  const register = registerOf([
    ...attendees.map(({ name }) => name),
    ...spoken.flatMap(({ speakers }) => speakers.flatMap(({ name }) => name ?? [])),
  ])
  const attending = attendees.filter(({ status }) => status !== 'apologies')
  const holders = roleHolders(attending, register)

  const people = register.people.map((person) => ({ id: personId(person), name: displayName(person) }))
  const places = await placesOfParts(db)
  const links = spoken.flatMap(({ id, document_id, part, speakers }) =>
    speakers.flatMap((speaker, position) => {
      const person =
        speaker.name === null
          ? holders.get(`${document_id} ${part} ${speaker.role}`)
          : register.find(speaker.name)
      return person ? [{ paragraph_id: id, position, person_id: personId(person) }] : []
    }),
  )
  await insertRows(
    db,
    'people',
    [...new Map(people.map((person) => [person.id, person])).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
  await insertRows(db, 'paragraph_people', links)
  await insertRows(db, 'person_names', personNames([...attendees, ...namedSpeakers(spoken)], register))
  const mentions = [...attending, ...namedSpeakers(spoken)].flatMap(
    ({ name, role, document_id, part }): RoleMention[] => {
      const person = role === null ? undefined : register.find(name)
      const place = places.get(`${document_id} ${part}`)
      return person && role !== null && place
        ? [
            {
              personId: personId(person),
              role,
              bodyId: place.body_id,
              meetingId: place.meeting_id,
              date: place.date,
              documentId: document_id,
            },
          ]
        : []
    },
  )
  await insertRows(
    db,
    'role_holders',
    roleHoldersOf(mentions).map((holder) => ({ ...holder })),
  )
}

interface PartPlace {
  document_id: string
  part: number
  meeting_id: string | null
  body_id: string | null
  date: string | null
}

async function placesOfParts(db: Database): Promise<Map<string, PartPlace>> {
  const rows = await db('part_meetings').select<PartPlace[]>(
    'document_id',
    'part',
    'meeting_id',
    'body_id',
    'date',
  )
  return new Map(rows.map((row) => [`${row.document_id} ${row.part}`, row]))
}

interface NamedSpeaker {
  readonly document_id: string
  readonly part: number
  readonly name: string
  readonly role: string | null
}

function namedSpeakers(
  spoken: readonly { document_id: string; part: number; speakers: readonly Speaker[] }[],
): NamedSpeaker[] {
  return spoken.flatMap(({ document_id, part, speakers }) =>
    speakers.flatMap(({ name, role }) => (name === null ? [] : [{ document_id, part, name, role }])),
  )
}

/** Every form in which a name is printed, with the reason why it is held to be that person's. */
function personNames(
  named: readonly { name: string; document_id: string }[],
  register: Register,
): Record<string, string>[] {
  const rows = new Map<string, Record<string, string>>()
  for (const { name, document_id } of named) {
    const person = register.find(name)
    const read = readSpokenName(name)
    if (!person || !read) continue
    const key = `${personId(person)}\n${name}`
    if (rows.has(key)) continue
    const evidence =
      read.givenNames.length > 0
        ? 'surname and given name or initial'
        : 'the only person of that surname in the collection'
    rows.set(key, { person_id: personId(person), name, evidence, document_id })
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

interface Register {
  readonly people: readonly Person[]
  /** The one person that a name can mean; undefined where it could mean two. */
  find(name: string): Person | undefined
}

/**
 * People by surname and initials: `Mr P M Hill` and `Mr Mike Hill` share an initial and are one, `Cllr Palmer` is the
 * only Palmer there is. Two people of one surname are told apart by their initials; a bare surname then means neither.
 */
function registerOf(printed: readonly string[]): Register {
  const names = [...new Set(printed)].sort().flatMap((text) => readSpokenName(text) ?? [])
  const bySurname = new Map<string, Person[]>()
  const withGiven = names.filter(({ givenNames }) => givenNames.length > 0)
  const bare = names.filter(({ givenNames }) => givenNames.length === 0)
  for (const name of [...withGiven, ...bare]) {
    const namesakes = bySurname.get(name.surname) ?? []
    const matches = namesakes.filter((person) => fits(person, name))
    const person = matches[0] ?? {
      surname: name.surname,
      initials: new Set<string>(),
      forms: new Map<string, PersonName>(),
    }
    if (matches.length > 1 && name.givenNames.length === 0) continue
    if (matches.length === 0) bySurname.set(name.surname, [...namesakes, person])
    for (const initial of initialsOf(name)) person.initials.add(initial)
    person.forms.set(name.printed, name)
  }
  const people = [...bySurname.values()].flat()
  giveIds(people)
  const find = remembering((text) => {
    const name = readSpokenName(text)
    const matches = name ? (bySurname.get(name.surname) ?? []).filter((person) => fits(person, name)) : []
    return matches.length === 1 ? (matches[0] ?? null) : null
  }, REMEMBERED_NAMES)
  return { people, find: (text) => find(text) ?? undefined }
}

function fits(person: Person, name: PersonName): boolean {
  if (addressedOtherwise(person, name)) return false
  if (name.givenNames.length === 0 || person.initials.size === 0) return true
  const known = writtenOut([...person.forms.values()].flatMap(({ givenNames }) => givenNames))
  const own = writtenOut(name.givenNames)
  if (known.length > 0 && own.length > 0) return own.some((given) => known.includes(given))
  return initialsOf(name).some((initial) => person.initials.has(initial))
}

/** `Mr J Smith` and `Mrs J Smith` are two people. */
function addressedOtherwise({ forms }: Person, { title }: PersonName): boolean {
  const own = ADDRESS.get(title ?? '')
  if (own === undefined) return false
  const known = [...forms.values()].flatMap((form) => ADDRESS.get(form.title ?? '') ?? [])
  return known.length > 0 && !known.includes(own)
}

const ADDRESS: ReadonlyMap<string, 'man' | 'woman'> = new Map([
  ['Mr', 'man'],
  ['Sir', 'man'],
  ['Mrs', 'woman'],
  ['Ms', 'woman'],
  ['Miss', 'woman'],
  ['Dame', 'woman'],
  ['Lady', 'woman'],
])

/** `Jane` and `John` are two people, though they share an initial. */
function writtenOut(givenNames: readonly string[]): string[] {
  return givenNames.filter((given) => given.length > 2).map((given) => given.toLowerCase())
}

function initialsOf({ givenNames }: PersonName): string[] {
  return givenNames.map((given) => given.charAt(0).toLowerCase())
}

/** A name, without the post that may stand before it (`ACC Shiner`). */
const readSpokenName = remembering(nameAfterPost, REMEMBERED_NAMES)

function nameAfterPost(text: string): PersonName | null {
  const words = text.split(' ')
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    if (roleOfForm(words.slice(0, length).join(' '))) return readName(words.slice(length).join(' ')) ?? null
  }
  return readName(text)
}

function displayName(person: Person): string {
  const forms = [...person.forms.values()].sort(
    (a, b) => fullness(b) - fullness(a) || (a.printed < b.printed ? -1 : 1),
  )
  const fullest = forms[0]
  if (!fullest) return person.surname
  const surname =
    fullest.printed
      .split(/[ ,]/)
      .find((word) => word.toLowerCase().replaceAll('\u2019', "'") === person.surname) ?? person.surname
  return fullest.givenNames.length > 0 ? [...fullest.givenNames, surname].join(' ') : fullest.printed
}

/** Written-out given names before initials, more of them before fewer. */
function fullness({ givenNames }: PersonName): number {
  return givenNames.reduce((sum, given) => sum + (given.length > 2 ? 10 : 1), 0)
}

const personIds = new WeakMap<Person, string>()

/** A person's id is the slug of the name; of two whose names are written alike the second gets `-2`. */
function giveIds(people: readonly Person[]): void {
  const taken = new Map<string, number>()
  const keyed = people.map((person) => ({
    person,
    key: `${displayName(person)} ${[...person.forms.keys()].join(' ')}`,
  }))
  for (const { person } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const slug = slugOf(displayName(person)) || 'person'
    const count = (taken.get(slug) ?? 0) + 1
    taken.set(slug, count)
    personIds.set(person, count === 1 ? slug : `${slug}-${count}`)
  }
}

function personId(person: Person): string {
  return personIds.get(person) ?? slugOf(displayName(person))
}

/** The person who holds a role in a meeting, where the meeting's own list names just one. */
function roleHolders(attendees: readonly AttendeeRow[], register: Register): Map<string, Person> {
  const candidates = new Map<string, Set<Person>>()
  for (const { document_id, part, name, role } of attendees) {
    const canonical = role === null ? null : canonicalRole(role)
    const person = register.find(name)
    if (canonical === null || !person) continue
    const key = `${document_id} ${part} ${canonical}`
    candidates.set(key, (candidates.get(key) ?? new Set<Person>()).add(person))
  }
  return new Map(
    [...candidates].flatMap(([key, people]) => {
      const [holder, ...others] = people
      return holder && others.length === 0 ? [[key, holder] as const] : []
    }),
  )
}
