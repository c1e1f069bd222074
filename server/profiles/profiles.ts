import { REPORT_AUTHOR } from '../../indexer/analysis/roles.ts'
import { slugOf } from '../../corpus/model/slug.ts'
import type { Database } from '../../corpus/store/database.ts'
import type { RoleHeld } from '../../corpus/store/people.ts'
import { listNamesAttending, listPeople } from '../../corpus/store/people.ts'
import type { Places } from '../../corpus/store/places.ts'
import { readName } from '../../indexer/analysis/names.ts'
import type { FacetField, SearchEngine } from '../../indexer/engine/engine.ts'
import { groupedBy } from '../groupedBy.ts'
import type { RegisterLists } from '../register/registerLists.ts'
import { personByPrintedName } from '../register/registerLists.ts'
import type { RolesHeld } from '../rolesHeld.ts'
import type { Attendance } from './attendances.ts'
import { attendancesOf } from './attendances.ts'

export interface PersonProfile {
  readonly id: string
  readonly name: string
  readonly surname: string
  /** Paragraphs in which the person speaks, each record counted once. */
  readonly paragraphs: number
  /** In the order of the days. */
  readonly roles: readonly RoleHeld[]
  /** The latest first. */
  readonly attendances: readonly Attendance[]
}

export interface RoleProfile {
  readonly id: string
  readonly name: string
  /** Paragraphs in which somebody speaks in the role. */
  readonly paragraphs: number
  /** In the order of the days; empty where many hold the role at a time, or where the record names nobody. */
  readonly holders: readonly RoleHeld[]
  /** Is it no post, but the voice of written reports? */
  readonly isReportVoice: boolean
}

export interface TopicProfile {
  readonly id: string
  readonly label: string
  readonly paragraphs: number
}

/** The people, roles and topics of which there are pages. */
export interface Profiles {
  /** By surname. */
  readonly people: readonly PersonProfile[]
  readonly peopleById: ReadonlyMap<string, PersonProfile>
  readonly peopleBySurname: ReadonlyMap<string, readonly PersonProfile[]>
  /** By name. */
  readonly roles: readonly RoleProfile[]
  readonly rolesById: ReadonlyMap<string, RoleProfile>
  /** Those with the most paragraphs first. */
  readonly topics: readonly TopicProfile[]
  readonly topicsById: ReadonlyMap<string, TopicProfile>
}

interface Sources {
  readonly db: Database
  readonly engine: SearchEngine
  readonly places: Places
  readonly rolesHeld: RolesHeld
  readonly register: RegisterLists
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', ignorePunctuation: true })

/** Made once for each generation. */
export async function openProfiles(sources: Sources): Promise<Profiles> {
  const people = await peopleOf(sources)
  const roles = rolesOf(sources)
  const topics = [...sources.engine.facetCounts('topic')]
    .map(({ value, count }) => ({ id: slugOf(value), label: value, paragraphs: count }))
    .sort((a, b) => b.paragraphs - a.paragraphs || collator.compare(a.label, b.label))
  return {
    people,
    peopleById: byId(people),
    peopleBySurname: groupedBy(people, ({ surname }) => surname),
    roles,
    rolesById: byId(roles),
    topics,
    topicsById: byId(topics),
  }
}

async function peopleOf({ db, engine, places, rolesHeld, register }: Sources): Promise<PersonProfile[]> {
  const attendances = attendancesOf(
    await listNamesAttending(db),
    register.meetings,
    personByPrintedName(places),
  )
  const spoken = paragraphsBy(engine, 'person')
  const people = (await listPeople(db)).map(({ id, name }) => ({
    id,
    name,
    surname: surnameOf(name),
    paragraphs: spoken.get(id) ?? 0,
    roles: rolesHeld.byPerson.get(id) ?? [],
    attendances: attendances.get(id) ?? [],
  }))
  return people.sort((a, b) => collator.compare(a.surname, b.surname) || collator.compare(a.name, b.name))
}

/** Every role that somebody speaks in, or that the record says who held. */
function rolesOf({ engine, rolesHeld }: Sources): RoleProfile[] {
  const spoken = paragraphsBy(engine, 'role')
  return [...new Set([...spoken.keys(), ...rolesHeld.byRole.keys()])].sort(collator.compare).map((name) => ({
    id: slugOf(name),
    name,
    paragraphs: spoken.get(name) ?? 0,
    holders: rolesHeld.byRole.get(name) ?? [],
    isReportVoice: name === REPORT_AUTHOR,
  }))
}

function paragraphsBy(engine: SearchEngine, field: FacetField): ReadonlyMap<string, number> {
  return new Map(engine.facetCounts(field).map(({ value, count }) => [value, count]))
}

/** In small letters; the last word of what does not read as a name. */
function surnameOf(name: string): string {
  return readName(name)?.surname ?? name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
}

function byId<Profile extends { readonly id: string }>(
  profiles: readonly Profile[],
): ReadonlyMap<string, Profile> {
  return new Map(profiles.map((profile) => [profile.id, profile]))
}
