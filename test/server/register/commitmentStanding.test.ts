import { describe, expect, test } from '@jest/globals'
import type { CommitmentEntry } from '../../../corpus/model/register.ts'
import { commitmentAsOf } from '../../../server/register/asOf.ts'
import { standingOf } from '../../../server/register/commitmentStanding.ts'
import { commitmentEntry, commitmentLink, meetingOn } from '../../builders/registerEntries.ts'

const MEETINGS = ['2024-10-10', '2024-11-14', '2024-12-05'].map(meetingOn)

/** The states on a day, as the lists show them. */
function statesOn(day: string, entry: CommitmentEntry): readonly string[] {
  const then = commitmentAsOf(entry, day)
  return then === null ? ['not yet made'] : standingOf(then, day, MEETINGS).states
}

describe('a commitment stands as the record had it on the day', () => {
  const promised = commitmentEntry({
    due: '2024-11-30',
    links: [
      commitmentLink('2024-11-14', 'The timetable was being printed.'),
      commitmentLink('2024-12-05', 'Share the ferry timetable: discharged.', { kind: 'discharge' }),
    ],
  })

  test.each([
    ['2024-10-09', ['not yet made']],
    ['2024-10-10', ['open', 'due']],
    ['2024-11-14', ['open', 'due', 'update_given']],
    ['2024-12-01', ['open', 'overdue', 'update_given']],
    ['2024-12-05', ['discharged']],
    ['2026-01-01', ['discharged']],
  ])('on %s: %j', (day, states) => {
    expect(statesOn(day, promised)).toEqual(states)
  })
})

describe('nothing is inferred', () => {
  test('to be done because its day has passed', () => {
    expect(statesOn('2025-06-01', commitmentEntry({ due: '2024-11' }))).toEqual([
      'open',
      'overdue',
      'not_mentioned',
    ])
  })

  test('from a passage that is only possibly related', () => {
    const maybe = commitmentLink('2024-12-05', 'The timetable had been completed.', {
      kind: 'discharge',
      isAsserted: false,
    })
    expect(statesOn('2024-12-05', commitmentEntry({ links: [maybe] }))).toEqual(['open'])
  })

  test('to be overdue by a date that lies before its meeting', () => {
    const entry = commitmentEntry({ due: '2023-11-14' })
    expect(statesOn('2024-10-10', entry)).toEqual(['open'])
    expect(standingOf(entry, '2024-10-10', MEETINGS).isDueBeforeMade).toBe(true)
  })

  test('to be overdue on the last day of the month that it is due in', () => {
    expect(statesOn('2024-11-30', commitmentEntry({ due: '2024-11' }))).toEqual([
      'open',
      'due',
      'not_mentioned',
    ])
  })

  test('of what came after where its meeting has no date', () => {
    const undated = commitmentEntry({ date: null, meetingId: null })
    const { states, meetingsSince, lastMention } = standingOf(undated, '2025-06-01', MEETINGS)
    expect({ states, meetingsSince, lastMention }).toEqual({
      states: ['open'],
      meetingsSince: [],
      lastMention: null,
    })
  })
})

describe('the meetings since', () => {
  test('are those after the last mention, up to the day', () => {
    const entry = commitmentEntry({ links: [commitmentLink('2024-11-14', 'It was being printed.')] })
    const since = (day: string): string[] =>
      standingOf(entry, day, MEETINGS).meetingsSince.map(({ date }) => date)
    expect(since('2024-12-04')).toEqual([])
    expect(since('2024-12-05')).toEqual(['2024-12-05'])
  })

  test('leave out a meeting that the record dates only by the month in which it was made', () => {
    const { meetingsSince } = standingOf(commitmentEntry(), '2025-01-01', [meetingOn('2024-10')])
    expect(meetingsSince).toEqual([])
  })
})

test.each(['Not completed', 'To be closed', 'Open', 'Incomplete'])(
  'a status that says %s discharges nothing',
  (status) => {
    expect(statesOn('2024-10-10', commitmentEntry({ status }))).toEqual(['open'])
  },
)

test('a passage that may be about it keeps it from being said not to be mentioned', () => {
  const maybe = commitmentLink('2024-12-05', 'A timetable was shown.', { kind: 'mention', isAsserted: false })
  const { states, possibleSince } = standingOf(commitmentEntry({ links: [maybe] }), '2024-12-05', MEETINGS)
  expect({ states, possibleSince }).toEqual({ states: ['open'], possibleSince: 1 })
})

test('a status printed beside an action discharges it in the record\u2019s own words', () => {
  const row = commitmentEntry({ status: 'Completed', text: 'Share the ferry timetable' })
  const { states, discharge } = standingOf(row, '2024-12-05', MEETINGS)
  expect({ states, words: discharge?.text }).toEqual({
    states: ['discharged'],
    words: 'Share the ferry timetable',
  })
})
