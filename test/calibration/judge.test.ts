import { describe, expect, test } from '@jest/globals'
import { isRight, judge } from './judge.ts'
import type { JudgedQuestion } from './questions.ts'

const CADETS: JudgedQuestion = {
  id: 'q1',
  question: 'How many cadets were there in 2019 and in 2022?',
  answerable: true,
  answers: ['70 cadets', '120'],
  evidence: [
    { doc: '2019.txt', quote: 'There were 70 cadets in the county at the end of the year.' },
    { doc: '2022.txt', quote: 'The number of cadets had risen to 120.' },
  ],
}

const EARLIER = {
  file: '2019.txt',
  quote: 'He said there were **70 cadets** in the county at the end of the year.',
}
const LATER = { file: '2022.txt', quote: 'The number of cadets had risen to 120.' }

describe('a quote', () => {
  test('of the place of the evidence with an answer in it', () => {
    expect(judge(EARLIER, CADETS)).toEqual({ answers: [0], evidence: [0], isGrounded: true })
  })

  test.each([
    ['of another document', { file: '2020.txt', quote: EARLIER.quote }],
    ['with a number that only holds the answer', { file: '2022.txt', quote: 'There were 1,120 visitors.' }],
  ])('%s has no answer', (_, quote) => {
    expect(judge(quote, CADETS).answers).toEqual([])
  })

  test('that has the answer by chance is not grounded', () => {
    expect(judge({ file: '2022.txt', quote: 'Bus 120 stops there.' }, CADETS)).toMatchObject({
      answers: [1],
      isGrounded: false,
    })
  })
})

describe('a reply is right', () => {
  const given = [judge(EARLIER, CADETS), judge(LATER, CADETS)]

  test('by its first answer', () => {
    expect(isRight(CADETS, given)).toBe(true)
    expect(isRight(CADETS, [judge({ file: '2019.txt', quote: 'Nobody came.' }, CADETS), ...given])).toBe(
      false,
    )
  })

  test('by all of them where all are needed', () => {
    const both = { ...CADETS, note: 'answersMode=all; evidenceMode=all' }
    expect(isRight(both, given)).toBe(true)
    expect(isRight(both, given.slice(0, 1))).toBe(false)
  })
})
