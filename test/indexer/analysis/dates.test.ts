import { describe, expect, test } from '@jest/globals'
import { datesIn } from '../../../indexer/analysis/dates.ts'

describe('dates in a text', () => {
  test.each([
    ['held in the Town Hall on Tuesday, 27th September 2022.', ['2022-09-27']],
    ['Wednesday, 7 June 2017, 1000hrs', ['2017-06-07']],
    ['Open Force 08/06/2022', ['2022-06-08']],
    ['Minutes 10.12.24', ['2024-12-10']],
    ['between October 2021 and January 2022', ['2021-10', '2022-01']],
    ['the 2021/22 report, next Tuesday, in May', []],
    ['today, 2 days ago, two years ago, 3 weeks later in the 2019 plan', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text).map(({ date }) => date)).toEqual(dates)
  })

  // chrono reads "2019 be" as a year of the Buddhist era: minutes of 5 June 2019 were once dated 1476.
  test('"held on 5 June 2019 be noted" is of 2019', () => {
    expect(datesIn('RESOLVED that the minutes of the meeting held on 5 June 2019 be noted.')).toMatchObject([
      { date: '2019-06-05' },
    ])
  })
})
