import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { append, collapse, NO_TEXT, slice, spansOf } from '../../../corpus/model/sourcedText.ts'

describe('text with its source', () => {
  test('white space is collapsed, and every character knows where it stood', () => {
    const source = '  The\u00a0 Panel\tnoted '
    const text = collapse(source, [0, source.length])
    expect(text.text).toBe('The Panel noted')
    expect(text.offsets.map((at) => source[at])).toEqual(Array.from('The\u00a0Panel\tnoted'))
  })

  test('lines joined to a paragraph keep the spans of both; a gap of white space alone parts nothing', () => {
    const source = 'the report\nbe noted ** twice'
    const whole = append(collapse(source, [0, 10]), collapse(source, [11, 19]))
    expect(whole.text).toBe('the report be noted')
    expect(spansOf(whole, source)).toEqual([[0, 19]])
    const apart = append(whole, collapse(source, [23, 28]))
    expect(spansOf(apart, source)).toEqual([
      [0, 19],
      [23, 28],
    ])
  })

  test('whatever the text, its characters are those of the source, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, offsets } = collapse(source, [0, source.length])
        expect(text.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''))
        expect(offsets).toHaveLength(text.length)
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
      }),
    )
  })

  test('a slice keeps its place', () => {
    expect(slice(collapse('1. The Chair', [0, 12]), 3)).toEqual({
      text: 'The Chair',
      offsets: [3, 4, 5, 6, 7, 8, 9, 10, 11],
    })
    expect(append(NO_TEXT, collapse('a', [0, 1])).text).toBe('a')
  })
})
