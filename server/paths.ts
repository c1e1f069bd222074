import { slugOf } from '../corpus/model/slug.ts'

// Every address of the service, declared once: routes, presenters, views and tests take them from here.

export const PATHS = {
  start: '/',
  search: '/search',
  ask: '/ask',
  check: '/check',
  documents: '/documents',
  document: '/documents/:id',
  understood: '/documents/:id/understood',
  file: '/documents/:id/file',
  paragraph: '/paragraphs/:id',
  similar: '/paragraphs/:id/similar',
  commitments: '/commitments',
  commitment: '/commitments/:id',
  decisions: '/decisions',
  decision: '/decisions/:id',
  questions: '/questions',
  question: '/questions/:id',
  requests: '/requests',
  request: '/requests/:id',
  figures: '/figures',
  figure: '/figures/:id',
  silence: '/silence',
  meetings: '/meetings',
  meeting: '/meetings/:id',
  bodies: '/bodies',
  body: '/bodies/:id',
  people: '/people',
  person: '/people/:id',
  roles: '/roles',
  role: '/roles/:id',
  topics: '/topics',
  topic: '/topics/:id',
  acronyms: '/acronyms',
  answers: '/how-answers-are-made',
  accessibility: '/accessibility',
  privacy: '/privacy',
  openSearch: '/opensearch.xml',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  favicon: '/favicon.ico',
  assets: '/assets/:name',
  images: '/assets/images',
  live: '/health/live',
  ready: '/health/ready',
  apiSearch: '/api/v1/search',
  apiAnswer: '/api/v1/answer',
  apiCheck: '/api/v1/check',
  apiDocuments: '/api/v1/documents',
  apiRecord: '/api/v1/documents/:id/record',
  apiParagraph: '/api/v1/paragraphs/:id',
  apiSimilar: '/api/v1/paragraphs/:id/similar',
  apiMeetings: '/api/v1/meetings',
  apiMeeting: '/api/v1/meetings/:id',
  apiBodies: '/api/v1/bodies',
  apiBody: '/api/v1/bodies/:id',
  apiPeople: '/api/v1/people',
  apiPerson: '/api/v1/people/:id',
  apiRoles: '/api/v1/roles',
  apiRole: '/api/v1/roles/:id',
  apiTopics: '/api/v1/topics',
  apiTopic: '/api/v1/topics/:id',
  apiAcronyms: '/api/v1/acronyms',
  apiCommitments: '/api/v1/commitments',
  apiCommitment: '/api/v1/commitments/:id',
  apiDecisions: '/api/v1/decisions',
  apiDecision: '/api/v1/decisions/:id',
  apiQuestions: '/api/v1/questions',
  apiQuestion: '/api/v1/questions/:id',
  apiRequests: '/api/v1/requests',
  apiRequest: '/api/v1/requests/:id',
  apiFigures: '/api/v1/figures',
  apiFigure: '/api/v1/figures/:id',
  apiSilence: '/api/v1/silence',
  apiSuggest: '/api/v1/suggest',
  apiDescription: '/api/v1/openapi.json',
} as const

export type PathName = keyof typeof PATHS

/** An address with its id or name filled in, below the site's root. */
export function pathTo(name: PathName, id = ''): string {
  return PATHS[name].replace(/:[a-z]+/, encodeURIComponent(id))
}

/** The address of a paragraph's own page. */
export const paragraphPath = (id: string): string => pathTo('paragraph', id)

/** The page of a role, by its canonical name. */
export const rolePath = (role: string): string => pathTo('role', slugOf(role))

/** The page of a topic, by its label. */
export const topicPath = (topic: string): string => pathTo('topic', slugOf(topic))

/** A paragraph's place in its document: the fingerprint is the anchor. */
export function paragraphAnchor(documentId: string, paragraphId: string): string {
  return `${pathTo('document', documentId)}#${anchorOf(paragraphId)}`
}

/** The anchor of a part within its document. */
export const partAnchor = (part: number): string => `part-${part}`

/** A part's place in its document. */
export function partAddress(documentId: string, part: number): string {
  return `${pathTo('document', documentId)}#${partAnchor(part)}`
}

/** The part of a paragraph's id that tells it apart within its document. */
export function anchorOf(paragraphId: string): string {
  return `p-${paragraphId.slice(paragraphId.lastIndexOf('.') + 1)}`
}

/** A path with a query string of the parameters that have a value. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? []))
      if (one !== '') query.append(name, one)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
