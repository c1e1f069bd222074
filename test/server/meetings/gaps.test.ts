import { expect, test } from '@jest/globals'
import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import { gapsOf } from '../../../server/meetings/gaps.ts'

const meeting = (body: string, date: string): MeetingSummary => ({
  id: `${body}-${date}`,
  title: `${body}, ${date}`,
  bodyId: body,
  body,
  date,
  isRecorded: true,
})

const gapsIn = (...meetings: readonly MeetingSummary[]): string[] =>
  gapsOf(meetings).map(({ after, before }) => `${after.id} to ${before.id}`)

test('more than a year between two meetings of a body is a gap', () => {
  expect(gapsIn(meeting('panel', '2019-09-24'), meeting('panel', '2021-10-05'))).toEqual([
    'panel-2019-09-24 to panel-2021-10-05',
  ])
})

test('a body that meets once a year leaves none, not even over a leap year', () => {
  expect(gapsIn(meeting('panel', '2019-06-01'), meeting('panel', '2020-06-01'))).toEqual([])
})

test('meetings of another body do not fill it', () => {
  expect(
    gapsIn(meeting('panel', '2019-09-24'), meeting('board', '2020-05-01'), meeting('panel', '2021-10-05')),
  ).toEqual(['panel-2019-09-24 to panel-2021-10-05'])
})

test('they are found in whatever order the meetings come', () => {
  expect(
    gapsIn(meeting('panel', '2021-10-05'), meeting('panel', '2019-09-24'), meeting('panel', '2021-12-01')),
  ).toEqual(['panel-2019-09-24 to panel-2021-10-05'])
})

test('what is dated by a month or a year counts only where it is certain', () => {
  expect(gapsIn(meeting('panel', '2019'), meeting('panel', '2020-12'))).toEqual([])
  expect(gapsIn(meeting('panel', '2019'), meeting('panel', '2021-03'))).toEqual([
    'panel-2019 to panel-2021-03',
  ])
})

test('a meeting of which there are papers alone does not fill it', () => {
  const tabled = { ...meeting('panel', '2020-05-01'), isRecorded: false }
  expect(gapsIn(meeting('panel', '2019-09-24'), tabled, meeting('panel', '2021-10-05'))).toEqual([
    'panel-2019-09-24 to panel-2021-10-05',
  ])
})
