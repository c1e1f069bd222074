import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// Five members of one name, each of whom says something.
const INITIALS = ['A', 'B', 'C', 'D', 'E']
const RYANS = minutesText({
  date: 'Thursday 6 March 2025',
  items: [
    [
      '4. Moorings',
      ...INITIALS.map((initial, index) => `${index + 1}. Cllr ${initial} Ryan asked about mooring ${index}.`),
    ].join('\n\n'),
  ],
}).replace('and Cllr A Roach', INITIALS.map((initial) => `Cllr ${initial} Ryan`).join(', '))

let service: TestService
beforeAll(async () => {
  service = await serviceOver({ 'october.txt': minutesText(), 'march.txt': RYANS })
})
afterAll(() => service.stop())

async function pageOf(parameters: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
  const { text } = await request(service.app).get('/search').query(parameters).expect(200)
  return text.replaceAll('&amp;', '&')
}

const summaryOf = (page: string): string => /<h2 class="govuk-heading-m">([^<]+)</.exec(page)?.[1] ?? ''

describe('some of the words or all', () => {
  test('the page leads from some to all, and back', async () => {
    const some = await pageOf({ q: 'ferry passengers Sunday' })
    expect(some).not.toMatch(/See only/)
    const mixed = await pageOf({ q: 'Chief Sunday' })
    expect(mixed).toMatch(/href="\/search\?q=Chief\+Sunday&match=all">See only the \d+ with all words</)
    expect(await pageOf({ q: 'Chief Sunday', match: 'all' })).toContain(
      'href="/search?q=Chief+Sunday">See those with some of the words too<',
    )
    expect(await pageOf({ q: 'ferry', match: 'all' })).not.toContain('See those')
  })

  test('a result of nothing leads back too', async () => {
    const page = await pageOf({ q: 'harbour zebra', match: 'all' })
    expect(summaryOf(page)).toBe('Nothing found')
    expect(page).toContain('>See those with some of the words too<')
    expect(page).toContain('No paragraph has zebra')
  })

  test('a word beside a quotation only ranks, which the summary tells', async () => {
    expect(summaryOf(await pageOf({ q: '"Chief Executive" Sunday' }))).toMatch(
      /^\d+ paragraphs: 1 with Sunday, \d+ without$/,
    )
    expect(summaryOf(await pageOf({ q: '"Chief Executive" Sunday', match: 'all' }))).toBe('1 paragraph')
    expect(summaryOf(await pageOf({ q: '"Chief Executive" Sunday passengers' }))).toMatch(
      /with some or none$/,
    )
  })
})

describe('where nothing is found', () => {
  test('the words are said not to be there only where that is so', async () => {
    expect(await pageOf({ q: 'zebra' })).toContain('No paragraph has zebra')
    expect(await pageOf({ q: 'ferry', from: '2090' })).toContain(
      'Nothing in the record has these words under these filters.',
    )
  })

  test.each(['the', 'AND', 'role:nobody', 'ferry after:2025 before:2024', '"ferry Sunday"'])(
    'and not for %s',
    async (q) => {
      const page = await pageOf({ q })
      expect(summaryOf(page)).toBe('Nothing found')
      expect(page).not.toContain('these words')
    },
  )
})

test('of many people of one name the page says how many more there are', async () => {
  const page = await pageOf({ q: 'person:Ryan mooring' })
  expect(page.match(/Ryan<\/a><\/strong> in this record/g)).toHaveLength(3)
  expect(page).toContain('And 2 more whom these words may mean.')
})

test('links to the same address are told apart by the place of their result', async () => {
  const page = await pageOf({ q: 'ferry', size: '2', page: '2' })
  expect([...page.matchAll(/ to result ([^<]*)</g)].map(([, place]) => place)).toEqual(['3', '4'])
  expect((await request(service.app).get('/documents/october')).text).toContain('"Cite paragraph 1"')
})

test('what is not wanted of a query goes with the form of the dates, and not with other words', async () => {
  const page = await pageOf({ q: 'ferry since 2020', notAlso: ['since 2020', 'ferries'] })
  const [search = '', dates = ''] = page.split('</form>')
  const hidden = '<input type="hidden" name="notAlso" value="since 2020">'
  expect(dates).toContain(hidden)
  expect(dates).toContain('<input type="hidden" name="notAlso" value="ferries">')
  expect(search).not.toContain('name="notAlso"')
})
