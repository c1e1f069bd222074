import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dayNumber, firstDay, isCalendarDate, lastDay } from '../../../corpus/model/calendarDate.ts'
import { formatDate } from '../../../corpus/model/formatDate.ts'

describe('a calendar date', () => {
  test.each(['2024', '2024-02', '2024-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  test.each([
    '',
    '24',
    '2024-13',
    '2023-02-29',
    '2024-00-10',
    '2024-1-1',
    '2024-02-30',
    '12/06/2024',
    '2024-02-29T00:00',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-03-07', '2022-03-07', '2022-03-07'],
  ])('%s is the interval from %s to %s', (date, first, last) => {
    expect([firstDay(date), lastDay(date)]).toEqual([first, last])
  })

  test('as a number it sorts as the day does', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(fc.property(day, day, (a, b) => dayNumber(a) < dayNumber(b) === a < b))
  })

  test.each([
    ['2022-12-06', '6 December 2022'],
    ['2022-03', 'March 2022'],
    ['2019', '2019'],
  ])('%s is written %s', (date, written) => {
    expect(formatDate(date)).toBe(written)
  })
})
