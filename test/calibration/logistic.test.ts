import { expect, test } from '@jest/globals'
import { logistic } from '../../server/answer/rank.ts'
import { fitLogistic } from './logistic.ts'

const chance = (fitted: ReturnType<typeof fitLogistic>, row: readonly number[]): number =>
  logistic(
    fitted.weights.reduce(
      (sum, { weight, mean }, index) => sum + weight * ((row[index] ?? 0) - mean),
      fitted.intercept,
    ),
  )

test('where one in four of a kind is right, the chance is one in four', () => {
  const rows = Array.from({ length: 80 }, (_, index) => [index % 2])
  const isTrue = rows.map(([kind], index) => (kind === 1 ? index % 8 === 1 : index % 4 === 0))
  const fitted = fitLogistic(rows, isTrue, 0.001)
  expect(chance(fitted, [1])).toBeCloseTo(0.25, 2)
  expect(chance(fitted, [0])).toBeCloseTo(0.5, 2)
})

test('a feature that is the same everywhere has no weight', () => {
  const fitted = fitLogistic(
    [
      [1, 7],
      [2, 7],
      [3, 7],
      [4, 7],
    ],
    [false, false, true, true],
    1,
  )
  expect(fitted.weights[0]?.weight).toBeGreaterThan(0)
  expect(fitted.weights[1]?.weight).toBeCloseTo(0)
})

test('a penalty keeps weights small where a feature tells right from wrong without fault', () => {
  const rows = [[0], [0], [1], [1]]
  const isTrue = [false, false, true, true]
  const [loose, strict] = [0.01, 10].map(
    (penalty) => fitLogistic(rows, isTrue, penalty).weights[0]?.weight ?? 0,
  )
  expect(strict).toBeLessThan(loose ?? 0)
})
