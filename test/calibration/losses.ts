import { logistic } from '../../server/answer/rank.ts'
import type { Derivatives, Group } from './boosting.ts'

const LEAST_HESSIAN = 1e-6

/**
 * Of each group the odds that one of its right rows comes first: the negative logarithm of their share of the softmax.
 *
 * @param isRight 1 for each right row
 */
export function listwiseLoss(
  groups: readonly Group[],
  isRight: ArrayLike<number>,
): (scores: Float64Array) => Derivatives {
  const gradient = new Float64Array(isRight.length)
  const hessian = new Float64Array(isRight.length)
  return (scores) => {
    for (const { start, end } of groups) {
      const top = scores.subarray(start, end).reduce((a, b) => Math.max(a, b), -Infinity)
      let total = 0
      let right = 0
      for (let row = start; row < end; row++) {
        const odds = Math.exp((scores[row] ?? 0) - top)
        gradient[row] = odds
        total += odds
        if (isRight[row]) right += odds
      }
      for (let row = start; row < end; row++) {
        const share = (gradient[row] ?? 0) / total
        const wanted = isRight[row] ? (gradient[row] ?? 0) / right : 0
        hessian[row] = Math.max(LEAST_HESSIAN, share * (1 - share))
        gradient[row] = share - wanted
      }
    }
    return { gradient, hessian }
  }
}

/** Logistic loss of each row by itself. @param base log odds before the first tree */
export function logisticLoss(
  isRight: ArrayLike<number>,
  base: number,
): (scores: Float64Array) => Derivatives {
  return (scores) => {
    const likely = scores.map((score) => logistic(base + score))
    return {
      gradient: likely.map((p, row) => p - (isRight[row] ?? 0)),
      hessian: likely.map((p) => Math.max(LEAST_HESSIAN, p * (1 - p))),
    }
  }
}

/** The line through log odds that makes them fit best what came true: slope and offset, by Newton's method (Platt, 1999). */
export function plattLine(
  odds: readonly number[],
  isTrue: readonly boolean[],
): { slope: number; offset: number } {
  let slope = 1
  let offset = 0
  for (let step = 0; step < 30; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6]
    for (const [index, x] of odds.entries()) {
      const p = logistic(slope * x + offset)
      const error = p - (isTrue[index] ? 1 : 0)
      const weight = p * (1 - p)
      g0 += error
      g1 += error * x
      h00 += weight
      h01 += weight * x
      h11 += weight * x * x
    }
    const determinant = h00 * h11 - h01 * h01
    offset -= (h11 * g0 - h01 * g1) / determinant
    slope -= (h00 * g1 - h01 * g0) / determinant
  }
  return { slope, offset }
}
