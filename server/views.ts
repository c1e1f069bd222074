import { join } from 'node:path'
import type { Express } from 'express'
import nunjucks from 'nunjucks'
import { projectRoot } from '../corpus/root.ts'
import type { Assets } from './assets.ts'
import type { Config } from './config.ts'
import { PATHS, rolePath, topicPath } from './paths.ts'
import type { PageHead, Section } from './presenters/pageHead.ts'
import { finishHead } from './presenters/pageHead.ts'
import type { Reported } from './presenters/faultReport.ts'
import { faultReportHref } from './presenters/faultReport.ts'
import { LIST_WORDS } from './presenters/register/words.ts'
import { LIST_PATHS } from './register/listAddress.ts'
import { LIST_NAMES } from './register/registerLists.ts'

/** The navigation of every page. */
const NAVIGATION: readonly { readonly section: Section; readonly label: string; readonly path: string }[] = [
  { section: 'search', label: 'Search', path: PATHS.search },
  { section: 'meetings', label: 'Meetings', path: PATHS.meetings },
  { section: 'topics', label: 'Topics', path: PATHS.topics },
  { section: 'people', label: 'People', path: PATHS.people },
  { section: 'register', label: 'Register', path: PATHS.commitments },
  { section: 'documents', label: 'Documents', path: PATHS.documents },
  { section: 'check', label: 'Check a quotation', path: PATHS.check },
]

/** Nunjucks, escaping everything, with the macros of govuk-frontend. */
export function setUpViews(
  app: Express,
  assets: Assets,
  { baseUrl, contact }: Pick<Config, 'baseUrl' | 'contact'>,
): void {
  const folders = [join(projectRoot, 'web/views'), join(projectRoot, 'node_modules/govuk-frontend/dist')]
  const environment = nunjucks.configure(folders, {
    autoescape: true,
    express: app,
    noCache: false,
    throwOnUndefined: false,
  })
  environment.addGlobal('paths', PATHS)
  environment.addGlobal('contact', contact)
  environment.addGlobal('baseUrl', baseUrl)
  environment.addGlobal('faultReportHref', (reported: Reported) => faultReportHref(contact, reported))
  environment.addGlobal('assets', { stylesheet: assets.stylesheet.path, script: assets.script.path })
  environment.addGlobal('navigation', NAVIGATION)
  environment.addGlobal('finishHead', (head: PageHead) => finishHead(head, baseUrl))
  environment.addGlobal(
    'registerLists',
    LIST_NAMES.map((name) => ({ title: LIST_WORDS[name].title, path: PATHS[LIST_PATHS[name].page] })),
  )
  environment.addFilter('count', (number: number) => number.toLocaleString('en-GB'))
  environment.addFilter('rolePath', rolePath)
  environment.addFilter('topicPath', topicPath)
  environment.addFilter('jsonInHtml', jsonInHtml)
}

/** A value as JSON that may stand in a page: nothing in it can end the element around it. */
function jsonInHtml(value: unknown) {
  return new nunjucks.runtime.SafeString(JSON.stringify(value).replace(/</g, '\\u003c'))
}
