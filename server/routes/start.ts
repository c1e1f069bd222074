import { Router } from 'express'
import { listDocuments } from '../../corpus/store/documents.ts'
import { listRefusedFiles } from '../../corpus/store/refusedFiles.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { oncePerDay, oncePerGeneration } from '../oncePerDay.ts'
import { PATHS } from '../paths.ts'
import { presentDocumentsPage } from '../presenters/documentsPage.ts'
import { presentStartPage } from '../presenters/startPage.ts'

/** The pages that show the collection as a whole: where people begin, and what was published. */
export function startRoutes(): Router {
  const router = Router()
  const startPageOf = oncePerDay(presentStartPage)
  const documentsPageOf = oncePerGeneration(async ({ db, collection }) =>
    presentDocumentsPage(await listDocuments(db), collection.bodies, await listRefusedFiles(db)),
  )

  router.get(PATHS.start, async (_request, response) => {
    response.render('start.njk', await startPageOf(generationOf(response)))
  })

  router.get(PATHS.documents, async (_request, response) => {
    response.render('documents.njk', await documentsPageOf(generationOf(response)))
  })

  return router
}
