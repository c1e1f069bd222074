import { join } from 'node:path'
import type { Express } from 'express'
import nunjucks from 'nunjucks'
import { projectRoot } from '../corpus/root.ts'
import { PATHS } from './paths.ts'

/** Nunjucks, escaping everything, with the macros of govuk-frontend. */
export function setUpViews(app: Express): void {
  const folders = [join(projectRoot, 'web/views'), join(projectRoot, 'node_modules/govuk-frontend/dist')]
  const environment = nunjucks.configure(folders, {
    autoescape: true,
    express: app,
    noCache: false,
    throwOnUndefined: false,
  })
  environment.addGlobal('paths', PATHS)
  environment.addFilter('count', (number: number) => number.toLocaleString('en-GB'))
}
