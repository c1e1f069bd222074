import { describe, expect, test } from '@jest/globals'
import { isLoss } from './loss.ts'
import type { Outcome } from './figures.ts'
import { figuresByClass } from './figures.ts'
import { QUERY_CLASSES } from './judgements.ts'

const GOOD: Omit<Outcome, 'class'> = { ndcg: 1, precision: 1, mrr: 1, recall: 1, totalIsRight: true }

/** Eight queries of each class, of which the first few keywords are as given. */
function figuresWith(...keywords: Partial<Outcome>[]) {
  return figuresByClass(
    QUERY_CLASSES.flatMap((name) =>
      Array.from({ length: 8 }, (_, index) => ({
        ...GOOD,
        ...(name === 'keyword' ? keywords[index] : {}),
        class: name,
      })),
    ),
  )
}

const baseline = figuresWith()

describe('a loss', () => {
  test('is not that one query has its first right result in the second place', () => {
    const now = figuresWith({ mrr: 0.5, ndcg: 0.75 })
    expect(isLoss('keyword', 'mrr', now, baseline)).toBe(false)
    expect(isLoss('keyword', 'ndcg', now, baseline)).toBe(false)
  })

  test('of a class is more than that, which over all is noise', () => {
    const now = figuresWith({ mrr: 0.5 }, { mrr: 0.8 })
    expect(isLoss('keyword', 'mrr', now, baseline)).toBe(true)
    expect(isLoss('all', 'mrr', now, baseline)).toBe(false)
  })

  test('over all is more than that of two queries', () => {
    expect(isLoss('all', 'mrr', figuresWith({ mrr: 0.4 }, { mrr: 0.5 }), baseline)).toBe(true)
  })

  test('is every total that is no longer right', () => {
    expect(isLoss('keyword', 'totals', figuresWith({ totalIsRight: false }), baseline)).toBe(true)
  })

  test('is not where nothing is to be compared', () => {
    const unknown = figuresWith(...Array<Partial<Outcome>>(8).fill({ totalIsRight: null }))
    expect(isLoss('keyword', 'totals', unknown, baseline)).toBe(false)
  })
})
