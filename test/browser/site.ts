import { afterAll, beforeAll, describe } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { listen, type TestService } from '../builders/service.ts'
import { installedChromium, launch } from './chromium.ts'
import { visit, type Visit } from './visit.ts'

/** Opens a page of the service in a browser context of its own. */
export type Open = (path: string, options?: Visit) => Promise<{ page: Page; complaints: string[] }>

const INDEXING_MS = 60_000

const executable = installedChromium()

if (executable === null) {
  if (process.env.CI === 'true')
    throw new Error(
      'There is no Chromium for the browser tests. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
    )
  process.stderr.write(
    'No Chromium or Chrome is installed: the browser tests are left out. CHROMIUM_PATH can name one.\n',
  )
}

/** Tests of a service in a real browser; they are left out where none is installed. */
export function inBrowser(
  name: string,
  serve: () => Promise<TestService>,
  tests: (open: Open) => void,
): void {
  const described = executable === null ? describe.skip : describe
  described(name, () => {
    let browser: Browser
    let service: TestService
    let site: Awaited<ReturnType<typeof listen>>

    beforeAll(async () => {
      service = await serve()
      site = await listen(service.app)
      browser = await launch(executable ?? '')
    }, INDEXING_MS)
    afterAll(async () => {
      await browser.close()
      await site.close()
      await service.stop()
    })

    tests((path, options = {}) => visit(browser, site.base, path, options))
  })
}
