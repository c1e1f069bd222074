import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { shippedService } from '../builders/service.ts'
import { inBrowser } from './site.ts'
import { scrollsSideways, violationsIn } from './visit.ts'

inBrowser('the search box completes what is typed', shippedService, (open) => {
  const boxOf = (page: Page) => page.locator('#q')
  async function type(page: Page, words: string): Promise<void> {
    await boxOf(page).pressSequentially(words)
    await page.getByRole('option').first().waitFor()
  }

  test.each([320, 1280])(
    'by arrow keys and Enter, with nothing chosen until then, at %i px',
    async (width) => {
      const { page, complaints } = await open('/', { width })
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
    const { page } = await open('/', {})
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
    const { page } = await open('/search?q=burglary', {})
    await boxOf(page).press('End')
    await type(page, ' topi')
    await page.getByRole('option', { name: /^topic:/ }).click()
    expect(await boxOf(page).inputValue()).toBe('burglary topic:')
    await page.getByRole('option', { name: /governance/ }).click()
    expect(await boxOf(page).inputValue()).toBe('burglary topic:governance')
    await page.context().close()
  }, 30_000)

  test('a question goes on as it would be spoken', async () => {
    const { page } = await open('/search', {})
    await type(page, 'what did the chief con')
    await page.getByRole('option', { name: /^Chief Constable/ }).click()
    expect(await boxOf(page).inputValue()).toBe('what did the Chief Constable')
    await page.context().close()
  }, 30_000)

  test('without JavaScript nothing is completed', async () => {
    const plain = await open('/', { javaScriptEnabled: false })
    expect(await plain.page.getByRole('combobox').count()).toBe(0)
    await boxOf(plain.page).fill('burglary')
    await plain.page.keyboard.press('Enter')
    await plain.page.waitForURL(/\/search\?q=burglary$/)
    await plain.page.context().close()
  }, 30_000)
})
