import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { shippedService, type TestService } from '../builders/service.ts'

let service: TestService

beforeAll(async () => {
  service = await shippedService()
})
afterAll(() => service.stop())

async function pageOf(query: Readonly<Record<string, string>>): Promise<string> {
  return (await request(service.app).get('/search').query(query).expect(200)).text
}

/** What is said above a result of the roles and people of the query, as a reader sees it; null where nothing is. */
async function namedIn(query: Readonly<Record<string, string>>): Promise<string | null> {
  const panel = /<div class="app-named">(.*?)<\/div>/s.exec(await pageOf(query))?.[1]
  return panel === undefined
    ? null
    : panel
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
}

describe('the page of a result', () => {
  test.each(['chief constable burglary', 'burglary role:"chief constable"'])(
    'says who held a role that the query names: %s',
    async (q) => {
      expect(await namedIn({ q })).toBe(
        'Chief Constable in this record: Alan Pughsley (7 June 2017); Tim Smith (31 October 2022 to 2 October 2024)',
      )
    },
  )

  test('leads from a holder to what they said under the same query and filters', async () => {
    expect(await pageOf({ q: 'chief constable burglary', from: '2017' })).toContain(
      'href="/search?q=chief+constable+burglary&amp;from=2017&amp;person=tim-smith"',
    )
  })

  test('says which roles a person held whom the query names', async () => {
    expect(await namedIn({ q: 'Pughsley firearms' })).toMatch(
      /^Alan Pughsley in this record: Chief Constable \(7 June 2017\)\. Only what they said/,
    )
    expect(await namedIn({ q: 'firearms person:Pughsley' })).toBe(
      'Alan Pughsley in this record: Chief Constable (7 June 2017)',
    )
  })

  test('says nothing of it where the query names nobody', async () => {
    expect(await namedIn({ q: 'burglary' })).toBeNull()
    expect(await namedIn({ q: '' })).toBeNull()
  })

  test('counts roles and people under one title, and matches by year, where every year is told', async () => {
    const page = await pageOf({ q: 'burglary' })
    expect(page.match(/<summary>Who said it<\/summary>/g)).toHaveLength(1)
    expect(page).toMatch(/Roles<\/h3>.*Police and Crime Commissioner.*People<\/h3>.*Matthew Scott/s)
    expect(page).toContain('href="/search?q=burglary&amp;from=2022&amp;to=2022"')
    expect(page).toMatch(/<span class="app-years__label">2018<\/span>.*?>0</s)
  })
})
