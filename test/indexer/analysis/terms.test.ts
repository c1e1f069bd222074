import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isStopWord, termsOfText, termsOfWord } from '../../../indexer/analysis/terms.ts'
import { tokenize } from '../../../indexer/analysis/tokens.ts'

const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text)

describe('words of a text', () => {
  test.each([
    [
      'sums, percentages and codes stay whole',
      'saved £7.1m, or 93.8% of S136 in 2021/22',
      ['saved', '£7.1m', 'or', '93.8%', 'of', 'S136', 'in', '2021/22'],
    ],
    [
      'a thousands comma holds, a comma between words parts',
      '15,500 offences, burglary',
      ['15,500', 'offences', 'burglary'],
    ],
    [
      'posts with a slash and departments with an ampersand stay whole',
      'the T/CC and A&E',
      ['the', 'T/CC', 'and', 'A&E'],
    ],
    [
      'hyphens and apostrophes join',
      'anti-social behaviour, the Panel’s view',
      ['anti-social', 'behaviour', 'the', 'Panel’s', 'view'],
    ],
    [
      'a full stop at the end of a sentence is not part of a number',
      'up to 5,000. Then',
      ['up', 'to', '5,000', 'Then'],
    ],
    [
      'letters of any script are words, emoji are not',
      'Cathaoirligh Ó Néill 🙂 مرحبا',
      ['Cathaoirligh', 'Ó', 'Néill', 'مرحبا'],
    ],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test('their offsets are those of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
      }),
    )
  })
})

describe('terms of a word', () => {
  test.each([
    ['policing', ['polic']],
    ['Constable’s', ['constabl']],
    ['anti-social', ['antisoci', 'anti', 'social']],
    ['17-18%', ['17', '18%', '18']],
    ['15,500', ['15500']],
    ['£1,568,614', ['£1568614', '1568614']],
    ['93.8%', ['93.8%', '93.8']],
    ['T/CC', ['t/cc', 'cc']],
    ['AFIs', ['afi']],
    ['DAMS', ['dams']],
    ['RESOLVED', ['resolv']],
    ['the', []],
  ])('%s is indexed as %j', (word, terms) => {
    expect(termsOfWord(word)).toEqual(terms)
  })

  test('IT the department is searched, it the pronoun is not', () => {
    expect([isStopWord('it'), isStopWord('It'), isStopWord('IT')]).toEqual([true, true, false])
  })

  test('a text and a query are analysed alike', () => {
    expect(termsOfText('The recruitment of officers')).toEqual(termsOfText('officer recruiting').reverse())
  })
})
