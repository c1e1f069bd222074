import { Router } from 'express'
import { PATHS } from '../paths.ts'

/**
 * Pages are for search engines. What is not: addresses with several parameters, which narrow and page what stands elsewhere
 * and have no end; searches within a document, which is there without them; what is made for programs; and files as
 * published, which their publisher's own address should lead to. Who makes the preview of a shared link reads just that.
 */
export function robotsRoute(baseUrl: string): Router {
  const rules = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /*?*&',
    `Disallow: ${PATHS.document.replace(':id', '*')}?`,
    `Disallow: ${PATHS.file.replace(':id', '*')}`,
    '',
    'User-agent: facebookexternalhit',
    'User-agent: LinkedInBot',
    'User-agent: Twitterbot',
    'Disallow:',
    '',
    `Sitemap: ${baseUrl}${PATHS.sitemap}`,
    '',
  ].join('\n')
  const router = Router()
  router.get(PATHS.robots, (_request, response) => {
    response.type('text/plain').send(rules)
  })
  return router
}
