import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { formatDate } from '../../../corpus/model/formatDate.ts'
import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import type { Names } from '../../labels.ts'
import type { FoundEntries } from '../../register/findEntries.ts'
import { shownEntries } from '../../register/findEntries.ts'
import { apiListAddress, datedListAddress, LIST_PATHS, listAddress } from '../../register/listAddress.ts'
import type { ListFormat, ListRequest } from '../../register/listRequest.ts'
import { defaultSize, defaultSort, formatsOf, LIST_MEDIA_TYPES, sortsOf } from '../../register/listRequest.ts'
import type { ListField, ListName } from '../../register/registerLists.ts'
import { LIST_FIELDS } from '../../register/registerLists.ts'
import { PATHS } from '../../paths.ts'
import { presentFacetValues } from '../facetValues.ts'
import { presentPagination } from '../pagination.ts'
import { presentRow } from './rows.ts'
import { FIELD_TITLES, LIST_VIEWS, LIST_WORDS, SORT_LABELS, valueLabel } from './words.ts'
import type { PageHead } from '../pageHead.ts'

/** Facets that are open at first. */
const OPEN_FIELDS = 2

const FORMS: Readonly<Record<ListFormat, { readonly label: string; readonly title: string }>> = {
  csv: { label: 'CSV', title: 'The whole list as CSV' },
  atom: { label: 'Atom feed', title: 'The latest changes of this list as a feed' },
  ics: { label: 'Calendar', title: 'Due dates of this list as a calendar' },
  json: { label: 'JSON', title: 'This page as JSON' },
}
const FORM_ORDER: readonly ListFormat[] = ['csv', 'atom', 'ics', 'json']

/** A page of one of the register's lists, ready to print. */
export function presentListPage<Name extends ListName>(
  found: FoundEntries<Name>,
  generation: Generation,
  baseUrl: string,
) {
  const { name, request, entries } = found
  const words = LIST_WORDS[name]
  return {
    head: headOf(found, generation, baseUrl),
    heading: words.title,
    about: words.about,
    empty: words.empty,
    dated: words.dated,
    what: words.many,
    path: PATHS[LIST_PATHS[name].page],
    q: request.q,
    request,
    hasDue: name === 'commitments',
    asOf: formatDate(request.asOf),
    asOfDay: request.isAsOfGiven ? request.asOf : '',
    summary: counted(entries.length, words.one, words.many),
    isNarrowed: isNarrowed(request),
    reading: found.analysis,
    carried: carriedFields(name, request),
    carriedDates: carriedDates(request),
    chips: chipsOf(name, request, generation),
    views: viewsOf(found, generation),
    rows: shownEntries(found).map((entry) => presentRow(name, entry, request, generation)),
    facets: facetsOf(found, generation),
    sorts: sortsOf(name, request.q).map((sort) => ({
      label: SORT_LABELS[sort],
      isCurrent: sort === request.sort,
      href: listAddress(name, { ...request, sort, page: 1 }),
    })),
    pagination: presentPagination(request.page, request.size, entries.length, (page) =>
      listAddress(name, { ...request, page }),
    ),
    otherForms: otherForms(name, request, baseUrl),
  }
}

function headOf<Name extends ListName>(
  { name, request }: FoundEntries<Name>,
  { collection }: Generation,
  baseUrl: string,
): PageHead {
  const words = LIST_WORDS[name]
  return {
    title: request.q.trim() === '' ? words.title : `${request.q} - ${words.title}`,
    description: `${words.about} ${collection.bodies.map((body) => body.name).join(', ')}.`,
    path: lastingAddress(name, request),
    section: 'register',
    crumbs: [],
    here: words.title,
    alternates: otherForms(name, request, baseUrl).alternates,
  }
}

/** Of all pages and orders of a list the one address that is cited. */
function lastingAddress(name: ListName, request: ListRequest): string {
  const { q } = request
  return listAddress(name, { ...request, sort: defaultSort(q, 'json'), page: 1, size: defaultSize('json') })
}

/** The whole list on the same day, narrowed as readers most often want it; without what is known to have no entry. */
function viewsOf<Name extends ListName>({ name, request, facets }: FoundEntries<Name>, names: Names) {
  const dates = { from: undefined, to: undefined, dueFrom: undefined, dueTo: undefined }
  const whole = { ...request, ...dates, q: '', page: 1 }
  const present = listAddress(name, { ...request, page: 1 })
  return LIST_VIEWS[name].flatMap(([field, value, sort]) => {
    const isEmpty = !isNarrowed(request) && !facets[field]?.some((count) => count.value === value)
    const href = listAddress(name, { ...whole, filters: { [field]: [value] }, sort })
    return isEmpty ? [] : [{ label: valueLabel(field, value, names), href, isCurrent: href === present }]
  })
}

function isNarrowed({ q, filters, from, to, dueFrom, dueTo }: ListRequest): boolean {
  return q.trim() !== '' || Object.keys(filters).length > 0 || (from ?? to ?? dueFrom ?? dueTo) !== undefined
}

/** What a form on the page keeps of the request besides its words and dates. */
function carriedFields(name: ListName, { filters, sort, q }: ListRequest) {
  const chosen = LIST_FIELDS[name].flatMap((field: ListField) =>
    (filters[field] ?? []).map((value) => ({ name: field, value })),
  )
  return sortsOf(name, q)[0] === sort ? chosen : [...chosen, { name: 'sort', value: sort }]
}

function carriedDates({ from, to, dueFrom, dueTo, asOf, isAsOfGiven }: ListRequest) {
  const dates = { from, to, dueFrom, dueTo, asOf: isAsOfGiven ? asOf : undefined }
  return Object.entries(dates).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

const DATE_CHIPS = { from: 'From', to: 'To', dueFrom: 'Due from', dueTo: 'Due to' } as const

/** What narrows the list, each with the address of the list without it. */
function chipsOf(name: ListName, request: ListRequest, generation: Generation) {
  const without = (changed: Partial<ListRequest>): string =>
    listAddress(name, { ...request, ...changed, page: 1 })
  const dates = (['from', 'to', 'dueFrom', 'dueTo'] as const).flatMap((edge) => {
    const date: CalendarDate | undefined = request[edge]
    return date === undefined
      ? []
      : [{ label: `${DATE_CHIPS[edge]} ${formatDate(date)}`, href: without({ [edge]: undefined }) }]
  })
  const values = LIST_FIELDS[name].flatMap((field: ListField) =>
    (request.filters[field] ?? []).map((value) => ({
      label: valueLabel(field, value, generation),
      href: without({
        filters: {
          ...request.filters,
          [field]: request.filters[field]?.filter((other) => other !== value) ?? [],
        },
      }),
    })),
  )
  return [...dates, ...values]
}

function facetsOf({ name, request, facets }: FoundEntries<ListName>, generation: Generation) {
  const fields: readonly ListField[] = LIST_FIELDS[name]
  return fields.flatMap((field, index) => {
    const counts = facets[field] ?? []
    const chosen = request.filters[field] ?? []
    if (counts.length === 0) return []
    return [
      {
        title: FIELD_TITLES[field],
        isOpen: index < OPEN_FIELDS || chosen.length > 0,
        ...presentFacetValues(counts, {
          chosen,
          labelOf: (value) => valueLabel(field, value, generation),
          hrefWith: (values) =>
            listAddress(name, { ...request, page: 1, filters: { ...request.filters, [field]: values } }),
        }),
      },
    ]
  })
}

/** The forms that a list takes besides its page, and the address that gives this page again on any day. */
function otherForms(name: ListName, request: ListRequest, baseUrl: string) {
  return {
    alternates: FORM_ORDER.filter((format) => formatsOf(name).includes(format)).map((format) => ({
      ...FORMS[format],
      type: LIST_MEDIA_TYPES[format],
      href: apiListAddress(name, formRequest(request, format), format),
    })),
    address: baseUrl + datedListAddress(name, request),
  }
}

/** A feed begins with what changed last. */
function formRequest(request: ListRequest, format: ListFormat): ListRequest {
  return format === 'atom' ? { ...request, sort: 'updated', page: 1, size: defaultSize('atom') } : request
}
