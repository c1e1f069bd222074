import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { PublishedDocument } from '../../corpus/model/document.ts'
import type { PlaceMeeting } from '../../corpus/store/places.ts'
import { PATHS, pathTo, withQuery } from '../paths.ts'
import type { SchemaNode } from './pageHead.ts'

// Things of the record as schema.org has them. Dates of a month or a year are ISO 8601 too.

type Absolute = (path: string) => string

/** The service itself, with the way to search it. */
export function websiteNode(absolute: Absolute): SchemaNode {
  const query = decodeURIComponent(withQuery(PATHS.search, { q: '{search_term_string}' }))
  return {
    '@type': 'WebSite',
    name: 'On Record',
    url: absolute(PATHS.start),
    inLanguage: 'en-GB',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: absolute(query) },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** A document as published. */
export function reportNode(document: PublishedDocument, absolute: Absolute): SchemaNode {
  const { id, title, date, publisher, body, sourceUrl, licence, pages } = document
  return {
    '@type': 'Report',
    name: title,
    url: absolute(pathTo('document', id)),
    ...(date === null ? {} : { datePublished: date }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(body === null ? {} : { author: { '@type': 'Organization', name: body } }),
    ...(sourceUrl === null ? {} : { isBasedOn: sourceUrl }),
    ...(licence === null ? {} : { license: licence }),
    ...(pages === null ? {} : { pagination: `1-${pages}` }),
  }
}

/** Words of the record. */
export interface Quotation {
  readonly text: string
  /** The page that shows them. */
  readonly path: string
  /** Those without a name are left out. */
  readonly speakers: readonly { readonly name: string | null; readonly role: string }[]
  readonly date: CalendarDate | null
  readonly document: { readonly id: string; readonly title: string }
}

export function quotationNode(quotation: Quotation, absolute: Absolute): SchemaNode {
  const { text, path, speakers, date, document } = quotation
  const people = speakers.flatMap(({ name, role }) =>
    name === null ? [] : [{ '@type': 'Person', name, jobTitle: role }],
  )
  return {
    '@type': 'Quotation',
    text,
    url: absolute(path),
    ...(people.length === 0 ? {} : { creator: people }),
    ...(date === null ? {} : { dateCreated: date }),
    isPartOf: { '@type': 'Report', name: document.title, url: absolute(pathTo('document', document.id)) },
  }
}

/** Somebody whom the record names. */
export interface NamedPerson {
  readonly name: string
  readonly path: string
  /** As printed. */
  readonly names: readonly string[]
  readonly roles: readonly string[]
}

export function personNode({ name, path, names, roles }: NamedPerson, absolute: Absolute): SchemaNode {
  const others = names.filter((form) => form !== name)
  return {
    '@type': 'Person',
    name,
    url: absolute(path),
    ...(others.length === 0 ? {} : { alternateName: others }),
    ...(roles.length === 0 ? {} : { jobTitle: roles }),
  }
}

/** A meeting. */
export function eventNode({ id, title, body, date }: PlaceMeeting, absolute: Absolute): SchemaNode {
  return {
    '@type': 'Event',
    name: title,
    url: absolute(pathTo('meeting', id)),
    startDate: date,
    organizer: { '@type': 'Organization', name: body },
  }
}
