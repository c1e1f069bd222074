import { describe, expect, test } from '@jest/globals'
import type { Prediction } from './calibration.ts'
import { calibrationError } from './calibration.ts'

/** So many answers of one confidence, of which the first few are right. */
const answers = (count: number, confidence: number, right: number): Prediction[] =>
  Array.from({ length: count }, (_, index) => ({ confidence, isRight: index < right }))

describe('the expected calibration error', () => {
  test('is 0 where as many are right as is said, in every bin', () => {
    const bins = Array.from({ length: 10 }, (_, bin) => answers(10, bin / 10, bin))
    expect(calibrationError(bins.flat())).toBeCloseTo(0)
  })

  test('is the distance, whichever way it goes', () => {
    expect(calibrationError(answers(50, 0.9, 0))).toBeCloseTo(0.9)
    expect(calibrationError(answers(50, 0.9, 50))).toBeCloseTo(0.1)
  })

  test('does not let one bin make up for another', () => {
    expect(calibrationError([...answers(50, 0.2, 50), ...answers(50, 0.8, 0)])).toBeCloseTo(0.8)
  })

  test('weighs bins by their counts when they do not come out even', () => {
    expect(calibrationError(answers(13, 0.25, 13))).toBeCloseTo(0.75)
    expect(calibrationError(answers(3, 1, 0))).toBeCloseTo(1)
    expect(calibrationError(answers(1, 1, 1))).toBe(0)
  })
})
