import { Matrix, solve } from 'ml-matrix'
import { logistic } from '../../server/answer/rank.ts'

/** What a feature adds to the log odds: `weight * (value - mean)`. */
export interface FittedWeight {
  readonly weight: number
  readonly mean: number
}

export interface FittedLogistic {
  /** Log odds of a row of which every feature is at its mean. */
  readonly intercept: number
  readonly weights: readonly FittedWeight[]
}

const STEPS = 25

/**
 * Logistic regression by Newton's method, which is iteratively reweighted least squares (Hastie, Tibshirani and
 * Friedman, The Elements of Statistical Learning, 4.4).
 *
 * @param rows one row of features for each attempt, all of one length
 * @param penalty of the squared weights of standardised features; the intercept has none
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  isTrue: readonly boolean[],
  penalty: number,
): FittedLogistic {
  const features = new Matrix(rows.map((row) => [...row]))
  const means = features.mean('column')
  const spreads = features.standardDeviation('column', { mean: means }).map((spread) => spread || 1)
  const standardised = features.subRowVector(means).divRowVector(spreads)
  const design = standardised.addColumn(0, Matrix.ones(rows.length, 1))
  const penalties = Matrix.diag([0, ...means.map(() => penalty)])
  const truth = Matrix.columnVector(isTrue.map(Number))
  let weights = Matrix.zeros(design.columns, 1)
  for (let step = 0; step < STEPS; step++) {
    const likely = Matrix.columnVector(design.mmul(weights).to1DArray().map(logistic))
    const spreadOfEach = likely.to1DArray().map((p) => p * (1 - p))
    const gradient = design.transpose().mmul(Matrix.sub(likely, truth)).add(penalties.mmul(weights))
    const curvature = design.transpose().mmul(design.clone().mulColumnVector(spreadOfEach)).add(penalties)
    weights = Matrix.sub(weights, solve(curvature, gradient))
  }
  const [intercept = 0, ...own] = weights.to1DArray()
  return {
    intercept,
    weights: own.map((weight, feature) => ({
      weight: weight / (spreads[feature] ?? 1),
      mean: means[feature] ?? 0,
    })),
  }
}
