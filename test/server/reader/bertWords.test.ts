import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bertWords } from '../../../server/reader/bertWords.ts'

const cut = (text: string): string[] => bertWords(text).map(([start, end]) => text.slice(start, end))

describe('text is cut into words as the model was trained', () => {
  test.each([
    ['It isn’t £1.2 million', ['It', 'isn', '’', 't', '£1', '.', '2', 'million']],
    ['2021–22 (see §4)', ['2021', '–', '22', '(', 'see', '§', '4', ')']],
    ['from 北京 on', ['from', '北', '京', 'on']],
    ['no\u00a0break\u2009space\ttabbed', ['no', 'break', 'space', 'tabbed']],
  ])('%s', (text, words) => {
    expect(cut(text)).toEqual(words)
  })

  test('what is not seen parts no word, and begins and ends none', () => {
    expect(cut('\u200bcom\u00admittee\u200b, ad\u00adjourned')).toEqual([
      'com\u00admittee',
      ',',
      'ad\u00adjourned',
    ])
  })

  test('words stand in order, apart, and leave out nothing but space and what is not seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0
        for (const [start, end] of bertWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(last, start)).toMatch(/^[\s\p{C}\p{M}\ufffd]*$/u)
          expect(text.slice(start, end)).toMatch(/^[\S\p{Cc}]+$/u)
          last = end
        }
        expect(text.slice(last)).toMatch(/^[\s\p{C}\p{M}\ufffd]*$/u)
      }),
    )
  })
})
