import { beforeAll, expect, test } from '@jest/globals'
import { answerQuestion } from '../../../server/answer/answer.ts'
import { apiAnswerSchema, toAnswerRequest } from '../../../server/answer/request.ts'
import type { Generation } from '../../../server/generations.ts'
import { presentAnswer } from '../../../server/presenters/api.ts'
import { withGeneration } from '../../builders/generation.ts'
import { nothingRead } from '../../builders/readings.ts'
import { shippedCorpus } from '../../builders/shippedCorpus.ts'
import { readJudgedQuestions } from '../../relevance/answers/questions.ts'
import { collapsed } from '../../relevance/judgements.ts'
import { shippedTexts } from '../../relevance/shippedTexts.ts'

type Answer = ReturnType<typeof presentAnswer>['answers'][number]

const questions = readJudgedQuestions()

/** All that can be said to each question, however unsure, by its id. */
const answersTo = new Map<string, readonly Answer[]>()
/** The paragraphs of each document as the store has them: texts by their ids. */
const record = new Map<string, ReadonlyMap<string, string>>()

beforeAll(async () => {
  const shipped = await shippedCorpus()
  await withGeneration(shipped.dataDir, readAndAsk).finally(() => shipped.remove())
})

async function readAndAsk(generation: Generation): Promise<void> {
  for (const document of shippedTexts.keys()) {
    const contexts = await generation.paragraphs.loadDocument(document)
    record.set(document, new Map(contexts.map(({ paragraph: { id, text } }) => [id, text])))
  }
  for (const { id, question } of questions) {
    const asked = toAnswerRequest(apiAnswerSchema.parse({ q: question, minConfidence: '0' }))
    answersTo.set(id, presentAnswer(await answerQuestion(generation, asked, nothingRead), '', false).answers)
  }
}

test.each(questions)(
  '$id: each answer is words of one paragraph of the record, 500 characters at most',
  ({ id }) => {
    for (const answer of answersTo.get(id) ?? []) {
      const { quote, start, end, confidence, paragraph, document, value, valueStart, valueEnd } = answer
      expect(record.get(document.id)?.get(paragraph.id)).toBe(paragraph.text)
      expect(paragraph.text.slice(start, end)).toBe(quote)
      expect(quote.trim()).not.toBe('')
      expect(quote.length).toBeLessThanOrEqual(500)
      expect(value).toBe(valueStart === null || valueEnd === null ? null : quote.slice(valueStart, valueEnd))
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  },
)

test('there is some answer to most questions, where any will do', () => {
  const answered = questions.filter(({ id }) => (answersTo.get(id) ?? []).length > 0)
  expect(answered.length).toBeGreaterThan(questions.length / 2)
})

test('what answers a judged question stands in one paragraph, and so can be found', () => {
  const texts = new Map(
    [...record].map(([document, paragraphs]) => [document, [...paragraphs.values()].map(collapsed)]),
  )
  const scattered = questions.flatMap(({ id, evidence }) =>
    evidence
      .filter(({ document, quote }) => !texts.get(document)?.some((text) => text.includes(quote)))
      .map(({ quote }) => ({ id, quote })),
  )
  expect(scattered).toEqual([])
})
