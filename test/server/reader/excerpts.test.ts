import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { excerptsOf } from '../../../server/reader/excerpts.ts'

/** How many tokens stand before each word, of words of so many tokens. */
const before = (lengths: readonly number[]): number[] => [
  0,
  ...lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0)),
]
const words = (count: number): number[] => before(Array<number>(count).fill(1))

describe('a passage is cut into excerpts', () => {
  test('one, where it fits', () => {
    expect(excerptsOf(words(10), 10)).toEqual([{ from: 0, to: 10 }])
    expect(excerptsOf([0], 10)).toEqual([{ from: 0, to: 0 }])
  })

  test('else they overlap by half, and the last is as long as the others', () => {
    expect(excerptsOf(words(18), 10)).toEqual([
      { from: 0, to: 10 },
      { from: 5, to: 15 },
      { from: 8, to: 18 },
    ])
  })

  test('of a very long one the beginning is read', () => {
    const excerpts = excerptsOf(words(10_000), 10)
    expect(excerpts).toHaveLength(3)
    expect(excerpts.at(-1)).toEqual({ from: 10, to: 20 })
  })

  test('none leaves a word out, or has more tokens than it may', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), (lengths) => {
        const tokens = before(lengths)
        const excerpts = excerptsOf(tokens, 100)
        let read = 0
        for (const { from, to } of excerpts) {
          expect(from).toBeLessThanOrEqual(read)
          expect((tokens[to] ?? 0) - (tokens[from] ?? 0)).toBeLessThanOrEqual(100)
          read = to
        }
        if (excerpts.length < 3) expect(read).toBe(lengths.length)
      }),
    )
  })
})
