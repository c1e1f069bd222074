import { Router } from 'express'
import { z } from 'zod'
import { notFound } from '../errors.ts'
import { generationOf } from '../middleware/generationLease.ts'
import { readParameters } from '../parameters.ts'
import { PATHS } from '../paths.ts'
import { presentSitemap } from '../presenters/sitemap.ts'
import { sendXml } from './xml.ts'

const sitemapSchema = z.object({
  part: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'is not a whole number from 1')
    .transform(Number)
    .optional(),
})

/** The pages of the collection, for search engines (Sitemaps 0.9): in one file, or in parts with an index of them. */
export function sitemapRoutes(baseUrl: string): Router {
  const router = Router()
  router.get(PATHS.sitemap, async (request, response) => {
    const { part } = readParameters(sitemapSchema, request.query)
    const sitemap = presentSitemap(generationOf(response), part ?? null, baseUrl)
    if (!sitemap) throw notFound('part of the site map of this number')
    await sendXml(response, 'sitemap.njk', sitemap, 'application/xml')
  })
  return router
}
