import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'
import { FILTER_FIELDS } from '../../indexer/engine/engine.ts'

export const QUERIES_FILE = join(projectRoot, 'test/relevance/queries.json')

/** What a reader may be after, each with ways of its own to go wrong. */
export const QUERY_CLASSES = [
  'keyword',
  'topic',
  'acronym',
  'person_role',
  'date',
  'precedent',
  'commitment',
  'misspelling',
  'phrase',
  'syntax',
] as const
export type QueryClass = (typeof QUERY_CLASSES)[number]

const passageSchema = z.strictObject({
  /** The id of a document. */
  document: z.string().min(1),
  /** Words of the paragraph as printed, white space collapsed: eight or more, or all of a shorter paragraph. */
  quote: z.string().min(1),
  /** 3: wanted; 2: clearly about it; 1: mentions something of use. */
  grade: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  reason: z.string().min(1),
})

const querySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  class: z.enum(QUERY_CLASSES),
  query: z.string().min(1),
  /** Parameters of `/api/v1/search` beside `q`. */
  filters: z.partialRecord(z.enum([...FILTER_FIELDS, 'from', 'to']), z.string()).optional(),
  /** How many paragraphs there are, copies once: only of queries that exactly so many can answer. */
  total: z.int().positive().optional(),
  /** What the reader is after. */
  need: z.string().min(1),
  relevant: z.array(passageSchema).min(1),
})

export type JudgedPassage = Readonly<z.infer<typeof passageSchema>>
export type JudgedQuery = Readonly<z.infer<typeof querySchema>>

/** @throws ZodError naming each judgement that is malformed */
export function readJudgedQueries(): readonly JudgedQuery[] {
  return z.array(querySchema).parse(JSON.parse(readFileSync(QUERIES_FILE, 'utf8')))
}

/** Text as quotes are compared in it. */
export const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
