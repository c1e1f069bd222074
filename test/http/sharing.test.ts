import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DOMParser } from '@xmldom/xmldom'
import request from 'supertest'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// What programs are told of the pages: search engines, those who show a shared link, and whatever keeps copies.

const BASE = 'https://record.example.org'

let service: TestService
/** Addresses of the collection that the tests need, by what is there. */
let paragraph: string

beforeAll(async () => {
  service = await serviceOver(HARBOUR_MEETINGS)
  const found = await get('/api/v1/search?q=lighthouse').expect(200)
  const { results } = found.body as { results: { paragraph: { url: string } }[] }
  paragraph = results[0]?.paragraph.url.replace(BASE, '') ?? ''
})
afterAll(() => service.stop())

const get = (path: string) => request(service.app).get(path)

/** The first address of an entry on a page of the register. */
async function entryOn(list: string): Promise<string> {
  const page = await get(list).expect(200)
  return new RegExp(`href="(${list}/[^"?#]+)`).exec(page.text)?.[1] ?? ''
}

/** One page of each kind, with what it is about as schema.org names it. */
const PAGES: readonly (readonly [
  name: string,
  path: () => string | Promise<string>,
  types: readonly string[],
])[] = [
  ['start', () => '/', ['WebSite']],
  ['search, before', () => '/search', []],
  ['results', () => '/search?q=ferry', []],
  ['an answer', () => '/ask?q=How+many+passengers+used+the+ferry+in+September+2024%3F', []],
  ['check', () => '/check', []],
  ['documents', () => '/documents', []],
  ['a document', () => '/documents/october', ['Report']],
  ['what was understood of it', () => '/documents/october/understood', []],
  ['a paragraph', () => paragraph, ['Quotation']],
  ['passages like it', () => `${paragraph}/similar`, []],
  ['commitments', () => '/commitments', []],
  ['a commitment', () => entryOn('/commitments'), ['Quotation']],
  ['decisions', () => '/decisions', []],
  ['a decision', () => entryOn('/decisions'), ['Quotation']],
  ['questions', () => '/questions', []],
  ['a question', () => entryOn('/questions'), ['Quotation']],
  ['requests', () => '/requests', []],
  ['a request', () => entryOn('/requests'), ['Quotation']],
  ['figures', () => '/figures', []],
  ['last mention', () => '/silence', []],
  ['how answers are made', () => '/how-answers-are-made', []],
  ['accessibility', () => '/accessibility', []],
  ['privacy', () => '/privacy', []],
]

interface SchemaNode {
  readonly '@context': string
  readonly '@type': string
  readonly [property: string]: unknown
}

const nodesOf = (html: string): SchemaNode[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json) as SchemaNode,
  )
const metaOf = (html: string, name: string): string =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1] ?? ''
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

describe.each(PAGES)('%s', (_, pathOf, types) => {
  test('says what it is, in short, and under which address it lasts', async () => {
    const { text } = await get(await pathOf()).expect(200)
    expect(/<title>(.+) - On Record<\/title>/.exec(text)?.[1]).toBe(metaOf(text, 'og:title'))
    const description = unescaped(metaOf(text, 'description'))
    expect(description).toMatch(/\S/)
    expect(description.length).toBeLessThanOrEqual(200)
    expect(unescaped(metaOf(text, 'og:description'))).toBe(description)
    const canonical = /<link rel="canonical" href="([^"]+)">/.exec(text)?.[1] ?? ''
    expect(canonical.startsWith(`${BASE}/`)).toBe(true)
    expect(metaOf(text, 'og:url')).toBe(canonical)
    const lasting = await get(unescaped(canonical).replace(BASE, '')).expect(200)
    expect(lasting.text).toContain(`<link rel="canonical" href="${canonical}">`)
    expect(metaOf(text, 'og:image')).toBe(`${BASE}/assets/images/card.png`)
    expect(metaOf(text, 'og:image:alt')).toMatch(/On Record/)
    expect(metaOf(text, 'twitter:card')).toBe('summary_large_image')
  })

  test('says it to programs as well', async () => {
    const { text } = await get(await pathOf()).expect(200)
    const nodes = nodesOf(text)
    expect(nodes.every((node) => node['@context'] === 'https://schema.org')).toBe(true)
    const trail = text.includes('aria-label="Breadcrumb"') ? ['BreadcrumbList'] : []
    expect(nodes.map((node) => node['@type'])).toEqual([...trail, ...types])
    for (const url of JSON.stringify(nodes).matchAll(/"(?:url|item)":"([^"]+)"/g))
      expect(url[1]).toMatch(new RegExp(`^${BASE}/`))
  })
})

test.each([
  ['/search?topic=fraud&from=2020&sort=newest&page=2', '/search?from=2020&topic=fraud'],
  ['/search?q=ferry&match=all&copies=all&size=5', '/search?q=ferry&match=all'],
  ['/search?page=2', '/search'],
  ['/ask?q=Who+asked%3F&body=harbour-scrutiny-panel', '/ask?q=Who+asked%3F&body=harbour-scrutiny-panel'],
  [
    '/silence?q=lamp&body=harbour-scrutiny-panel&asOf=2024-11-30',
    '/silence?q=lamp&body=harbour-scrutiny-panel&asOf=2024-11-30',
  ],
  ['/commitments?state=open&sort=due&page=2', '/commitments?state=open'],
  ['/decisions?q=ferry&from=2024&asOf=2024-11-30', '/decisions?q=ferry&from=2024&asOf=2024-11-30'],
])('%s lasts with all that narrows it, as %s', async (path, lasting) => {
  const { text } = await get(path).expect(200)
  const canonical = /<link rel="canonical" href="([^"]+)">/.exec(text)?.[1] ?? ''
  expect(unescaped(canonical)).toBe(BASE + lasting)
  expect(metaOf(text, 'og:url')).toBe(canonical)
})

test('the start page tells programs how to search', async () => {
  const [site] = nodesOf((await get('/').expect(200)).text)
  expect(site).toMatchObject({
    '@type': 'WebSite',
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: `${BASE}/search?q={search_term_string}` },
    },
  })
})

test('an error has no address that lasts, and is about nothing', async () => {
  const { text } = await get('/nothing').expect(404)
  expect(text).not.toContain('rel="canonical"')
  expect(nodesOf(text)).toEqual([])
})

describe('pictures', () => {
  test.each([
    ['/favicon.ico', 'image/vnd.microsoft.icon', 1],
    ['/assets/images/favicon.svg', 'image/svg+xml', 1],
    ['/assets/images/touch-icon.png', 'image/png', 4],
    ['/assets/images/card.png', 'image/png', 40],
  ])('%s is kept for a day, and has %s of %i KB at most', async (path, type, kilobytes) => {
    const reply = await get(path).expect(200).expect('Cache-Control', 'public, max-age=86400')
    expect(reply.type).toBe(type)
    expect((reply.body as Buffer).length).toBeLessThanOrEqual(kilobytes * 1024)
  })

  test('every page names them', async () => {
    const { text } = await get('/privacy').expect(200)
    const named = [...text.matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"/g)].map(
      ([, href]) => href,
    )
    expect(named).toEqual(['/favicon.ico', '/assets/images/favicon.svg', '/assets/images/touch-icon.png'])
  })
})

describe('the site map', () => {
  const addressesIn = (xml: string): string[] =>
    Array.from(
      new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('loc'),
      ({ textContent }) => textContent,
    )

  test('has the pages of the collection once each, at the public address', async () => {
    const reply = await get('/sitemap.xml')
      .expect(200)
      .expect('Content-Type', /^application\/xml/)
    const addresses = addressesIn(reply.text)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.every((address) => address.startsWith(`${BASE}/`))).toBe(true)
    expect(addresses).toEqual(
      expect.arrayContaining([
        `${BASE}/`,
        `${BASE}/documents/october`,
        `${BASE}/meetings/harbour-scrutiny-panel-2024-10-10`,
        `${BASE}/bodies/harbour-scrutiny-panel`,
        `${BASE}/roles/chief-executive`,
        `${BASE}${await entryOn('/commitments')}`,
        `${BASE}/privacy`,
      ]),
    )
    const listed = await get('/api/v1/roles').expect(200)
    const { roles } = listed.body as { roles: { id: string }[] }
    expect(addresses).toEqual(expect.arrayContaining(roles.map(({ id }) => `${BASE}/roles/${id}`)))
    expect(reply.text).not.toContain('/paragraphs/')
    expect(reply.text).not.toContain('lastmod')
  })

  test('leads to pages that answer', async () => {
    const { text } = await get('/sitemap.xml').expect(200)
    const answering =
      /^\/(?:$|(?:documents|people|roles|topics|commitments|decisions|questions|requests|figures)\b|how|acc|priv)/
    for (const address of addressesIn(text)) {
      const path = address.replace(BASE, '')
      if (answering.test(path)) await get(path).expect(200)
    }
  })

  test('has no part that there is not', async () => {
    expect(addressesIn((await get('/sitemap.xml?part=1').expect(200)).text)[0]).toBe(`${BASE}/`)
    await get('/sitemap.xml?part=2').expect(404)
    await get('/sitemap.xml?part=0').expect(400)
    await get('/sitemap.xml?part=all').expect(400)
  })
})

describe('robots', () => {
  /** Is a path kept from them, by the rules for all? A star is anything, as in RFC 9309. */
  async function isDisallowed(path: string): Promise<boolean> {
    const { text } = await get('/robots.txt')
      .expect(200)
      .expect('Content-Type', /^text\/plain/)
    const [forAll = ''] = text.split('\n\n')
    const rules = [...forAll.matchAll(/^Disallow: (.+)$/gm)].map(([, rule = '']) => rule)
    return rules.some((rule) => {
      const pattern = rule.split('*').map((piece) => piece.replace(/[?.]/g, '\\$&'))
      return new RegExp(`^${pattern.join('.*')}`).test(path)
    })
  }

  test.each([
    '/',
    '/documents/october',
    '/paragraphs/october.a1b2',
    '/search?q=ferry',
    '/sitemap.xml?part=2',
  ])('may read %s', async (path) => {
    expect(await isDisallowed(path)).toBe(false)
  })

  test.each([
    '/search?q=ferry&role=Chief+Executive',
    '/commitments?state=open&sort=due',
    '/documents/october?q=ferry',
    '/documents/october/file',
    '/api/v1/search?q=ferry',
  ])('need not read %s', async (path) => {
    expect(await isDisallowed(path)).toBe(true)
  })

  test('are told of the site map', async () => {
    expect((await get('/robots.txt')).text).toContain(`\nSitemap: ${BASE}/sitemap.xml\n`)
  })
})

describe('what is kept of a reply', () => {
  const REVALIDATED = [
    '/',
    '/search?q=ferry',
    '/documents/october',
    '/commitments',
    '/privacy',
    '/sitemap.xml',
    '/robots.txt',
    '/opensearch.xml',
    '/documents/october/file',
    '/api/v1/documents',
    '/api/v1/search?q=ferry',
    '/api/v1/search?q=ferry&format=atom',
    '/api/v1/commitments',
  ]

  test.each(REVALIDATED)('is asked after before it is shown again, and not sent again: %s', async (path) => {
    const first = await get(path).expect(200).expect('Cache-Control', 'no-cache')
    const tag = first.headers.etag ?? ''
    expect(tag).toMatch(/^W\/"/)
    const again = await get(path).set('If-None-Match', tag).expect(304)
    expect(again.headers['cache-control']).toBe('no-cache')
    await get(path).set('If-None-Match', 'W/"of-another-generation"').expect(200)
  })

  test('the stylesheet and the script are kept for ever, under names that change with them', async () => {
    const { text } = await get('/privacy').expect(200)
    for (const [, path = ''] of text.matchAll(/(?:href|src)="(\/assets\/app\.[^"]+)"/g)) {
      const first = await get(path)
        .expect(200)
        .expect('Cache-Control', /max-age=31536000, immutable/)
      await get(path)
        .set('If-None-Match', first.headers.etag ?? '')
        .expect(304)
    }
  })

  test('of a quotation that was checked nothing is kept', async () => {
    await request(service.app)
      .post('/check')
      .type('form')
      .send({ quote: '1,250 passengers used the ferry' })
      .expect(200)
      .expect('Cache-Control', 'no-store')
  })

  test.each([
    ['/search?q=ferry', 'text/html'],
    ['/api/v1/search?q=ferry', 'application/json'],
    ['/api/v1/search?q=ferry&format=atom', 'application/atom+xml'],
    ['/api/v1/search?q=ferry&format=csv', 'text/csv'],
    ['/sitemap.xml', 'application/xml'],
    ['/api/v1/openapi.json', 'application/json'],
  ])('%s is sent compressed to those who can read that', async (path, type) => {
    const reply = await get(path)
      .set('Accept-Encoding', 'gzip')
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () => {
          done(null, Buffer.concat(pieces))
        })
      })
    expect(reply.headers['content-encoding']).toBe('gzip')
    expect(reply.headers.vary).toMatch(/\bAccept-Encoding\b/)
    expect(reply.type).toBe(type)
    const plain = await get(path).set('Accept-Encoding', 'identity').expect(200)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers.vary).toMatch(/\bAccept-Encoding\b/)
    expect(gunzip(reply.body as Buffer)).toBe(plain.text)
  })

  /** As sent: superagent undoes the compression itself. */
  const gunzip = (sent: Buffer): string =>
    (sent[0] === 0x1f && sent[1] === 0x8b ? gunzipSync(sent) : sent).toString('utf8')
})
