import { Router } from 'express'
import { PATHS } from '../paths.ts'
import { sendXml } from './xml.ts'

/** Tells browsers and feed readers how to search here (OpenSearch 1.1). */
export function openSearchRoute(baseUrl: string): Router {
  const router = Router()
  router.get(PATHS.openSearch, async (_request, response) => {
    await sendXml(response, 'opensearch.njk', { baseUrl }, 'application/opensearchdescription+xml')
  })
  return router
}
