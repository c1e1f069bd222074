import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

interface Found {
  readonly query: {
    readonly fault: string | null
    readonly readAsWords: boolean
    readonly remarks: readonly string[]
    readonly narrowings: readonly {
      readonly text: string
      readonly from: string | null
      readonly to: string | null
    }[]
  }
  readonly total: number
  readonly results: readonly {
    readonly paragraph: { readonly text: string }
    readonly snippet: { readonly html: string }
    readonly matched: readonly string[]
    readonly missing: readonly string[]
  }[]
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
}

let service: TestService
beforeAll(async () => {
  service = await serviceOver({ 'october.txt': minutesText() })
})
afterAll(() => service.stop())

async function search(q: string, parameters: Readonly<Record<string, string>> = {}): Promise<Found> {
  const reply = await request(service.app)
    .get('/api/v1/search')
    .query({ q, ...parameters })
    .expect(200)
    .expect('Content-Type', /^application\/json/)
  return reply.body as Found
}

describe('a query', () => {
  test('for a phrase finds it as it is written, and marks it whole', async () => {
    const { results, query } = await search('"that it would return"')
    expect(results).toHaveLength(1)
    expect(results[0]?.snippet.html).toContain('<mark>that it would return</mark>')
    expect([query.readAsWords, query.fault]).toEqual([false, null])
    expect((await search('"it that would return"')).total).toBe(0)
  })

  test('for a role finds what whoever holds it says, and says so', async () => {
    const { results } = await search('Chief Executive passengers')
    expect(results[0]).toMatchObject({ missing: [] })
    expect(results[0]?.matched).toContain('speaker')
  })

  test('for what is excluded alone finds the rest', async () => {
    const [ferry, rest, all] = await Promise.all(
      ['ferry AND passengers', '-(ferry AND passengers)', 'kind:text OR -kind:text'].map((q) => search(q)),
    )
    expect(ferry?.total).toBe(1)
    expect((ferry?.total ?? 0) + (rest?.total ?? 0)).toBe(all?.total)
  })

  test('of a range of days upside down finds nothing, and says so', async () => {
    expect(await search('ferry after:2025 before:2024')).toMatchObject({
      total: 0,
      query: { remarks: ['No day is both from 2025 on and up to 2023-12-31: nothing is found.'] },
    })
    expect(await search('ferry before:2024', { from: '2025' })).toMatchObject({
      total: 0,
      query: { remarks: [expect.stringMatching(/^No day is/)] },
    })
  })

  test('with a field that there is not is told which there are', async () => {
    const { query, total } = await search('foo:bar ferry')
    expect(query.remarks).toEqual([
      expect.stringMatching(/^There is no field foo: .*role, person, topic, body/),
      'No paragraph has foo, nor bar.',
    ])
    expect(total).toBeGreaterThan(0)
  })

  test('for a value that there is not is told which there are, a filter by its facet', async () => {
    const asked = await search('role:nobody')
    expect([asked.total, asked.query.remarks]).toEqual([
      0,
      [expect.stringMatching(/^Nothing in the record has the role nobody\. There are: .*Chief Executive/)],
    ])
    const filtered = await search('', { role: 'Nobody' })
    expect(filtered.total).toBe(0)
    expect(filtered.facets.role?.map(({ value }) => value)).toContain('Chief Executive')
  })
})

describe('what does not parse is read as words, and the reason is given', () => {
  test.each([
    ['"', 'a quotation mark is not closed'],
    ['*', 'a star stands at the end of a word, as in cadet*'],
    ['fer*y', 'a star stands at the end of a word, as in cadet*'],
    [')(', 'a bracket is closed that was never opened'],
    ['ferry OR', 'nothing stands behind OR'],
    ['('.repeat(1_000), 'brackets stand within one another more than 250 deep'],
    [`"ferry service"~500`, 'words can be sought within 99 of each other at most'],
  ])('%.40s', async (q, fault) => {
    const { query } = await search(q)
    expect([query.fault, query.readAsWords]).toEqual([fault, true])
  })

  test('its words find as ever', async () => {
    const [broken, plain] = await Promise.all([search('("ferry passengers'), search('ferry passengers')])
    expect([broken.total, broken.results[0]?.missing]).toEqual([plain.total, []])
  })
})

describe('whatever is asked, there is an answer', () => {
  test.each([
    ['200 brackets within one another', '('.repeat(200) + '"ferry"' + ')'.repeat(200)],
    ['exclusions of exclusions', '-('.repeat(200) + 'ferry' + ')'.repeat(200)],
    ['300 words', Array.from({ length: 300 }, (_, index) => index.toString(36)).join(' ')],
    ['250 excluded words', Array.from({ length: 250 }, (_, index) => `-${index.toString(36)}`).join(' ')],
    ['a prefix of one letter', 'a*'],
    ['many alternatives', '"a" OR '.repeat(142).trim()],
    ['alternatives that parse', `${'"a" OR '.repeat(141)}"a"`],
    ['many words within a distance', `"${'the ferry '.repeat(90)}"~99`],
    ['a distance of nothing', '"ferry"~0'],
    ['emoji', '🙂 "🙂" -🙂 🙂*'],
    ['emoji among words', '"the 🙂 ferry" 🙂'],
    ['writing from right to left', '"مرحبا بالعالم" OR -مرحبا'],
    ['a mark that turns writing round', '\u202e"yrref eht"'],
    ['a letter that is an apostrophe', '\u02bc "\u02bc" \u02bc*'],
    ['a letter that is four words', '\ufdfa "\ufdfa"'],
    ['half a character', '\ud83d "\ud83d"'],
    ['SQL', '"ferry"; DROP TABLE paragraphs; --'],
    ['HTML', '<img src=x onerror=alert(1)> "<b>"'],
    ['a pattern', '(a+)+$ OR [^a]* AND \\d{1,3}'],
    ['a property of every object', 'constructor:x __proto__ role:__proto__ "constructor" toString*'],
    ['dates of no calendar', 'after:9999-99 before:0000 date:-1 after:1'],
    ['the first and the last year', 'after:0000 before:9999 date:0001'],
    ['a field of a thousand letters', `role:"${'x'.repeat(990)}"`],
    ['operators alone', 'OR AND NOT'],
    ['nothing but a minus', '- -- -( )'],
    ['a null character', '"a\0b" \0*'],
  ])('%s', async (_, q) => {
    expect(q.length).toBeLessThanOrEqual(1_000)
    const { total, query } = await search(q)
    expect(total).toBeGreaterThanOrEqual(0)
    expect(query.readAsWords).toBe(query.fault !== null)
    for (const path of ['/search', '/ask', '/api/v1/answer'])
      expect((await request(service.app).get(path).query({ q })).status).toBe(200)
  })
})
