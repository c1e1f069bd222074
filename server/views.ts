import { join } from 'node:path'
import type { Express } from 'express'
import nunjucks from 'nunjucks'
import { projectRoot } from '../corpus/root.ts'
import { PATHS } from './paths.ts'
import { LIST_WORDS } from './presenters/register/words.ts'
import { LIST_PATHS } from './register/listAddress.ts'
import { LIST_NAMES } from './register/registerLists.ts'

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
  environment.addGlobal(
    'registerLists',
    LIST_NAMES.map((name) => ({ title: LIST_WORDS[name].title, path: PATHS[LIST_PATHS[name].page] })),
  )
  environment.addFilter('count', (number: number) => number.toLocaleString('en-GB'))
}
