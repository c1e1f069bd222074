import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { testService, type TestService } from '../builders/service.ts'
import { shippedCorpus } from '../builders/shippedCorpus.ts'
import { readJudgedQuestions } from '../relevance/answers/questions.ts'

interface Answer {
  quote: string
  start: number
  end: number
  confidence: number
  paragraph: { id: string; text: string }
}

let service: TestService
let shipped: Awaited<ReturnType<typeof shippedCorpus>>

async function get<Reply>(path: string, query: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const reply = await request(service.app).get(path).query(query).expect(200)
  return reply.body as Reply
}

beforeAll(async () => {
  shipped = await shippedCorpus()
  service = await testService(shipped.dataDir, shipped.corpusDir)
})
afterAll(async () => {
  await service.stop()
  await shipped.remove()
})

describe('whatever is asked of the shipped documents', () => {
  const asked = readJudgedQuestions().map(({ question }) => question)

  test.each(asked)('%s: every answer is words of the record', async (q) => {
    const { answers } = await get<{ answers: Answer[] }>('/api/v1/answer', { q, minConfidence: '0' })
    for (const { quote, start, end, confidence, paragraph } of answers) {
      expect(paragraph.text.slice(start, end)).toBe(quote)
      expect(quote.trim()).not.toBe('')
      expect(quote.length).toBeLessThanOrEqual(500)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      const kept = await get<{ paragraph: { text: string } }>(`/api/v1/paragraphs/${paragraph.id}`)
      expect(kept.paragraph.text).toBe(paragraph.text)
    }
  })
})
