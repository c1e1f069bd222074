import { describe, expect, test } from '@jest/globals'
import { Forest } from '../../server/answer/trees.ts'
import { binned, boost, randomFrom, type BoostingSettings } from './boosting.ts'
import { listwiseLoss } from './losses.ts'

const SETTINGS: BoostingSettings = {
  trees: 30,
  leaves: 4,
  rate: 0.3,
  leastHessian: 0.01,
  lambda: 1,
  featureShare: 1,
  groupShare: 1,
  seed: 1,
}

/** A row is right where exactly one of its first two features is over a half; the third tells nothing. */
function rowsOf(count: number): { columns: Float32Array[]; right: number[] } {
  const random = randomFrom(7)
  const columns = [0, 1, 2].map(() => Float32Array.from({ length: count }, () => random()))
  const right = Array.from({ length: count }, (_, row) =>
    (columns[0]?.[row] ?? 0) > 0.5 !== (columns[1]?.[row] ?? 0) > 0.5 ? 1 : 0,
  )
  return { columns, right }
}

const rowAt = (columns: readonly Float32Array[], row: number): number[] =>
  columns.map((column) => column[row] ?? 0)

describe('boosted trees', () => {
  test('put a right row of each group first, by what no single feature tells', () => {
    const { columns, right } = rowsOf(400)
    const groups = Array.from({ length: 40 }, (_, group) => ({ start: group * 10, end: group * 10 + 10 }))
    const mixed = groups.filter(({ start, end }) => new Set(right.slice(start, end)).size === 2)
    const trees = boost(binned(columns), mixed, listwiseLoss(mixed, right), SETTINGS)
    const forest = new Forest(trees)
    const first = mixed.filter(({ start, end }) => {
      const scores = right.slice(start, end).map((_, at) => forest.scoreOf(rowAt(columns, start + at)))
      return right[start + scores.indexOf(Math.max(...scores))] === 1
    })
    expect(first.length / mixed.length).toBeGreaterThan(0.9)
  })

  test('are the same for the same seed', () => {
    const { columns, right } = rowsOf(100)
    const groups = Array.from({ length: 20 }, (_, group) => ({ start: group * 5, end: group * 5 + 5 }))
    const settings = { ...SETTINGS, featureShare: 0.7, groupShare: 0.7 }
    const grow = () => boost(binned(columns), groups, listwiseLoss(groups, right), settings)
    expect(grow()).toEqual(grow())
  })
})
