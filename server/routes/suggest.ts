import { Router } from 'express'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { apiSuggestSchema } from '../search/request.ts'

/** Completions of a query while it is typed. */
export function suggestRoutes(): Router {
  const router = Router()
  router.get(PATHS.apiSuggest, (request, response) => {
    const { q } = readParameters(apiSuggestSchema, request.query)
    response.json({ q, suggestions: generationOf(response).completions.suggest(q) })
  })
  return router
}
