import { expect, test } from '@jest/globals'
import { bestThreshold, figuresOf } from './figures.ts'

const ATTEMPTS = [
  { confidence: 0.9, isRight: true, answerable: true },
  { confidence: 0.8, isRight: true, answerable: true },
  { confidence: 0.6, isRight: false, answerable: true },
  { confidence: 0.3, isRight: false, answerable: false },
]

test('right answers and right silence count, wrong answers are counted apart', () => {
  expect(figuresOf(ATTEMPTS, 0.5)).toMatchObject({
    firstRight: 0.667,
    accuracy: 0.75,
    wrongGiven: 0.25,
    silenceRecall: 1,
    rightAtWrong5: 0.5,
  })
})

test('the threshold keeps wrong answers within what is allowed', () => {
  expect(figuresOf(ATTEMPTS, bestThreshold(ATTEMPTS, 0)).wrongGiven).toBe(0)
})
