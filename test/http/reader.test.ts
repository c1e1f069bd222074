import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// One document with a word in a heading, in two paragraphs and twice in one of them, and in another document.

const FERRY = [
  '12. Ferry Service - Update',
  '(Item B1)',
  '1. The Chief Executive reported that the ferry had <b>1,250</b> passengers & that every Ferry ran on time.',
  '2. Cllr Roach asked about the car park. The Chief Executive said that it would be resurfaced in April 2025.',
].join('\n\n')
const FARES = [
  '13. Harbour Dues',
  '(Item B2)',
  '3. The Chairman said that dues would rise for ferries alone.',
  'RESOLVED that the dues be agreed.',
].join('\n\n')

let service: TestService

beforeAll(async () => {
  service = await serviceOver({
    'october.txt': minutesText({ items: [FERRY, FARES] }),
    'march.txt': minutesText({ date: 'Thursday 6 March 2025' }),
  })
})
afterAll(() => service.stop())

async function read(parameters: string, document = 'october'): Promise<string> {
  const reply = await request(service.app).get(`/documents/${document}${parameters}`).expect(200)
  return reply.text
}

/** The hits of a page, in its order, each as the HTML of its paragraph. */
function hitsOf(page: string): string[] {
  return page
    .split('<div class="app-reader__paragraph')
    .slice(1)
    .filter((paragraph) => paragraph.slice(0, paragraph.indexOf('"')).includes('--hit'))
}

describe('a document read with a search', () => {
  test('every match in every hit is marked, and the text is escaped', async () => {
    const hits = hitsOf(await read('?q=ferry'))
    const [report] = hits.filter((hit) => hit.includes('1,250'))
    expect(report).toContain(
      'the <mark>ferry</mark> had &lt;b&gt;1,250&lt;/b&gt; passengers &amp; that every <mark>Ferry</mark> ran',
    )
    expect(hits.filter((hit) => hit.includes('<mark>ferries</mark>'))).toHaveLength(1)
  })

  test('has as many hits as a search for all copies in that document', async () => {
    for (const parameters of ['q=ferry', 'q=ferry+dues&match=all', 'q=chief&role=Chief+Executive']) {
      const reply = await request(service.app).get(
        `/api/v1/search?${parameters}&document=october&copies=all&size=100`,
      )
      const { total } = reply.body as { total: number }
      const page = await read(`?${parameters}`)
      expect([parameters, hitsOf(page).length]).toEqual([parameters, total])
      expect(page).toContain(`role="status">${total} hit`)
    }
  })

  test('a hit by its heading alone has no mark, and says how it was found', async () => {
    const [hit] = hitsOf(await read('?q=ferry')).filter((paragraph) => paragraph.includes('car park'))
    expect(hit).toContain('Found by its heading or meeting')
    expect(hit).not.toContain('<mark>')
  })

  test('a hit by who speaks alone says so, in the list of results too', async () => {
    const hits = hitsOf(await read('?q=Ling'))
    const [hit] = hits.filter((paragraph) => paragraph.includes('car park'))
    expect(hit).toContain('>Found by who speaks<')
    expect(hit).not.toContain('heading or meeting')
    const { text } = await request(service.app).get('/search?q=Ling&kind=text')
    expect(text).toContain('found by who speaks')
  })

  test('each hit leads to the one before and the one after it', async () => {
    const hits = hitsOf(await read('?q=ferry'))
    const anchors = hits.map((hit) => /id="(p-[^"]+)"/.exec(hit)?.[1] ?? '')
    const leadsTo = (words: string) =>
      hits.map((hit) => new RegExp(`href="#(p-[^"]+)">${words}`).exec(hit)?.[1] ?? null)
    expect(hits.length).toBeGreaterThan(2)
    expect(leadsTo('Next hit')).toEqual([...anchors.slice(1), null])
    expect(leadsTo('Previous hit')).toEqual([null, ...anchors.slice(0, -1)])
  })

  test('lists its hits with their items, each a link to its paragraph', async () => {
    const page = await read('?q=resurfaced')
    const list = page.slice(
      page.indexOf('app-hits__list'),
      page.indexOf('</nav>', page.indexOf('app-hits__list')),
    )
    const [hit = ''] = hitsOf(page)
    expect(list).toContain(`href="#${/id="(p-[^"]+)"/.exec(hit)?.[1] ?? ''}"`)
    expect(list).toContain('12. Ferry Service - Update')
    expect(list).toContain('<mark>resurfaced</mark>')
  })

  test('a hit of some of the words says in the list which it lacks', async () => {
    const page = await read('?q=resurfaced+dues')
    expect(page).toMatch(/<mark>resurfaced<\/mark>.*?<span class="app-hits__missing">without <s>dues<\/s></s)
  })

  test('a page of the result is kept for the way back, and for no other search', async () => {
    const page = await read('?q=ferry&page=2&sort=newest&role=Chief+Executive')
    expect(page).toContain('href="/search?q=ferry&amp;role=Chief+Executive&amp;sort=newest&amp;page=2">Back')
    expect(page).toContain('<input type="hidden" name="sort" value="newest">')
    expect(page).not.toMatch(/name="page"|\/documents\/october\?[^"]*page=2/)
  })

  test('filters without words find what they let through', async () => {
    const page = await read('?role=Chief+Executive')
    expect(hitsOf(page).length).toBeGreaterThan(0)
    expect(page).not.toMatch(/<mark>|Found by its heading/)
  })

  test('keeps the filters in its form and on the way back, and takes each away alone', async () => {
    const page = await read('?q=ferry&match=all&role=Chief+Executive&from=2024')
    expect(page).toContain('<input type="hidden" name="role" value="Chief Executive">')
    expect(page).toContain('<input type="hidden" name="from" value="2024">')
    expect(page).toContain('<input type="hidden" name="match" value="all">')
    expect(page).toContain('href="/search?q=ferry&amp;match=all&amp;from=2024&amp;role=Chief+Executive"')
    expect(page).toContain('href="/documents/october?q=ferry&amp;match=all&amp;role=Chief+Executive"')
  })

  test('without a hit says so, and offers the whole record', async () => {
    const page = await read('?q=Sunday&document=october')
    expect(page).toContain('Nothing in this document has these words.')
    expect(page).toContain('<a class="govuk-link" href="/search?q=Sunday">Search the whole record</a>')
    expect(page).not.toContain('app-hit-bar')
  })

  test('leads from the hits with some of the words to those with all, and back', async () => {
    const page = await read('?q=dues+agreed')
    expect(page).toContain(
      'href="/documents/october?q=dues+agreed&amp;match=all">See only the 1 with all words',
    )
    expect(await read('?q=dues+agreed&match=all')).toContain(
      'href="/documents/october?q=dues+agreed">See those with some of the words too',
    )
    expect(await read('?q=ferry')).not.toMatch(/See (only )?the/)
  })

  test('a filter by documents, kept for the way back, does not hide the document that is read', async () => {
    const page = await read('?q=ferry&document=march')
    expect(hitsOf(page).length).toBeGreaterThan(0)
    expect(page).toContain('href="/search?q=ferry&amp;document=march"')
  })

  test('the words of a search are never HTML', async () => {
    const page = await read('?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
    expect(page).not.toContain('<script>alert')
  })

  test('parameters that it does not know are passed over; those that it does have to be right', async () => {
    expect(hitsOf(await read('?q=ferry&page=2&utm_source=mail')).length).toBeGreaterThan(0)
    const reply = await request(service.app).get('/documents/october?q=ferry&from=soon').expect(400)
    expect(reply.text).toContain('from is not a date')
  })
})

test('without a search nothing is marked, and there is no bar', async () => {
  expect(await read('')).not.toMatch(/<mark>|app-hit-bar|Back to the results/)
})

test('a result leads to its place in the document, and its whole address from there back', async () => {
  const shown = '?q=resurfaced&role=Chief+Executive&sort=newest&copies=all&size=5'
  const reply = await request(service.app).get(`/search${shown}`)
  const href = /href="(\/documents\/october[^"]*)">Read in context/.exec(reply.text)?.[1] ?? ''
  const address = new URL(href.replaceAll('&amp;', '&'), 'https://record.example.org')
  expect(address.search).toBe(shown)
  const page = await read(address.search)
  const [hit] = hitsOf(page)
  expect(page.replaceAll('&amp;', '&')).toContain(`href="/search${shown}">Back to the results`)
  expect(hit).toContain(`id="${address.hash.slice(1)}"`)
})
