import { Router } from 'express'
import { readMeasured } from '../answer/measured.ts'
import type { Config } from '../config.ts'
import { PATHS } from '../paths.ts'
import { presentAccessibilityPage } from '../presenters/accessibilityPage.ts'
import { presentAnswersPage } from '../presenters/answersPage.ts'
import { presentPrivacyPage } from '../presenters/privacyPage.ts'

/** Pages about the service itself. They are there before anything is indexed. */
export function aboutRoutes({
  baseUrl,
  reader,
  logLevel,
}: Pick<Config, 'baseUrl' | 'reader' | 'logLevel'>): Router {
  const router = Router()
  const answersPage = presentAnswersPage(readMeasured(), reader !== 'none')
  const privacyPage = presentPrivacyPage(logLevel === 'debug' || logLevel === 'trace')
  const accessibilityPage = presentAccessibilityPage(baseUrl)

  router.get(PATHS.answers, (_request, response) => {
    response.render('answers.njk', answersPage)
  })
  router.get(PATHS.privacy, (_request, response) => {
    response.render('privacy.njk', privacyPage)
  })
  router.get(PATHS.accessibility, (_request, response) => {
    response.render('accessibility.njk', accessibilityPage)
  })

  return router
}
