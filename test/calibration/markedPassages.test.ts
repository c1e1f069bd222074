import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { gather } from '../../server/answer/gather.ts'
import { withGeneration } from '../builders/generation.ts'
import type { TestCorpus } from '../builders/corpusFolder.ts'
import { minutesText, testCorpus } from '../builders/corpusFolder.ts'
import type { MarkedPassage } from './markedPassages.ts'
import { markedPassages } from './markedPassages.ts'
import type { JudgedQuestion } from './questions.ts'

let corpus: TestCorpus

beforeAll(async () => {
  corpus = await testCorpus({ 'panel.md': minutesText() })
  await corpus.index()
})
afterAll(() => corpus.remove())

async function passagesOf(question: Partial<JudgedQuestion>): Promise<MarkedPassage[]> {
  const judged = { id: 'a1', question: '', answerable: true, answers: [], evidence: [], ...question }
  const found: MarkedPassage[] = []
  await withGeneration(corpus.settings.dataDir, async (generation) => {
    found.push(...(await markedPassages(judged, await gather(generation, judged.question, {}), generation)))
  })
  return found
}

const wordsOf = ({ text, evidence, answers }: MarkedPassage) => ({
  evidence: evidence.map((span) => text.slice(...span)),
  answers: answers.map((span) => text.slice(...span)),
})

test('the passage with the evidence is marked, with the place of its answer and what it stands in', async () => {
  const [first, ...others] = await passagesOf({
    question: 'How many passengers used the ferry in September?',
    answers: ['1,250'],
    evidence: [{ doc: 'panel.md', quote: 'reported that 1,250 passengers used the ferry' }],
  })
  expect(first).toMatchObject({
    place: 0,
    meeting: 'Harbour Scrutiny Panel, 10 October 2024',
    headings: 'Ferry Service - Update',
  })
  expect(first && wordsOf(first)).toEqual({
    evidence: ['reported that 1,250 passengers used the ferry'],
    answers: ['1,250'],
  })
  expect(others.length).toBeGreaterThan(0)
  expect(others.flatMap(({ evidence }) => evidence)).toEqual([])
})

test('a passage that answers is there though the search did not find it', async () => {
  const passages = await passagesOf({
    question: 'Pike?',
    answers: ['April 2025'],
    evidence: [{ doc: 'panel.md', quote: 'it would return in April 2025' }],
  })
  const missed = passages.filter(({ place }) => place === null)
  expect(missed.map(wordsOf)).toEqual([
    { evidence: ['it would return in April 2025'], answers: ['April 2025'] },
  ])
})

test('a question that is not answered has nothing marked as its evidence', async () => {
  const passages = await passagesOf({
    question: 'How many passengers used the ferry in October?',
    answerable: false,
    evidence: [{ doc: 'panel.md', quote: '1,250 passengers used the ferry in September' }],
  })
  expect(passages.flatMap(({ evidence }) => evidence)).toEqual([])
})
