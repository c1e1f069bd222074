import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { listen, testService, type TestService } from '../builders/service.ts'
import { shippedCorpus } from '../builders/shippedCorpus.ts'
import { installedChromium, launch } from './chromium.ts'
import { scrollsSideways, violationsIn, visit } from './visit.ts'

const executable = installedChromium()
const inBrowser = executable === null ? describe.skip : describe

inBrowser('the search box completes what is typed', () => {
  let browser: Browser
  let service: TestService
  let shipped: Awaited<ReturnType<typeof shippedCorpus>>
  let site: Awaited<ReturnType<typeof listen>>

  beforeAll(async () => {
    shipped = await shippedCorpus()
    service = await testService(shipped.dataDir, shipped.corpusDir)
    site = await listen(service.app)
    browser = await launch(executable ?? '')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await site.close()
    await service.stop()
    await shipped.remove()
  })

  const boxOf = (page: Page) => page.getByLabel('Words to look for')
  async function type(page: Page, words: string): Promise<void> {
    await boxOf(page).pressSequentially(words)
    await page.getByRole('option').first().waitFor()
  }

  test.each([320, 1280])(
    'by arrow keys and Enter, with nothing chosen until then, at %i px',
    async (width) => {
      const { page, complaints } = await visit(browser, site.base, '/', { width })
      await type(page, 'role:ch')
      expect(await boxOf(page).getAttribute('aria-expanded')).toBe('true')
      expect(await boxOf(page).getAttribute('aria-activedescendant')).toBeNull()
      expect(await page.getByRole('status').textContent()).toMatch(/^\d+ suggestions/)
      await page.keyboard.press('ArrowDown')
      const chosen = page.getByRole('option', { selected: true })
      expect(await chosen.textContent()).toContain('Chief Constable')
      expect(await boxOf(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
      expect(await violationsIn(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await page.keyboard.press('Enter')
      expect(await boxOf(page).inputValue()).toBe('role:"Chief Constable"')
      expect(await page.getByRole('listbox').count()).toBe(0)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?q=role/)
      expect(complaints).toEqual([])
      await page.context().close()
    },
    30_000,
  )

  test('Escape closes the list and keeps the words; Enter searches for what is typed', async () => {
    const { page } = await visit(browser, site.base, '/', {})
    await type(page, 'burg')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').count()).toBe(0)
    expect(await boxOf(page).inputValue()).toBe('burg')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=burg$/)
    await page.context().close()
  }, 30_000)

  test('by a click; the name of a field is followed by its values', async () => {
    const { page } = await visit(browser, site.base, '/search?q=burglary', {})
    await boxOf(page).press('End')
    await type(page, ' topi')
    await page.getByRole('option', { name: /^topic:/ }).click()
    expect(await boxOf(page).inputValue()).toBe('burglary topic:')
    await page.getByRole('option', { name: /governance/ }).click()
    expect(await boxOf(page).inputValue()).toBe('burglary topic:governance')
    await page.context().close()
  }, 30_000)

  test('a question is not completed, and without JavaScript nothing is', async () => {
    const asked = await visit(browser, site.base, '/ask', {})
    expect(await asked.page.getByRole('combobox').count()).toBe(0)
    await asked.page.context().close()
    const plain = await visit(browser, site.base, '/', { javaScriptEnabled: false })
    expect(await plain.page.getByRole('combobox').count()).toBe(0)
    await boxOf(plain.page).fill('burglary')
    await plain.page.keyboard.press('Enter')
    await plain.page.waitForURL(/\/search\?q=burglary$/)
    await plain.page.context().close()
  }, 30_000)
})
