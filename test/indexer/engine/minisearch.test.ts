import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { miniSearchEngine } from '../../../indexer/engine/minisearch/index.ts'
import { firstBy } from '../../../indexer/engine/minisearch/scores.ts'
import { engineContract } from './engineContract.ts'

engineContract('MiniSearch', miniSearchEngine)

describe('the first of a long result', () => {
  test('are those that sorting it whole would put first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), (numbers, count) => {
        expect(firstBy(numbers, count, (a, b) => a - b)).toEqual(
          [...numbers].sort((a, b) => a - b).slice(0, count),
        )
      }),
    )
  })
})
