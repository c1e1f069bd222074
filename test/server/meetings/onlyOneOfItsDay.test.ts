import { expect, test } from '@jest/globals'
import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import { isOnlyOneOfItsDay } from '../../../server/meetings/holdings.ts'

const on = (date: string): MeetingSummary => ({
  id: `panel-${date}`,
  title: `Panel, ${date}`,
  bodyId: 'panel',
  body: 'Panel',
  date,
  isRecorded: true,
})

test('a meeting between those of other days is the only one of its day', () => {
  expect(
    isOnlyOneOfItsDay({ meeting: on('2022-03-17'), previous: on('2022-03-10'), next: on('2022-04-07') }),
  ).toBe(true)
})

test('a meeting whose day is not known may share its month with others', () => {
  expect(isOnlyOneOfItsDay({ meeting: on('2022-03'), previous: null, next: null })).toBe(false)
})

test('a body that meets twice on a day has no meeting that is the only one', () => {
  const [first, second] = [on('2022-03-17'), on('2022-03-17')]
  expect(isOnlyOneOfItsDay({ meeting: first, previous: null, next: second })).toBe(false)
  expect(isOnlyOneOfItsDay({ meeting: second, previous: first, next: null })).toBe(false)
})
