import { z } from 'zod'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { FacetField } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { SearchFilters } from './request.ts'
import { filterShape, refuseUpsideDown, wholeNumber, withoutEmpty } from './request.ts'
import type { Result } from './searchRecord.ts'
import { engineFilters, toResults } from './searchRecord.ts'

const LARGEST_SIZE = 50
export const DEFAULT_SIZE = 10

const similarShape = { ...filterShape, size: wholeNumber(1, LARGEST_SIZE).default(DEFAULT_SIZE) }

/** The API refuses what it does not know; pages pass over it. */
export const apiSimilarSchema = z.strictObject(similarShape).superRefine(refuseUpsideDown)
export const pageSimilarSchema = z.object(similarShape).superRefine(refuseUpsideDown)

export interface SimilarRequest {
  readonly filters: SearchFilters
  readonly size: number
}

export function toSimilarRequest({ size, ...filters }: z.infer<typeof apiSimilarSchema>): SimilarRequest {
  return { size, filters: withoutEmpty(filters) }
}

/** A paragraph that is like another. */
export interface SimilarResult extends Result {
  /** The words that both have, as the other writes them; the one that tells most first. */
  readonly shared: readonly string[]
}

export interface SimilarPassages {
  readonly results: readonly SimilarResult[]
  readonly total: number
}

/** What is no passage of its own, left out unless the reader asks for a kind or part: who came, and what is to be discussed. */
const LEFT_OUT: Readonly<Partial<Record<FacetField, readonly string[]>>> = {
  kind: ['heading', 'attendance'],
  part: ['agenda'],
}

/** The paragraphs of the record that are most like one of them. */
export async function similarPassages(
  { engine, paragraphs }: Generation,
  context: ParagraphInContext,
  { filters, size }: SimilarRequest,
): Promise<SimilarPassages> {
  const asked = engineFilters(filters, { narrowings: [] })
  const defaults = (['kind', 'part'] as const)
    .filter((field) => filters[field] === undefined)
    .map((field) => ({
      field,
      values: engine.facetValues(field).filter((value) => !LEFT_OUT[field]?.includes(value)),
    }))
  const found = await engine.similar(
    { id: context.paragraph.id, text: context.paragraph.text, heading: headingOf(context) },
    {
      ...asked,
      filters: [...asked.filters, ...defaults],
      limit: size,
    },
  )
  const contexts = await paragraphs.load(found.hits.map(({ id }) => id))
  const query = { match: 'any', words: found.words, must: [], should: [] } as const
  const shared = new Map(
    found.hits.map(({ id, missing }) => [
      id,
      found.words.filter((_, index) => !missing.includes(index)).map(({ text }) => text),
    ]),
  )
  return {
    results: toResults(contexts, found, query, engine).map((result) => ({
      ...result,
      shared: shared.get(result.paragraph.id) ?? [],
    })),
    total: found.total,
  }
}

/** As the index has it. */
const headingOf = ({ paragraph }: ParagraphInContext): string => paragraph.headings.join(' / ')
