import { describe, expect, test } from '@jest/globals'
import { otherSpellings, SPELLING_RULES } from '../../../indexer/analysis/spellings.ts'

describe('words spelt in two ways', () => {
  test.each(SPELLING_RULES.map(({ example }) => example))('%s and %s', (british, other) => {
    expect(otherSpellings(british)).toContain(other)
    expect(otherSpellings(other)).toContain(british)
  })

  test.each(SPELLING_RULES.map(({ british, other, example }) => [...example, british, other] as const))(
    '%s and %s are an example of -%s and -%s',
    (one, another, british, other) => {
      expect([one.endsWith(british), another.endsWith(other)]).toEqual([true, true])
    },
  )

  test('a word of no such ending has no other', () => {
    expect(['ferry', 'the', 'x', ''].map(otherSpellings)).toEqual([[], [], [], []])
  })

  test('a spelling is offered whether or not there is such a word: the collection decides', () => {
    expect(otherSpellings('tailor')).toEqual(['tailour'])
  })

  test('a word of two endings has both others, and never itself', () => {
    expect(otherSpellings('labourise')).toEqual(['labourize'])
    for (const { example } of SPELLING_RULES)
      for (const word of example) expect(otherSpellings(word)).not.toContain(word)
  })
})
