import { expect, test } from '@jest/globals'
import { meetingsInWords } from '../../../../server/presenters/register/standing.ts'
import { meetingOn } from '../../../builders/registerEntries.ts'

test('meetings of several bodies are told by their first and last day, in whatever order they come', () => {
  const council = { ...meetingOn('2017-06-07'), bodyId: 'council', body: 'Council' }
  expect(meetingsInWords([meetingOn('2019-09-24'), meetingOn('2024-12-18'), council])).toBe(
    'the 3 meetings of 2 bodies in this collection (7 June 2017 to 18 December 2024)',
  )
})
