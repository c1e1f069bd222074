import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { API_OPERATIONS } from '../../server/presenters/openApi.ts'
import { shippedService, type TestService } from '../builders/service.ts'

let service: TestService

interface Found {
  total: number
  totalAllWords: number
  next: string | null
  query: { corrections: unknown[]; terms: string[]; readAsWords: boolean }
  results: {
    paragraph: { id: string; text: string; kind: string; url: string }
    snippet: { html: string; text: string }
    matched: string[]
    missing: string[]
    document: { id: string }
    meeting: { date: string } | null
    speakers: { role: string; personId: string | null }[]
    score: number
  }[]
  facets: Record<string, { value: string; label: string; count: number }[]>
}

interface Answer {
  status: string
  answers: { quote: string; start: number; end: number; paragraph: { id: string; text: string } }[]
  passages: unknown[]
  silence: { kind: string } | null
  scope: { documents: number; bodies: string[] }
  explanation?: { candidates: unknown[] }
}

const get = (path: string) => request(service.app).get(path)
async function search(parameters: Readonly<Record<string, string | readonly string[]>>): Promise<Found> {
  const reply = await get('/api/v1/search').query(parameters).expect(200)
  return reply.body as Found
}

beforeAll(async () => {
  service = await shippedService()
})
afterAll(() => service.stop())

describe('search over the shipped documents', () => {
  test('"cadets waiting list" finds how many young people wait', async () => {
    const { results } = await search({ q: 'cadets waiting list' })
    expect(results[0]?.paragraph.text).toMatch(/waiting list/)
    expect(results[0]?.snippet.html).toMatch(/<mark>/)
  })

  test('a bare "be noted" is found by what the report was about', async () => {
    const { results } = await search({ q: 'police uplift programme', kind: 'decision' })
    expect(results[0]).toMatchObject({
      paragraph: { text: 'RESOLVED that the report be noted.' },
      meeting: { date: '2022-09-27' },
    })
    expect(results[0]?.matched).toContain('heading')
  })

  test('a role, a year and a body narrow it; the counts say by how much', async () => {
    const whole = await search({ q: 'burglary' })
    for (const field of ['role', 'body', 'topic', 'person', 'kind', 'part', 'document']) {
      const first = whole.facets[field]?.[0]
      expect((await search({ q: 'burglary', [field]: first?.value ?? '' })).total).toBe(first?.count)
    }
    const year = whole.facets.year?.[0]
    expect((await search({ q: 'burglary', from: year?.value ?? '', to: year?.value ?? '' })).total).toBe(
      year?.count,
    )
  })

  test('a misspelt word is searched as its nearest, and that is said', async () => {
    const { query, total } = await search({ q: 'burglery' })
    expect(query.corrections).toEqual([{ from: 'burglery', to: 'burglary' }])
    expect(total).toBeGreaterThan(0)
  })

  test('the Chief Constable of a meeting is the person whom its list names', async () => {
    const { results } = await search({
      q: 'firearms officers',
      role: 'Chief Constable',
      from: '2017',
      to: '2017',
    })
    expect(results[0]?.speakers).toContainEqual(
      expect.objectContaining({ role: 'Chief Constable', personId: 'alan-pughsley' }),
    )
  })

  test('sorted by date, and page by page', async () => {
    const newest = await search({ q: 'precept', sort: 'newest', size: '5' })
    const days = newest.results.map(({ meeting }) => meeting?.date ?? '')
    expect([...days].sort().reverse()).toEqual(days)
    expect(newest.next).toBe(
      'https://record.example.org/api/v1/search?format=json&q=precept&sort=newest&page=2&size=5',
    )
    const second = await search({ q: 'precept', sort: 'newest', size: '5', page: '2' })
    const ids = [...newest.results, ...second.results].map(({ paragraph }) => paragraph.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('all words or some: what has all comes first, and match=all keeps that alone', async () => {
    const some = await search({ q: 'drone burglary precept', size: '100' })
    const all = await search({ q: 'council tax precept', match: 'all' })
    expect(some.results.every(({ missing }) => missing.length > 0)).toBe(true)
    expect(all.total).toBe(all.totalAllWords)
    expect(all.results.every(({ missing }) => missing.length === 0)).toBe(true)
  })
})

describe('answers over the shipped documents', () => {
  async function ask(parameters: Readonly<Record<string, string>>): Promise<Answer> {
    const reply = await get('/api/v1/answer').query(parameters).expect(200)
    return reply.body as Answer
  }

  test.each([
    'How many people are killed on average on roads in Kent every year?',
    'When will a Post Implementation Review of the DPR be undertaken?',
    'When were the safety cameras partnership formed?',
    'burglary',
    'WHY?',
    'Pourquoi le budget a-t-il été réduit ?',
  ])('the quote is the record, character for character: %s', async (q) => {
    const { answers, passages } = await ask({ q, minConfidence: '0' })
    for (const { quote, start, end, paragraph } of answers) {
      expect(paragraph.text.slice(start, end)).toBe(quote)
      expect(quote.length).toBeLessThanOrEqual(500)
      const stored = await get(`/api/v1/paragraphs/${paragraph.id}`).expect(200)
      expect(stored.body).toMatchObject({ paragraph: { text: paragraph.text } })
    }
    expect(passages.length).toBeLessThanOrEqual(10)
  })

  test('a number asked for is in the answer', async () => {
    const { status, answers } = await ask({
      q: 'On average how many people are killed on roads in Kent every year?',
    })
    expect(status).toBe('answered')
    expect(answers[0]?.quote).toContain('52 people')
  })

  test('what the record does not say is said not to be there, with what was searched', async () => {
    const reply = await ask({ q: 'What is the salary of the harbour master of Rotterdam?', explain: 'true' })
    expect(reply).toMatchObject({
      status: 'not_in_record',
      answers: [],
      silence: { kind: 'outside_the_record' },
      scope: { documents: 5 },
    })
    expect(reply.explanation?.candidates.length).toBeGreaterThan(0)
  })
})

describe('documents', () => {
  test('all five are listed, and each has its record', async () => {
    const list = await get('/api/v1/documents').expect(200)
    const { documents } = list.body as { documents: { id: string; paragraphs: number; title: string }[] }
    expect(documents).toHaveLength(5)
    for (const { id, paragraphs } of documents) {
      const record = await get(`/api/v1/documents/${id}/record`).expect(200)
      expect((record.body as { paragraphs: unknown[] }).paragraphs).toHaveLength(paragraphs)
    }
  })

  test('a record has who is to do what by when, and the questions on notice with their answers', async () => {
    const reply = await get('/api/v1/documents/2024-12-18-police-and-crime-panel-agenda-pack/record').expect(
      200,
    )
    const record = reply.body as {
      actions: { text: string; owner: string; due: string | null; kind: string }[]
      questions: { asker: string; authority: string; text: string; answer: string }[]
      commitments: { text: string; who: string; paragraphId: string }[]
      paragraphs: { id: string; text: string }[]
    }
    expect(record.actions).toContainEqual(
      expect.objectContaining({
        text: 'Provide an update on Community Resolutions',
        owner: 'Force',
        due: '2024-12-11',
        status: 'Open',
      }),
    )
    expect(record.questions.map(({ asker }) => asker)).toEqual([
      'Cllr Richard Palmer',
      'Councillor Stuart Jeffery',
      'Councillor Mrs Jenny Hollingsbee',
      'Councillor Shane Mochrie-Cox',
    ])
    const texts = new Map(record.paragraphs.map(({ id, text }) => [id, text]))
    for (const { text, paragraphId } of record.commitments) expect(texts.get(paragraphId)).toContain(text)
  })

  test('a page tells what was understood of a document, and what is in doubt', async () => {
    const page = await get('/documents/2019-09-24-police-and-crime-panel-minutes/understood').expect(200)
    expect(page.text).toContain('The published page breaks off here')
    await get('/documents/no-such-document/understood').expect(404)
  })

  test('a role has its holders, with the dates that the record supports', async () => {
    const reply = await get('/api/v1/roles/chief-constable').expect(200)
    const { holders } = reply.body as { holders: { person: { name: string }; from: string; to: string }[] }
    expect(holders.map(({ person, from, to }) => [person.name, from, to])).toEqual([
      ['Alan Pughsley', '2017-06-07', '2017-06-07'],
      ['Tim Smith', '2022-10-31', '2024-10-02'],
    ])
    await get('/api/v1/roles/harbour-master').expect(404)
  })

  test('a person has every printed form of the name, each with the reason', async () => {
    const reply = await get('/api/v1/people/matthew-scott').expect(200)
    const { names } = reply.body as { names: { name: string; evidence: string }[] }
    expect(names.map(({ name }) => name)).toEqual(['Matthew Scott', 'Mr M Scott'])
    expect(names.every(({ evidence }) => evidence !== '')).toBe(true)
    const list = await get('/api/v1/people').expect(200)
    expect((list.body as { people: { id: string }[] }).people.map(({ id }) => id)).toContain('matthew-scott')
  })

  test('the description of the API names every address, and every address is served', async () => {
    const reply = await get('/api/v1/openapi.json').expect(200)
    const { paths } = reply.body as { paths: Record<string, { get: { parameters: { name: string }[] } }> }
    expect(Object.keys(paths)).toEqual(API_OPERATIONS.map(({ path }) => path.replace(':id', '{id}')))
    expect(paths['/api/v1/search']?.get.parameters.map(({ name }) => name)).toEqual([
      'q',
      'match',
      'from',
      'to',
      'role',
      'person',
      'topic',
      'body',
      'kind',
      'part',
      'document',
      'sort',
      'copies',
      'notAlso',
      'page',
      'size',
      'format',
    ])
  })
})

describe('the page of a meeting', () => {
  test('says what became of actions of earlier meetings', async () => {
    const { text } = await request(service.app)
      .get('/meetings/performance-and-delivery-board-2022-10-31')
      .expect(200)
    const section = /<section id="follow-ups".*?<\/section>/s.exec(text)?.[0] ?? ''
    expect(section).toContain('discharged - verbal update due to be given at cancelled September meeting.')
    expect(section).toContain('Made: Performance and Delivery Board, March 2022')
  })

  test('says that the record has no list of those who attended', async () => {
    const { text } = await request(service.app)
      .get('/meetings/kent-and-medway-police-and-crime-panel-2019-09-24')
      .expect(200)
    expect(text).toMatch(/has no list of those who attended.*Present.*Nobody is listed.*Apologies/s)
  })
})
