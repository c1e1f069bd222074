import { expect, test } from '@jest/globals'
import { interpret, TYPE_RULES } from '../../../server/answer/interpret.ts'

test.each([
  ['How many cadets were there in March 2022?', { type: 'number', from: '2022-03', to: '2022-03' }],
  ['What did the Chief Constable say about morale?', { type: 'position', roles: ['Chief Constable'] }],
  ['Why did call times rise?', { type: 'reason' }],
  ['Is the Panel quorate', { type: 'yes_no' }],
  ['ferries', { type: 'other', roles: [], from: null }],
])('%s', (question, interpretation) => {
  expect(interpret(question)).toMatchObject(interpretation)
})

test.each(TYPE_RULES)('$example can be a question of type $type', ({ pattern, example }) => {
  expect(example).toMatch(pattern)
})
