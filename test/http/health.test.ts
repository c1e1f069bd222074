import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { appWith, testService, type TestService } from '../builders/service.ts'

let corpus: TestCorpus
let service: TestService

beforeAll(async () => {
  corpus = await testCorpus({ 'october.txt': minutesText() })
  service = await testService(corpus.settings.dataDir, corpus.settings.corpusDir)
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await service.stop()
  await corpus.remove()
})

describe('health', () => {
  test('alive from the start, ready when a generation is open', async () => {
    await request(service.app).get('/health/live').expect(200)
    await request(service.app).get('/health/ready').expect(503)
    const early = await request(service.app).get('/api/v1/search?q=ferry').expect(503)
    expect(early.headers['retry-after']).toBe('30')
    await request(service.app)
      .get('/')
      .expect(503, /being indexed/)
    await corpus.index()
    await service.generations.refresh()
    await request(service.app)
      .get('/health/ready')
      .expect(200, {
        status: 'ready',
        generation: 1,
        reader: { state: 'off', reason: 'READER=none' },
      })
    await request(service.app).get('/api/v1/search?q=ferry').expect(200)
  })
})

describe('logs', () => {
  function logged(level: string) {
    const lines: string[] = []
    const log = pino({ level }, { write: (line: string) => void lines.push(line) })
    return { lines, app: appWith(service.generations, {}, log) }
  }

  test('each request has an id, which the reply carries; what was searched for is not logged', async () => {
    const { lines, app } = logged('info')
    const reply = await request(app)
      .get('/api/v1/search?q=secretword')
      .set('X-Request-Id', 'abc-1')
      .expect(200)
    expect(reply.headers['x-request-id']).toBe('abc-1')
    expect(lines.join('')).toContain('"id":"abc-1"')
    expect(lines.join('')).not.toContain('secretword')
  })

  test('at debug it is', async () => {
    const { lines, app } = logged('debug')
    await request(app).get('/api/v1/search?q=secretword').expect(200)
    expect(lines.join('')).toContain('secretword')
  })

  test('what goes wrong inside is logged, and not shown', async () => {
    const { lines, app } = logged('info')
    jest.spyOn(service.generations, 'acquire').mockImplementation(() => {
      throw new Error('disk on fire')
    })
    const reply = await request(app).get('/search?q=ferry').expect(500)
    expect(reply.text).toContain('Sorry, something went wrong')
    expect(reply.text).not.toContain('disk on fire')
    expect(lines.join('')).toContain('disk on fire')
  })
})
