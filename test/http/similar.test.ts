import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { testService, type TestService } from '../builders/service.ts'

// Three meetings: the Sunday ferry is talked of at two of them, and moorings at the third.

const OCTOBER = minutesText()
const MARCH = minutesText({
  date: 'Thursday 6 March 2025',
  items: [
    [
      '7. Return of the Sunday Service',
      '(Item B1)',
      '1. Cllr Roach asked again when the Sunday service would return; the Chief Executive said that no date was set.',
      'RESOLVED that the Sunday service of the ferry return in June 2025.',
    ].join('\n\n'),
  ],
})
const JUNE = minutesText({
  date: 'Thursday 5 June 2025',
  items: [
    ['9. Moorings', '1. The Harbour Master said that thirty moorings were let to visitors.'].join('\n\n'),
  ],
})

interface Similar {
  paragraph: { id: string; text: string }
  total: number
  results: {
    paragraph: { id: string; text: string; kind: string }
    document: { id: string }
    snippet: { html: string }
    shared: string[]
    score: number
  }[]
}

let corpus: TestCorpus
let service: TestService
let asked = ''
const get = (path: string) => request(service.app).get(path)

async function similar(query: Readonly<Record<string, string>> = {}): Promise<Similar> {
  const reply = await get(`/api/v1/paragraphs/${asked}/similar`).query(query).expect(200)
  return reply.body as Similar
}

beforeAll(async () => {
  corpus = await testCorpus({ 'october.txt': OCTOBER, 'march.txt': MARCH, 'june.txt': JUNE })
  await corpus.index()
  service = await testService(corpus.settings.dataDir, corpus.settings.corpusDir)
  const found = await get('/api/v1/search').query({ q: 'when "Sunday service" asked', document: 'october' })
  asked = (found.body as Similar).results[0]?.paragraph.id ?? ''
})
afterAll(async () => {
  await service.stop()
  await corpus.remove()
})

describe('passages like one', () => {
  test('come with the words that tell why, the likest first', async () => {
    const { paragraph, results, total } = await similar()
    expect(paragraph.text).toContain('Cllr Roach asked when the Sunday service would return')
    expect(results[0]).toMatchObject({ document: { id: 'march' } })
    expect(results[0]?.shared).toEqual(expect.arrayContaining(['Sunday', 'return']))
    expect(results[0]?.snippet.html).toContain('<mark>Sunday</mark>')
    expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).sort((a, b) => b - a))
    expect(results.map((result) => result.paragraph.id)).not.toContain(asked)
    expect(results).toHaveLength(total)
  })

  test('are narrowed by the filters of search, and as many as are asked for', async () => {
    const decisions = await similar({ kind: 'decision', document: 'march' })
    expect(decisions.results.map((result) => result.paragraph.text)).toEqual([
      'RESOLVED that the Sunday service of the ferry return in June 2025.',
    ])
    expect((await similar({ from: '2026' })).results).toEqual([])
    expect((await similar({ size: '1' })).results).toHaveLength(1)
  })

  test('headings and attendance lists are none, unless they are asked for', async () => {
    const kinds = (await similar({ size: '50' })).results.map((result) => result.paragraph.kind)
    expect(kinds).not.toContain('heading')
    const headings = await similar({ kind: 'heading' })
    expect(headings.results[0]?.paragraph.text).toContain('Return of the Sunday Service')
  })

  test.each(['?size=0', '?size=51', '?colour=red', '?from=soon'])('%s is refused', async (query) => {
    await get(`/api/v1/paragraphs/${asked}/similar${query}`).expect(400)
  })

  test('of a paragraph that there is not are not found', async () => {
    await get('/api/v1/paragraphs/none/similar').expect(404)
    await get('/paragraphs/none/similar').expect(404)
  })

  test('have a page, to which results and the page of the paragraph lead', async () => {
    const page = await get(`/paragraphs/${asked}/similar?utm_source=mail`).expect(200)
    expect(page.text).toMatch(/shares [^<]*Sunday/)
    expect(page.text).toContain(`/paragraphs/${asked}/similar?kind=decision`)
    expect((await get(`/paragraphs/${asked}`)).text).toContain(`href="/paragraphs/${asked}/similar"`)
    expect((await get('/search?q=Sunday&document=october')).text).toContain(
      `href="/paragraphs/${asked}/similar"`,
    )
  })

  test('of a retired paragraph are those of its successor', async () => {
    await corpus.write({ 'october.txt': OCTOBER.replace('would return.', 'would return at all.') })
    await corpus.index()
    await service.generations.refresh()
    const api = await get(`/api/v1/paragraphs/${asked}/similar?size=3`).expect(302)
    expect(api.headers.location).toMatch(/^\/api\/v1\/paragraphs\/october\.[^/]+\/similar\?size=3$/)
    const page = await get(`/paragraphs/${asked}/similar?kind=decision`).expect(302)
    await get(page.headers.location ?? '').expect(200)
  })
})
