import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { PathName } from '../paths.ts'
import { PATHS, pathTo, withQuery } from '../paths.ts'
import type { ListFormat, ListRequest } from './listRequest.ts'
import { defaultSize, defaultSort } from './listRequest.ts'
import type { ListName } from './registerLists.ts'

/** The addresses of a list and of one of its entries, for readers and for programs. */
export const LIST_PATHS: Readonly<
  Record<ListName, Readonly<Record<'page' | 'entry' | 'api' | 'apiEntry', PathName>>>
> = {
  commitments: { page: 'commitments', entry: 'commitment', api: 'apiCommitments', apiEntry: 'apiCommitment' },
  decisions: { page: 'decisions', entry: 'decision', api: 'apiDecisions', apiEntry: 'apiDecision' },
  questions: { page: 'questions', entry: 'question', api: 'apiQuestions', apiEntry: 'apiQuestion' },
  requests: { page: 'requests', entry: 'request', api: 'apiRequests', apiEntry: 'apiRequest' },
  figures: { page: 'figures', entry: 'figure', api: 'apiFigures', apiEntry: 'apiFigure' },
}

// A list has one address in each form: what has its default there is left out.

/** The address of the page that a request shows. */
export function listAddress(name: ListName, request: ListRequest): string {
  return withQuery(PATHS[LIST_PATHS[name].page], parametersOf(request, 'json'))
}

/** The address that shows the same again on any day: it carries the day. */
export function datedListAddress(name: ListName, request: ListRequest): string {
  return listAddress(name, { ...request, isAsOfGiven: true })
}

/** The same as data. CSV and calendars are of the whole list, feeds and JSON of a page. */
export function apiListAddress(name: ListName, request: ListRequest, format: ListFormat): string {
  const isWhole = format === 'csv' || format === 'ics'
  const given = isWhole ? { ...request, page: 1, size: defaultSize(format) } : request
  return withQuery(PATHS[LIST_PATHS[name].api], { format, ...parametersOf(given, format) })
}

/** @param asOf the day that the reader asked for; undefined for whatever day it is read on */
export function entryAddress(name: ListName, id: string, asOf?: CalendarDate): string {
  return withQuery(pathTo(LIST_PATHS[name].entry, id), { asOf })
}

export function apiEntryAddress(name: ListName, id: string, asOf?: CalendarDate): string {
  return withQuery(pathTo(LIST_PATHS[name].apiEntry, id), { asOf })
}

function parametersOf(request: ListRequest, format: ListFormat) {
  const { q, filters, from, to, dueFrom, dueTo, asOf, isAsOfGiven, sort, page, size } = request
  return {
    q: q.trim() === '' ? undefined : q,
    ...filters,
    from,
    to,
    dueFrom,
    dueTo,
    asOf: isAsOfGiven ? asOf : undefined,
    sort: sort === defaultSort(q, format) ? undefined : sort,
    page: page === 1 ? undefined : String(page),
    size: size === defaultSize(format) ? undefined : String(size),
  }
}
