import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DOMParser } from '@xmldom/xmldom'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// One result in its three forms: JSON a page at a time, CSV whole, Atom newest first.

const BASE = 'https://record.example.org'
const FORMULA = '=HYPERLINK("http://example.org/?ferry","Ferry timetable, summer")'
const MARKUP =
  'The Chief Executive showed <script>alert("ferry")</script> & said "]]>" of the ferry\u0007\u001b bell.'

/** Numbered paragraphs, more than a page of any size that is given by default. */
const LOG = Array.from({ length: 60 }, (_, index) => `${index + 1}. The ferry made crossing ${index + 101}.`)

let service: TestService

beforeAll(async () => {
  service = await serviceOver({
    'october.txt': minutesText(),
    'november.txt': minutesText({
      date: 'Thursday 14 November 2024',
      items: ['12. Ferry <b>Log</b> & Bell', '(Item B1)', ...LOG, MARKUP],
    }),
    'formulas.txt': minutesText({
      date: 'Thursday 5 December 2024',
      items: ['12. Ferry Timetable', '(Item B1)', FORMULA, "'Ferry' was the word that was used."],
    }),
  })
})
afterAll(() => service.stop())

type Parameters = Readonly<Record<string, string | readonly string[]>>

const get = (parameters: Parameters, accept = '*/*') =>
  request(service.app).get('/api/v1/search').query(parameters).set('Accept', accept)

interface Found {
  total: number
  next: string | null
  results: { paragraph: { id: string; url: string } }[]
}

async function json(parameters: Parameters): Promise<Found> {
  const reply = await get({ size: '100', ...parameters }).expect(200)
  return reply.body as Found
}

/** The rows of a CSV, by RFC 4180 alone: each by the titles of the head. */
async function csv(parameters: Parameters): Promise<Record<string, string>[]> {
  const reply = await get({ format: 'csv', ...parameters }).expect(200)
  const [head = [], ...rows] = readCsv(reply.text.slice(1))
  return rows.map((row) => Object.fromEntries(head.map((title, index) => [title, row[index] ?? ''])))
}

function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

/** The document element of XML that is well formed in every respect that the parser knows. */
function readXml(text: string): Element {
  const refuse = (message: string): never => {
    throw new Error(message)
  }
  const errorHandler = { warning: refuse, error: refuse, fatalError: refuse }
  return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml').documentElement
}

async function feed(parameters: Parameters): Promise<Element> {
  return readXml((await get({ format: 'atom', ...parameters }).expect(200)).text)
}

const elements = (parent: Element, name: string): Element[] => Array.from(parent.getElementsByTagName(name))
const textOf = (parent: Element, name: string): string | null =>
  elements(parent, name)[0]?.textContent ?? null
const linkOf = (parent: Element, rel: string): string | null =>
  elements(parent, 'link')
    .find((link) => link.getAttribute('rel') === rel)
    ?.getAttribute('href') ?? null
const idsOf = (parent: Element): (string | null)[] =>
  elements(parent, 'entry').map((entry) => textOf(entry, 'id'))

describe('the form of a result', () => {
  test.each([
    ['json', 'application/json; charset=utf-8'],
    ['csv', 'text/csv; charset=utf-8'],
    ['atom', 'application/atom+xml; charset=utf-8'],
  ])('is what the parameter asks for: %s', async (format, type) => {
    const reply = await get({ q: 'ferry', format }, 'text/html').expect(200).expect('Content-Type', type)
    expect(reply.headers.vary).toMatch(/\bAccept\b(?!-)/)
  })

  test.each([
    ['text/csv', 'text/csv'],
    ['application/atom+xml', 'application/atom+xml'],
    ['application/json;q=0.5, text/csv', 'text/csv'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
    ['*/*', 'application/json'],
    ['image/png', 'application/json'],
  ])(
    'without it is the best that the client accepts, and JSON where it accepts none: %s',
    async (accept, type) => {
      const reply = await get({ q: 'ferry' }, accept).expect(200)
      expect(reply.type).toBe(type)
      expect(reply.headers.vary).toMatch(/\bAccept\b(?!-)/)
    },
  )

  test('is the parameter, whatever the client accepts', async () => {
    expect((await get({ q: 'ferry', format: 'json' }, 'text/csv').expect(200)).type).toBe('application/json')
    expect((await get({ q: 'ferry', format: 'csv' }, 'application/json').expect(200)).type).toBe('text/csv')
  })

  test.each(['xml', 'CSV', ''])(
    'that there is not is refused, with those that there are: %j',
    async (format) => {
      const reply = await get({ q: 'ferry', format }).expect(400)
      expect(reply.body).toMatchObject({
        detail: 'format is none of json, csv, atom.',
        errors: [{ parameter: 'format' }],
      })
    },
  )

  test.each(['csv', 'atom'])('does not change what is refused: %s', async (format) => {
    for (const [parameter, value] of [
      ['colour', 'red'],
      ['from', 'soon'],
      ['sort', 'best'],
    ] as const) {
      const reply = await get({ q: 'ferry', format, [parameter]: value }).expect(400)
      expect(reply.type).toBe('application/problem+json')
      expect(reply.body).toMatchObject({ errors: [{ parameter }] })
    }
  })

  test.each([
    { q: 'ferry' },
    { q: 'ferry crossing', match: 'all' },
    { q: 'ferry', from: '2024-10', to: '2024-10' },
    { q: 'ferry', document: ['october', 'formulas'], sort: 'oldest' },
    { q: 'report', kind: 'decision', copies: 'all' },
    { q: '', document: 'october', sort: 'newest' },
    { q: 'submarine' },
    { q: '' },
  ])('does not change what is found: %j', async (parameters) => {
    const found = (await json(parameters)).results.map(({ paragraph }) => paragraph.url)
    expect((await csv(parameters)).map(({ Address }) => Address)).toEqual(found)
    expect(idsOf(await feed({ sort: 'relevance', size: '100', ...parameters }))).toEqual(found)
  })
})

describe('as CSV', () => {
  test('a result is whole, however long', async () => {
    const { total } = await json({ q: 'ferry', size: '1' })
    expect(total).toBeGreaterThan(60)
    expect(await csv({ q: 'ferry' })).toHaveLength(total)
  })

  test.each(['page', 'size'])('it has no pages: %s is refused', async (parameter) => {
    for (const reply of [
      await get({ q: 'ferry', format: 'csv', [parameter]: '1' }).expect(400),
      await get({ q: 'ferry', [parameter]: '1' }, 'text/csv').expect(400),
    ])
      expect(reply.body).toMatchObject({
        detail: `${parameter} cannot be given with CSV, which is the whole result.`,
        errors: [{ parameter }],
      })
  })

  test('it begins with a byte order mark and a head in plain words; lines end as RFC 4180 has it', async () => {
    const { text } = await get({ q: 'Sunday service', format: 'csv', match: 'all' }).expect(200)
    const [head, ...lines] = text.split('\r\n')
    expect(head).toBe(
      '\ufeffDate,Body,Meeting,Item,Heading,Speakers,Kind,Text,Topics,Words missing,Label,Page,Part,Document,File,Copies,Paragraph,Address',
    )
    expect(lines).toHaveLength(2)
    expect(lines[1]).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('a row says when, where, who and what, and which of the words it lacks', async () => {
    const [row] = await csv({ q: 'Sunday service submarine', document: 'october' })
    expect(row).toMatchObject({
      Date: '2024-10-10',
      Body: 'Harbour Scrutiny Panel',
      Meeting: 'Harbour Scrutiny Panel, 10 October 2024',
      Item: '12. Ferry Service - Update',
      Kind: 'Text',
      Text: 'Cllr Roach asked when the Sunday service would return. The Chief Executive said that it would return in April 2025.',
      'Words missing': 'submarine',
      Label: '2.',
      File: 'october.txt',
    })
    expect(row?.Speakers).toContain('M Ling, Chief Executive')
    expect(row?.Address).toBe(`${BASE}/paragraphs/${row?.Paragraph}`)
  })

  test('text with commas, quotation marks and markup stands in one cell, word for word', async () => {
    const [row] = await csv({ q: 'alert bell', match: 'all' })
    expect(row?.Text).toBe(MARKUP)
    expect(row?.Item).toBe('12. Ferry <b>Log</b> & Bell')
  })

  test('a paragraph that begins like a formula is text; taking off the apostrophe gives it word for word', async () => {
    const [row] = await csv({ q: 'HYPERLINK' })
    expect(row?.Text).toBe(`'${FORMULA}`)
  })

  test('a paragraph that begins with an apostrophe has another, so that the first is never its own', async () => {
    const [row] = await csv({ q: 'word that was used', match: 'all' })
    expect(row?.Text).toBe("''Ferry' was the word that was used.")
  })

  test.each([
    ['ferry', 'on-record-search-ferry.csv'],
    ['../../etc/passwd "ferry"\r\nX: y', 'on-record-search-etc-passwd-ferry-x-y.csv'],
    ['Überfahrt \u202efdp.exe', 'on-record-search-uberfahrt-fdp-exe.csv'],
    ['フェリー', 'on-record-search.csv'],
    ['ferry '.repeat(100), `on-record-search-${'ferry-'.repeat(10)}.csv`.replace('-.csv', '.csv')],
  ])('it is saved under a name that every system takes: %j', async (q, name) => {
    const reply = await get({ q, format: 'csv' }).expect(200)
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="?[a-z0-9.-]+"?$/)
    expect(reply.headers['content-disposition']).toContain(name)
  })
})

describe('as Atom', () => {
  test('a result is a feed of the fifty newest, with links to the others', async () => {
    const first = await feed({ q: 'ferry' })
    const { total } = await json({ q: 'ferry' })
    expect(idsOf(first)).toHaveLength(50)
    expect(textOf(first, 'opensearch:totalResults')).toBe(String(total))
    expect(textOf(first, 'opensearch:startIndex')).toBe('1')
    expect(textOf(first, 'opensearch:itemsPerPage')).toBe('50')
    const dates = elements(first, 'entry').map((entry) => textOf(entry, 'updated'))
    expect(dates[0]).toBe('2024-12-05T00:00:00Z')
    expect(dates).toEqual([...dates].sort().reverse())

    const next = linkOf(first, 'next')?.replace(BASE, '') ?? ''
    const second = readXml((await request(service.app).get(next).expect(200)).text)
    expect(textOf(second, 'opensearch:startIndex')).toBe('51')
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(total)
    expect(textOf(second, 'id')).toBe(textOf(first, 'id'))
    expect(linkOf(second, 'previous')).toBe(linkOf(first, 'self'))
    expect(linkOf(second, 'next')).toBeNull()
  })

  test('its id and its addresses are those of the query, whatever the client left out or spelt out', async () => {
    const short = await get({ q: 'ferry', role: 'Chief Executive', format: 'atom' }).expect(200)
    const spelt = { size: '50', page: '1', sort: 'newest', copies: 'one', match: 'any', q: 'ferry' }
    const long = await get({ role: 'Chief Executive', ...spelt }, 'application/atom+xml').expect(200)
    expect(long.text).toBe(short.text)
    const root = readXml(short.text)
    expect(textOf(root, 'id')).toBe(`${BASE}/api/v1/search?format=atom&q=ferry&role=Chief+Executive`)
    expect(linkOf(root, 'self')).toBe(textOf(root, 'id'))
    expect(linkOf(root, 'alternate')).toBe(`${BASE}/search?q=ferry&role=Chief+Executive&sort=newest`)
    expect(textOf(root, 'title')).toBe('On Record: ferry, Chief Executive')
  })

  test("an entry's id is the paragraph's address, with who said it and when", async () => {
    const [entry] = elements(await feed({ q: 'Sunday service', match: 'all' }), 'entry')
    const { results } = await json({ q: 'Sunday service', match: 'all' })
    if (!entry) throw new Error('There is no entry.')
    expect(textOf(entry, 'id')).toBe(results[0]?.paragraph.url)
    expect(linkOf(entry, 'alternate')).toBe(results[0]?.paragraph.url)
    expect(textOf(entry, 'title')).toBe('Harbour Scrutiny Panel, 10 October 2024: Ferry Service - Update')
    expect(textOf(entry, 'updated')).toBe('2024-10-10T00:00:00Z')
    expect(elements(entry, 'name').map((name) => name.textContent)).toContain('M Ling, Chief Executive')
    expect(textOf(entry, 'content')).toMatch(/^Cllr Roach asked when the Sunday service/)
  })

  test('every entry has an author and a date, and every id is an address', async () => {
    const entries = elements(await feed({ document: ['october', 'november', 'formulas'] }), 'entry')
    for (const entry of entries) {
      expect(textOf(entry, 'name')).toMatch(/\S/)
      expect(textOf(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
      await request(service.app)
        .get(textOf(entry, 'id')?.replace(BASE, '') ?? '')
        .expect(200)
    }
  })

  test('text of the record is text: markup is escaped, and what XML does not have is replaced', async () => {
    const { text } = await get({ q: 'alert bell', match: 'all', format: 'atom' }).expect(200)
    expect(text).not.toMatch(/<script|<b>/)
    // eslint-disable-next-line no-control-regex -- these are what XML 1.0 does not allow
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    const [content] = elements(readXml(text), 'content')
    expect(content?.getAttribute('type')).toBe('text')
    expect(content?.textContent).toContain(
      '<script>alert("ferry")</script> & said "]]>" of the ferry\ufffd\ufffd bell.',
    )
  })

  test.each(['\u0000\u0001 ferry', '<ferry attr="&">', 'ferry \uffff', ']]>', '\'"`\\'])(
    'whatever is asked, it is well formed: %j',
    async (q) => {
      const { text } = await request(service.app)
        .get(`/api/v1/search?format=atom&q=${encodeURIComponent(q)}`)
        .expect(200)
      expect(readXml(text).nodeName).toBe('feed')
    },
  )

  test('a result of nothing is a feed all the same', async () => {
    const empty = await feed({ q: 'submarine' })
    expect(idsOf(empty)).toEqual([])
    expect(textOf(empty, 'updated')).toBe('1970-01-01T00:00:00Z')
    expect(textOf(empty, 'opensearch:totalResults')).toBe('0')
  })
})

describe('the page of a result', () => {
  const links = (html: string, rel: string): { type: string; href: string }[] =>
    [...html.matchAll(/<link rel="(\w+)" type="([^"]+)"[^>]* href="([^"]+)">/g)]
      .filter((link) => link[1] === rel)
      .map(([, , type = '', href = '']) => ({ type, href: href.replaceAll('&amp;', '&') }))

  test('names its other forms in its head, and each answers', async () => {
    const page = await request(service.app).get(
      '/search?q=ferry&document=november&document=october&sort=oldest&page=2',
    )
    const alternates = links(page.text, 'alternate')
    expect(alternates.map(({ type }) => type)).toEqual([
      'text/csv',
      'application/atom+xml',
      'application/json',
    ])
    for (const { type, href } of alternates) {
      const reply = await request(service.app).get(href).expect(200)
      expect(reply.type).toBe(type)
      expect(page.text).toContain(`<a class="govuk-link" href="${href.replaceAll('&', '&amp;')}"`)
    }
  })

  test('says by which address it is found again', async () => {
    const page = await request(service.app).get(
      '/search?page=1&sort=relevance&size=20&q=ferry&utm_source=mail',
    )
    expect(page.text).toContain(`<p class="app-citation">${BASE}/search?q=ferry</p>`)
  })

  test('offers a feed of what is not in the record yet, and nothing where nothing was asked', async () => {
    expect((await request(service.app).get('/search?q=submarine')).text).toContain('Atom feed')
    const before = await request(service.app).get('/search').expect(200)
    expect(before.text).not.toContain('Atom feed')
    expect(links(before.text, 'alternate')).toEqual([])
  })

  test.each([
    '/',
    '/search',
    '/search?q=ferry',
    '/ask?q=why',
    '/documents',
    '/documents/october',
    '/nothing',
  ])('every page says how to search here: %s', async (path) => {
    const page = await request(service.app).get(path)
    expect(links(page.text, 'search')).toEqual([
      { type: 'application/opensearchdescription+xml', href: '/opensearch.xml' },
    ])
  })
})

test('the OpenSearch description has templates that answer, at the public address whatever host is asked', async () => {
  const reply = await request(service.app)
    .get('/opensearch.xml')
    .set('Host', 'elsewhere.example')
    .expect(200)
    .expect('Content-Type', 'application/opensearchdescription+xml; charset=utf-8')
  const description = readXml(reply.text)
  expect(textOf(description, 'ShortName')).toBe('On Record')
  for (const image of elements(description, 'Image'))
    await request(service.app).get(image.textContent.replace(BASE, '')).expect(200)
  const urls = elements(description, 'Url')
  const results = urls.filter((url) => !url.hasAttribute('rel'))
  const types = results.map((url) => url.getAttribute('type'))
  expect(types).toEqual(['text/html', 'application/atom+xml', 'application/json'])
  const others = urls.flatMap((url) => (url.hasAttribute('rel') ? [url.getAttribute('template')] : []))
  expect(others).toEqual([
    `${BASE}/api/v1/suggest?format=opensearch&q={searchTerms}`,
    `${BASE}/opensearch.xml`,
  ])
  for (const url of results) {
    const template = url.getAttribute('template') ?? ''
    expect(template.startsWith(`${BASE}/`)).toBe(true)
    const path = template.replace(BASE, '').replace('{searchTerms}', encodeURIComponent('Sunday service'))
    const found = await request(service.app).get(path).expect(200)
    expect(found.type).toBe(url.getAttribute('type'))
    expect(found.text).toContain('April 2025')
  }
})
