import type { PrintedName } from '../../../corpus/store/people.ts'
import type { Generation } from '../../generations.ts'
import { PATHS, pathTo, withQuery } from '../../paths.ts'
import type { PersonProfile, RoleProfile, TopicProfile } from '../../profiles/profiles.ts'
import { presentRoleHeld } from '../api.ts'
import type { Said } from './said.ts'
import { sharesOf } from './said.ts'

// People, roles and topics as JSON. Every list is whole: `total` is its length, and `next` is null.

export function presentPeopleList({ profiles: { people } }: Generation, baseUrl: string) {
  return {
    people: people.map(({ id, name, paragraphs }) => ({
      id,
      name,
      paragraphs,
      url: baseUrl + pathTo('apiPerson', id),
    })),
    total: people.length,
    next: null,
  }
}

/** Every form of the name with why it is held to be theirs, the roles that the record names them in, and their meetings. */
export function presentPersonProfile(
  { id, name, paragraphs, roles, attendances }: PersonProfile,
  names: readonly PrintedName[],
  baseUrl: string,
) {
  return {
    person: { id, name },
    paragraphs,
    names: names.map((form) => ({
      name: form.name,
      evidence: form.evidence,
      document: { id: form.documentId, url: baseUrl + pathTo('document', form.documentId) },
    })),
    roles: roles.map((held) => presentRoleHeld(held, baseUrl)),
    meetings: attendances.map(({ meeting, statuses }) => ({
      id: meeting.id,
      title: meeting.title,
      date: meeting.date,
      statuses,
      url: baseUrl + pathTo('apiMeeting', meeting.id),
    })),
  }
}

export function presentRoleList({ profiles: { roles } }: Generation, baseUrl: string) {
  return {
    roles: roles.map(({ id, name, paragraphs, holders }) => ({
      id,
      name,
      paragraphs,
      holders: new Set(holders.map(({ personId }) => personId)).size,
      url: baseUrl + pathTo('apiRole', id),
    })),
    total: roles.length,
    next: null,
  }
}

export function presentRoleProfile({ id, name, paragraphs, holders }: RoleProfile, baseUrl: string) {
  return {
    role: { id, name },
    paragraphs,
    holders: holders.map((held) => presentRoleHeld(held, baseUrl)),
  }
}

export function presentTopicList({ profiles: { topics } }: Generation, baseUrl: string) {
  return {
    topics: topics.map((topic) => ({ ...topic, url: baseUrl + pathTo('apiTopic', topic.id) })),
    total: topics.length,
    next: null,
  }
}

export function presentTopicProfile(
  { id, label, paragraphs }: TopicProfile,
  said: Said,
  generation: Generation,
  baseUrl: string,
) {
  const speakers = (field: 'role' | 'person') =>
    sharesOf(said, field, said.facets[field].length, generation).map(({ value, label: name, count }) => ({
      id: value,
      name,
      count,
    }))
  const listOf = (list: 'apiDecisions' | 'apiCommitments' | 'apiFigures' | 'apiSearch'): string =>
    baseUrl + withQuery(PATHS[list], { topic: label })
  return {
    topic: { id, label },
    paragraphs,
    years: said.facets.year
      .map(({ value, count }) => ({ year: Number(value), count }))
      .sort((a, b) => a.year - b.year),
    roles: speakers('role').map(({ name, count }) => ({ name, count })),
    people: speakers('person'),
    search: listOf('apiSearch'),
    decisions: listOf('apiDecisions'),
    commitments: listOf('apiCommitments'),
    figures: listOf('apiFigures'),
  }
}
