import { Router } from 'express'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { apiSuggestSchema } from '../search/request.ts'

/** OpenSearch Suggestions 1.1: the query, and its completions. */
const OPEN_SEARCH = 'application/x-suggestions+json'

/** Completions of a query while it is typed. */
export function suggestRoutes(): Router {
  const router = Router()
  router.get(PATHS.apiSuggest, (request, response) => {
    const { q, format } = readParameters(apiSuggestSchema, request.query)
    const suggestions = generationOf(response).completions.suggest(q)
    if (format === 'json') response.json({ q, suggestions })
    else response.type(OPEN_SEARCH).send(JSON.stringify([q, suggestions.map(({ text }) => text)]))
  })
  return router
}
