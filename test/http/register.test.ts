import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

let service: TestService

beforeAll(async () => {
  service = await serviceOver(HARBOUR_MEETINGS)
})
afterAll(() => service.stop())

type Parameters = Readonly<Record<string, string | readonly string[]>>

interface Listed {
  id: string
  text: string
  date: string | null
  url: string
  apiUrl: string
  standing: { states: string[]; meetingsSince: { title: string }[] }
}

interface List {
  asOf: string
  total: number
  next: string | null
  results: Listed[]
  facets: Record<string, { value: string; label: string; count: number }[]>
}

async function list(name: string, parameters: Parameters = {}): Promise<List> {
  const reply = await request(service.app)
    .get(`/api/v1/${name}`)
    .query({ asOf: '2024-12-31', ...parameters })
    .expect(200)
  return reply.body as List
}

const texts = ({ results }: List): string[] => results.map(({ text }) => text)
const page = (path: string, parameters: Parameters = {}) => request(service.app).get(path).query(parameters)

describe('a list', () => {
  test('is newest first, and the same oldest first', async () => {
    const decided = ['fees be agreed', 'timetable be amended', 'report be noted', 'timetable be approved']
    const newest = texts(await list('decisions'))
    expect(newest).toHaveLength(decided.length)
    expect(newest[0]).toBe('RESOLVED that the fees be agreed.')
    expect(newest[1]).toBe('RESOLVED that the ferry timetable be amended.')
    expect(texts(await list('decisions', { sort: 'oldest' })).at(-1)).toBe(
      'RESOLVED that the fees be agreed.',
    )
  })

  test('is narrowed by a facet, whose own counts leave that out', async () => {
    const noted = await list('decisions', { kind: 'noted' })
    expect(texts(noted)).toEqual(['RESOLVED that the report be noted.'])
    expect(noted.facets.kind).toContainEqual({ value: 'approved', label: 'Approved', count: 1 })
  })

  test('is narrowed by its days', async () => {
    expect(texts(await list('decisions', { from: '2024-11', to: '2024-11' }))).toEqual([
      'RESOLVED that the ferry timetable be amended.',
    ])
  })

  test('is narrowed by words in the language of search', async () => {
    expect(texts(await list('decisions', { q: '"ferry timetable" -amended' }))).toEqual([
      'RESOLVED that the ferry timetable be approved.',
    ])
  })

  test('has pages that lead from one to the next', async () => {
    const first = await list('decisions', { size: '3' })
    expect(first.results).toHaveLength(3)
    const second = await request(service.app).get(
      new URL(first.next ?? '').pathname + new URL(first.next ?? '').search,
    )
    expect((second.body as List).results).toHaveLength(1)
    expect((second.body as List).next).toBeNull()
  })
})

describe('as of a day', () => {
  test('a list has what was on record then', async () => {
    expect((await list('decisions', { asOf: '2024-11-01' })).total).toBe(2)
    expect((await list('decisions', { asOf: '2024-11-14' })).total).toBe(3)
    expect((await list('decisions', { asOf: '2024-01-01' })).total).toBe(0)
  })

  test('a commitment is due, overdue, and mentioned again', async () => {
    const statesOn = async (asOf: string) => {
      const { results } = await list('commitments', { asOf, q: 'dredging' })
      return results[0]?.standing.states
    }
    expect(await statesOn('2024-10-20')).toEqual(['open', 'due'])
    expect(await statesOn('2024-11-01')).toEqual(['open', 'overdue'])
  })

  test('a page says the day, and gives an address that carries it', async () => {
    const { text } = await page('/decisions').expect(200)
    const today = new Date().toISOString().slice(0, 10)
    expect(text).toContain(`https://record.example.org/decisions?asOf=${today}`)
  })

  test('an entry of a later day is not there yet', async () => {
    const [latest] = (await list('decisions')).results
    const path = new URL(latest?.apiUrl ?? '').pathname
    const reply = await request(service.app).get(path).query({ asOf: '2024-11-30' }).expect(404)
    expect((reply.body as { detail: string }).detail).toContain('it is of a later day')
  })
})

describe('the forms of a list', () => {
  const form = (name: string, format: string) =>
    request(service.app).get(`/api/v1/${name}`).query({ format, asOf: '2024-12-31' }).expect(200)

  test('have the same entries as CSV and as a feed', async () => {
    const { total } = await list('decisions')
    const csv = await form('decisions', 'csv')
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(total + 1)
    const feed = await form('decisions', 'atom')
    expect(feed.text.match(/<entry>/g)).toHaveLength(total)
  })

  test('have a calendar of what is due, each on its day', async () => {
    const { text, headers } = await form('commitments', 'ics')
    expect(headers['content-type']).toContain('text/calendar')
    expect(text).toContain('DTSTART;VALUE=DATE:20241031')
    expect(text).toMatch(/SUMMARY:Due: Chief Executive/)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })

  test('have a calendar that is the same file on every day: it is stamped with the day of the meeting', async () => {
    const stamps = (await form('commitments', 'ics')).text.match(/DTSTAMP:.*/g)
    expect(stamps?.map((stamp) => stamp.trim())).toEqual(['DTSTAMP:20241010T120000Z'])
  })

  test('have a feed that begins with what changed last, whatever the words', async () => {
    const { text } = await request(service.app)
      .get('/api/v1/decisions')
      .query({ format: 'atom', q: 'resolved', asOf: '2024-12-31' })
      .expect(200)
    const updated = [...text.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, day]) => day ?? '')
    expect(updated.slice(1)).toEqual([...updated.slice(1)].sort().reverse())
    expect(text).toContain(
      '<link rel="self" type="application/atom+xml" href="https://record.example.org/api/v1/decisions?format=atom&amp;q=resolved&amp;asOf=2024-12-31"/>',
    )
  })

  test('go by what the client accepts', async () => {
    const reply = await request(service.app)
      .get('/api/v1/commitments')
      .set('Accept', 'text/calendar')
      .expect(200)
    expect(reply.text).toMatch(/^BEGIN:VCALENDAR/)
  })
})

describe('questions', () => {
  test('are told apart by the reply on record', async () => {
    const { results, facets } = await list('questions')
    expect(facets.reply?.map(({ value, count }) => [value, count])).toEqual([
      ['answered', 1],
      ['elsewhere', 1],
    ])
    expect(results.map(({ text }) => text)).toEqual([
      'Cllr Roach asked when the Sunday service would return.',
      'Mr Pike asked who would pay for the new lamp.',
    ])
  })
})

describe('every entry has a page, which shows the record\u2019s own words', () => {
  test.each(['commitments', 'decisions', 'questions', 'requests', 'figures'])('of %s', async (name) => {
    const { results } = await list(name)
    const [first] = results
    expect(first).toBeDefined()
    const { text } = await page(new URL(first?.url ?? '').pathname).expect(200)
    expect(text).toContain('class="app-record')
    expect(text).toContain('asOf=')
  })
})

describe('what cannot be taken', () => {
  test.each([
    ['/api/v1/commitments', { nonsense: '1' }, 'nonsense is not a parameter of this address'],
    ['/api/v1/decisions', { dueFrom: '2024' }, 'dueFrom is not a parameter of this address'],
    ['/api/v1/decisions', { owner: 'Force' }, 'owner is not a parameter of this address'],
    ['/api/v1/commitments', { asOf: '2024-11' }, 'asOf is not a whole day: YYYY-MM-DD'],
    ['/api/v1/commitments', { asOf: '2024-02-30' }, 'asOf is not a date: YYYY-MM-DD, YYYY-MM or YYYY'],
    ['/api/v1/commitments', { sort: 'best' }, 'sort is none of relevance, newest, oldest, updated, due'],
    ['/api/v1/decisions', { sort: 'due' }, 'sort is none of those of this list: newest, oldest, updated'],
    ['/api/v1/commitments', { state: 'late' }, 'state is none of open, overdue, due'],
    ['/api/v1/decisions', { kind: 'action' }, 'kind is none of resolved, agreed'],
    ['/api/v1/commitments', { asOf: '9999-12-31' }, 'asOf is a day to come'],
    ['/api/v1/decisions', { format: 'ics' }, 'format is none of json, csv, atom'],
    ['/api/v1/decisions', { from: '2024', to: '2023' }, 'from is after to (2023)'],
    [
      '/api/v1/commitments',
      { format: 'csv', page: '2' },
      'page cannot be given with a form that is the whole list',
    ],
    ['/api/v1/silence', {}, 'q is missing'],
    ['/api/v1/silence', { q: ' ' }, 'q is empty: say what to look for'],
    ['/api/v1/silence', { q: 'the' }, 'q has no word that can be looked for'],
    ['/api/v1/silence', { q: '-ferry' }, 'q has no word that can be looked for'],
    [
      '/api/v1/silence',
      { q: 'ferry', body: 'no-such-body' },
      'body is no body of this collection: no-such-body',
    ],
    ['/api/v1/silence', { q: 'ferry', scope: '../etc' }, 'scope is not the mark of a scope'],
  ])('%s %j is refused: %s', async (path, parameters, detail) => {
    const reply = await request(service.app).get(path).query(parameters).expect(400)
    expect((reply.body as { detail: string }).detail).toContain(detail)
  })

  test.each(['commitments', 'decisions', 'questions', 'requests', 'figures'])(
    'an id that there is not among the %s',
    async (name) => {
      await request(service.app).get(`/api/v1/${name}/no-such-thing.abcdefgh`).expect(404)
      await page(`/${name}/no-such-thing.abcdefgh`).expect(404)
    },
  )

  test('a page passes over parameters that it does not know', async () => {
    await page('/commitments', { utm_source: 'mail' }).expect(200)
  })
})

describe('silence', () => {
  const silence = async (parameters: Parameters) => {
    const reply = await request(service.app).get('/api/v1/silence').query(parameters).expect(200)
    return reply.body as {
      finding: string
      total: number
      last: { meeting: { date: string } } | null
      silentMeetings: { date: string }[]
      scope: { mark: string; isAsCited: boolean | null }
      url: string
    }
  }

  test('after the last mention names the meetings since', async () => {
    const { last, silentMeetings, finding } = await silence({ q: 'ferry timetable', asOf: '2024-12-31' })
    expect(last?.meeting.date).toBe('2024-11-14')
    expect(silentMeetings.map(({ date }) => date)).toEqual(['2024-12-05'])
    expect(finding).toBe(
      'No mention of \u201cferry timetable\u201d in the one meeting of the Harbour Scrutiny Panel in this collection (5 December 2024) since the last mention.',
    )
  })

  test('of what is never mentioned names every meeting, and corrects no word', async () => {
    const { last, silentMeetings, finding } = await silence({ q: 'ferri timtable', asOf: '2024-12-31' })
    expect(last).toBeNull()
    expect(silentMeetings).toHaveLength(3)
    expect(finding).toBe(
      'No mention of \u201cferri timtable\u201d in the 3 meetings of the Harbour Scrutiny Panel in this collection (10 October 2024 to 5 December 2024).',
    )
  })

  test('is of the day that it is asked as of', async () => {
    const { last, silentMeetings } = await silence({ q: 'lantern', asOf: '2024-11-14' })
    expect(last?.meeting.date).toBe('2024-10-10')
    expect(silentMeetings.map(({ date }) => date)).toEqual(['2024-11-14'])
  })

  test('is there to be cited, and says when what was searched is not there any more', async () => {
    const { scope, url } = await silence({ q: 'lantern', asOf: '2024-11-14' })
    expect(url).toContain(`scope=${scope.mark}`)
    expect((await silence({ q: 'lantern', asOf: '2024-11-14', scope: scope.mark })).scope.isAsCited).toBe(
      true,
    )
    expect((await silence({ q: 'lantern', asOf: '2024-12-31', scope: scope.mark })).scope.isAsCited).toBe(
      false,
    )
    const { text } = await page('/silence', { q: 'lantern', asOf: '2024-12-31', scope: scope.mark }).expect(
      200,
    )
    expect(text).toContain('The collection has changed since this address was made')
  })

  test('of what was mentioned at the latest meeting is none', async () => {
    expect((await silence({ q: 'mooring fees', body: 'harbour-scrutiny-panel' })).finding).toBe(
      '\u201cmooring fees\u201d was last mentioned here: Harbour Scrutiny Panel, 5 December 2024. The collection has no later meeting that was searched.',
    )
  })

  test('shows what was typed as text, never as markup', async () => {
    const { text } = await page('/silence', { q: '<script>alert(1)</script>' }).expect(200)
    expect(text).not.toContain('<script>alert')
  })
})
