import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { readMeasured } from '../../server/answer/measured.ts'
import { Generations } from '../../server/generations.ts'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import { appWith, serviceOver, type TestService } from '../builders/service.ts'

// The pages that say what can be relied on are held to what they say.

let service: TestService

beforeAll(async () => {
  service = await serviceOver(HARBOUR_MEETINGS)
})
afterAll(() => service.stop())

const get = (path: string) => request(service.app).get(path)

describe('the privacy page says that', () => {
  const VISITS = [
    '/',
    '/search?q=ferry',
    '/ask?q=When+will+the+Sunday+service+return%3F',
    '/check',
    '/check?quote=1%2C250+passengers+used+the+ferry',
    '/documents',
    '/documents/october?q=ferry',
    '/commitments',
    '/privacy',
    '/accessibility',
    '/how-answers-are-made',
    '/nothing',
    '/api/v1/search?q=ferry',
  ]

  test.each(VISITS)('no cookie is set: %s', async (path) => {
    expect((await get(path)).headers).not.toHaveProperty('set-cookie')
  })

  test.each(VISITS)('nothing is loaded from or sent to anywhere else: %s', async (path) => {
    const { text, headers } = await get(path)
    const taken = text.matchAll(
      /<(?:script|img|iframe|source|object|form|use)\b[^>]*\b(?:src|action|href|data)="([^"]*)"/g,
    )
    const linked = text.matchAll(
      /<link rel="(?:stylesheet|icon|apple-touch-icon|preload|preconnect)"[^>]*href="([^"]*)"/g,
    )
    for (const [, address = ''] of [...taken, ...linked]) expect(address).toMatch(/^\/(?!\/)/)
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none';script-src 'self';style-src 'self'/,
    )
    expect(headers['referrer-policy']).toBe('same-origin')
  })

  test('the log has the path of a page, and neither what was searched for, nor who asked, nor with what', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const app = appWith(service.generations, {}, log)
    const visitor = {
      'User-Agent': 'HarbourBrowser/7',
      'X-Forwarded-For': '203.0.113.7',
      Referer: 'https://elsewhere.example/',
      Cookie: 'berth=12',
    }
    for (const path of VISITS) await request(app).get(path).set(visitor)
    await request(app)
      .post('/check')
      .set(visitor)
      .type('form')
      .send({ quote: 'the lantern glass was cleaned' })
    expect(lines).toHaveLength(VISITS.length + 1)
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object).sort())).toEqual(
      lines.map(() => ['hostname', 'level', 'msg', 'pid', 'req', 'res', 'responseTime', 'time']),
    )
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ req: { method: 'GET', url: '/search' } })
    for (const secret of [
      'ferry',
      'lantern',
      'HarbourBrowser',
      '203.0.113.7',
      '127.0.0.1',
      'elsewhere',
      'berth',
    ])
      expect(lines.join('')).not.toContain(secret)
  })

  test('what is searched for is logged, where it is', async () => {
    expect((await get('/privacy').expect(200)).text).toContain('What you search for and ask is left out')
    const app = appWith(service.generations, { logLevel: 'debug' })
    const page = await request(app).get('/privacy').expect(200)
    expect(page.text).toContain('At present the log of this copy also has what is searched for')
  })
})

describe('who runs the service', () => {
  test.each(['/accessibility', '/privacy', '/how-answers-are-made'])(
    'can be written to: %s',
    async (path) => {
      const page = await get(path).expect(200)
      expect(page.text).toContain('href="mailto:record@harbour.example.org"')
    },
  )

  test.each(['/accessibility', '/privacy', '/how-answers-are-made'])(
    'has given no address, which the page says: %s',
    async (path) => {
      const page = await request(appWith(service.generations, { contact: null }))
        .get(path)
        .expect(200)
      expect(page.text).not.toContain('mailto:')
      expect(page.text).toMatch(/given no address/)
    },
  )
})

test('the accessibility statement has what the regulations ask of one', async () => {
  const { text } = await get('/accessibility').expect(200)
  for (const heading of [
    'Accessibility statement for On Record',
    'How accessible this website is',
    'Reporting accessibility problems with this website',
    'Enforcement procedure',
    'Technical information about this website&rsquo;s accessibility',
    'Compliance status',
    'Non-accessible content',
    'Disproportionate burden',
    'Content that&rsquo;s not within the scope of the accessibility regulations',
    'Preparation of this accessibility statement',
  ])
    expect(text).toMatch(new RegExp(`<h[1-3][^>]*>${heading}</h[1-3]>`))
  expect(text).toContain('This website is partially compliant')
  expect(text).toMatch(/<strong>not<\/strong> tested with disabled people/)
})

describe('how answers are made', () => {
  /** The cells of the table row that begins so. */
  async function rowOf(label: string): Promise<number[]> {
    const { text } = await get('/how-answers-are-made').expect(200)
    const row = text.split('<tr').find((part) => part.includes(`>${label}</th>`)) ?? ''
    return [...row.matchAll(/<td[^>]*>([\d,]+)<\/td>/g)].map(([, cell = '']) => Number(cell.replace(',', '')))
  }

  test('says how often answers were right, wrong and missing when that was measured', async () => {
    const { answers } = readMeasured()
    const { right, wrong, silent } = answers.answerable.number
    expect(await rowOf('How many, or how much')).toEqual([right + wrong + silent, right, wrong, silent])
  })

  test('and over all: every question is counted once', async () => {
    const { answers } = readMeasured()
    const [asked = 0, ...came] = await rowOf('All questions')
    expect(came.reduce((sum, count) => sum + count)).toBe(asked)
    const { text } = await get('/how-answers-are-made')
    expect(text).toContain(`the program was asked ${asked} questions`)
    expect(text).toContain(`To ${answers.unanswerable.silent} it rightly said so`)
  })

  test('says whether the neural reader is at work here', async () => {
    expect((await get('/how-answers-are-made')).text).toContain(
      'On this copy of the service it is turned off',
    )
    const app = appWith(service.generations, { reader: 'minutes-reader' })
    expect((await request(app).get('/how-answers-are-made')).text).not.toContain('turned off')
  })

  test('is there before anything is indexed', async () => {
    const early = appWith(new Generations('none', pino({ level: 'silent' })), {})
    await request(early).get('/how-answers-are-made').expect(200)
    await request(early).get('/').expect(503)
  })
})
