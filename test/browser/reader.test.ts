import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver } from '../builders/service.ts'
import { inBrowser } from './site.ts'
import { scrollsSideways, violationsIn } from './visit.ts'

// Minutes with the word "dredging" in three paragraphs, a screen and more apart.

const WEATHER = 'The harbour master reported that the weather had been calm and that no vessel was delayed.'
const paragraphs = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${WEATHER}`)
paragraphs[9] = '10. The Chief Executive reported that dredging of the inner basin would begin in May.'
paragraphs[29] = '30. Cllr Roach asked what the dredging would cost.'
paragraphs[49] = '50. The Chairman said that the dredging, and all later dredging, would be paid from dues.'
const MINUTES = minutesText({ items: [['12. The Winter Season', '(Item B1)', ...paragraphs].join('\n\n')] })
const SEARCH = '/documents/minutes?q=dredging'

inBrowser(
  'a document read with a search, in a real browser',
  () => serviceOver({ 'minutes.txt': MINUTES }),
  (open) => {
    const position = (page: Page) => page.locator('.app-hit-bar__position').textContent()
    const current = (page: Page) => page.locator('.app-reader__paragraph[aria-current]')
    const step = (page: Page, name: string) =>
      page.getByRole('group', { name: 'From hit to hit' }).getByRole('button', { name }).click()

    /** Where the address says that the page is, as a selector. */
    const place = (page: Page): string => new URL(page.url()).hash

    test('the buttons go from hit to hit, round the ends, and the address follows', async () => {
      const { page, complaints } = await open(SEARCH)
      expect(await position(page)).toBe('3 hits')
      const seen: string[] = []
      for (const name of ['Next', 'Next', 'Next', 'Next', 'Previous']) {
        await step(page, name)
        const text = await current(page).textContent()
        expect(await page.locator(place(page)).textContent()).toBe(text)
        seen.push(`${(await position(page)) ?? ''}: ${/\d+\. /.exec(text ?? '')?.[0] ?? ''}`)
      }
      expect(seen).toEqual([
        'Hit 1 of 3: 10. ',
        'Hit 2 of 3: 30. ',
        'Hit 3 of 3: 50. ',
        'Hit 1 of 3: 10. ',
        'Hit 3 of 3: 50. ',
      ])
      expect(complaints).toEqual([])
      await page.context().close()
    })

    test('a button keeps the focus, to be pressed again', async () => {
      const { page } = await open(SEARCH)
      await page.getByRole('button', { name: 'Next hit' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      expect(await position(page)).toBe('Hit 2 of 3')
      await page.context().close()
    })

    test('the keys n and p do the same, and reading goes on from the hit', async () => {
      const { page } = await open(SEARCH)
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      await page.keyboard.press('p')
      expect(await position(page)).toBe('Hit 1 of 3')
      expect(await page.locator(':focus').textContent()).toContain('inner basin')
      await page.keyboard.press('Tab')
      expect(await page.locator('.app-reader__paragraph:has(:focus)').textContent()).toContain('inner basin')
      await page.context().close()
    })

    test('the keys are letters in a field, left to the browser with a modifier, and can be turned off', async () => {
      const { page } = await open(SEARCH)
      await page.getByLabel('Search in this document').press('n')
      expect(await page.getByLabel('Search in this document').inputValue()).toContain('n')
      await page.locator('h1').click()
      await page.keyboard.press('Alt+n')
      expect(await position(page)).toBe('3 hits')
      await page.getByLabel('Use the keys').uncheck()
      await page.locator('h1').click()
      await page.keyboard.press('n')
      expect(await position(page)).toBe('3 hits')
      await page.context().close()
    })

    test.each([320, 1280])('a hit stands clear of the bar, at %i px', async (width) => {
      const { page } = await open(SEARCH, { width })
      await step(page, 'Next')
      await step(page, 'Next')
      const bar = await page.locator('.app-hit-bar').boundingBox()
      const hit = await current(page).boundingBox()
      expect(bar?.y).toBe(0)
      expect(hit?.y).toBeGreaterThanOrEqual(bar?.height ?? Infinity)
      expect(hit?.y).toBeLessThan(300)
      await page.context().close()
    })

    test('the list marks the current hit, and leads to each', async () => {
      const { page } = await open(SEARCH)
      const list = page.getByRole('region', { name: 'List of hits' })
      await step(page, 'Next')
      expect(await list.locator('[aria-current]').textContent()).toContain('Hit 1')
      await list.getByRole('link').nth(2).click()
      expect(await position(page)).toBe('Hit 3 of 3')
      expect(await list.locator('[aria-current]').textContent()).toContain('Hit 3')
      await page.goBack()
      expect(await position(page)).toBe('Hit 1 of 3')
      await page.context().close()
    })

    test('a copied address opens at its hit', async () => {
      const { page } = await open(SEARCH)
      await step(page, 'Next')
      await step(page, 'Next')
      const copied = new URL(page.url())
      const { page: other } = await open(copied.pathname + copied.search + copied.hash)
      expect(await position(other)).toBe('Hit 2 of 3')
      expect(await current(other).textContent()).toContain('would cost')
      await page.context().close()
      await other.context().close()
    })

    test.each([320, 1280])('with a current hit, nothing is wrong at %i px', async (width) => {
      const { page, complaints } = await open(SEARCH, { width })
      await page.keyboard.press('n')
      expect(await violationsIn(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      expect(complaints).toEqual([])
      await page.context().close()
    })

    test('without JavaScript links lead from hit to hit, and no button is offered', async () => {
      const { page } = await open(SEARCH, { javaScriptEnabled: false })
      expect(await page.locator('[data-step], #hit-keys').filter({ visible: true }).count()).toBe(0)
      await page.getByRole('link', { name: 'First hit' }).click()
      await page.locator(place(page)).getByRole('link', { name: 'Next hit' }).click()
      expect(await page.locator(place(page)).textContent()).toContain('would cost')
      await page.getByRole('link', { name: 'List of hits' }).click()
      await page.getByRole('navigation', { name: 'Hits in this document' }).getByRole('link').last().click()
      expect(await page.locator(':target mark').allTextContents()).toEqual(['dredging', 'dredging'])
      await page.context().close()
    })
  },
)
