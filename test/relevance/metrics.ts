// Each takes the grades of the results of one query in their order (0: not judged, so held to be of no use), and the
// grades of all passages judged for it.

/** How far down a result each measure looks. */
export const DEPTH = { ndcg: 10, precision: 5, recall: 20 } as const

/**
 * Normalised discounted cumulative gain: what the first ten are worth, against the best order that there is. A passage
 * counts 2^grade - 1, divided by log2 of its place and one.
 *
 * Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002), with the gain of
 * Burges and others, "Learning to rank using gradient descent", ICML 2005.
 */
export function ndcg(grades: readonly number[], judged: readonly number[]): number {
  const best = [...judged].sort((a, b) => b - a)
  return discountedGain(grades) / discountedGain(best)
}

function discountedGain(grades: readonly number[]): number {
  return grades
    .slice(0, DEPTH.ndcg)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}

/** How many of the first five are relevant, of as many as can be. */
export function precision(grades: readonly number[], judged: readonly number[]): number {
  return relevantWithin(DEPTH.precision, grades) / Math.min(DEPTH.precision, judged.length)
}

/** One divided by the place of the first relevant result; 0 where there is none. */
export function reciprocalRank(grades: readonly number[]): number {
  const first = grades.findIndex((grade) => grade > 0)
  return first === -1 ? 0 : 1 / (first + 1)
}

/** How many of the passages judged are among the first twenty, of as many as can be. */
export function recall(grades: readonly number[], judged: readonly number[]): number {
  return relevantWithin(DEPTH.recall, grades) / Math.min(DEPTH.recall, judged.length)
}

function relevantWithin(depth: number, grades: readonly number[]): number {
  return grades.slice(0, depth).filter((grade) => grade > 0).length
}
