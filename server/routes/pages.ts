import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Request, Response } from 'express'
import { Router } from 'express'
import {
  findDocument,
  loadAcronyms,
  loadDoubts,
  loadOutline,
  loadRecord,
} from '../../corpus/store/documents.ts'
import { neighbourIds } from '../../corpus/store/paragraphs.ts'
import { findSuccessor } from '../../corpus/store/retiredParagraphs.ts'
import { answerQuestion } from '../answer/answer.ts'
import { isQuestion } from '../answer/isQuestion.ts'
import type { ReadPassages } from '../answer/reading.ts'
import { isTooLong, pageAnswerSchema, toAnswerRequest } from '../answer/request.ts'
import type { Config } from '../config.ts'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { DOWNLOAD_POLICY } from '../middleware/securityHeaders.ts'
import { readParameters } from '../parameters.ts'
import { PATHS, paragraphPath } from '../paths.ts'
import { presentAskPage } from '../presenters/askPage.ts'
import { presentParagraphPage } from '../presenters/paragraphPage.ts'
import { presentReader } from '../presenters/readerPage.ts'
import type { AnswerShown } from '../presenters/resultsPage.ts'
import { presentResultsPage } from '../presenters/resultsPage.ts'
import { presentSearchHelp } from '../presenters/searchHelp.ts'
import { presentSimilarHit } from '../presenters/similar.ts'
import { presentUnderstood } from '../presenters/understoodPage.ts'
import { today } from '../register/listRequest.ts'
import type { SearchRequest } from '../search/request.ts'
import { pageResultSchema, pageSearchSchema, toSearchRequest } from '../search/request.ts'
import { searchDocument } from '../search/searchDocument.ts'
import { searchRecord } from '../search/searchRecord.ts'
import { similarPassages } from '../search/similarPassages.ts'

const NEIGHBOURS = 3
/** Similar passages on the page of a paragraph. */
const SHORT_LIST = 5

/** The pages that people read. Parameters that they do not know are passed over: mail programs add some to links. */
export function pageRoutes(
  { baseUrl, corpusDir }: Pick<Config, 'baseUrl' | 'corpusDir'>,
  readPassages: ReadPassages,
): Router {
  const router = Router()

  router.get(PATHS.search, async (request, response) => {
    const search = toSearchRequest(readParameters(pageResultSchema, request.query))
    if (isTooLong(search.q) || isEmpty(search)) {
      sendSearchHelp(search.q, response)
      return
    }
    const generation = generationOf(response)
    const [result, answer] = await Promise.all([
      searchRecord(generation, search),
      answerAbove(search, request, response),
    ])
    response.render('results.njk', presentResultsPage(result, answer, generation, baseUrl))
  })

  router.get(PATHS.ask, async (request, response) => {
    const given = readParameters(pageAnswerSchema, request.query)
    if (given.q.trim() === '') {
      response.redirect(302, PATHS.search)
      return
    }
    if (isTooLong(given.q)) {
      sendSearchHelp(given.q, response)
      return
    }
    const generation = generationOf(response)
    const result = await answerQuestion(generation, toAnswerRequest(given), readPassages)
    response.render('ask.njk', presentAskPage(result, generation))
  })

  /** The answer that stands above the first page of a question's results. Where it fails the results stand alone. */
  async function answerAbove(
    { q, filters, notAlso, page }: SearchRequest,
    { log }: Request,
    response: Response,
  ): Promise<AnswerShown> {
    if (page > 1 || !isQuestion(q)) return 'not_asked'
    try {
      const asked = { question: q, filters, notAlso, minConfidence: null }
      return await answerQuestion(generationOf(response), asked, readPassages)
    } catch (error) {
      log.error({ err: error }, 'a question was not answered: its results are shown alone')
      return 'unavailable'
    }
  }

  router.get(PATHS.document, async (request, response) => {
    const search = toSearchRequest(readParameters(pageSearchSchema, request.query))
    const generation = generationOf(response)
    const { id } = request.params
    const outline = await loadOutline(generation.db, id)
    if (!outline) throw notFound('document at this address')
    const found = await searchDocument(generation, id, search)
    const paragraphs = await generation.paragraphs.loadDocument(id)
    const acronyms = await loadAcronyms(generation.db, id)
    const doubts = await loadDoubts(generation.db, id)
    const read = { outline, paragraphs, acronyms, doubts }
    response.render('document.njk', presentReader(read, found, generation))
  })

  router.get(PATHS.understood, async (request, response) => {
    const record = await loadRecord(generationOf(response).db, request.params.id)
    if (!record) throw notFound('document at this address')
    response.render('understood.njk', presentUnderstood(record))
  })

  router.get(PATHS.file, async (request, response) => {
    const document = await findDocument(generationOf(response).db, request.params.id)
    if (!document) throw notFound('document at this address')
    if (!(await isWithin(corpusDir, document.file))) throw notFound('file of this document any more')
    response.set({ 'Content-Security-Policy': DOWNLOAD_POLICY, 'X-Content-Type-Options': 'nosniff' })
    const name = document.file.split('/').at(-1) ?? document.file
    response.download(document.file, name, { root: corpusDir, dotfiles: 'deny' })
  })

  router.get(PATHS.paragraph, async (request, response) => {
    const generation = generationOf(response)
    const { db, paragraphs } = generation
    const { id } = request.params
    const [context] = await paragraphs.load([id])
    if (!context) {
      const successor = await findSuccessor(db, id)
      if (successor === null) throw notFound('paragraph at this address')
      response.redirect(302, paragraphPath(successor))
      return
    }
    const ids = await neighbourIds(db, id, NEIGHBOURS)
    const before = await paragraphs.load(ids.before)
    const after = await paragraphs.load(ids.after)
    const document = await findDocument(db, context.document.id)
    const similar = await similarPassages(generation, context, { filters: {}, size: SHORT_LIST })
    response.render('paragraph.njk', {
      similar: similar.results.map(presentSimilarHit),
      ...presentParagraphPage({ context, before, after, document }, generation, { baseUrl, today: today() }),
    })
  })

  return router
}

const isEmpty = ({ q, filters }: SearchRequest): boolean =>
  q.trim() === '' && Object.keys(filters).length === 0

/** The box, with how to search; refused is what is too long. */
function sendSearchHelp(q: string, response: Response): void {
  response.status(isTooLong(q) ? 400 : 200).render('search.njk', presentSearchHelp(q, generationOf(response)))
}

/** Is the file still there, and not a link that leads out of the corpus folder? */
async function isWithin(corpusDir: string, file: string): Promise<boolean> {
  const [root, target] = await Promise.all(
    [realpath(corpusDir), realpath(join(corpusDir, file))].map((path) => path.catch(() => null)),
  )
  return root != null && (target?.startsWith(root + sep) ?? false)
}
