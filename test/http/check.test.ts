import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// October: 1,250 passengers in September, reported by the Chief Executive. March: moorings, by the Harbour Master.

const MARCH = minutesText({
  date: 'Thursday 6 March 2025',
  items: [
    [
      '7. Moorings',
      '(Item B1)',
      '1. The Chairman said that thirty moorings were let to visitors <b>last</b> summer & two to the lifeboat.',
      '2. The Panel thanked the crew of the lifeboat for their work over the winter.',
    ].join('\n\n'),
  ],
})
const REPORTED = '1,250 passengers used the ferry in September'

interface Checked {
  verdict: string
  readAs: string
  remarks: { kind: string; text: string }[]
  places: {
    passages: {
      quote: string
      start: number
      end: number
      paragraph: { text: string; url: string }
      document: { id: string }
    }[]
    wording: { kind: string; difference: string | null; record: string; quoted: string }[]
    fits: { speaker: boolean | null; date: boolean | null }
  }[]
  elsewhere: { quoted: string; document: { id: string } }[]
  nearest: object | null
  scope: { documents: number }
}

let service: TestService

beforeAll(async () => {
  service = await serviceOver({ 'october.txt': minutesText(), 'march.txt': MARCH })
})
afterAll(() => service.stop())

const send = (body: object | string) => request(service.app).post('/api/v1/check').send(body)
async function check(body: Readonly<Record<string, string>>): Promise<Checked> {
  return (await send(body).expect(200)).body as Checked
}
const page = (fields: Readonly<Record<string, string>>) => request(service.app).get('/check').query(fields)

describe('the verdict', () => {
  test('verbatim: with its paragraph and the place in it', async () => {
    const { verdict, places } = await check({
      quote: `"${REPORTED}"`,
      saidBy: 'Chief Executive',
      date: '2024-10',
    })
    expect(verdict).toBe('verbatim')
    const [passage] = places[0]?.passages ?? []
    expect(passage).toMatchObject({ quote: REPORTED, document: { id: 'october' } })
    expect(passage?.paragraph.text.slice(passage.start, passage.end)).toBe(REPORTED)
    expect(places[0]?.fits).toEqual({ speaker: true, date: true })
  })

  test('verbatim over adjoining paragraphs, each with its own place', async () => {
    const { verdict, places, remarks } = await check({
      quote: 'two to the lifeboat. The Panel thanked the crew',
    })
    expect(verdict).toBe('verbatim')
    expect(places[0]?.passages.map(({ quote }) => quote)).toEqual([
      'two to the lifeboat',
      'The Panel thanked the crew',
    ])
    expect(remarks.map(({ kind }) => kind)).toContain('paragraphs')
  })

  test('altered: the number that was changed is said first', async () => {
    const { verdict, places, remarks } = await check({
      quote: '1,520 passengers used the new ferry in September',
    })
    expect(verdict).toBe('altered')
    expect(remarks[0]).toEqual({
      kind: 'number',
      text: 'A number, sum or date differs: the record has \u201c1,250\u201d, the quotation \u201c1,520\u201d.',
    })
    expect(places[0]?.wording.map(({ kind, record, quoted }) => [kind, record, quoted])).toEqual([
      ['replaced', '1,250', '1,520'],
      ['kept', 'passengers used the', 'passengers used the'],
      ['put_in', '', 'new'],
      ['kept', 'ferry in September', 'ferry in September'],
    ])
  })

  test('altered: of sentences that were joined, each is found where it stands', async () => {
    const { verdict, elsewhere } = await check({
      quote: `${REPORTED}. The Panel thanked the crew of the lifeboat for their work`,
    })
    expect(verdict).toBe('altered')
    expect(elsewhere).toHaveLength(1)
  })

  test('other_speaker: whom the record gives the words to', async () => {
    const { verdict, remarks } = await check({ quote: REPORTED, saidBy: 'the Chairman' })
    expect(verdict).toBe('other_speaker')
    expect(remarks[0]?.text).toMatch(/gives the passage to .*Chief Executive.*, not to the Chairman/)
  })

  test('other_date: when the record has them', async () => {
    const { verdict, remarks } = await check({ quote: REPORTED, from: '2025-01', to: '2025-12' })
    expect(verdict).toBe('other_date')
    expect(remarks[0]?.text).toBe('The record dates the passage 10 October 2024.')
  })

  test('not_in_record: with what was searched', async () => {
    const { verdict, places, scope } = await check({
      quote: 'The lighthouse keeper was dismissed for painting it pink',
    })
    expect(verdict).toBe('not_in_record')
    expect(places).toEqual([])
    expect(scope).toMatchObject({ documents: 2 })
  })

  test('what is let pass is told', async () => {
    const { verdict, remarks, readAs } = await check({
      quote: '\u201c[T]he Chief Executive reported \u2026 passengers used the ferry,\u201d said a spokesman',
    })
    expect(verdict).toBe('verbatim')
    expect(readAs).toMatch(/^The Chief Executive/)
    expect(remarks.map(({ kind }) => kind)).toEqual([
      'attribution',
      'ellipsis',
      'bracketed_letters',
      'quotation_marks',
    ])
  })

  test('a form is as good as JSON', async () => {
    const reply = await request(service.app)
      .post('/api/v1/check')
      .type('form')
      .send({ quote: REPORTED })
      .expect(200)
    expect(reply.body).toMatchObject({ verdict: 'verbatim' })
  })
})

describe('what cannot be checked is refused, and the reply says why', () => {
  test.each([
    [
      'too long',
      { quote: 'ferry '.repeat(16_667) },
      'quote',
      /too long: it has 100,002 characters, and 5,000/,
    ],
    ['too short', { quote: 'used the ferry' }, 'quote', /too short: it has 3 words, and 5/],
    ['brackets alone', { quote: '[used the ferry in September]' }, 'quote', /too short: it has 0 words/],
    ['nothing', {}, 'quote', /missing/],
    ['no text', { quote: ['a', 'b'] }, 'quote', /not one text/],
    ['an unknown field', { quote: REPORTED, colour: 'red' }, 'colour', /not a parameter/],
    ['no date', { quote: REPORTED, date: 'soon' }, 'date', /not a date/],
    ['two dates', { quote: REPORTED, date: '2024', from: '2024' }, 'date', /beside from or to/],
    ['dates upside down', { quote: REPORTED, from: '2025', to: '2024' }, 'from', /after to/],
  ])('%s', async (_, body, parameter, detail) => {
    const reply = await send(body)
      .expect(400)
      .expect('Content-Type', /application\/problem\+json/)
    expect(reply.body).toMatchObject({
      errors: [{ parameter, detail: expect.stringMatching(detail) as unknown }],
    })
  })

  test('a body that is no object', async () => {
    const reply = await send([]).expect(400)
    expect(reply.body).toMatchObject({ detail: 'The body is not an object.' })
    expect(reply.body).not.toHaveProperty('errors')
  })

  test('a body that is too large', async () => {
    const reply = await send({ quote: 'x'.repeat(300_000) }).expect(413)
    expect(reply.body).toMatchObject({
      detail: 'What was sent is too long: a quotation has 5,000 characters at most.',
    })
  })

  test('a body that is no JSON', async () => {
    const reply = await send('{"quote": ').type('json').expect(400)
    expect(reply.body).toMatchObject({ detail: 'The body is not well-formed JSON.' })
  })

  test('a body of another kind, or none', async () => {
    await request(service.app).post('/api/v1/check').type('text/plain').send(REPORTED).expect(415)
    await request(service.app).post('/api/v1/check').expect(415)
  })
})

describe('the page', () => {
  test('has a form, and is led to from every page', async () => {
    expect((await page({}).expect(200)).text).toContain('<textarea')
    expect((await request(service.app).get('/documents')).text).toContain('href="/check">Check a quotation')
  })

  test('tells a verdict that can be linked to, and takes what is sent by the form', async () => {
    const { text } = await request(service.app)
      .post('/check')
      .type('form')
      .send({ quote: REPORTED, saidBy: '', date: '', from: '', to: '' })
      .expect(200)
    expect(text).toContain('In the record, word for word')
    const link = /href="(\/check\?quote=[^"]+)">Link to this check/.exec(text)?.[1] ?? ''
    expect((await request(service.app).get(link).expect(200)).text).toContain('In the record, word for word')
  })

  test.each([
    [
      'words that brackets add',
      '[With many apologies] 1,250 passengers used the ferry in September',
      'In the record, but for what stands in square brackets',
      'The square brackets add \u201cWith many apologies\u201d, where the record has nothing.',
    ],
    [
      'endings that brackets change',
      '1,250 passengers use[s] the ferry in September',
      'In the record, but for what stands in square brackets',
      'The square brackets make \u201cuses\u201d of what is \u201cused\u201d in the record.',
    ],
    [
      'that only the words in quotation marks were compared',
      '"1,250 passengers used the ferry in September" was a plain lie',
      'What stands in quotation marks is in the record, word for word',
      'Only what stands in quotation marks was compared, without \u201cwas a plain lie\u201d.',
    ],
  ])('tells beside the verdict %s', async (_, quote, heading, remark) => {
    const { text } = await page({ quote }).expect(200)
    const beside = /<div class="app-check__verdict app-check__verdict--verbatim">(.*?)<\/div>/s.exec(
      text,
    )?.[1]
    expect(beside).toContain(`>${heading}</h2>`)
    expect(beside).toContain(remark)
  })

  test('marks what differs in words as well', async () => {
    const { text } = await page({ quote: '1,520 passengers used the ferry in September', utm_source: 'mail' })
    expect(text).toMatch(/<del><span class="govuk-visually-hidden"> \[the record has: <\/span>1,250/)
    expect(text).toMatch(/<ins><span class="govuk-visually-hidden"> \[the quotation has: <\/span>1,520/)
  })

  test.each([
    { quote: 'thirty moorings were let to visitors <script>alert(1)</script> last summer {{7*7}}' },
    { quote: REPORTED, saidBy: '<script>alert(1)</script>' },
    { quote: 'short', saidBy: '"><script>alert(1)</script>' },
  ])('never takes a text for HTML: %j', async (fields) => {
    const { text } = await page(fields)
    expect(text).not.toContain('<script>')
    expect(text).not.toContain('<b>last')
    expect(text).not.toContain('>49<')
  })

  test('says beside the field what is wrong, and keeps what was typed', async () => {
    const { text } = await page({ quote: 'used the ferry', date: 'soon' }).expect(400)
    expect(text).toContain('The quotation is too short: it has 3 words')
    expect(text).toContain('The day is not a date')
    expect(text).toContain('used the ferry</textarea>')
    await request(service.app).post('/check').type('form').send({ quote: '' }).expect(400)
    await request(service.app)
      .post('/check')
      .type('form')
      .send({ quote: 'x'.repeat(300_000) })
      .expect(413)
  })
})
