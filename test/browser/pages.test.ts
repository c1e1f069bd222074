import { describe, expect, test } from '@jest/globals'
import { shippedService } from '../builders/service.ts'
import { inBrowser } from './site.ts'
import { scrollsSideways, violationsIn } from './visit.ts'

const WIDTHS = [320, 1280]

inBrowser('in a real browser', shippedService, (open) => {
  /** One page of each kind, and each state that it can be in. */
  const PAGES: readonly (readonly [name: string, path: string, status: number])[] = [
    ['start', '/', 200],
    ['search, before', '/search', 200],
    ['results', '/search?q=burglary', 200],
    ['results with filters', '/search?q=knife+crime&role=Chief+Constable&from=2022&to=2022', 200],
    ['results, second page', '/search?q=police&page=2', 200],
    ['results with words missing', '/search?q=drones+over+burglery+precept', 200],
    ['nothing found', '/search?q=zzzzzz', 200],
    ['nothing found under filters', '/search?q=zebra+burglary&match=all&role=Chief+Constable', 200],
    ['results for a query with a fault', '/search?q=%22burglary', 200],
    ['results for a misspelt word', '/search?q=burglery', 200],
    ['results for an acronym', '/search?q=ASB', 200],
    ['a page that a result does not have', '/search?q=police&page=9999', 200],
    [
      'a question, answered',
      '/search?q=On+average+how+many+people+are+killed+on+roads+in+Kent+every+year%3F',
      200,
    ],
    ['a question, not answered', '/search?q=What+does+a+police+cadet+earn+in+Margate%3F', 200],
    ['a question outside the record', '/search?q=What+did+Rotterdam+pay+for+its+police%3F', 200],
    ['a question with a premise', '/search?q=Did+the+Panel+reject+the+appointment+of+David+Paul%3F', 200],
    ['a question in two', '/search?q=Who+was+appointed+Chief+Constable%3F+When+does+he+start%3F', 200],
    [
      'a question answered by a list',
      '/search?q=What+are+the+objectives+of+the+Violence+Reduction+Unit%3F',
      200,
    ],
    ['a search that is too long', `/search?q=${'why+'.repeat(260)}`, 400],
    ['results for a role and a person', '/search?q=what+Pughsley+said+as+chief+constable', 200],
    ['ask, before', '/ask', 200],
    ['an answer', '/ask?q=On+average+how+many+people+are+killed+on+roads+in+Kent+every+year%3F', 200],
    ['not in the record', '/ask?q=What+is+the+salary+of+the+harbour+master+of+Rotterdam%3F', 200],
    ['a best guess', '/ask?q=What+does+a+police+cadet+earn+in+Margate%3F&minConfidence=0', 200],
    [
      'an answer under filters',
      '/ask?q=What+did+the+Commissioner+say+about+the+VRU+in+March+2022%3F&kind=decision',
      200,
    ],
    ['a premise', '/ask?q=Did+the+Panel+reject+the+appointment+of+David+Paul%3F', 200],
    ['two questions', '/ask?q=Who+was+appointed+Chief+Constable%3F+When+does+he+start%3F', 200],
    ['a question that is too long', `/ask?q=${'why+'.repeat(260)}`, 400],
    ['check, before', '/check', 200],
    ...Object.entries({
      'a quotation word for word':
        'quote=%22On+average+52+people+are+killed+%5Bevery+year%5D+…+many+more+suffer+life+changing+injuries%22',
      'a quotation that was altered':
        'quote=On+average+53+people+are+not+killed+on+Kent%27s+roads+every+year,+said+the+Mayor+of+Margate',
      'a quotation of another speaker':
        'quote=on+average+52+people+are+killed+on+Kent%27s+roads+every+year&saidBy=Chief+Constable',
      'a quotation of another day':
        'quote=on+average+52+people+are+killed+on+Kent%27s+roads+every+year&date=2017',
      'a quotation that is not in the record':
        'quote=The+force+helicopter+had+been+sold+to+a+farmer+in+Essex',
    }).map(([name, query]) => [name, `/check?${query}`, 200] as const),
    ['a quotation that is too short, of no day', '/check?quote=too+short&date=soon', 400],
    ['documents', '/documents', 200],
    ['a document', '/documents/2019-09-24-police-and-crime-panel-minutes', 200],
    ['a document with a search', '/documents/2019-09-24-police-and-crime-panel-minutes?q=officers', 200],
    [
      'a document without a hit',
      '/documents/2019-09-24-police-and-crime-panel-minutes?q=zebra&from=2019',
      200,
    ],
    [
      'what was understood of a document',
      '/documents/2024-12-18-police-and-crime-panel-agenda-pack/understood',
      200,
    ],
    ['commitments', '/commitments', 200],
    ['commitments, narrowed', '/commitments?state=open&q=update&sort=due&asOf=2024-12-18', 200],
    ['commitments, none left', '/commitments?q=zebra', 200],
    ['decisions', '/decisions?kind=noted', 200],
    ['questions', '/questions?reply=elsewhere', 200],
    ['reports asked for', '/requests', 200],
    ['figures', '/figures?points=several', 200],
    ['last mention, before', '/silence', 200],
    ['last mention', '/silence?q=cannabis&body=kent-and-medway-police-and-crime-panel', 200],
    ['never mentioned', '/silence?q=zebra+crossing', 200],
    ['a list with a bad day', '/commitments?asOf=soon', 400],
    ['not found', '/nothing', 404],
    ['a bad parameter', '/search?q=a&from=soon', 400],
  ]

  describe.each(WIDTHS)('%i px wide', (width) => {
    test.each(PAGES)(
      '%s has no violation, no error on the console, and does not scroll sideways',
      async (_, path, status) => {
        const { page, complaints } = await open(path, { width })
        const scrolls = await scrollsSideways(page)
        const violations = await violationsIn(page)
        await page.context().close()
        expect(violations).toEqual([])
        expect(complaints.filter((text) => !(status >= 400 && text.includes(String(status))))).toEqual([])
        expect(scrolls).toBe(false)
      },
      30_000,
    )
  })

  test.each(WIDTHS)(
    'why there is an answer, and why there is none, opened at %i px',
    async (width) => {
      for (const question of [
        'What percentage of domestic abuse victims were male?',
        'Why were the Membership changes rejected in September 2019?',
      ]) {
        const { page, complaints } = await open(`/ask?q=${encodeURIComponent(question)}`, { width })
        await page.locator('details summary').first().click()
        expect(await page.locator('.app-why').first().isVisible()).toBe(true)
        expect(await violationsIn(page)).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
        expect(complaints).toEqual([])
        await page.context().close()
      }
    },
    30_000,
  )

  test.each(WIDTHS)(
    'a paragraph page, reached from a result, at %i px',
    async (width) => {
      const { page, complaints } = await open('/search?q=cadets+waiting+list', { width })
      await page.locator('.app-hit__title a').first().click()
      const violations = await violationsIn(page)
      expect(await page.locator('#paragraph').textContent()).toContain('waiting list')
      expect(await page.locator('.app-citation').first().textContent()).toContain('/paragraphs/')
      expect(violations).toEqual([])
      await page.getByRole('link', { name: 'More similar passages' }).click()
      expect(await page.locator('.app-hit').count()).toBe(10)
      expect(await violationsIn(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      expect(complaints).toEqual([])
      await page.context().close()
    },
    30_000,
  )

  test.each(['commitments', 'decisions', 'questions', 'requests', 'figures'])(
    'an entry of the %s, reached from its list, at every width',
    async (list) => {
      for (const width of WIDTHS) {
        const { page, complaints } = await open(`/${list}`, { width })
        await page.locator('.app-hit__title a').first().click()
        expect(await page.locator('.app-record').count()).toBeGreaterThan(0)
        expect(await page.locator('.app-citation').first().textContent()).toMatch(/asOf=\d{4}-\d{2}-\d{2}$/)
        for (const details of await page.locator('details > summary').all()) await details.click()
        expect(await violationsIn(page)).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
        expect(complaints).toEqual([])
        await page.context().close()
      }
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
    for (const width of WIDTHS) {
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
