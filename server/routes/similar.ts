import type { Request, Response } from 'express'
import { Router } from 'express'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { findSuccessor } from '../../corpus/store/retiredParagraphs.ts'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentSimilar, presentSimilarPage, similarAddress } from '../presenters/similar.ts'
import type { SimilarRequest } from '../search/similarPassages.ts'
import {
  apiSimilarSchema,
  pageSimilarSchema,
  similarPassages,
  toSimilarRequest,
} from '../search/similarPassages.ts'

/** Passages like one, as JSON and as a page. @param baseUrl the public address that addresses in replies begin with */
export function similarRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.apiSimilar, async (request, response) => {
    const similar = toSimilarRequest(readParameters(apiSimilarSchema, request.query))
    const context = await findOrRedirect(request, response, 'apiSimilar', similar)
    if (!context) return
    const found = await similarPassages(generationOf(response), context, similar)
    response.json(presentSimilar(context, found, baseUrl))
  })

  router.get(PATHS.similar, async (request, response) => {
    const similar = toSimilarRequest(readParameters(pageSimilarSchema, request.query))
    const context = await findOrRedirect(request, response, 'similar', similar)
    if (!context) return
    const found = await similarPassages(generationOf(response), context, similar)
    response.render('similar.njk', presentSimilarPage(context, found, similar))
  })

  return router
}

/** The paragraph of the address; null where its text is under another id now, which the reply says. */
async function findOrRedirect(
  request: Request<{ id: string }>,
  response: Response,
  name: 'similar' | 'apiSimilar',
  similar: SimilarRequest,
): Promise<ParagraphInContext | null> {
  const { db, paragraphs } = generationOf(response)
  const [context] = await paragraphs.load([request.params.id])
  if (context) return context
  const successor = await findSuccessor(db, request.params.id)
  if (successor === null)
    throw notFound(name === 'similar' ? 'paragraph at this address' : 'paragraph of this id')
  response.redirect(302, similarAddress(name, successor, similar))
  return null
}
