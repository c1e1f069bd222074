import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Places } from '../../corpus/store/places.ts'
import { LONGEST_QUOTATION } from '../check/request.ts'
import { RequestError } from '../errors.ts'
import type { Generation } from '../generations.ts'
import { presentNotFound } from '../presenters/notFoundPage.ts'
import type { PageHead } from '../presenters/pageHead.ts'

interface Problem {
  readonly status: number
  readonly detail: string
  readonly faults: RequestError['faults']
}

export const unknownAddress: RequestHandler = () => {
  throw new RequestError(404, 'There is no page at this address.')
}

/** Problem details (RFC 9457) for the API, a page for readers. What went wrong inside is logged and not shown. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error)
    if (problem.status >= 500 && !(error instanceof RequestError))
      log.error({ err: error, requestId: request.id }, 'request failed')
    if (response.headersSent) {
      next(error)
      return
    }
    response.status(problem.status)
    if (problem.status === 503) response.set('Retry-After', '30')
    if (request.path.startsWith('/api/') || request.path.startsWith('/health/')) {
      response.type('application/problem+json').send(JSON.stringify(toDetails(problem)))
      return
    }
    const offers = problem.status === 404 ? presentNotFound(request.path, placesOf(response)) : null
    response.render('error.njk', { head: headOf(problem), ...problem, offers })
  }
}

/** Null where the request came to no generation. */
function placesOf({ locals }: Response): Places | null {
  return (locals.generation as Generation | undefined)?.places ?? null
}

function headOf({ status, detail }: Problem): PageHead {
  return { title: STATUS_CODES[status] ?? 'Error', description: detail, path: null }
}

function toProblem(error: unknown): Problem {
  if (error instanceof RequestError)
    return { status: error.status, detail: error.message, faults: error.faults }
  // Express's own refusals, such as an address that is not well encoded, or a body that is too long.
  const status =
    error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (status >= 400 && status < 500) return { status, detail: detailOf(error), faults: [] }
  return { status: 500, detail: 'Something went wrong here. It has been logged.', faults: [] }
}

/** What is told of a body that cannot be read, by the type of Express's error; it has none for an address. */
const BODY_FAULTS: ReadonlyMap<unknown, string> = new Map([
  [
    'entity.too.large',
    `What was sent is too long: a quotation has ${LONGEST_QUOTATION.toLocaleString('en-GB')} characters at most.`,
  ],
  ['entity.parse.failed', 'The body is not well-formed JSON.'],
  ['charset.unsupported', 'The body is in a character set that is not read: send UTF-8.'],
  ['encoding.unsupported', 'The body is compressed in a way that is not read.'],
])

function detailOf(error: unknown): string {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  return (
    BODY_FAULTS.get(type) ??
    (type === undefined ? 'The address is not well formed.' : 'The body cannot be read.')
  )
}

function toDetails({ status, detail, faults }: Problem) {
  const errors = faults.map((fault) => ({ parameter: fault.parameter, detail: fault.detail }))
  return {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  }
}
