import { expect, test } from '@jest/globals'
import { SAID_TO_BE_UNKNOWN } from '../../../server/answer/silence.ts'

test.each(SAID_TO_BE_UNKNOWN)('$example says that something is not known', ({ pattern, example }) => {
  expect(example).toMatch(pattern)
})

test.each([
  'The event would provide an opportunity for young people.',
  'The Director was not available to attend the meeting.',
  'Any change would have to be agreed with the Department.',
  'The road is known locally as the Ennis Road.',
])('%s says nothing of the kind', (sentence) => {
  expect(SAID_TO_BE_UNKNOWN.filter(({ pattern }) => pattern.test(sentence))).toEqual([])
})
