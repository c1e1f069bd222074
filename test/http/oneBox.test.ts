import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, shippedService, type TestService } from '../builders/service.ts'

let service: TestService

beforeAll(async () => {
  service = await shippedService()
})
afterAll(() => service.stop())

type Parameters = Readonly<Record<string, string>>

/** What a reader reads on a page of the one box, and the answer alone; empty where none stands above the results. */
async function searched(q: string, parameters: Parameters = {}, from = service) {
  const { text } = await request(from.app)
    .get('/search')
    .query({ q, ...parameters })
    .expect(200)
  const page = text.replaceAll('&amp;', '&').replace(/\s+/g, ' ')
  return { page, answer: /<section class="app-answer".*?<\/section>/.exec(page)?.[0] ?? '' }
}

const KILLED = 'On average how many people are killed on roads in Kent every year?'
const UNKNOWN = 'What does a police cadet earn in Margate?'

describe('a question', () => {
  test('is answered above the results for its words, with its source and the way to why', async () => {
    const { page, answer } = await searched(KILLED)
    expect(answer).toMatch(/<h2[^>]*>The record says<\/h2>.*<mark>52<\/mark> people/)
    expect(answer).toMatch(/<a class="govuk-link" href="\/paragraphs\/[^"]+">/)
    expect(answer).toMatch(/How sure: (?:Quite sure|Likely|Perhaps|Unsure) \(\d+ in 100\)/)
    expect(answer).toMatch(/href="\/ask\?q=On\+average[^"]+">Why this answer</)
    expect(page.indexOf('app-answer')).toBeLessThan(page.indexOf('class="app-hit"'))
    expect(page.match(/<li class="app-hit">/g)).toHaveLength(20)
  })

  test('has the words that answer it marked', async () => {
    const { answer } = await searched('What percentage of domestic abuse victims were male?')
    expect(answer).toMatch(/<blockquote[^>]*>[^<]*<mark>8%<\/mark>/)
  })

  test('that the record does not answer is told so, with what was searched and the nearest passages', async () => {
    const { page, answer } = await searched(UNKNOWN)
    expect(answer).toMatch(/The record does not say.*Searched: 2,\d{3} paragraphs in 5 documents.*are below/)
    expect(answer).toContain('minConfidence=0')
    expect(page).toContain('<li class="app-hit">')
  })

  test('outside the record is told why', async () => {
    const { answer } = await searched('What did Rotterdam pay for its police?')
    expect(answer).toMatch(/The record cannot say.*Rotterdam/)
  })

  test('whether a thing was decided is met with the nearest decision', async () => {
    const { answer } = await searched('Has the Panel decided on the membership changes before?')
    expect(answer).toMatch(/The nearest decision on record<.*RESOLVED that the Membership changes be noted\./)
  })

  test('is answered by date, by a list, and the first of two', async () => {
    const list = await searched('What are the objectives of the Violence Reduction Unit?')
    expect(list.answer).toMatch(/The record lists 5/)
    const two = await searched('Who was appointed Chief Constable? When does he start?')
    expect(two.answer).toContain('href="/search?q=When+does+he+start%3F">When does he start?<')
  })

  test('is answered under the filters of its results, on their first page alone', async () => {
    const filtered = await searched(KILLED, { from: '2024' })
    expect(filtered.answer).not.toContain('7 June 2017')
    expect(filtered.answer).toContain('&from=2024')
    expect(filtered.page).toContain('Remove filter: </span>From 2024')
    expect((await searched(KILLED, { page: '2' })).answer).toBe('')
  })

  test('is searched for without the words that ask', async () => {
    const { page } = await searched('what did the Chief Constable say about knife crime?')
    expect(page).not.toMatch(/<s>say<\/s>|<mark>say<\/mark>/)
  })
})

describe('words', () => {
  test.each(['what Pughsley said as chief constable', 'burglary', 'may 2022', '"what is the plan"'])(
    'get results alone: %s',
    async (q) => {
      expect((await searched(q)).answer).toBe('')
    },
  )

  test('lead to the same as a question where that makes sense', async () => {
    const link = /href="([^"]+)">Ask this as a question</
    const { page } = await searched('chief constable burglary', { from: '2017' })
    expect(link.exec(page)?.[1]).toBe('/ask?q=chief+constable+burglary&from=2017')
    expect((await searched('burglary')).page).not.toMatch(link)
    expect((await searched('"waiting list" cadets')).page).not.toMatch(link)
    expect((await searched(KILLED)).page).not.toMatch(link)
  })
})

describe('before anything is looked for', () => {
  test('the page teaches how to search by examples that find something', async () => {
    const { page } = await searched('')
    const examples = [...page.matchAll(/<a class="govuk-link" href="(\/search\?q=[^"]+)">/g)]
    expect(examples).toHaveLength(5)
    for (const [, href = ''] of examples) {
      const { text } = await request(service.app).get(href).expect(200)
      expect(text).toContain('<li class="app-hit">')
    }
  })

  test('the page for a question leads to the one box', async () => {
    const reply = await request(service.app).get('/ask?q=+').expect(302)
    expect(reply.headers.location).toBe('/search')
  })

  test('what is too long stays in the box, and is refused', async () => {
    const q = 'why '.repeat(251)
    const { text } = await request(service.app).get('/search').query({ q }).expect(400)
    expect(text).toContain('What you typed has 1,004 characters. Search or ask in 1,000 or fewer.')
    expect(text).toContain(`value="${q}"`)
  })
})

describe('nothing found', () => {
  test('leads to each word that the record has, and out of the filters', async () => {
    const { page } = await searched('zebra burglary', { match: 'all', role: 'Chair' })
    expect(page).toContain('href="/search?q=burglary">burglary</a>')
    expect(page).not.toContain('href="/search?q=zebra">')
    expect(page).toContain('href="/search?q=zebra+burglary&match=all">Remove all filters<')
    expect(page).toMatch(/Searched: 2,\d{3} paragraphs/)
  })
})

describe('in a small collection', () => {
  test('a question whose answer fails has its results, and is told so', async () => {
    const broken = await serviceOver({ 'october.txt': minutesText() }, () =>
      Promise.reject(new Error('the reader is broken')),
    )
    try {
      const { page, answer } = await searched('When will the Sunday ferry return?', {}, broken)
      expect(answer).toBe('')
      expect(page).toContain('This question could not be answered just now')
      expect(page).toContain('<li class="app-hit">')
    } finally {
      await broken.stop()
    }
  })

  test('without a meeting, a person or a topic there is still a box', async () => {
    const bare = await serviceOver({ 'note.txt': 'The slipway is closed until further notice.\n' })
    try {
      expect((await searched('', {}, bare)).page).toContain('id="q"')
      expect((await searched('Is the slipway closed?', {}, bare)).answer).not.toBe('')
    } finally {
      await bare.stop()
    }
  })
})
