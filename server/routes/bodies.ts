import { Router } from 'express'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import type { Generation } from '../generations.ts'
import type { BodyHoldings } from '../meetings/holdings.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentBodyInList, presentBodyJson, presentBodyList, presentBodyPage } from '../presenters/bodies.ts'

const noParameters = z.strictObject({})

/** Bodies, as pages and for programs. @param baseUrl the public address that addresses in replies begin with */
export function bodyRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.bodies, (_request, response) => {
    response.render('bodies.njk', presentBodyList(generationOf(response)))
  })

  router.get(PATHS.body, async (request, response) => {
    const generation = generationOf(response)
    const body = bodyOf(generation, request.params.id)
    response.render('body.njk', await presentBodyPage(body, generation))
  })

  router.get(PATHS.apiBodies, (request, response) => {
    readParameters(noParameters, request.query)
    const { collection, meetings } = generationOf(response)
    const bodies = collection.bodies.flatMap(({ id }) => {
      const body = meetings.byBody.get(id)
      return body ? [presentBodyInList(body, baseUrl)] : []
    })
    response.json({ bodies, total: bodies.length, next: null })
  })

  router.get(PATHS.apiBody, async (request, response) => {
    readParameters(noParameters, request.query)
    const generation = generationOf(response)
    response.json(await presentBodyJson(bodyOf(generation, request.params.id), generation, baseUrl))
  })

  return router
}

/** @throws RequestError (404) */
function bodyOf({ meetings }: Generation, id: string): BodyHoldings {
  const body = meetings.byBody.get(id)
  if (!body) throw notFound('body of this id')
  return body
}
