import { describe, expect, test } from '@jest/globals'
import { dateIn, datesIn, fallsOn, weekdaysIn } from '../../../indexer/analysis/dates.ts'

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

describe('dates of scanned pages', () => {
  // Raised letters come out of a scan as other marks, and are no part of the date.
  test.each([
    ['held on Monday 14\u2122 July 2025', '2025-07-14'],
    ['held on 26" June 2023', '2023-06-26'],
    ["held on 3'* May, 2021", '2021-05-03'],
    ['held on 22\u201d September 2020', '2020-09-22'],
  ])('%s', (text, date) => {
    expect(datesIn(text)).toMatchObject([{ date }])
  })

  test('their places are those of the text', () => {
    const text = 'Sunk: 14\u2122 July 2025, by a whale.'
    const [found] = datesIn(text)
    expect(text.slice(found?.start, found?.end)).toBe('14\u2122 July 2025')
  })
})

describe('what names no year is no date', () => {
  test.each([
    'The ferry leaves now, on the tide of the 12.00 sailing with 1999 others.',
    'It sank 2 days ago; 2024 passengers were saved.',
    'The next sailing is tomorrow.',
    'The ferry sails on Sunday 14th July.',
    'In 2 weeks the quay of 1887 reopens.',
  ])('%s', (text) => {
    expect(datesIn(text)).toEqual([])
  })
})

describe('weekdays with day and month', () => {
  test.each([
    ['held on Thursday, 15th July in the boathouse', { weekday: 4, day: 15, month: 7 }],
    ['TUESDAY THE 3RD OF MARCH', { weekday: 2, day: 3, month: 3 }],
    ['Monday 14\u2122 July', { weekday: 1, day: 14, month: 7 }],
    ['Sunday 1 December 2024', { weekday: 0, day: 1, month: 12 }],
  ])('%s', (text, day) => {
    expect(weekdaysIn(text)).toEqual([day])
  })

  test.each(['15th July', 'Thursday next', 'every Thursday in July'])('%s names none', (text) => {
    expect(weekdaysIn(text)).toEqual([])
  })

  test('fall on their weekday in some years only', () => {
    const day = { weekday: 4, day: 15, month: 7 }
    expect([2020, 2021, 2022].map((year) => fallsOn(day, year))).toEqual([false, true, false])
    expect(dateIn(day, 2021)).toBe('2021-07-15')
  })
})
