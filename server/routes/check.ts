import express, { Router } from 'express'
import { checkQuotation } from '../check/check.ts'
import { apiCheckSchema, pageCheckSchema, toCheckRequest } from '../check/request.ts'
import { RequestError } from '../errors.ts'
import type { Generation } from '../generations.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentCheck } from '../presenters/check.ts'
import type { CheckForm } from '../presenters/checkPage.ts'
import { presentCheckPage, presentUnchecked } from '../presenters/checkPage.ts'

/** More than the longest quotation has, so that one that is too long is told so beside its field. */
const LARGEST_BODY = '256kb'

/** Is a quotation in the record? As JSON and as a page. @param baseUrl the public address that addresses in replies begin with */
export function checkRoutes(baseUrl: string): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: LARGEST_BODY })

  router.post(PATHS.apiCheck, express.json({ limit: LARGEST_BODY }), form, async (request, response) => {
    if (!request.is(['application/json', 'application/x-www-form-urlencoded']))
      throw new RequestError(415, 'The body is neither JSON nor a form: say which in Content-Type.')
    const given = toCheckRequest(readParameters(apiCheckSchema, objectOf(request.body)))
    response.json(presentCheck(await checkQuotation(generationOf(response), given), baseUrl))
  })

  router.get(PATHS.check, async (request, response) => {
    const generation = generationOf(response)
    const page = await checkPage(request.query, generation)
    response.status(page.status).render('check.njk', page.view)
  })

  router.post(PATHS.check, form, async (request, response) => {
    const page = await checkPage(request.body, generationOf(response), true)
    response.status(page.status).render('check.njk', page.view)
  })

  return router
}

function objectOf(body: unknown): object {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new RequestError(400, 'The body is not an object.')
  return body
}

/** @param given what the form was sent with, or the address has */
async function checkPage(given: unknown, generation: Generation, isSent = false) {
  const form = formOf(given)
  if (form.quote.trim() === '' && !isSent)
    return { status: 200, view: presentUnchecked(form, [], generation.collection) }
  try {
    const read = toCheckRequest(readParameters(pageCheckSchema, given ?? {}))
    return { status: 200, view: presentCheckPage(await checkQuotation(generation, read), form) }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return { status: error.status, view: presentUnchecked(form, error.faults, generation.collection) }
  }
}

function formOf(given: unknown): CheckForm {
  const fields = new Map<string, unknown>(Object.entries(given ?? {}))
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    quote: text('quote'),
    saidBy: text('saidBy'),
    date: text('date'),
    from: text('from'),
    to: text('to'),
  }
}
