import { expect, test } from '@jest/globals'
import { Forest } from '../../../server/answer/trees.ts'

/** Coverage of over a half is good, and better with a number. */
const FOREST = new Forest([[0, 0.5, 0.1, -1, [1, 0, 0.8, 0.5, 2]]])

test.each([
  ['little coverage', [0.2, 1], -1],
  ['coverage without a number', [0.9, 0], 0.5],
  ['coverage and a number', [0.9, 1], 2],
])('%s', (_, row, score) => {
  expect(FOREST.scoreOf(row)).toBe(score)
})

test('the contributions and the mean of the first node add up to the score', () => {
  const contributions = FOREST.contributionsOf([0.9, 1])
  expect(contributions.get(0)).toBeCloseTo(0.7)
  expect(contributions.get(1)).toBeCloseTo(1.2)
  expect([...contributions.values()].reduce((a, b) => a + b, 0.1)).toBeCloseTo(FOREST.scoreOf([0.9, 1]))
})

test('trees add up, those that are a leaf alone as well', () => {
  expect(new Forest([0.25, [0, 0.5, 0.1, -1, 1]]).scoreOf([0.9])).toBe(1.25)
})
