import { Router } from 'express'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentSilence, presentSilenceForm, presentSilencePage } from '../presenters/silencePage.ts'
import { apiMentionSchema, lastMention, pageMentionSchema, toMentionRequest } from '../search/lastMention.ts'

/** When words were last mentioned, and where not since: a finding that can be cited. */
export function silenceRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.silence, async (request, response) => {
    const generation = generationOf(response)
    const asked = toMentionRequest(readParameters(pageMentionSchema, request.query))
    const page =
      asked.q.trim() === ''
        ? presentSilenceForm(asked, generation)
        : presentSilencePage(await lastMention(generation, asked), generation, baseUrl)
    response.render('silence.njk', page)
  })

  router.get(PATHS.apiSilence, async (request, response) => {
    const asked = toMentionRequest(readParameters(apiMentionSchema, request.query))
    response.json(presentSilence(await lastMention(generationOf(response), asked), baseUrl))
  })

  return router
}
