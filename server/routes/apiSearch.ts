import type { Request, RequestHandler, Response } from 'express'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters, refusal } from '../parameters.ts'
import { presentSearch } from '../presenters/api.ts'
import { presentSearchFeed } from '../presenters/atom.ts'
import { fileName } from '../presenters/csv.ts'
import { searchCsvOf } from '../presenters/searchCsv.ts'
import type { SearchRequest } from '../search/request.ts'
import { toSearchRequest } from '../search/request.ts'
import type { ResultFormat } from '../search/resultFormat.ts'
import { apiResultSchema, FEED_DEFAULTS, MEDIA_TYPES, RESULT_FORMATS } from '../search/resultFormat.ts'
import { searchRecord } from '../search/searchRecord.ts'
import { searchWhole } from '../search/wholeResult.ts'
import { sendCsv } from './csv.ts'
import { requestedFormat } from './format.ts'
import { sendXml } from './xml.ts'

type Send = (search: SearchRequest, request: Request, response: Response, baseUrl: string) => Promise<void>

const SEND: Readonly<Record<ResultFormat, Send>> = { json: sendJson, csv: sendWhole, atom: sendAtom }

/** A result in the format that is asked for: of one address, what search finds is the same in each. */
export function apiSearch(baseUrl: string): RequestHandler {
  return async (request, response) => {
    response.vary('Accept')
    const format = requestedFormat(request, RESULT_FORMATS, MEDIA_TYPES)
    await SEND[format](readSearch(request, format), request, response, baseUrl)
  }
}

function readSearch({ query }: Request, format: ResultFormat): SearchRequest {
  if (format === 'csv') refusePages(query)
  const given = format === 'atom' ? { ...FEED_DEFAULTS, size: String(FEED_DEFAULTS.size), ...query } : query
  const { format: _format, ...read } = readParameters(apiResultSchema, given)
  return toSearchRequest(read)
}

function refusePages(query: Request['query']): void {
  const given = ['page', 'size'].filter((name) => name in query)
  if (given.length === 0) return
  const detail = 'cannot be given with CSV, which is the whole result'
  throw refusal(given.map((parameter) => ({ parameter, detail })))
}

async function sendJson(search: SearchRequest, request: Request, response: Response, baseUrl: string) {
  const generation = generationOf(response)
  const result = await searchRecord(generation, search)
  reportStrays(request, result.strays)
  response.json(presentSearch(result, generation, baseUrl))
}

async function sendAtom(search: SearchRequest, request: Request, response: Response, baseUrl: string) {
  const generation = generationOf(response)
  const result = await searchRecord(generation, search)
  reportStrays(request, result.strays)
  await sendXml(response, 'atom.njk', presentSearchFeed(result, generation, baseUrl), MEDIA_TYPES.atom)
}

async function sendWhole(search: SearchRequest, request: Request, response: Response, baseUrl: string) {
  const batches = await searchWhole(generationOf(response), search, (strays) => {
    reportStrays(request, strays)
  })
  await sendCsv(response, fileName('search', search.q, 'csv'), searchCsvOf(batches, baseUrl))
}

function reportStrays({ log }: Request, strays: number): void {
  if (strays > 0) log.error({ strays }, 'the index has paragraphs that the store does not have')
}
