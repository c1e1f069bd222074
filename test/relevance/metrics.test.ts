import { describe, expect, test } from '@jest/globals'
import { ndcg, precision, recall, reciprocalRank } from './metrics.ts'

describe('nDCG', () => {
  test('the best order is worth 1', () => {
    expect(ndcg([3, 2, 1, 0], [1, 2, 3])).toBe(1)
  })

  test('a wanted passage in second place is worth 1 / log2 3 of one in first', () => {
    expect(ndcg([0, 3], [3])).toBeCloseTo(0.6309, 4)
  })

  test('2^grade - 1 makes one wanted passage worth more than two that mention it', () => {
    // 1 + 1 / log2 3 + 7 / 2 = 5.1309, against 7 + 1 / log2 3 + 1 / 2 = 8.1309
    expect(ndcg([1, 1, 3], [3, 1, 1])).toBeCloseTo(5.1309 / 8.1309, 4)
  })

  test('what comes after ten places counts no more', () => {
    expect(ndcg([...Array<number>(10).fill(0), 3], [3])).toBe(0)
  })

  test('the best order has ten places as well', () => {
    expect(ndcg(Array<number>(10).fill(2), Array<number>(30).fill(2))).toBe(1)
  })
})

describe('P@5', () => {
  test('is of five, where five or more are judged', () => {
    expect(precision([3, 0, 1, 0, 0, 2], [3, 2, 1, 1, 1, 1])).toBe(0.4)
  })

  test('is of as many as are judged, where those are fewer', () => {
    expect(precision([3, 0, 0, 0, 1], [3, 1])).toBe(1)
  })
})

describe('reciprocal rank', () => {
  test('is that of the first relevant result, whatever its grade', () => {
    expect(reciprocalRank([0, 0, 1, 3])).toBeCloseTo(1 / 3)
  })

  test('is 0 without one', () => {
    expect(reciprocalRank([0, 0])).toBe(0)
  })
})

describe('recall', () => {
  test('is the share of the passages judged', () => {
    expect(recall([0, 3, 0, 1], [3, 2, 1, 1])).toBe(0.5)
  })

  test('does not see beyond twenty', () => {
    expect(recall([...Array<number>(20).fill(0), 3], [3])).toBe(0)
  })
})
