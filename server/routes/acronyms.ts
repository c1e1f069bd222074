import { Router } from 'express'
import { z } from 'zod'
import { listAcronyms } from '../../corpus/store/acronyms.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentAcronymsJson, presentAcronymsPage } from '../presenters/acronyms.ts'

const noParameters = z.strictObject({})

/** What short forms stand for, as a page and for programs. @param baseUrl what addresses in replies begin with */
export function acronymRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.acronyms, async (_request, response) => {
    response.render('acronyms.njk', presentAcronymsPage(await listAcronyms(generationOf(response).db)))
  })

  router.get(PATHS.apiAcronyms, async (request, response) => {
    readParameters(noParameters, request.query)
    response.json(presentAcronymsJson(await listAcronyms(generationOf(response).db), baseUrl))
  })

  return router
}
