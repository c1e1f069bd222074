import { Router } from 'express'
import { listRefusedFiles } from '../../corpus/store/refusedFiles.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { oncePerDay } from '../oncePerDay.ts'
import { PATHS } from '../paths.ts'
import { presentDocumentsPage } from '../presenters/documentsPage.ts'
import { presentStartPage } from '../presenters/startPage.ts'

/** The pages that show the collection as a whole: where people begin, and what was published. */
export function startRoutes(): Router {
  const router = Router()
  const startPageOf = oncePerDay(presentStartPage)

  router.get(PATHS.start, async (_request, response) => {
    response.render('start.njk', await startPageOf(generationOf(response)))
  })

  router.get(PATHS.documents, async (_request, response) => {
    const { db, overview, collection } = generationOf(response)
    response.render(
      'documents.njk',
      presentDocumentsPage(overview.documents, collection.bodies, await listRefusedFiles(db)),
    )
  })

  return router
}
