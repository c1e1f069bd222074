import { z } from 'zod'
import { isCalendarDate } from '../../corpus/model/calendarDate.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { FilterField, SortOrder } from '../../indexer/engine/engine.ts'

export const LONGEST_QUERY = 1_000
const LARGEST_PAGE_SIZE = 100
const DEFAULT_PAGE_SIZE = 20
const LAST_PAGE = 10_000

export interface SearchFilters extends Readonly<Partial<Record<FilterField, readonly string[] | undefined>>> {
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
}

export interface SearchRequest {
  readonly q: string
  readonly match: 'any' | 'all'
  readonly filters: SearchFilters
  readonly sort: SortOrder
  /** Are all copies of one record shown, or one of them? */
  readonly copies: 'one' | 'all'
  /** What the reader does not want made of the query: see `AnalyseOptions.unwanted`. */
  readonly notAlso: readonly string[]
  readonly page: number
  readonly size: number
}

/** What is searched for, without how the result is shown. */
export type SoughtFor = Pick<SearchRequest, 'q' | 'match' | 'filters' | 'notAlso'>

const once = {
  error: ({ input }: { readonly input: unknown }) =>
    input === undefined ? 'is missing' : 'is given more than once',
}
/** A date, or nothing: the field of a form that was left empty. */
export const date = z
  .string(once)
  .refine((text) => text === '' || isCalendarDate(text), 'is not a date: YYYY-MM-DD, YYYY-MM or YYYY')
  .transform((text) => (text === '' ? undefined : text))
export const values = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? [given] : given).filter((value) => value !== ''))
export const wholeNumber = (least: number, most: number) =>
  z
    .string(once)
    .regex(/^\d{1,9}$/, `is not a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `is not a whole number from ${least} to ${most}`)

export const queryText = z
  .string(once)
  .max(LONGEST_QUERY, `has more than ${LONGEST_QUERY.toLocaleString('en-GB')} characters`)

/** The filters, as both search and answers take them. */
export const filterShape = {
  from: date.optional(),
  to: date.optional(),
  role: values.optional(),
  person: values.optional(),
  topic: values.optional(),
  body: values.optional(),
  kind: values.optional(),
  part: values.optional(),
  document: values.optional(),
}

export const searchShape = {
  q: queryText.default(''),
  match: z.enum(['any', 'all'], 'is neither any nor all').default('any'),
  ...filterShape,
  sort: z
    .enum(['relevance', 'newest', 'oldest'], 'is none of relevance, newest, oldest')
    .default('relevance'),
  copies: z.enum(['one', 'all'], 'is neither one nor all').default('one'),
  notAlso: values.default([]),
  page: wholeNumber(1, LAST_PAGE).default(1),
  size: wholeNumber(1, LARGEST_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
}

export const apiSuggestSchema = z.strictObject({
  q: queryText.default(''),
  /** `opensearch`: as browsers take completions. */
  format: z.enum(['json', 'opensearch'], 'is none of json, opensearch').default('json'),
})

/** The API refuses what it does not know; pages pass over it. */
export const apiSearchSchema = z.strictObject(searchShape).superRefine(refuseUpsideDown)
export const pageSearchSchema = z.object(searchShape).superRefine(refuseUpsideDown)
/** The page of results keeps words that are too long in its box, and says so. */
export const pageResultSchema = z
  .object({ ...searchShape, q: z.string(once).default('') })
  .superRefine(refuseUpsideDown)

export function refuseUpsideDown(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    context.addIssue({ code: 'custom', path: ['from'], message: `is after to (${to})` })
  }
}

export function toSearchRequest(read: z.infer<typeof apiSearchSchema>): SearchRequest {
  const { q, match, sort, copies, notAlso, page, size, ...filters } = read
  return { q, match, sort, copies, notAlso, page, size, filters: withoutEmpty(filters) }
}

export function withoutEmpty(filters: SearchFilters): SearchFilters {
  const given = Object.entries<string | readonly string[] | undefined>({ ...filters })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value.length > 0))
}
