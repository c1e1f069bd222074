import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters, refusal } from '../parameters.ts'
import { presentSearch } from '../presenters/api.ts'
import { presentFeed } from '../presenters/atom.ts'
import { csvFileName, csvOf } from '../presenters/csv.ts'
import type { SearchRequest } from '../search/request.ts'
import { toSearchRequest } from '../search/request.ts'
import type { ResultFormat } from '../search/resultFormat.ts'
import {
  apiResultSchema,
  FEED_DEFAULTS,
  formatSchema,
  MEDIA_TYPES,
  RESULT_FORMATS,
} from '../search/resultFormat.ts'
import { searchRecord } from '../search/searchRecord.ts'
import { searchWhole } from '../search/wholeResult.ts'
import { sendXml } from './xml.ts'

type Send = (search: SearchRequest, request: Request, response: Response, baseUrl: string) => Promise<void>

const SEND: Readonly<Record<ResultFormat, Send>> = { json: sendJson, csv: sendCsv, atom: sendAtom }

/** A result in the format that is asked for: of one address, what search finds is the same in each. */
export function apiSearch(baseUrl: string): RequestHandler {
  return async (request, response) => {
    response.vary('Accept')
    const format = formatOf(request)
    await SEND[format](readSearch(request, format), request, response, baseUrl)
  }
}

/** The parameter decides, else what the client accepts. To one that accepts none of the formats JSON is sent nevertheless. */
function formatOf(request: Request): ResultFormat {
  const { format } = readParameters(formatSchema, request.query)
  if (format !== undefined) return format
  const accepted = request.accepts(Object.values(MEDIA_TYPES))
  return RESULT_FORMATS.find((one) => MEDIA_TYPES[one] === accepted) ?? 'json'
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
  await sendXml(response, 'atom.njk', presentFeed(result, generation, baseUrl), MEDIA_TYPES.atom)
}

/** A reader who takes nothing for so long, or for twice as long while a write is pending, has gone and holds no generation. */
const STALLED_MS = 60_000

/** The response waits for a slow reader, and the record is read no further when the reader has gone. */
async function sendCsv(search: SearchRequest, request: Request, response: Response, baseUrl: string) {
  const batches = await searchWhole(generationOf(response), search, (strays) => {
    reportStrays(request, strays)
  })
  response.attachment(csvFileName(search)).setTimeout(STALLED_MS)
  try {
    await pipeline(Readable.from(csvOf(batches, baseUrl)), response)
  } catch (error) {
    if (!hasGone(error)) throw error
  }
}

/** Did the reader close the connection before the end? */
function hasGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

function reportStrays({ log }: Request, strays: number): void {
  if (strays > 0) log.error({ strays }, 'the index has paragraphs that the store does not have')
}
