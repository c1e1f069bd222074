import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { shippedService, type TestService } from '../builders/service.ts'

let service: TestService

beforeAll(async () => {
  service = await shippedService()
})
afterAll(() => service.stop())

interface Link {
  readonly href: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
}

async function pageAt(address: string): Promise<string> {
  const { text } = await request(service.app).get(address).expect(200)
  return text.replaceAll('&amp;', '&')
}

/** The links that narrow a result, each with the count beside it. */
async function narrowingLinks(address: string): Promise<Link[]> {
  const links =
    /<a class="(?:app-years__label )?govuk-link" href="([^"]+)" (aria-current="true")?>([^<]+)<\/a>(?:\s*<svg.*?<\/svg>)?\s*<span class="app-facet__count">([\d,]+)</g
  return [...(await pageAt(address)).matchAll(links)].map(
    ([, href = '', chosen, label = '', count = '']) => ({
      href,
      label,
      count: Number(count.replace(',', '')),
      isChosen: chosen !== undefined,
    }),
  )
}

/** How many paragraphs a page says it has. */
async function totalOf(address: string): Promise<number> {
  const summary = /<h2 class="govuk-heading-m">([\d,]+) paragraph/.exec(await pageAt(address))?.[1] ?? '0'
  return Number(summary.replace(',', ''))
}

test('every value that is counted has a link; those beyond the first dozen are folded, save the chosen', async () => {
  const reply = await request(service.app).get('/api/v1/search?q=police')
  const { facets } = reply.body as { facets: { person: { value: string; label: string }[] } }
  const page = await pageAt('/search?q=police')
  for (const { value } of facets.person) expect(page).toContain(`person=${value}"`)
  expect(facets.person.length).toBeGreaterThan(12)
  expect(page).toContain(
    `<summary>${facets.person.length - 12} more<span class="govuk-visually-hidden"> under People</span>`,
  )
  const last = facets.person.at(-1)
  const [unfolded = ''] = (await pageAt(`/search?q=police&person=${last?.value ?? ''}`))
    .split('People</h3>')
    .slice(1)
    .map((list) => list.slice(0, list.indexOf('</ul>')))
  expect(unfolded).toContain(`aria-current="true">${last?.label ?? ''}<`)
})

describe('where the query itself narrows the result, the links of that field take the place of its words', () => {
  test.each([
    ['role:chair', 'Chief Constable'],
    ['burglary after:2022', '2017'],
    ['burglary since 2022', '2017'],
    ['burglary topic:burglary role:"chief constable"', 'Police and Crime Commissioner'],
  ])('%s: %s', async (q, label) => {
    const links = await narrowingLinks(`/search?${new URLSearchParams({ q }).toString()}`)
    const link = links.find((one) => one.label === label)
    expect(link?.count).toBeGreaterThan(0)
    expect(await totalOf(link?.href ?? '')).toBe(link?.count)
  })

  test('the value of the query is shown as chosen, and its link leads out of it', async () => {
    for (const [q, label, rest] of [
      ['burglary role:"chief constable"', 'Chief Constable', '/search?q=burglary'],
      ['burglary date:2022', '2022', '/search?q=burglary'],
      ['burglary in 2022', '2022', '/search?q=burglary'],
    ] as const) {
      const links = await narrowingLinks(`/search?${new URLSearchParams({ q }).toString()}`)
      expect(links.find((one) => one.isChosen)).toMatchObject({ label, href: rest })
    }
  })
})
