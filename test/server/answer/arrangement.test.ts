import { describe, expect, test } from '@jest/globals'
import { isByDate, sidesOf, surenessOf } from '../../../server/answer/arrangement.ts'
import { ASKS_FOR_LIST, asksForList, listedIn } from '../../../server/answer/lists.ts'
import { VERBS } from '../../../server/answer/named.ts'
import { periodsIn } from '../../../server/answer/periods.ts'
import type { Ranked } from '../../../server/answer/rank.ts'
import { questionsAsked } from '../../../server/answer/twoQuestions.ts'

const at = (date: string | null) => ({ context: { date } })
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

describe('the confidence', () => {
  const withShares = (...shares: number[]) => shares.map((share) => ({ share })) as unknown as Ranked[]

  test('of the sides of a comparison is that of the best, and that of a third is its own', () => {
    const all = withShares(0.5, 0.1, 0.25)
    expect(surenessOf(all, all.slice(0, 2), 0.8)).toEqual([
      { confidence: 0.8, sharesConfidence: false },
      { confidence: 0.8, sharesConfidence: true },
      { confidence: 0.4, sharesConfidence: false },
    ])
  })

  test('goes by the odds beside the best where there are no sides', () => {
    const confidences = surenessOf(withShares(0.4, 0.3, 0.1), [], 0.8).map(({ confidence }) => confidence)
    expect(confidences.map((one) => Number(one.toFixed(2)))).toEqual([0.8, 0.6, 0.2])
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

test.each([
  ['List the priorities of the Police and Crime Plan', 'prioriti'],
  ['Which policing priorities were agreed?', 'prioriti'],
  ['What are the aims of the unit?', 'aim'],
  ['What is it?', null],
])('%s wants listed: %s', (question, term) => {
  expect(listedIn(question)).toBe(term)
})

test.each(VERBS)('$example asks with "$verb"', ({ verb, example }) => {
  expect(VERBS.find(({ pattern }) => pattern.test(example))?.verb).toBe(verb)
})

test.each([
  ['Who was appointed? When does he start?', 'Who was appointed?', 'When does he start?'],
  ['sandbags used? the small ones', 'sandbags used? the small ones', null],
  ['Who chaired the meeting?', 'Who chaired the meeting?', null],
  ['Who was appointed?\nWhen does he start?', 'Who was appointed?', 'When does he start?'],
  ['Really? ?', 'Really? ?', null],
  ['Hello? How many cadets were there?', 'Hello? How many cadets were there?', null],
  ['Hello? Who was appointed? When?', 'Hello? Who was appointed?', 'When?'],
  ['? Who chaired the meeting?', '? Who chaired the meeting?', null],
])('%s is so many questions', (text, first, next) => {
  expect(questionsAsked(text)).toEqual({ first, next })
})
