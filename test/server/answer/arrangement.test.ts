import { describe, expect, test } from '@jest/globals'
import { isByDate, sidesOf } from '../../../server/answer/arrangement.ts'
import { ASKS_FOR_LIST, asksForList } from '../../../server/answer/lists.ts'
import { VERBS } from '../../../server/answer/named.ts'
import { periodsIn } from '../../../server/answer/periods.ts'
import type { Ranked } from '../../../server/answer/rank.ts'
import { questionsAsked } from '../../../server/answer/twoQuestions.ts'

const at = (date: string | null) => ({ context: { date, meeting: null } })
const ranked = (...dates: (string | null)[]) => dates.map(at) as unknown as Ranked[]

describe('a comparison', () => {
  test('has the best candidate of the first and the last period that it names', () => {
    const all = ranked('2022-12-06', '2019-01-21', '2025-05-19', '2019-01-08')
    expect(sidesOf(all, periodsIn('How many in January 2019 and how many in 2025?'))).toEqual([
      all[1],
      all[2],
    ])
  })

  test('has no sides where the record has one of them only', () => {
    expect(sidesOf(ranked('2019-01-21', '2022-12-06'), periodsIn('Between 2019 and 2025?'))).toEqual([])
  })

  test('has none where it names one period', () => {
    expect(sidesOf(ranked('2019-01-21'), periodsIn('How did it change since 2019?'))).toEqual([])
  })
})

describe('answers are given by date', () => {
  const said = (date: string | null, words: string | null) => ({ ...at(date), words })

  test('where meetings give different figures', () => {
    expect(isByDate([said('2022-09-27', '409'), said('2024-12-18', '390')], false)).toBe(true)
  })

  test('not where they give the same, one meeting gives both, or one has no date', () => {
    expect(isByDate([said('2022-09-27', '409'), said('2024-12-18', '409')], false)).toBe(false)
    expect(isByDate([said('2022-09-27', '409'), said('2022-09-27', '390')], false)).toBe(false)
    expect(isByDate([said('2022-09-27', '409'), said(null, '390')], false)).toBe(false)
  })

  test('not where one of them marks no words, but for a comparison', () => {
    const answers = [said('2022-09-27', '409'), said('2024-12-18', null)]
    expect(isByDate(answers, false)).toBe(false)
    expect(isByDate(answers, true)).toBe(true)
  })
})

test.each(ASKS_FOR_LIST)('$example asks for a list', ({ pattern, example }) => {
  expect(example).toMatch(pattern)
})

test('a question for one thing, or for a number, asks for none', () => {
  expect(asksForList('Who was appointed Chief Constable?', { type: 'who' })).toBe(false)
  expect(asksForList('What are the fees?', { type: 'number' })).toBe(false)
})

test.each(VERBS)('$example asks with "$verb"', ({ verb, example }) => {
  expect(VERBS.find(({ pattern }) => pattern.test(example))?.verb).toBe(verb)
})

test.each([
  ['Who was appointed? When does he start?', 'Who was appointed?', 'When does he start?'],
  ['sandbags used? the small ones', 'sandbags used? the small ones', null],
  ['Who chaired the meeting?', 'Who chaired the meeting?', null],
  ['Really? ?', 'Really? ?', null],
])('%s is so many questions', (text, first, next) => {
  expect(questionsAsked(text)).toEqual({ first, next })
})
