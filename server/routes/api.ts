import { Router } from 'express'
import { listDocuments, loadRecord } from '../../corpus/store/documents.ts'
import { neighbourIds } from '../../corpus/store/paragraphs.ts'
import { findSuccessor } from '../../corpus/store/retiredParagraphs.ts'
import { z } from 'zod'
import { answerQuestion } from '../answer/answer.ts'
import type { ReadPassages } from '../answer/reading.ts'
import { apiAnswerSchema, toAnswerRequest } from '../answer/request.ts'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { paragraphPath, PATHS, pathTo } from '../paths.ts'
import { presentAnswer, presentContext, presentDocument, presentRecord } from '../presenters/api.ts'
import { openApiDescription } from '../presenters/openApi.ts'
import { apiSearch } from './apiSearch.ts'

const noParameters = z.strictObject({})
const NEIGHBOURS = 3

/** The interface for programs. @param baseUrl the public address that addresses in replies begin with */
export function apiRoutes(baseUrl: string, readPassages: ReadPassages): Router {
  const router = Router()

  router.get(PATHS.apiSearch, apiSearch(baseUrl))

  router.get(PATHS.apiAnswer, async (request, response) => {
    const given = readParameters(apiAnswerSchema, request.query)
    const result = await answerQuestion(generationOf(response), toAnswerRequest(given), readPassages)
    response.json(presentAnswer(result, baseUrl, given.explain === 'true'))
  })

  router.get(PATHS.apiDocuments, async (request, response) => {
    readParameters(noParameters, request.query)
    const documents = await listDocuments(generationOf(response).db)
    response.json({ documents: documents.map((document) => presentDocument(document, document.paragraphs)) })
  })

  router.get(PATHS.apiRecord, async (request, response) => {
    readParameters(noParameters, request.query)
    const record = await loadRecord(generationOf(response).db, request.params.id)
    if (!record) throw notFound('document of this id')
    response.json(presentRecord(record))
  })

  router.get(PATHS.apiParagraph, async (request, response) => {
    readParameters(noParameters, request.query)
    const { db, paragraphs } = generationOf(response)
    const { id } = request.params
    const [context] = await paragraphs.load([id])
    if (!context) {
      const successor = await findSuccessor(db, id)
      if (successor === null) throw notFound('paragraph of this id')
      response.redirect(302, pathTo('apiParagraph', successor))
      return
    }
    const neighbours = await neighbourIds(db, id, NEIGHBOURS)
    const [before, after] = await Promise.all([
      paragraphs.load(neighbours.before),
      paragraphs.load(neighbours.after),
    ])
    const brief = ({ paragraph }: (typeof before)[number]) => ({
      id: paragraph.id,
      text: paragraph.text,
      label: paragraph.label,
      kind: paragraph.kind,
      url: baseUrl + paragraphPath(paragraph.id),
    })
    response.json({ ...presentContext(context, baseUrl), before: before.map(brief), after: after.map(brief) })
  })

  router.get(PATHS.apiDescription, (_request, response) => {
    response.json(openApiDescription(baseUrl))
  })

  return router
}
