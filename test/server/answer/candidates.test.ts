import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LONGEST_QUOTE, windowsOf } from '../../../server/answer/candidates.ts'

const quotes = (
  text: string,
  sentences: readonly (readonly [number, number])[],
  seams: readonly number[] = [],
) => windowsOf({ text, sentences, seams }).map(({ start, end }) => text.slice(start, end))

test('one to three adjoining sentences', () => {
  expect(
    quotes('A said. B asked. C left. D came.', [
      [0, 7],
      [8, 16],
      [17, 24],
      [25, 32],
    ]),
  ).toEqual([
    'A said.',
    'A said. B asked.',
    'A said. B asked. C left.',
    'B asked.',
    'B asked. C left.',
    'B asked. C left. D came.',
    'C left.',
    'C left. D came.',
    'D came.',
  ])
})

test('none goes over a place where page furniture was taken out', () => {
  expect(quotes('Seventy cadets joined in May.', [[0, 29]], [15])).toEqual([
    'Seventy cadets',
    'joined in May.',
  ])
})

test('a sentence that is too long is cut at a clause', () => {
  const text = `${'the first clause goes on and on, '.repeat(12)}${'and the second does not end either '.repeat(6)}.`
  for (const quote of quotes(text, [[0, text.length]]))
    expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTE)
  expect(quotes(text, [[0, text.length]])[0]).toMatch(/,$/)
})

test('whatever the sentences and seams, a quote fits and is trimmed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 700 }), { maxLength: 6 }),
      fc.array(fc.nat(2_000)),
      (parts, seams) => {
        const text = parts.join(' ')
        let at = 0
        const sentences = parts.map((part) => {
          const span = [at, at + part.length] as const
          at += part.length + 1
          return span
        })
        for (const { start, end } of windowsOf({ text, sentences, seams })) {
          expect(end).toBeGreaterThan(start)
          expect(end - start).toBeLessThanOrEqual(LONGEST_QUOTE)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          expect(seams.some((seam) => seam > start && seam < end)).toBe(false)
        }
      },
    ),
  )
})
