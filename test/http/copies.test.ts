import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { minutesText } from '../builders/corpusFolder.ts'
import { serviceOver, type TestService } from '../builders/service.ts'

// The minutes of one meeting, printed in a file of their own and as a draft in the pack of the next meeting.

const ITEM = [
  '12. Ferry Service - Update',
  '(Item B1)',
  '1. The Chief Executive reported that 1,250 passengers used the ferry in September, fewer than the year before.',
  '2. Cllr Roach asked when the Sunday service would return. The Chief Executive said that it would return in April 2025.',
  '3. The Chairman thanked the harbour office for the survey of passengers and asked that it be held again next autumn.',
  'RESOLVED that the report be noted.',
].join('\n\n')

const PRINTED = minutesText({ items: [ITEM] })
const NEXT_PACK = [
  'AGENDA',
  'Notice is hereby given that a meeting of the Harbour Scrutiny Panel will be held in the Town Hall on Thursday 5 December 2024.',
  '1. Apologies',
  '2. Minutes of the last meeting',
  PRINTED.replace('PRESENT:', 'Draft, subject to approval\n\nPRESENT:'),
].join('\n\n')

interface Found {
  total: number
  results: { document: { id: string }; copies: { document: { id: string } }[] }[]
  facets: { document: { value: string; count: number }[] }
}

let service: TestService

beforeAll(async () => {
  service = await serviceOver({ 'printed.txt': PRINTED, 'pack.txt': NEXT_PACK })
})
afterAll(() => service.stop())

async function search(parameters: Readonly<Record<string, string>>): Promise<Found> {
  const reply = await request(service.app)
    .get('/api/v1/search')
    .query({ match: 'all', ...parameters })
    .expect(200)
  return reply.body as Found
}

test('a text that two files print is found once, in the file of its own, and says where else it stands', async () => {
  const found = await search({ q: 'Sunday service return' })
  expect(found.results.map(({ document }) => document.id)).toEqual(['printed'])
  expect(found.results[0]?.copies.map(({ document }) => document.id)).toEqual(['pack'])
  expect(found.total).toBe(1)
})

test('all copies are shown to those who ask for them', async () => {
  const found = await search({ q: 'Sunday service return', copies: 'all' })
  expect(found.results.map(({ document }) => document.id).sort()).toEqual(['pack', 'printed'])
})

test('a search within the pack finds the copy in the pack', async () => {
  const found = await search({ q: 'Sunday service return', document: 'pack' })
  expect(found.results.map(({ document }) => document.id)).toEqual(['pack'])
})

test('copies is one or all', async () => {
  const reply = await request(service.app)
    .get('/api/v1/search')
    .query({ q: 'ferry', copies: 'some' })
    .expect(400)
  expect(reply.body).toMatchObject({ errors: [{ parameter: 'copies' }] })
})
