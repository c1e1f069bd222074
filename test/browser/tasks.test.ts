import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { shippedService } from '../builders/service.ts'
import { inBrowser } from './site.ts'

// What nine new users come for. Each gets there from the start page by one query or by at most three clicks.
//
// A councillor, on a phone, before a meeting:
//   1. What did the Chief Constable say about knife crime?
//   2. What did the latest meeting of the Panel decide?
//   3. What was the Force given to do that is overdue, and in which words?
// A journalist, with a deadline and a spreadsheet:
//   4. How many people are killed on Kent's roads every year? The figure, its sentence and where it stands.
//   5. All commitments and actions as a spreadsheet.
//   6. A measure over the years: its chart, its table, and the sentence of each value.
// A clerk, who answers "have we decided this before?":
//   7. Has the Panel decided on its membership before, and on the precept?
//   8. Who attended the Panel's meeting of 10 October 2024, and who sent apologies?
//   9. Mental health over the years: how much was said, by whom, what was decided and what is still open.

const MOST_CLICKS = 3
const PHONE = 320
const DESK = 1280

inBrowser('nine tasks, without JavaScript, from the start page', shippedService, (open) => {
  /** A user who counts: a query is one way to get there, up to three clicks the other. */
  async function newUser(width: number) {
    const { page, complaints } = await open('/', { width, javaScriptEnabled: false })
    let clicks = 0
    const click = async (name: string | RegExp, within = 'body'): Promise<void> => {
      clicks++
      expect(clicks).toBeLessThanOrEqual(MOST_CLICKS)
      await page.locator(within).getByRole('link', { name }).first().click()
    }
    const query = async (words: string): Promise<void> => {
      expect(clicks).toBe(0)
      clicks = MOST_CLICKS
      await page.locator('#q').fill(words)
      await page.locator('#q').press('Enter')
    }
    const leave = async (): Promise<void> => {
      expect(complaints).toEqual([])
      await page.context().close()
    }
    return { page, click, query, leave }
  }

  const textOf = async (page: Page, selector: string): Promise<string> =>
    (await page.locator(selector).allTextContents()).join('\n')

  test('1. what the Chief Constable said about knife crime', async () => {
    const { page, query, leave } = await newUser(PHONE)
    await query('what did the Chief Constable say about knife crime?')
    const hits = await textOf(page, '.app-hit')
    expect(hits).toContain('Chief Constable')
    expect(hits).toMatch(/knife crime/i)
    await leave()
  }, 30_000)

  test('2. what the latest meeting of the Panel decided', async () => {
    const { page, click, leave } = await newUser(PHONE)
    await click(/Police and Crime Panel.*20\d\d/, '#latest-meetings')
    expect(page.url()).toContain('/meetings/')
    expect(await textOf(page, '#decisions')).toMatch(/RESOLVED|agreed|noted/i)
    await leave()
  }, 30_000)

  test('3. what the Force was given to do and is overdue, in its very words', async () => {
    const { page, click, leave } = await newUser(PHONE)
    await click('What should the Force have done by now?')
    expect(await textOf(page, '.app-chips')).toMatch(/Overdue[^]*Force|Force[^]*Overdue/)
    await click(/./, '.app-hit__title')
    expect(page.url()).toContain('/commitments/')
    expect(await textOf(page, '.app-tag')).toContain('Overdue')
    expect(await page.locator('.app-record').count()).toBeGreaterThan(0)
    await leave()
  }, 30_000)

  test('4. how many people are killed on the roads of Kent', async () => {
    const { page, query, leave } = await newUser(DESK)
    await query('How many people are killed on roads in Kent every year?')
    const answer = page.locator('.app-quote').first()
    expect(await answer.textContent()).toContain('52 people')
    expect(await answer.getByRole('link').first().getAttribute('href')).toContain('/paragraphs/')
    await leave()
  }, 30_000)

  test('5. all commitments and actions as a spreadsheet', async () => {
    const { page, click, leave } = await newUser(DESK)
    await click('Register')
    const download = page.waitForEvent('download')
    await click('CSV')
    expect((await download).suggestedFilename()).toMatch(/commitments.*\.csv$/)
    await leave()
  }, 30_000)

  test('6. a measure over the years', async () => {
    const { page, click, leave } = await newUser(DESK)
    await click(/change over time/)
    expect(page.url()).toContain('/figures/')
    expect(await page.locator('svg.app-chart__drawing').count()).toBe(1)
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1)
    expect(await page.locator('tbody .app-record').count()).toBeGreaterThan(1)
    await leave()
  }, 30_000)

  test('7. has the Panel decided on its membership before, and on the precept?', async () => {
    const decided = await newUser(DESK)
    await decided.query('Has the Panel decided on the membership changes before?')
    expect(await textOf(decided.page, '.app-answer .app-quote')).toMatch(/RESOLVED[^.]*Membership changes/)
    await decided.leave()
    // The documents have no decision on it: whoever asks is told so, and what was searched.
    const undecided = await newUser(DESK)
    await undecided.query('Has the Panel decided on the precept before?')
    expect(await textOf(undecided.page, '.app-answer')).toMatch(
      /The record does not say[^]*Searched: [\d,]+ paragraphs/,
    )
    expect(await textOf(undecided.page, '.app-hit')).toMatch(/precept/i)
    await undecided.leave()
  }, 30_000)

  test('8. who attended in October 2024, and who sent apologies', async () => {
    const { page, click, leave } = await newUser(DESK)
    await click('Meetings')
    await click(/10 October 2024/)
    const attendance = await textOf(page, '#attendance')
    expect(attendance).toContain('Present')
    expect(attendance).toContain('Apologies')
    expect(attendance).not.toContain('Nobody is listed')
    await leave()
  }, 30_000)

  test('9. mental health over the years', async () => {
    const { page, click, leave } = await newUser(DESK)
    await click(/mental health/i)
    expect(page.url()).toContain('/topics/')
    expect(await page.locator('.app-years__year').count()).toBeGreaterThan(1)
    for (const section of ['#speakers', '#decisions', '#commitments'])
      expect(await page.locator(section).count()).toBe(1)
    await leave()
  }, 30_000)
})
