import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { listen, testService, type TestService } from '../builders/service.ts'

const REQUESTS = 2_000
const SWAPS = 3
const CONNECTIONS = 10
const PATHS = [
  '/api/v1/search?q=ferry',
  '/api/v1/search?q=ferry&format=csv',
  '/api/v1/search?q=ferry&format=atom',
  '/search?q=ferry',
  '/api/v1/documents/october/record',
  '/documents/october',
  '/api/v1/answer?q=How%20many%20passengers',
]

let corpus: TestCorpus
let service: TestService

beforeAll(async () => {
  corpus = await testCorpus({ 'october.txt': minutesText() })
  await corpus.index()
  service = await testService(corpus.settings.dataDir, corpus.settings.corpusDir)
})
afterAll(async () => {
  await service.stop()
  await corpus.remove()
})

test('no request fails while generations are swapped under the service', async () => {
  const { base, close } = await listen(service.app)
  const statuses = new Map<number, number>()
  let asked = 0
  const reader = async (): Promise<void> => {
    while (asked < REQUESTS) {
      const reply = await fetch(base + (PATHS[asked++ % PATHS.length] ?? ''))
      await reply.text()
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
    }
  }
  const swapper = async (): Promise<void> => {
    for (let swap = 1; swap <= SWAPS; swap++) {
      while (asked < (REQUESTS * swap) / (SWAPS + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
      await corpus.write({ 'october.txt': minutesText({ date: `${swap} November 2024` }) })
      await corpus.index()
      await service.generations.refresh()
    }
  }
  await Promise.all([swapper(), ...Array.from({ length: CONNECTIONS }, reader)])
  await close()
  expect([...statuses.keys()]).toEqual([200])
  const lease = service.generations.acquire()
  expect(lease?.generation.number).toBe(1 + SWAPS)
  lease?.release()
}, 120_000)
