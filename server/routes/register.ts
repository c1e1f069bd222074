import type { Request, RequestHandler, Response } from 'express'
import { Router } from 'express'
import { notFound } from '../errors.ts'
import type { Generation } from '../generations.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters, refusal } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { MEDIA_TYPES } from '../search/resultFormat.ts'
import { fileName } from '../presenters/csv.ts'
import { presentCalendar } from '../presenters/register/calendar.ts'
import { presentEntry, presentList } from '../presenters/register/entryJson.ts'
import { presentEntryPage } from '../presenters/register/entryPages.ts'
import { listCsvOf } from '../presenters/register/listCsv.ts'
import { presentListFeed } from '../presenters/register/listFeed.ts'
import { presentListPage } from '../presenters/register/listPage.ts'
import { findEntries } from '../register/findEntries.ts'
import { LIST_PATHS } from '../register/listAddress.ts'
import type { ListFormat } from '../register/listRequest.ts'
import {
  apiEntrySchema,
  apiListSchema,
  formatsOf,
  LIST_MEDIA_TYPES,
  pageEntrySchema,
  pageListSchema,
  today,
  toListRequest,
} from '../register/listRequest.ts'
import type { EntryOf, ListName } from '../register/registerLists.ts'
import { LIST_NAMES } from '../register/registerLists.ts'
import { sendCsv } from './csv.ts'
import { requestedFormat } from './format.ts'
import { sendXml } from './xml.ts'

/** The register's lists and entries: each list and each entry has a page, and an address for programs. */
export function registerRoutes(baseUrl: string): Router {
  const router = Router()
  for (const name of LIST_NAMES) {
    const { page, entry, api, apiEntry } = LIST_PATHS[name]
    router.get(PATHS[page], listPage(name, baseUrl))
    router.get(PATHS[entry], entryPage(name, baseUrl))
    router.get(PATHS[api], listForPrograms(name, baseUrl))
    router.get(PATHS[apiEntry], entryForPrograms(name, baseUrl))
  }
  return router
}

function listPage(name: ListName, baseUrl: string): RequestHandler {
  return async (request, response) => {
    const generation = generationOf(response)
    const list = toListRequest(name, readParameters(pageListSchema(name), request.query), 'json')
    const found = await findEntries(generation, generation.register.lists[name], list)
    response.render('register.njk', presentListPage(found, generation, baseUrl))
  }
}

function listForPrograms(name: ListName, baseUrl: string): RequestHandler {
  const formats = formatsOf(name)
  return async (request, response) => {
    response.vary('Accept')
    const format = requestedFormat(request, formats, LIST_MEDIA_TYPES)
    if (format === 'csv' || format === 'ics') refusePages(request)
    const generation = generationOf(response)
    const list = toListRequest(name, readParameters(apiListSchema(name), request.query), format)
    await SEND[format](name, list, { generation, response, baseUrl })
  }
}

interface Sending {
  readonly generation: Generation
  readonly response: Response
  readonly baseUrl: string
}

type SendList = (name: ListName, list: ReturnType<typeof toListRequest>, sending: Sending) => Promise<void>

const SEND: Readonly<Record<ListFormat, SendList>> = {
  json: async (name, list, { generation, response, baseUrl }) => {
    const found = await findEntries(generation, generation.register.lists[name], list)
    response.json(presentList(found, generation, baseUrl))
  },
  csv: async (name, list, { generation, response, baseUrl }) => {
    const found = await findEntries(generation, generation.register.lists[name], list)
    await sendCsv(response, fileName(name, list.q, 'csv'), listCsvOf(found, generation, baseUrl))
  },
  atom: async (name, list, { generation, response, baseUrl }) => {
    const found = await findEntries(generation, generation.register.lists[name], list)
    await sendXml(response, 'atom.njk', presentListFeed(found, generation, baseUrl), MEDIA_TYPES.atom)
  },
  ics: async (_commitments, list, { generation, response, baseUrl }) => {
    const found = await findEntries(generation, generation.register.lists.commitments, list)
    response.attachment(fileName('commitments', list.q, 'ics'))
    response.type(LIST_MEDIA_TYPES.ics).send(presentCalendar(found, generation, baseUrl))
  },
}

function refusePages({ query }: Request): void {
  const given = ['page', 'size'].filter((name) => name in query)
  if (given.length === 0) return
  throw refusal(
    given.map((parameter) => ({ parameter, detail: 'cannot be given with a form that is the whole list' })),
  )
}

function entryPage(name: ListName, baseUrl: string): RequestHandler<{ id: string }> {
  return (request, response) => {
    const generation = generationOf(response)
    const asOf = dayAskedFor(readParameters(pageEntrySchema, request.query).asOf)
    const entry = entryOf(generation, name, request.params.id, asOf.asOf)
    response.render(`${LIST_PATHS[name].entry}.njk`, presentEntryPage(name, entry, asOf, generation, baseUrl))
  }
}

function entryForPrograms(name: ListName, baseUrl: string): RequestHandler<{ id: string }> {
  return (request, response) => {
    const generation = generationOf(response)
    const asOf = dayAskedFor(readParameters(apiEntrySchema, request.query).asOf)
    const entry = entryOf(generation, name, request.params.id, asOf.asOf)
    response.json(presentEntry(name, entry, asOf, generation, baseUrl))
  }
}

function dayAskedFor(asOf: string | undefined) {
  return { asOf: asOf ?? today(), isAsOfGiven: asOf !== undefined }
}

/** @throws RequestError (404) where there is no such entry, or was none on that day */
function entryOf<Name extends ListName>(
  { register }: Generation,
  name: Name,
  id: string,
  day: string,
): EntryOf<Name> {
  const list = register.lists[name]
  const whole = list.byId.get(id)
  if (!whole) throw notFound(`entry of this id in the register\u2019s ${name}`)
  const entry = list.asOf(whole, day)
  if (!entry) throw notFound(`such entry in the register\u2019s ${name} as of ${day}: it is of a later day`)
  return entry
}
