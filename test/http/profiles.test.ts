import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { HARBOUR_MEETINGS } from '../builders/harbourRegister.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// People, roles and topics of three meetings of the Harbour Scrutiny Panel.

let service: TestService
let empty: TestService

beforeAll(async () => {
  service = await serviceOver(HARBOUR_MEETINGS)
  empty = await serviceOver({ 'letter.txt': 'The tide tables of the harbour.\n\nHigh water is at noon.' })
})
afterAll(async () => {
  await service.stop()
  await empty.stop()
})

async function pageOf(path: string, of = service): Promise<string> {
  return (await request(of.app).get(path).expect(200)).text
}

/** As a reader sees it. */
async function textOf(path: string, of = service): Promise<string> {
  const main = /<main.*<\/main>/s.exec(await pageOf(path, of))?.[0] ?? ''
  return main.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
}

/** A section of a page, as a reader sees it. */
async function sectionOf(path: string, id: string): Promise<string> {
  const section = new RegExp(`<section id="${id}".*?</section>`, 's').exec(await pageOf(path))?.[0] ?? ''
  return section.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
}

describe('people', () => {
  test('stand under the first letter of their surname, with the latest role and how much they said', async () => {
    const page = await textOf('/people')
    expect(page).toMatch(/4 people/)
    expect(page).toMatch(/F J Fisher Chair.* L M Ling Chief Executive.* P D Pike.* R A Roach/)
  })

  test('have a page with their role, the meetings on whose lists they stand and the names as printed', async () => {
    const page = await textOf('/people/m-ling')
    expect(page).toContain('Chief Executive, Harbour Scrutiny Panel')
    expect(page).toContain('10 October 2024 to 5 December 2024')
    expect(await sectionOf('/people/m-ling', 'meetings')).toContain(
      'On the attendance lists of 3 meetings (10 October 2024 to 5 December 2024): in attendance 3.',
    )
    expect(await sectionOf('/people/m-ling', 'names')).toMatch(/Ms M Ling: surname and given name or initial/)
  })

  test('are told apart from what a program looked for and did not find', async () => {
    expect(await textOf('/people/j-fisher')).toContain(
      'A program found no questions that they asked, commitments that they made or decisions that they moved or seconded',
    )
  })

  test('name the search of all that they said, its feed and the same page as JSON', async () => {
    const page = await pageOf('/people/a-roach')
    expect(page).toContain('href="/search?person=a-roach&amp;sort=newest"')
    expect(page).toContain('type="application/atom+xml"')
    expect(page).toContain('href="/api/v1/people/a-roach"')
    expect(page).toContain('"@type":"Person"')
  })

  test('show what they asked', async () => {
    expect(await sectionOf('/people/a-roach', 'questions')).toContain('Sunday service')
  })

  test('of other ids are not there', async () => {
    const reply = await request(service.app).get('/people/nobody').expect(404)
    expect(reply.text).toContain('There is no person of this id')
    await request(service.app).get('/api/v1/people/nobody').expect(404)
  })
})

describe('roles', () => {
  test('are listed with their last holder', async () => {
    expect(await textOf('/roles')).toMatch(/Chief Executive .*Held by M Ling/)
  })

  test('have a page with their holders, and what was promised in them, the open first', async () => {
    expect(await sectionOf('/roles/chief-executive', 'holders')).toContain('M Ling')
    const promised = await sectionOf('/roles/chief-executive', 'commitments')
    expect(promised).toContain('Lighthouse Authority')
    expect(promised.indexOf('Lighthouse Authority')).toBeGreaterThan(promised.indexOf('dredging survey'))
  })

  test('of other ids are not there', async () => {
    await request(service.app).get('/roles/harbour-master').expect(404)
  })

  test('are listed for programs', async () => {
    const reply = await request(service.app).get('/api/v1/roles').expect(200)
    expect(reply.body).toMatchObject({
      roles: expect.arrayContaining([expect.objectContaining({ id: 'chief-executive', holders: 1 })]),
      next: null,
    })
  })
})

describe('topics', () => {
  let topic: { id: string; label: string; paragraphs: number }

  beforeAll(async () => {
    const reply = await request(service.app).get('/api/v1/topics').expect(200)
    topic = (reply.body as { topics: (typeof topic)[] }).topics[0] ?? { id: '', label: '', paragraphs: 0 }
  })

  test('are listed with the most first, and say that a program gave them', async () => {
    const page = await textOf('/topics')
    expect(page.toLowerCase()).toContain(topic.label)
    expect(page).toContain('A program gives topics')
  })

  test('have a page whose sections are there even when empty', async () => {
    const page = await pageOf(`/topics/${topic.id}`)
    for (const id of ['speakers', 'decisions', 'commitments', 'figures', 'latest'])
      expect(page).toContain(`<section id="${id}"`)
    expect(page).toContain(`type="application/atom+xml"`)
  })

  test('for programs agree with the search that they name', async () => {
    const reply = await request(service.app).get(`/api/v1/topics/${topic.id}`).expect(200)
    const found = await request(service.app).get('/api/v1/search').query({ topic: topic.label }).expect(200)
    expect(reply.body).toMatchObject({
      topic: { id: topic.id },
      paragraphs: (found.body as { total: number }).total,
    })
  })

  test('of other ids are not there', async () => {
    await request(service.app).get('/topics/whaling').expect(404)
    await request(service.app).get('/api/v1/topics/whaling').expect(404)
  })
})

describe('a collection without people, roles or topics', () => {
  test.each([
    ['/people', 'attendance lists'],
    ['/roles', 'attendance lists'],
    ['/topics', 'Topics appear here when documents are added'],
  ])('says on %s what would be there', async (path, words) => {
    expect(await textOf(path, empty)).toContain(words)
  })
})
