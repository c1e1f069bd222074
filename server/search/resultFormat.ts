import { z } from 'zod'
import type { SortOrder } from '../../indexer/engine/engine.ts'
import { apiSearchSchema } from './request.ts'

/** The forms that a result takes at its one address. */
export const RESULT_FORMATS = ['json', 'csv', 'atom'] as const
export type ResultFormat = (typeof RESULT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ResultFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  atom: 'application/atom+xml',
}

interface ResultDefaults {
  readonly sort: SortOrder
  readonly size: number
}

/** What a request has where it does not say. A feed is read for what is new. */
export const RESULT_DEFAULTS: ResultDefaults = { sort: 'relevance', size: 20 }
export const FEED_DEFAULTS: ResultDefaults = { sort: 'newest', size: 50 }

export const apiResultSchema = apiSearchSchema.safeExtend({
  format: z.enum(RESULT_FORMATS, `is none of ${RESULT_FORMATS.join(', ')}`).optional(),
})
