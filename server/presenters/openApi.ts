import { z } from 'zod'
import { apiAnswerSchema } from '../answer/request.ts'
import { apiCheckSchema } from '../check/request.ts'
import { apiMeetingsSchema } from '../meetings/request.ts'
import { PATHS } from '../paths.ts'
import { LIST_PATHS } from '../register/listAddress.ts'
import { apiEntrySchema, apiListSchema, formatsOf, LIST_MEDIA_TYPES } from '../register/listRequest.ts'
import { LIST_NAMES } from '../register/registerLists.ts'
import { apiMentionSchema } from '../search/lastMention.ts'
import { apiSuggestSchema } from '../search/request.ts'
import { apiResultSchema, MEDIA_TYPES } from '../search/resultFormat.ts'
import { apiSimilarSchema } from '../search/similarPassages.ts'
import { LIST_WORDS } from './register/words.ts'

interface Operation {
  readonly path: string
  readonly summary: string
  readonly query?: z.ZodType
  /** What is sent, as JSON or as a form: the operation is a POST then. */
  readonly body?: z.ZodType
  readonly idOf?: string
  /** What it answers as, besides JSON. */
  readonly otherTypes?: readonly string[]
}

/** What the API offers, for the description and for the test that holds it against the routes. */
export const API_OPERATIONS: readonly Operation[] = [
  {
    path: PATHS.apiSearch,
    summary: 'Search the paragraphs of the record',
    query: apiResultSchema,
    otherTypes: [MEDIA_TYPES.csv, MEDIA_TYPES.atom],
  },
  { path: PATHS.apiAnswer, summary: "Answer a question with the record's own words", query: apiAnswerSchema },
  { path: PATHS.apiCheck, summary: 'Is a quotation in the record, word for word?', body: apiCheckSchema },
  { path: PATHS.apiSuggest, summary: 'Complete a query that is being typed', query: apiSuggestSchema },
  { path: PATHS.apiDocuments, summary: 'List the documents' },
  { path: PATHS.apiRecord, summary: 'Everything that was understood of one document', idOf: 'document' },
  { path: PATHS.apiParagraph, summary: 'One paragraph with its neighbours', idOf: 'paragraph' },
  ...LIST_NAMES.flatMap((name): Operation[] => {
    const { api, apiEntry, entry } = LIST_PATHS[name]
    return [
      {
        path: PATHS[api],
        summary: `The register: ${LIST_WORDS[name].title}`,
        query: apiListSchema(name),
        otherTypes: formatsOf(name).flatMap((format) =>
          format === 'json' ? [] : [LIST_MEDIA_TYPES[format]],
        ),
      },
      {
        path: PATHS[apiEntry],
        summary: `The register: one ${LIST_WORDS[name].one}, with what later meetings say of it`,
        query: apiEntrySchema,
        idOf: entry,
      },
    ]
  }),
  {
    path: PATHS.apiSilence,
    summary: 'When words were last mentioned, and in which meetings not since',
    query: apiMentionSchema,
  },
  {
    path: PATHS.apiSimilar,
    summary: 'Paragraphs that are like one, best first',
    query: apiSimilarSchema,
    idOf: 'paragraph',
  },
  {
    path: PATHS.apiMeetings,
    summary: 'List the meetings of which the collection has something',
    query: apiMeetingsSchema,
  },
  {
    path: PATHS.apiMeeting,
    summary: 'A meeting: attendance, items, decisions, commitments, questions, the parts of documents on it',
    idOf: 'meeting',
  },
  { path: PATHS.apiBodies, summary: 'List the bodies whose meetings these are' },
  { path: PATHS.apiBody, summary: 'A body: meetings by year, gaps, roles and topics', idOf: 'body' },
  { path: PATHS.apiAcronyms, summary: 'Acronyms, and what the record says that they stand for' },
  { path: PATHS.apiPeople, summary: 'List the people whom the record names' },
  {
    path: PATHS.apiPerson,
    summary: 'A person: printed names with the evidence, roles with dates, and meetings attended',
    idOf: 'person',
  },
  { path: PATHS.apiRoles, summary: 'List the roles in which people speak' },
  {
    path: PATHS.apiRole,
    summary: 'Those who held a role, with the dates that the record supports',
    idOf: 'role',
  },
  { path: PATHS.apiTopics, summary: 'List the topics, each with its number of paragraphs' },
  {
    path: PATHS.apiTopic,
    summary: 'A topic: how much was said on it by year, by role and by person',
    idOf: 'topic',
  },
]

/** An OpenAPI 3.1 description; the parameters are those that the routes read. */
export function openApiDescription(baseUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'On Record',
      version: '1',
      description:
        "Search and question the minutes of public bodies. Every answer is the record's own words.",
    },
    servers: [{ url: baseUrl }],
    paths: Object.fromEntries(
      API_OPERATIONS.map((operation) => [
        operation.path.replace(':id', '{id}'),
        { [operation.body ? 'post' : 'get']: describeOperation(operation) },
      ]),
    ),
    components: {
      schemas: {
        Problem: {
          type: 'object',
          description: 'Problem details (RFC 9457)',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  }
}

function describeOperation({ summary, query, body, idOf, otherTypes = [] }: Operation) {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  const id =
    idOf === undefined
      ? []
      : [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: `The id of the ${idOf}`,
            schema: { type: 'string' },
          },
        ]
  return {
    summary,
    parameters: [...id, ...(query ? queryParameters(query) : [])],
    ...(body ? { requestBody: describeBody(body) } : {}),
    responses: {
      200: {
        description: 'The result',
        content: {
          'application/json': { schema: { type: 'object' } },
          ...Object.fromEntries(otherTypes.map((type) => [type, { schema: { type: 'string' } }])),
        },
      },
      400: problem('A parameter is unknown or out of range'),
      ...(idOf === undefined ? {} : { 404: problem(`There is no ${idOf} of this id`) }),
      ...(body
        ? { 413: problem('The body is too long'), 415: problem('The body is neither JSON nor a form') }
        : {}),
      503: problem('No generation is open yet'),
    },
  }
}

function describeBody(body: z.ZodType) {
  const schema = z.toJSONSchema(body, { io: 'input' })
  const types = ['application/json', 'application/x-www-form-urlencoded']
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) }
}

function queryParameters(schema: z.ZodType) {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, parameter]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: parameter,
    explode: true,
    style: 'form',
  }))
}
