import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { testService, type TestService } from '../builders/service.ts'

/** Any script but the one that the service itself serves; what is said to search engines is data. */
const FOREIGN_SCRIPT =
  /<script(?! src="\/assets\/app\.[0-9a-f]+\.js" defer><| type="application\/ld\+json">\{[^<]*<\/script>)/

let corpus: TestCorpus
let service: TestService
const get = (path: string) => request(service.app).get(path)

const HOSTILE =
  '1. The Chief Executive said <script>alert(1)</script> & "quoted" {{ 7*7 }} \u202eright to left.'

beforeAll(async () => {
  corpus = await testCorpus({
    'october.txt': minutesText(),
    'hostile.txt': minutesText({ items: [`12. <b>Bold</b> & Co\n\n(Item B1)\n\n${HOSTILE}`] }),
  })
  await corpus.index()
  service = await testService(corpus.settings.dataDir, corpus.settings.corpusDir)
})
afterAll(async () => {
  await service.stop()
  await corpus.remove()
})

describe('the API refuses what it does not know, and names it', () => {
  test.each([
    ['search?q=ferry&colour=red', 'colour', /not a parameter/],
    ['search?q=ferry&page=0', 'page', /whole number from 1/],
    ['search?q=ferry&page=1.5', 'page', /whole number/],
    ['search?q=ferry&size=101', 'size', /from 1 to 100/],
    ['search?q=ferry&from=2024-02-30', 'from', /not a date/],
    ['search?q=ferry&to=yesterday', 'to', /YYYY-MM-DD/],
    ['search?q=ferry&from=2024&to=2022', 'from', /after to/],
    ['search?q=ferry&sort=best', 'sort', /relevance/],
    ['search?q=a&q=b', 'q', /more than once/],
    [`search?q=${'x'.repeat(1001)}`, 'q', /more than 1,000 characters/],
    ['answer?q=', 'q', /empty/],
    ['answer', 'q', /is missing/],
    ['answer?q=why&minConfidence=2', 'minConfidence', /from 0 to 1/],
    ['documents?page=1', 'page', /not a parameter/],
  ])('%s', async (path, parameter, detail) => {
    const reply = await get(`/api/v1/${path}`)
      .expect(400)
      .expect('Content-Type', /application\/problem\+json/)
    expect(reply.body).toMatchObject({ status: 400, title: 'Bad Request', errors: [{ parameter }] })
    expect((reply.body as { errors: { detail: string }[] }).errors[0]?.detail).toMatch(detail)
  })

  test.each(['documents/none/record', 'paragraphs/none', 'paragraphs/..%2f..%2fetc%2fpasswd', 'nothing'])(
    '%s is not found',
    async (path) => {
      const reply = await get(`/api/v1/${path}`).expect(404)
      expect(reply.body).toMatchObject({ status: 404 })
    },
  )

  test('an address that is not well encoded', async () => {
    await get('/api/v1/documents/%E0%A4%A/record').expect(400)
  })
})

describe('whatever is asked, there is an answer', () => {
  const ODD = [
    '"',
    '"ferry',
    '((((',
    '-',
    '*',
    'the of and',
    '?!;',
    '🙂',
    'مرحبا بالعالم',
    'a\0b',
    "'; DROP TABLE paragraphs; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '(a+)+$',
    'ferry '.repeat(160),
    '\u202eyrref',
    'FERRY',
    'ÿþ',
  ]

  const LISTS = ['/commitments', '/decisions', '/questions', '/requests', '/figures']
  const SEARCHED = [
    '/api/v1/search',
    '/api/v1/answer',
    '/search',
    '/ask',
    '/documents/october',
    ...LISTS,
    ...LISTS.map((list) => `/api/v1${list}`),
  ]

  test.each(ODD)('%j', async (q) => {
    for (const path of SEARCHED) {
      const reply = await get(path).query({ q })
      expect([path, reply.status]).toEqual([path, 200])
      if (reply.type === 'text/html') expect(reply.text).not.toMatch(FOREIGN_SCRIPT)
    }
  })

  test.each(ODD)('of what has no word nothing can be said to be the last mention: %j', async (q) => {
    const reply = await get('/silence').query({ q })
    expect([200, 400]).toContain(reply.status)
    expect(reply.text).not.toMatch(FOREIGN_SCRIPT)
  })

  test('a query over 1,000 characters is a sentence on the page', async () => {
    const reply = await get('/search')
      .query({ q: 'x'.repeat(1001) })
      .expect(400)
    expect(reply.text).toContain('What you typed has 1,001 characters. Search or ask in 1,000 or fewer.')
  })

  test('a page passes over parameters that it does not know, and says what is wrong with those that it does', async () => {
    await get('/search?q=ferry&utm_source=mail').expect(200)
    const reply = await get('/search?q=ferry&from=soon').expect(400)
    expect(reply.text).toContain('from is not a date')
  })

  test('shouting finds what whispering finds', async () => {
    const [loud, quiet] = await Promise.all(
      ['FERRY SERVICES', 'ferry services'].map((q) => get('/api/v1/search').query({ q })),
    )
    expect((loud?.body as { total: number }).total).toBe((quiet?.body as { total: number }).total)
  })
})

describe('text of the record is never HTML', () => {
  test.each([
    '/search?q=alert',
    '/ask?q=What%20did%20the%20Chief%20Executive%20say&minConfidence=0',
    '/documents/hostile',
    '/documents',
  ])('%s', async (path) => {
    const reply = await get(path).expect(200)
    expect(reply.text).not.toMatch(FOREIGN_SCRIPT)
    expect(reply.text).not.toContain('<b>Bold')
    expect(reply.text).not.toContain('49')
  })

  test('pages allow nothing inline and nothing from elsewhere; they set no cookie', async () => {
    const reply = await get('/').expect(200)
    expect(reply.headers['content-security-policy']).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.text).not.toMatch(FOREIGN_SCRIPT)
    expect(reply.text).not.toContain('style=')
  })

  test('a published file is a download that can do nothing', async () => {
    const reply = await get('/documents/hostile/file').expect(200)
    expect(reply.headers).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect(reply.headers['content-disposition']).toBe('attachment; filename=hostile.txt')
  })
})

describe('pages', () => {
  test('a retired paragraph leads to its successor', async () => {
    const old = await get('/api/v1/search').query({ q: 'Sunday service', document: 'october' })
    const id = (old.body as { results: { paragraph: { id: string } }[] }).results[0]?.paragraph.id ?? ''
    await corpus.write({
      'october.txt': minutesText().replace(
        'Sunday service would return.',
        'Sunday service would return at all.',
      ),
    })
    await corpus.index()
    await service.generations.refresh()
    const reply = await get(`/paragraphs/${id}`).expect(302)
    await get(reply.headers.location ?? '').expect(200)
  })

  test.each(['/documents/none', '/paragraphs/none', '/nothing', '/documents/none/file'])(
    '%s is not found, and offers a search',
    async (path) => {
      const reply = await get(path).expect(404)
      expect(reply.text).toContain('Page not found')
      expect(reply.text).toContain('action="/search"')
    },
  )
})

test('a form of dates with one field empty is a date, not a fault', async () => {
  const reply = await get('/search?q=ferry&from=2024&to=').expect(200)
  expect(reply.text).toContain('From 2024')
  await get('/search?q=ferry&page=99').expect(200, /This result has no page 99|Nothing in the record/)
})
