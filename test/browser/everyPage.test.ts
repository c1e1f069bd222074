import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { shippedService } from '../builders/service.ts'
import type { KnownPage } from './everyPage.ts'
import { EVERY_PAGE } from './everyPage.ts'
import { inBrowser } from './site.ts'
import { movingElements, scrollsSideways, tabThrough, violationsIn } from './visit.ts'

const WIDTHS = [1280, 768, 320]
const HEIGHT = 900
/** 1280 by 1024 px at 400 %. */
const ENLARGED = { width: 320, height: 256 }

/** How the pages are laid out is not looked at, only what they say. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-trailing-whitespace': 'off',
    // A title has the question or the words that were searched for.
    'long-title': 'off',
    // Several boxes of one name are several values of it.
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit'] }],
  },
})

inBrowser('every page, in every state', shippedService, (open) => {
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    ;({ page, complaints } = await open('/'))
  })
  afterAll(async () => {
    await page.context().close()
  })

  async function go({
    path,
    follow,
  }: KnownPage): Promise<{ readonly status: number; readonly html: string }> {
    await page.setViewportSize({ width: 1280, height: HEIGHT })
    const given = await page.goto(path)
    if (follow === undefined) return { status: given?.status() ?? 0, html: (await given?.text()) ?? '' }
    const target = await page.locator(follow).first().getAttribute('href')
    const reached = await page.goto(target ?? '')
    return { status: reached?.status() ?? 0, html: (await reached?.text()) ?? '' }
  }

  describe.each(EVERY_PAGE.map((known) => [known.name, known] as const))('%s', (_name, known) => {
    test('is valid HTML, has no axe violation at any width, does not scroll sideways and complains of nothing', async () => {
      complaints.length = 0
      const { status, html } = await go(known)
      const wanted = known.status ?? 200
      expect(status).toBe(wanted)
      const found = await faultsIn(html)
      await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT })
        if (await scrollsSideways(page)) found.push(`${width} px: scrolls sideways`)
        found.push(...(await violationsIn(page)).map((violation) => `${width} px: ${violation}`))
      }
      // The browser itself reports a status that is not one of success.
      found.push(...complaints.filter((text) => !(wanted >= 400 && text.includes(String(wanted)))))
      expect(found).toEqual([])
    }, 60_000)
  })

  describe.each(['/', '/search?q=burglary', '/topics/mental-health', '/commitments', '/check'])(
    '%s',
    (path) => {
      test('is walked through by the Tab key: everything is reached, in the order of the page, and seen', async () => {
        await page.setViewportSize({ width: 320, height: HEIGHT })
        await page.goto(path)
        const { missed, outOfOrder, unseen } = await tabThrough(page)
        expect({ missed, outOfOrder, unseen }).toEqual({ missed: [], outOfOrder: [], unseen: [] })
      }, 60_000)

      test('shows where the focus is in forced colours too', async () => {
        await page.emulateMedia({ forcedColors: 'active' })
        await page.setViewportSize({ width: 1280, height: HEIGHT })
        await page.goto(path)
        expect((await tabThrough(page)).unseen).toEqual([])
        await page.emulateMedia({ forcedColors: null })
      }, 60_000)

      test('has nothing that moves where less motion is wanted', async () => {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.goto(path)
        expect(await movingElements(page)).toEqual([])
        await page.emulateMedia({ reducedMotion: null })
      }, 30_000)

      test('leaves room to read at 400 %', async () => {
        await page.setViewportSize(ENLARGED)
        await page.goto(path)
        expect(await scrollsSideways(page)).toBe(false)
        await page.evaluate('scrollTo(0, document.body.scrollHeight / 2)')
        const covered = await page.evaluate<number>(COVERED_HEIGHT)
        expect(covered).toBeLessThan(ENLARGED.height / 3)
      }, 30_000)
    },
  )

  async function faultsIn(html: string): Promise<string[]> {
    const { results } = await validator.validateString(html)
    return results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `line ${line}: ${ruleId}: ${message}`),
    )
  }
})

/** How much of the window is under what stays in its place. */
const COVERED_HEIGHT = `[...document.querySelectorAll('body *')]
  .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
  .map((element) => element.getBoundingClientRect())
  .filter(({ top, bottom }) => top < innerHeight && bottom > 0)
  .reduce((sum, { top, bottom }) => sum + Math.min(bottom, innerHeight) - Math.max(top, 0), 0)`
