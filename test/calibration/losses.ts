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
