import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { serviceOver, type TestService } from '../builders/service.ts'

let service: TestService

beforeAll(async () => {
  service = await serviceOver({ 'letter.txt': 'The ferry will run on Sundays.\n\nThe pier is closed.' })
})
afterAll(() => service.stop())

test.each([
  ['/meetings', 'there is no meeting to list'],
  ['/bodies', 'No document of this collection says of which body it is.'],
  ['/acronyms', 'No document of this collection explains a short form'],
])('a collection without any says at %s what would be there', async (path, words) => {
  const { text } = await request(service.app).get(path).expect(200)
  expect(text.replace(/\s+/g, ' ')).toContain(words)
})
