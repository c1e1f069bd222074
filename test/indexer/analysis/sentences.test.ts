import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sentencesOf } from '../../../indexer/analysis/sentences.ts'

const split = (text: string): string[] => sentencesOf(text).map(([start, end]) => text.slice(start, end))

describe('sentences of a paragraph', () => {
  test.each([
    ['two', ['The PCC asked for an update.', 'He was told that 22 had been recruited.']],
    [
      'a title before a name ends nothing',
      ['Mr. Rhodes thanked Cllr. Clark for his question.', 'He replied.'],
    ],
    ['neither does an abbreviation before a number', ['Paragraph no. 12 was withdrawn.']],
    ['nor an initial', ['The report by A. Harper was noted.']],
    ['a question ends one', ['Was it linked to specific offences?', 'The CC advised that it was not.']],
    ['a decimal ends nothing', ['The budget was £21.8m.', 'It fell by 3.5% in a year.']],
  ])('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  test('together they hold every character that is not white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
