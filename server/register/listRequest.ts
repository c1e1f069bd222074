import { z } from 'zod'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { addDays, isWholeDay } from '../../corpus/model/calendarDate.ts'
import { DECISION_KINDS } from '../../corpus/model/decision.ts'
import { FIGURE_UNITS } from '../../corpus/model/figure.ts'
import { date, queryText, refuseUpsideDown, values, wholeNumber } from '../search/request.ts'
import { COMMITMENT_STATES } from './commitmentStanding.ts'
import { MEDIA_TYPES, RESULT_FORMATS } from '../search/resultFormat.ts'
import type { ListField, ListName } from './registerLists.ts'
import { LIST_FIELDS, REQUEST_STAGES } from './registerLists.ts'

const LIST_SORTS = ['relevance', 'newest', 'oldest', 'updated', 'due'] as const
export type ListSort = (typeof LIST_SORTS)[number]

export type ListFilters = Readonly<Partial<Record<ListField, readonly string[]>>>

/** What of a list is asked for. */
export interface ListRequest {
  /** Words that the paragraph of an entry must have, in the language of search; empty for all. */
  readonly q: string
  readonly filters: ListFilters
  /** When it was made, decided, asked or reported. */
  readonly from: CalendarDate | undefined
  readonly to: CalendarDate | undefined
  /** When it is due: only of commitments. */
  readonly dueFrom: CalendarDate | undefined
  readonly dueTo: CalendarDate | undefined
  /** The day at whose end the register is shown. */
  readonly asOf: CalendarDate
  /** Was the day asked for, or is it today's? */
  readonly isAsOfGiven: boolean
  readonly sort: ListSort
  readonly page: number
  readonly size: number
}

const DAY_LENGTH = 'YYYY-MM-DD'.length
const LAST_PAGE = 10_000
const LARGEST_PAGE_SIZE = 100
const DEFAULT_SIZE = 20
const FEED_SIZE = 50

/** The day on which it is asked, in universal time. */
export function today(): CalendarDate {
  return new Date().toISOString().slice(0, DAY_LENGTH)
}

/** A whole day, or nothing: the field of a form that was left empty. Somewhere on earth it is tomorrow already. */
export const asOfDay = date
  .refine((day) => day === undefined || isWholeDay(day), 'is not a whole day: YYYY-MM-DD')
  .refine((day) => day === undefined || day <= addDays(today(), 1), 'is a day to come, of which no record is')
  .optional()

/** The parameters of one entry. */
export const apiEntrySchema = z.strictObject({ asOf: asOfDay })
export const pageEntrySchema = z.object({ asOf: asOfDay })

const formats = (given: readonly string[]) => z.enum(given, `is none of ${given.join(', ')}`).optional()

const someValues = values.optional()
const FIELD_SHAPE: Readonly<Record<ListField, typeof someValues>> = {
  state: someValues,
  owner: someValues,
  person: someValues,
  topic: someValues,
  body: someValues,
  kind: someValues,
  standing: someValues,
  reply: someValues,
  role: someValues,
  form: someValues,
  stage: someValues,
  unit: someValues,
  points: someValues,
}

const LIST_SHAPE = {
  q: queryText.default(''),
  ...FIELD_SHAPE,
  from: date.optional(),
  to: date.optional(),
  dueFrom: date.optional(),
  dueTo: date.optional(),
  asOf: asOfDay,
  sort: z.enum(LIST_SORTS, `is none of ${LIST_SORTS.join(', ')}`).optional(),
  page: wholeNumber(1, LAST_PAGE).default(1),
  size: wholeNumber(1, LARGEST_PAGE_SIZE).optional(),
}

/** The parameters of a list as the API takes them: what it does not know, another list's fields included, is refused. */
export function apiListSchema(name: ListName) {
  return z
    .strictObject(shapeOf(name))
    .safeExtend({ format: formats(formatsOf(name)) })
    .superRefine(refuseUpsideDown)
    .superRefine(refuseUnknownValues(name))
}

/** The parameters of its page, which passes over what it does not know. */
export function pageListSchema(name: ListName) {
  return z.object(shapeOf(name)).superRefine(refuseUpsideDown).superRefine(refuseUnknownValues(name))
}

/** Fields whose values the program knows: any other is a slip, not a list without entries. */
const CLOSED_VALUES: Readonly<Record<ListName, Readonly<Partial<Record<ListField, readonly string[]>>>>> = {
  commitments: { state: COMMITMENT_STATES, kind: ['commitment', 'action'] },
  decisions: { kind: DECISION_KINDS, standing: ['superseded'] },
  questions: { reply: ['answered', 'elsewhere', 'none'], form: ['notice', 'oral'] },
  requests: { stage: REQUEST_STAGES },
  figures: { unit: FIGURE_UNITS, points: ['several', 'one'] },
}

type GivenFields = Readonly<Partial<Record<ListField, readonly string[] | undefined>>> & {
  readonly q: string
  readonly sort?: ListSort | undefined
}

function refuseUnknownValues(name: ListName) {
  return (given: GivenFields, context: z.RefinementCtx): void => {
    for (const field of LIST_FIELDS[name] as readonly ListField[]) {
      const known = CLOSED_VALUES[name][field]
      if (known !== undefined && given[field]?.some((value) => !known.includes(value)))
        context.addIssue({ code: 'custom', path: [field], message: `is none of ${known.join(', ')}` })
    }
    if (given.sort !== undefined && !sortsOf(name, given.q).includes(given.sort))
      context.addIssue({
        code: 'custom',
        path: ['sort'],
        message: `is none of those of this list: ${sortsOf(name, given.q).join(', ')}`,
      })
  }
}

/** The shape without what another list alone has. What is left out is optional, so that the type is true of the rest. */
function shapeOf(name: ListName): typeof LIST_SHAPE {
  const own: ReadonlySet<string> = new Set(LIST_FIELDS[name])
  const isOwn = (parameter: string): boolean =>
    parameter in FIELD_SHAPE ? own.has(parameter) : !parameter.startsWith('due') || name === 'commitments'
  return Object.fromEntries(
    Object.entries(LIST_SHAPE).filter(([parameter]) => isOwn(parameter)),
  ) as typeof LIST_SHAPE
}

type ReadList = z.infer<ReturnType<typeof pageListSchema>>

export function toListRequest(name: ListName, read: ReadList, format: ListFormat): ListRequest {
  const { q, from, to, dueFrom, dueTo, asOf, sort, page, size } = read
  const filters = LIST_FIELDS[name].flatMap((field: ListField) => {
    const given = read[field] ?? []
    return given.length === 0 ? [] : [[field, given] as const]
  })
  return {
    q,
    filters: Object.fromEntries(filters),
    from,
    to,
    dueFrom,
    dueTo,
    asOf: asOf ?? today(),
    isAsOfGiven: asOf !== undefined,
    sort: sort ?? defaultSort(q, format),
    page,
    size: size ?? defaultSize(format),
  }
}

/** A feed begins with what changed last; else the best match comes first, or without words the newest. */
export function defaultSort(q: string, format: ListFormat): ListSort {
  if (format === 'atom') return 'updated'
  return q.trim() === '' ? 'newest' : 'relevance'
}

/** The orders that make sense: only commitments are due, and only words match well or less well. */
export function sortsOf(name: ListName, q: string): readonly ListSort[] {
  return LIST_SORTS.filter(
    (sort) => (sort !== 'due' || name === 'commitments') && (sort !== 'relevance' || q.trim() !== ''),
  )
}

const LIST_FORMATS = [...RESULT_FORMATS, 'ics'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

export const LIST_MEDIA_TYPES: Readonly<Record<ListFormat, string>> = { ...MEDIA_TYPES, ics: 'text/calendar' }

/** What is due can be put in a calendar. */
export function formatsOf(name: ListName): readonly [ListFormat, ...ListFormat[]] {
  return name === 'commitments' ? LIST_FORMATS : RESULT_FORMATS
}

/** The page size that a form of the list has where none is asked for. */
export const defaultSize = (format: ListFormat): number => (format === 'atom' ? FEED_SIZE : DEFAULT_SIZE)
