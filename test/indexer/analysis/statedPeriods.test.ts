import { describe, expect, test } from '@jest/globals'
import { PERIOD_RULES, statedPeriods } from '../../../indexer/analysis/statedPeriods.ts'

const MEETING = '2022-10-31'
const read = (text: string, reference: string | null = MEETING) =>
  statedPeriods(text, reference)[0]?.period ?? null

describe('the periods that a text states', () => {
  test.each(PERIOD_RULES)('$example is read as one', ({ example }) => {
    const text = `It was 5 ${example.startsWith('in ') ? '' : 'in '}${example}`
    expect(statedPeriods(text, MEETING)).toMatchObject([{ end: text.length }])
  })

  test.each([
    ['in September 2022', '2022-09', '2022-09', 'month'],
    ['in 2019', '2019', '2019', 'year'],
    ['in 2021/22', '2021-04', '2022-03', 'financial_year'],
    ['in Q2 2024/25', '2024-07', '2024-09', 'quarter'],
    ['in the 12 months to June 2024', '2023-07', '2024-06', 'rolling_year'],
    ['from April to September 2022', '2022-04', '2022-09', 'other'],
    ['in the year ended 31 March 2023', '2022-04', '2023-03', 'financial_year'],
    ['at 31 March 2023', '2023-03-31', '2023-03-31', 'day'],
    ['at the end of 2015', '2015-12-31', '2015-12-31', 'day'],
    ['by June 2017', '2017-06', '2017-06', 'day'],
  ])('%s', (text, from, to, basis) => {
    expect(read(text)).toMatchObject({ from, to, basis })
  })

  test('words that count from the date of the record say so', () => {
    expect(read('last year')).toEqual({
      from: '2021',
      to: '2021',
      basis: 'other',
      words: 'last year, counted from 31 October 2022',
    })
    expect(read('in the last year')).toMatchObject({ from: '2021-10-31', basis: 'rolling_year' })
    expect(read('in November')).toMatchObject({ from: '2021-11', basis: 'month' })
    expect(read('currently')).toMatchObject({ from: MEETING, basis: 'day' })
  })

  test('nothing is counted from a date that is not known', () => {
    expect(read('last year', null)).toBeNull()
    expect(read('in November', null)).toBeNull()
  })

  test.each([
    'since 2014',
    'before 2019',
    'the Act of Parliament, 2001',
    'the Planning Act 2000',
    'the Plan 2022-2028',
    'a letter dated 4 May 2022',
    'the year to date',
    'the previous year',
  ])('no period of a figure: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  test('what something is compared with is the base', () => {
    expect(statedPeriods('up 3% compared to 2020/21', MEETING)).toMatchObject([{ isBase: true }])
  })
})
