import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { shippedService, type TestService } from '../builders/service.ts'

interface Suggestion {
  text: string
  label: string
  kind: string
  count: number | null
}

let service: TestService

beforeAll(async () => {
  service = await shippedService()
})
afterAll(() => service.stop())

async function suggest(q: string): Promise<Suggestion[]> {
  const reply = await request(service.app).get('/api/v1/suggest').query({ q }).expect(200)
  const { q: read, suggestions } = reply.body as { q: string; suggestions: Suggestion[] }
  expect(read).toBe(q)
  expect(suggestions.length).toBeLessThanOrEqual(10)
  return suggestions
}
const texts = async (q: string): Promise<string[]> => (await suggest(q)).map(({ text }) => text)

describe('a query is completed', () => {
  test.each([
    ['the value of a field', 'knife role:ch', 'knife role:"Chief Constable"'],
    ['a value in quotation marks', 'person:"al', 'person:"Alan Pughsley"'],
    ['a value of one word', 'topic:gov', 'topic:governance'],
    ['a value after a minus', 'burglary -kind:de', 'burglary -kind:Decision'],
    ['the name of a field', 'burglary ro', 'burglary role:'],
    ['a role by several words', 'asked by the chief con', 'asked by the role:"Chief Constable"'],
    ['a person with a title', 'Cllr Pal', 'person:"Richard Palmer"'],
    ['a word', 'knives burg', 'knives burglary'],
    ['a word within a bracket', 'knives (burg', 'knives (burglary'],
    ['a word of a phrase', '"police upl', '"police uplift'],
    ['a word of a phrase in printed quotation marks', '\u201cpolice upl', '\u201cpolice uplift'],
    ['a value in printed quotation marks', 'person:\u201cal', 'person:"Alan Pughsley"'],
    ['an acronym', 'reports of as', 'reports of ASB'],
    ['an acronym by its long form', 'anti-soc', 'anti-social behaviour'],
    ['an earlier heading', 'future work', 'Future Work Programme'],
    [
      'a heading after other words',
      'ferry topical iss',
      'ferry Topical Issues & Update on Significant Operational Matters',
    ],
    ['a role in a question', 'what did the chief con', 'what did the Chief Constable'],
    ['a word in a question', 'what was said about burg', 'what was said about burglary'],
  ])('%s: %s', async (_, query, completed) => {
    expect(await texts(query)).toContain(completed)
  })

  test('in a quotation only by what the record goes on with, counted with what stands before', async () => {
    const suggestions = await suggest('"chief con')
    expect(suggestions.map(({ label }) => label)).toEqual(['constable', 'constables'])
    const found = await request(service.app)
      .get('/api/v1/search')
      .query({ q: '"chief constable"', copies: 'all' })
    expect(suggestions[0]?.count).toBe((found.body as { total: number }).total)
    expect(await suggest('"zebra con')).toEqual([])
  })

  test('values say in how many paragraphs a search would find them', async () => {
    const [first] = await suggest('role:"chief con')
    const found = await request(service.app)
      .get('/api/v1/search')
      .query({ q: first?.text ?? '' })
    expect(first).toEqual({
      text: 'role:"Chief Constable"',
      label: 'Chief Constable',
      kind: 'role',
      count: (found.body as { total: number }).total,
    })
  })

  test('a heading says how many paragraphs stand under it, and finds them', async () => {
    const heading = (await suggest('future work prog')).find(({ kind }) => kind === 'heading')
    expect(heading).toMatchObject({ text: 'Future Work Programme', count: 7 })
    const found = await request(service.app).get('/api/v1/search').query({ q: heading?.text, match: 'all' })
    expect((found.body as { total: number }).total).toBeGreaterThanOrEqual(3)
  })

  test('a question is given no field and no heading', async () => {
    for (const typed of ['what did the ro', 'who asked questions to the com', 'has the topi']) {
      const kinds = (await suggest(typed)).map(({ kind }) => kind)
      expect(kinds).not.toContain('heading')
      expect((await texts(typed)).join(' ')).not.toContain(':')
    }
  })

  test('an open field shows its commonest values', async () => {
    const counts = (await suggest('topic:')).map(({ count }) => count ?? 0)
    expect(counts).toHaveLength(10)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  })

  test.each(['', '   ', 'burglary ', 'zzzz', 'role:zzzz', '12:30', '((', '"'])('%j has none', async (q) => {
    expect(await suggest(q)).toEqual([])
  })

  test.each(['?q=' + 'a'.repeat(1_001), '?query=a', '?q=a&q=b'])('%s is refused', async (query) => {
    await request(service.app).get(`/api/v1/suggest${query}`).expect(400)
  })
})

test('browsers take completions in a form of their own', async () => {
  const reply = await request(service.app)
    .get('/api/v1/suggest?q=knives+burg&format=opensearch')
    .expect(200)
    .expect('Content-Type', 'application/x-suggestions+json; charset=utf-8')
  const [q, completed] = reply.body as [string, string[]]
  expect(q).toBe('knives burg')
  expect(completed).toContain('knives burglary')
})
