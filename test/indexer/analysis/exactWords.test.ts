import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { exactWords } from '../../../indexer/analysis/exactWords.ts'

const wordsOf = (text: string): string[] => exactWords(text).map((word) => word.text)

describe('words as phrases compare them', () => {
  test.each([
    ['case and punctuation are folded', 'The Ferry, it was said, is LATE.', 'the ferry it was said is late'],
    ['stop words count, and nothing is stemmed', 'the carrying of passengers', 'the carrying of passengers'],
    [
      'a hyphen parts, whichever it is',
      'anti-social anti\u2010social anti\u2011social',
      'anti social anti social anti social',
    ],
    ['a slash parts', 'the T/CC in 2021/22', 'the t cc in 2021 22'],
    ['an apostrophe does not', "the Panel\u2019s Panel's views", 'the panels panels views'],
    ['signs of sums and shares are words', '£93 million and 7.5%', '£ 93 million and 7.5 %'],
    ['a range of shares', '17-18%', '17 18 %'],
    ['a comma in a number is left out', '15,500 offences', '15500 offences'],
    ['an ampersand within capitals stays', 'A&E', 'a&e'],
    ['ligatures and wide letters are folded', 'oﬀicer ＦＥＲＲＹ', 'officer ferry'],
    ['accents stay', 'Cathaoirligh Ó Néill', 'cathaoirligh ó néill'],
  ])('%s: %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words.split(' '))
  })

  test('each says where it stands', () => {
    const text = 'Anti-social, the Panel’s £9.'
    expect(exactWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Anti',
      'social',
      'the',
      'Panel’s',
      '£',
      '9',
    ])
  })

  test('they follow one another without overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0
        for (const { start, end } of exactWords(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  test('a text read in capitals has the same words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ,.'/-]{0,40}$/), (text) => {
        expect(wordsOf(text.toUpperCase())).toEqual(wordsOf(text))
      }),
    )
  })
})
