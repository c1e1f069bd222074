import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isCalendarDate } from '../../../corpus/model/calendarDate.ts'
import { DATE_RULES, dateWordsIn, dayBefore } from '../../../server/search/dateWords.ts'

describe('dates in words', () => {
  test.each(DATE_RULES.map(({ example }, index) => [example, index] as const))(
    '%s is read whole',
    (example, index) => {
      expect(dateWordsIn(example)?.text).toBe(example)
      expect(DATE_RULES.findIndex(({ pattern }) => example.search(pattern) === 0)).toBe(index)
    },
  )

  test.each([
    ['fares in March 2022', '2022-03', '2022-03'],
    ['fares in 2022?', '2022', '2022'],
    ['fares during 2022', '2022', '2022'],
    ['said on 6 December 2022', '2022-12-06', '2022-12-06'],
    ['said on 6th Dec 2022', '2022-12-06', '2022-12-06'],
    ['Said In SEPT 2022', '2022-09', '2022-09'],
    ['in may 2022', '2022-05', '2022-05'],
    ['burglary between 2019 and 2021', '2019', '2021'],
    ['burglary from March 2019 to 2 May 2021', '2019-03', '2021-05-02'],
    ['burglary from 2019 until 2021', '2019', '2021'],
    ['burglary from March 2021 to 2021', '2021-03', '2021'],
    ['burglary since 2021', '2021', null],
    ['burglary since June 2021', '2021-06', null],
    ['burglary before 2022', null, '2021-12-31'],
    ['burglary before March 2024', null, '2024-02-29'],
    ['burglary before 1 March 2022', null, '2022-02-28'],
    ['burglary until 2021', null, '2021'],
    ['burglary up to June 2021', null, '2021-06'],
  ])('%s: from %s to %s', (text, from, to) => {
    expect(dateWordsIn(text)).toMatchObject({ from, to })
  })

  test.each([
    ['a year that the record may speak of', 'the 2022 precept'],
    ['a month without a year', 'in March'],
    ['a financial year', 'in 2021/22'],
    ['a range of years', 'in 2021-22'],
    ['a year that is part of a longer number', 'in 20221'],
    ['a number that is no year', 'in 1234'],
    ['no day of the calendar', 'on 31 February 2022'],
    ['a range upside down', 'from 2021 to 2019'],
    ['the end of another word', 'within 2022'],
    ['nothing', ''],
  ])('%s is not read: %s', (_, text) => {
    expect(dateWordsIn(text)).toBeNull()
  })

  test('where it stands is said, so that it can be taken out', () => {
    const text = 'How many fares were unpaid in March 2022 on the ferry?'
    const date = dateWordsIn(text)
    expect(text.slice(date?.start, date?.end)).toBe('in March 2022')
  })

  test('a query of nothing else is read in no time that matters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('from ', 'to ', '2019 ', 'in ', '6 ', 'May '), { maxLength: 200 }),
        (words) => {
          const date = dateWordsIn(words.join(''))
          for (const day of [date?.from, date?.to]) expect(day == null || isCalendarDate(day)).toBe(true)
        },
      ),
    )
  })
})

test.each([
  ['2022', '2021-12-31'],
  ['2022-03', '2022-02-28'],
  ['2022-03-02', '2022-03-01'],
])('the day before %s begins is %s', (date, day) => {
  expect(dayBefore(date)).toBe(day)
})
