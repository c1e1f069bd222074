import { expect, test } from '@jest/globals'
import { SIGNS } from '../../../server/answer/signs.ts'

test.each(SIGNS)('a sign beside the mention in brackets: $example', ({ side, pattern, example }) => {
  const [before = '', , after = ''] = example.split(/[[\]]/)
  expect({ before, after }[side]).toMatch(pattern)
})
