import { Router } from 'express'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import type { Generation } from '../generations.ts'
import type { MeetingHoldings } from '../meetings/holdings.ts'
import { apiMeetingsSchema, isAskedFor, pageMeetingsSchema } from '../meetings/request.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentMeetingInList, presentMeetingJson } from '../presenters/meetings/meetingJson.ts'
import { presentMeetingList } from '../presenters/meetings/meetingList.ts'
import { loadMeetingDetails, presentMeetingPage } from '../presenters/meetings/meetingPage.ts'
import { withoutEmpty } from '../search/request.ts'

const noParameters = z.strictObject({})

/** Meetings, as pages and for programs. @param baseUrl the public address that addresses in replies begin with */
export function meetingRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.meetings, (request, response) => {
    const filters = withoutEmpty(readParameters(pageMeetingsSchema, request.query))
    response.render('meetings.njk', presentMeetingList(filters, generationOf(response)))
  })

  router.get(PATHS.meeting, async (request, response) => {
    const generation = generationOf(response)
    const holdings = holdingsOf(generation, request.params.id)
    const details = await loadMeetingDetails(generation, holdings)
    response.render('meeting.njk', presentMeetingPage(holdings, details, generation))
  })

  router.get(PATHS.apiMeetings, (request, response) => {
    const filters = withoutEmpty(readParameters(apiMeetingsSchema, request.query))
    const { newestFirst } = generationOf(response).meetings
    const meetings = newestFirst
      .filter((one) => isAskedFor(one, filters))
      .map((one) => presentMeetingInList(one, baseUrl))
    response.json({ meetings, total: meetings.length, next: null })
  })

  router.get(PATHS.apiMeeting, async (request, response) => {
    readParameters(noParameters, request.query)
    const generation = generationOf(response)
    const holdings = holdingsOf(generation, request.params.id)
    const details = await loadMeetingDetails(generation, holdings)
    response.json(presentMeetingJson(holdings, details, generation, baseUrl))
  })

  return router
}

/** @throws RequestError (404) */
function holdingsOf({ meetings }: Generation, id: string): MeetingHoldings {
  const holdings = meetings.byId.get(id)
  if (!holdings) throw notFound('meeting of this id')
  return holdings
}
