import { Router } from 'express'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentTopicList, presentTopicProfile } from '../presenters/profiles/profileJson.ts'
import { findSaid } from '../presenters/profiles/said.ts'
import { presentTopic, presentTopics } from '../presenters/profiles/topicPages.ts'
import type { Profiles, TopicProfile } from '../profiles/profiles.ts'

const noParameters = z.strictObject({})

/** What the record is about, for readers and for programs. */
export function topicRoutes(baseUrl: string): Router {
  const router = Router()

  router.get(PATHS.topics, (_request, response) => {
    response.render('topics.njk', presentTopics(generationOf(response)))
  })

  router.get(PATHS.topic, async (request, response) => {
    const generation = generationOf(response)
    response.render(
      'topic.njk',
      await presentTopic(topicOf(generation.profiles, request.params.id), generation),
    )
  })

  router.get(PATHS.apiTopics, (request, response) => {
    readParameters(noParameters, request.query)
    response.json(presentTopicList(generationOf(response), baseUrl))
  })

  router.get(PATHS.apiTopic, async (request, response) => {
    readParameters(noParameters, request.query)
    const generation = generationOf(response)
    const topic = topicOf(generation.profiles, request.params.id)
    const said = await findSaid(generation, { topic: [topic.label] })
    response.json(presentTopicProfile(topic, said, generation, baseUrl))
  })

  return router
}

/** @throws RequestError (404) */
function topicOf({ topicsById }: Profiles, id: string): TopicProfile {
  const topic = topicsById.get(id)
  if (!topic) throw notFound('topic of this id')
  return topic
}
