import { expect, test } from '@jest/globals'
import { shippedService } from '../builders/service.ts'
import { inBrowser } from './site.ts'

inBrowser('from page to page', shippedService, (open) => {
  test('from a result to its paragraph, and on to the passages that are like it', async () => {
    const { page } = await open('/search?q=cadets+waiting+list')
    await page.locator('.app-hit__title a').first().click()
    expect(await page.locator('#paragraph').textContent()).toContain('waiting list')
    expect(await page.locator('.app-citation').first().textContent()).toContain('/paragraphs/')
    await page.getByRole('link', { name: 'More similar passages' }).click()
    expect(await page.locator('.app-hit').count()).toBe(10)
    await page.context().close()
  }, 30_000)

  test.each(['commitments', 'decisions', 'questions', 'requests', 'figures'])(
    'from the %s to an entry, which has an address that lasts',
    async (list) => {
      const { page } = await open(`/${list}`)
      await page.locator('.app-hit__title a').first().click()
      expect(await page.locator('.app-record').count()).toBeGreaterThan(0)
      expect(await page.locator('.app-citation').first().textContent()).toMatch(/asOf=\d{4}-\d{2}-\d{2}$/)
      await page.context().close()
    },
    30_000,
  )

  test('without JavaScript: what a Force was to do by a day, narrowed and put back to that day', async () => {
    const { page } = await open('/commitments', { javaScriptEnabled: false })
    await page.locator('.app-facet').getByRole('link', { name: 'Force', exact: true }).click()
    expect(await page.locator('.app-chip').allTextContents()).toEqual(['Remove filter: Force'])
    await page.getByLabel(/As of the day/).fill('2018-01-01')
    await page.getByRole('button', { name: 'Set dates' }).click()
    expect(new URL(page.url()).searchParams.get('owner')).toBe('Force')
    expect(await page.getByText('As of 1 January 2018.').count()).toBe(1)
    await page.context().close()
  }, 30_000)

  test('without JavaScript: from a search without a result to the silence that can be cited', async () => {
    const { page } = await open('/search?q=zebra+crossing&match=all', { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Cite that nothing is said of it' }).click()
    expect(await page.locator('#finding + p').textContent()).toContain('No mention of')
    expect(await page.locator('.app-citation').first().textContent()).toContain('scope=')
    await page.context().close()
  }, 30_000)

  test('without JavaScript: from the start page to a filtered result, and back out of the filter', async () => {
    const { page } = await open('/', { javaScriptEnabled: false })
    await page.locator('#q').fill('stop and search')
    await page.getByRole('button', { name: 'Search' }).click()
    const before = await page
      .locator('h2')
      .filter({ hasText: /paragraphs/ })
      .textContent()
    await page.locator('.app-facet').getByRole('link', { name: '2017', exact: true }).click()
    expect(await page.locator('.app-chip').allTextContents()).toEqual([
      'Remove filter: From 2017',
      'Remove filter: To 2017',
    ])
    await page.locator('.app-chip').first().click()
    await page.locator('.app-chip').first().click()
    expect(
      await page
        .locator('h2')
        .filter({ hasText: /paragraphs/ })
        .textContent(),
    ).toBe(before)
    await page.context().close()
  }, 30_000)

  test('without JavaScript: a year of the chart narrows the result, and leads back out of it', async () => {
    const { page } = await open('/search?q=burglary', { javaScriptEnabled: false })
    const year = page.locator('.app-years').getByRole('link', { name: '2022', exact: true })
    await year.click()
    expect(await year.getAttribute('aria-current')).toBe('true')
    expect(new URL(page.url()).search).toBe('?q=burglary&from=2022&to=2022')
    expect(await page.locator('.app-years__year').count()).toBeGreaterThan(1)
    await year.click()
    expect(new URL(page.url()).search).toBe('?q=burglary')
    await page.context().close()
  }, 30_000)

  test('without JavaScript: a result is read in its document, where it is the target', async () => {
    const { page } = await open('/search?q=cadets+waiting+list', { javaScriptEnabled: false })
    await page
      .getByRole('link', { name: /Read in context/ })
      .first()
      .click()
    const target = page.locator(new URL(page.url()).hash)
    expect(await target.textContent()).toContain('waiting list')
    await page.context().close()
  }, 30_000)

  test('without JavaScript: a question is answered with a quote and its source', async () => {
    const { page } = await open('/search', { javaScriptEnabled: false })
    await page
      .getByLabel('Search the record, or ask a question')
      .fill('On average how many people are killed on roads in Kent every year?')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await page.locator('blockquote').first().textContent()).toContain('52 people')
    expect(await page.locator('.app-hit').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Why this answer' }).click()
    expect(await page.locator('blockquote').first().textContent()).toContain('52 people')
    await page.locator('figure a').first().click()
    expect(await page.locator('#paragraph').textContent()).toContain('52 people')
    await page.context().close()
  }, 30_000)

  test('without JavaScript: what narrows a result is folded on a phone, and open beside it on a wide screen', async () => {
    for (const width of [320, 1280]) {
      const { page } = await open('/search?q=burglary', { width, javaScriptEnabled: false })
      const year = page.locator('.app-years').getByRole('link', { name: '2022', exact: true })
      const isWide = width > 320
      expect(await year.isVisible()).toBe(isWide)
      expect(await page.locator('.app-narrow__summary').isVisible()).toBe(!isWide)
      if (!isWide) await page.locator('.app-narrow__summary').click()
      await year.click()
      expect(new URL(page.url()).search).toBe('?q=burglary&from=2022&to=2022')
      await page.context().close()
    }
  }, 30_000)
})
