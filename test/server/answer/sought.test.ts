import { expect, test } from '@jest/globals'
import { ASKERS } from '../../../server/answer/sought.ts'

test.each(ASKERS)('$example wants a $sought', ({ sought, example }) => {
  expect(ASKERS.find(({ pattern }) => pattern.test(example))?.sought).toBe(sought)
})
