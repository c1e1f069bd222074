import { Router } from 'express'
import { z } from 'zod'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentAcronymsJson, presentAcronymsPage } from '../presenters/acronyms.ts'

const noParameters = z.strictObject({})

/** What short forms stand for, as a page and for programs. @param baseUrl what addresses in replies begin with */
export function acronymRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.acronyms, (_request, response) => {
    response.render('acronyms.njk', presentAcronymsPage(generationOf(response).collection.acronyms))
  })

  router.get(PATHS.apiAcronyms, (request, response) => {
    readParameters(noParameters, request.query)
    response.json(presentAcronymsJson(generationOf(response).collection.acronyms, baseUrl))
  })

  return router
}
