import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

const PANEL = 'harbour-scrutiny-panel'
const NEXT_AGENDA = [
  'AGENDA',
  'Notice is hereby given that a meeting of the Harbour Scrutiny Panel will be held in the Town Hall on Thursday 16 January 2025.',
  '1. Apologies',
  '2. Mooring Fees',
].join('\n\n')
const EARLIER = minutesText({ date: 'Tuesday 4 July 2023' })

let service: TestService

beforeAll(async () => {
  service = await serviceOver({
    ...HARBOUR_MEETINGS,
    'agenda.txt': NEXT_AGENDA,
    'earlier.txt': EARLIER,
    'short-forms.txt': minutesText({
      date: 'Thursday 6 February 2025',
      items: ['1. Safety\n\n1. The Maritime and Coastguard Agency (MCA) inspected the lighthouse.'],
    }),
  })
})
afterAll(() => service.stop())

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

async function page(path: string): Promise<string> {
  return (await request(service.app).get(path).expect(200)).text
}

/** The text of a section of a page, by its id. */
function sectionOf(html: string, id: string): string {
  return textOf(new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? '')
}

describe('the list of meetings', () => {
  test('is newest first, with what the collection has of each', async () => {
    const text = textOf(await page('/meetings'))
    expect(text).toMatch(/6 February 2025.*16 January 2025.*5 December 2024.*4 July 2023/)
    expect(text).toMatch(/16 January 2025[^0-9]*Only what was tabled: an agenda/)
    expect(text).toMatch(/10 October 2024[^0-9]*Minutes 2 decisions/)
  })

  test('has a way to each year', async () => {
    const html = await page('/meetings')
    expect(html).toContain('href="#year-2023"')
    expect(html).toContain('id="year-2023"')
  })

  test('says where a body has no minutes for more than a year', async () => {
    expect(textOf(await page(`/meetings?body=${PANEL}`))).toContain(
      'There are no minutes here between 4 July 2023 and 10 October 2024.',
    )
  })

  test('is narrowed by dates, and says so where nothing is left', async () => {
    expect(textOf(await page('/meetings?from=2025&to=2025'))).toContain('2 meetings')
    expect(textOf(await page('/meetings?to=1999'))).toContain('No meeting passes these filters.')
  })

  test('is JSON for programs, which are told of unknown parameters', async () => {
    const reply = await request(service.app).get('/api/v1/meetings?from=2024-11&to=2024').expect(200)
    const { meetings } = reply.body as { meetings: { date: string; decisions: number; url: string }[] }
    expect(meetings.map(({ date, decisions }) => ({ date, decisions }))).toEqual([
      { date: '2024-12-05', decisions: 1 },
      { date: '2024-11-14', decisions: 1 },
    ])
    expect(meetings[0]?.url).toBe(`https://record.example.org/meetings/${PANEL}-2024-12-05`)
    await request(service.app).get('/api/v1/meetings?sort=newest').expect(400)
    await request(service.app).get('/meetings?from=2025&to=2024').expect(400)
  })
})

describe('the page of a meeting', () => {
  test('has its decisions and commitments in the words of the record', async () => {
    const html = await page(`/meetings/${PANEL}-2024-10-10`)
    expect(sectionOf(html, 'decisions')).toContain('RESOLVED that the ferry timetable be approved.')
    expect(sectionOf(html, 'actions')).toContain(
      'The Chief Executive agreed to write to the Lighthouse Authority',
    )
    expect(sectionOf(html, 'questions')).toContain('he would provide the answer in writing')
    expect(sectionOf(html, 'requests')).toContain('a report on mooring fees')
  })

  test('says who was there, each a link where the person is known', async () => {
    const html = await page(`/meetings/${PANEL}-2024-10-10`)
    expect(sectionOf(html, 'attendance')).toMatch(/Present \(3\) Mrs J Fisher Chairman/)
    expect(sectionOf(html, 'attendance')).toContain('Apologies Nobody is listed.')
    expect(html).toMatch(/href="\/people\/[^"]*fisher"/)
  })

  test('leads to the meetings of the body before and after it', async () => {
    const html = await page(`/meetings/${PANEL}-2024-11-14`)
    expect(html).toMatch(new RegExp(`href="/meetings/${PANEL}-2024-10-10" rel="prev"`))
    expect(html).toMatch(new RegExp(`href="/meetings/${PANEL}-2024-12-05" rel="next"`))
  })

  test('says that minutes are not here, and which are', async () => {
    const html = await page(`/meetings/${PANEL}-2025-01-16`)
    expect(sectionOf(html, 'decisions')).toMatch(
      /not in this collection, so it cannot tell what was decided.*5 December 2024/,
    )
    expect(sectionOf(html, 'attendance')).toContain('cannot tell who was there')
  })

  test('is an event to search engines', async () => {
    const html = await page(`/meetings/${PANEL}-2024-10-10`)
    expect(html).toContain('"@type":"Event"')
    expect(html).toContain('"startDate":"2024-10-10"')
  })

  test('is JSON for programs', async () => {
    const reply = await request(service.app).get(`/api/v1/meetings/${PANEL}-2024-10-10`).expect(200)
    const meeting = reply.body as {
      attendance: { name: string; status: string }[]
      items: { title: string; url: string }[]
      decisions: { text: string }[]
      next: { date: string }
    }
    expect(meeting.attendance).toContainEqual(
      expect.objectContaining({ name: 'Mrs J Fisher', role: 'Chairman', status: 'present' }),
    )
    expect(meeting.items.map(({ title }) => title)).toEqual(['Ferry Service - Update', 'Lighthouse Repairs'])
    expect(meeting.items[0]?.url).toMatch(/\/documents\/october#p-/)
    expect(meeting.decisions).toHaveLength(2)
    expect(meeting.next.date).toBe('2024-11-14')
  })

  test.each(['/meetings/no-such', '/bodies/no-such', '/api/v1/meetings/no-such', '/api/v1/bodies/no-such'])(
    'is not there for an unknown id: %s',
    async (path) => {
      await request(service.app).get(path).expect(404)
    },
  )
})

describe('the page of a body', () => {
  test('says when it met, and for how long nothing is here', async () => {
    const text = textOf(await page(`/bodies/${PANEL}`))
    expect(text).toContain('6 meetings, 4 July 2023 to 6 February 2025')
    expect(text).toContain('1 meeting is known here only from what was tabled at it.')
    expect(text).toContain('There are no minutes here between 4 July 2023 and 10 October 2024.')
  })

  test('has a way to the meetings of each year', async () => {
    expect(await page(`/bodies/${PANEL}`)).toContain(
      `href="/meetings?body=${PANEL}&amp;from=2023&amp;to=2023"`,
    )
  })

  test('has its roles, decisions and open commitments', async () => {
    const html = await page(`/bodies/${PANEL}`)
    expect(sectionOf(html, 'roles')).toContain('Chief Executive')
    expect(sectionOf(html, 'decisions')).toContain('RESOLVED that the fees be agreed.')
    expect(sectionOf(html, 'commitments')).toContain('Lighthouse Authority')
  })

  test('is JSON for programs', async () => {
    const reply = await request(service.app).get(`/api/v1/bodies/${PANEL}`).expect(200)
    expect(reply.body).toMatchObject({
      body: { meetings: 6, recorded: 5, from: '2023-07-04', to: '2025-02-06' },
      gaps: [{ after: { date: '2023-07-04' }, before: { date: '2024-10-10' } }],
    })
    const list = await request(service.app).get('/api/v1/bodies').expect(200)
    expect(list.body).toMatchObject({ total: 1, bodies: [{ id: PANEL }] })
  })
})

describe('acronyms', () => {
  test('stand with what the record says that they stand for, and a search', async () => {
    const html = await page('/acronyms')
    expect(textOf(html)).toMatch(/MCA : search for it Maritime and Coastguard Agency 1/)
    expect(html).toContain('href="/search?q=MCA"')
  })

  test('are JSON for programs', async () => {
    const reply = await request(service.app).get('/api/v1/acronyms').expect(200)
    expect(reply.body).toMatchObject({
      acronyms: [{ acronym: 'MCA', expansion: 'Maritime and Coastguard Agency', documents: 1 }],
      total: 1,
    })
  })
})
