import { expect, test } from '@jest/globals'
import { monthsApart, monthsIn, PERIOD_RULES, periodsIn } from '../../../server/answer/periods.ts'

test.each([
  ['Is 45 May 2022 a day?', [{ from: '2022', to: '2022' }]],
  ['What was said on 6 December 2022?', [{ from: '2022-12-06', to: '2022-12-06' }]],
  ['What was the attrition rate in July 2022?', [{ from: '2022-07', to: '2022-07' }]],
  ['How did the chief feel about the press in early 2022?', [{ from: '2022-01', to: '2022-04' }]],
  ['Why was it hard to get through in summer 2022?', [{ from: '2022-06', to: '2022-08' }]],
  ['the wait on 101 in the winter of 2021/22', [{ from: '2021-12', to: '2022-02' }]],
  ['arrests in Q3 2024', [{ from: '2024-07', to: '2024-09' }]],
  ['What is the budget for 2023/24?', [{ from: '2023-04', to: '2024-03' }]],
  ['offences in mid-2022', [{ from: '2022-05', to: '2022-08' }]],
  ['arrests in Jul-22', [{ from: '2022-07', to: '2022-07' }]],
  ['What was decided on 06/12/2022?', [{ from: '2022-12-06', to: '2022-12-06' }]],
  ['What was decided on 2022-12-06?', [{ from: '2022-12-06', to: '2022-12-06' }]],
  ['What was decided in 2022-12?', [{ from: '2022-12', to: '2022-12' }]],
  ['What became of reference 2022/19?', [{ from: '2022', to: '2022' }]],
  [
    'officers who left between April and July 2024',
    [
      { from: '2024-04', to: '2024-04' },
      { from: '2024-07', to: '2024-07' },
    ],
  ],
  ['What was promised before 2022?', []],
  ['stop and search in 2019', [{ from: '2019', to: '2019' }]],
  [
    'How did calls change between June 2017 and 2022?',
    [
      { from: '2017-06', to: '2017-06' },
      { from: '2022', to: '2022' },
    ],
  ],
  ['Did over 2,019 people reply?', []],
  ['Were 2019.5 hours worked?', []],
  ['How many cadets are there?', []],
])('%s', (question, periods) => {
  expect(periodsIn(question)).toEqual(periods)
})

test.each(PERIOD_RULES.map(({ example }) => [example]))(
  'an example of a rule names a period: %s',
  (example) => {
    expect(periodsIn(example)).not.toEqual([])
  },
)

test('months apart are counted from the near end of a period', () => {
  const period = { from: '2022-04', to: '2023-03' }
  expect(monthsApart('2022-12-06', period)).toBe(0)
  expect(monthsApart('2022-03', period)).toBe(1)
  expect(monthsApart('2024-12-18', period)).toBe(21)
})

test.each([
  ['What did the December panel decide?', [12]],
  ['WHO CHAIRED IN DECEMBER', [12]],
  ['calls in dec and Jan', [12, 1]],
  ['May the Panel march in May?', [5]],
  ['may they march', []],
])('months: %s', (question, months) => {
  expect([...monthsIn(question)]).toEqual(months)
})
