import compression from 'compression'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { ReadPassages } from './answer/reading.ts'
import { loadAssets } from './assets.ts'
import type { Config } from './config.ts'
import type { Generations } from './generations.ts'
import { errorHandler, unknownAddress } from './middleware/errorHandlers.ts'
import { generationLease } from './middleware/generationLease.ts'
import { requestLog } from './middleware/requestLog.ts'
import { revalidation } from './middleware/revalidation.ts'
import { securityHeaders } from './middleware/securityHeaders.ts'
import { aboutRoutes } from './routes/about.ts'
import { acronymRoutes } from './routes/acronyms.ts'
import { apiRoutes } from './routes/api.ts'
import { assetRoutes } from './routes/assets.ts'
import { bodyRoutes } from './routes/bodies.ts'
import { checkRoutes } from './routes/check.ts'
import type { Reader } from './reader/reader.ts'
import { healthRoutes } from './routes/health.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { openSearchRoute } from './routes/openSearch.ts'
import { pageRoutes } from './routes/pages.ts'
import { peopleRoutes } from './routes/people.ts'
import { registerRoutes } from './routes/register.ts'
import { robotsRoute } from './routes/robots.ts'
import { silenceRoutes } from './routes/silence.ts'
import { similarRoutes } from './routes/similar.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { startRoutes } from './routes/start.ts'
import { suggestRoutes } from './routes/suggest.ts'
import { topicRoutes } from './routes/topics.ts'
import { setUpViews } from './views.ts'

/** The service, wired by hand in reading order. It listens to nothing yet. */
export function createApp(config: Config, generations: Generations, reader: Reader, log: Logger): Express {
  const app = express()
  const assets = loadAssets()
  const readPassages: ReadPassages = (question, passages) =>
    reader.read(question, passages, Date.now() + config.readerDeadlineMs)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  if (config.trustProxy.length > 0) app.set('trust proxy', [...config.trustProxy])
  setUpViews(app, assets, config)

  app.use(requestLog(log))
  app.use(securityHeaders())
  app.use(revalidation)
  app.use(healthRoutes(generations, reader))
  app.use(compression())
  app.use(assetRoutes(assets))
  app.use(openSearchRoute(config.baseUrl))
  app.use(robotsRoute(config.baseUrl))
  app.use(aboutRoutes(config))
  app.use(generationLease(generations))
  app.use(apiRoutes(config.baseUrl, readPassages))
  app.use(startRoutes())
  app.use(pageRoutes(config, readPassages))
  app.use(peopleRoutes(config.baseUrl))
  app.use(topicRoutes(config.baseUrl))
  app.use(similarRoutes(config.baseUrl))
  app.use(registerRoutes(config.baseUrl))
  app.use(silenceRoutes(config.baseUrl))
  app.use(meetingRoutes(config.baseUrl))
  app.use(bodyRoutes(config.baseUrl))
  app.use(acronymRoutes(config.baseUrl))
  app.use(checkRoutes(config.baseUrl))
  app.use(suggestRoutes())
  app.use(sitemapRoutes(config.baseUrl))
  app.use(unknownAddress)
  app.use(errorHandler(log))
  return app
}
