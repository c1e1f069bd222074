import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
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
import type { ReadPassages } from '../answer/reading.ts'
import { isTooLong, pageAnswerSchema, toAnswerRequest } from '../answer/request.ts'
import type { Config } from '../config.ts'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { DOWNLOAD_POLICY } from '../middleware/securityHeaders.ts'
import { readParameters } from '../parameters.ts'
import { PATHS, paragraphPath } from '../paths.ts'
import { presentAskPage, presentUnasked, searchedIn } from '../presenters/askPage.ts'
import { presentParagraphPage } from '../presenters/paragraphPage.ts'
import { presentReader } from '../presenters/readerPage.ts'
import { presentResultsPage } from '../presenters/resultsPage.ts'
import { presentSimilarHit } from '../presenters/similar.ts'
import { presentUnderstood } from '../presenters/understoodPage.ts'
import { today } from '../register/listRequest.ts'
import { pageSearchSchema, toSearchRequest } from '../search/request.ts'
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
    const search = toSearchRequest(readParameters(pageSearchSchema, request.query))
    const generation = generationOf(response)
    const result = await searchRecord(generation, search)
    response.render('results.njk', {
      ...presentResultsPage(result, generation, baseUrl),
      searched: searchedIn(generation.collection),
    })
  })

  router.get(PATHS.ask, async (request, response) => {
    const given = readParameters(pageAnswerSchema, request.query)
    const generation = generationOf(response)
    if (given.q.trim() === '' || isTooLong(given.q)) {
      response.status(isTooLong(given.q) ? 400 : 200)
      response.render('ask.njk', presentUnasked(given.q, generation))
      return
    }
    const result = await answerQuestion(generation, toAnswerRequest(given), readPassages)
    response.render('ask.njk', presentAskPage(result, generation))
  })

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

/** Is the file still there, and not a link that leads out of the corpus folder? */
async function isWithin(corpusDir: string, file: string): Promise<boolean> {
  const [root, target] = await Promise.all(
    [realpath(corpusDir), realpath(join(corpusDir, file))].map((path) => path.catch(() => null)),
  )
  return root != null && (target?.startsWith(root + sep) ?? false)
}
