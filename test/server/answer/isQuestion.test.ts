import { describe, expect, test } from '@jest/globals'
import { isQuestion, mayBecomeQuestion, QUESTION_RULES } from '../../../server/answer/isQuestion.ts'

describe('a rule has', () => {
  test.each(QUESTION_RULES.map(({ example }) => example))('a question: %s', (example) => {
    expect(isQuestion(example)).toBe(true)
  })

  test.each(QUESTION_RULES.map(({ counterExample }) => counterExample))('words: %s', (counterExample) => {
    expect(isQuestion(counterExample)).toBe(false)
  })

  test.each(QUESTION_RULES.map((rule) => [rule.example, rule] as const))(
    'an example that is its own: %s',
    (example, { pattern, fewestWords }) => {
      expect(example).toMatch(pattern)
      expect(example.split(' ').length).toBeGreaterThanOrEqual(fewestWords)
    },
  )
})

test.each([
  'Has the Panel decided on the precept before?',
  'What powers does the Panel have',
  'WHO WAS APPOINTED CHIEF CONSTABLE',
  'what happened to the cadets',
  'Who\u2019s the Chief Executive',
  'Who was appointed Chief Constable? When does he start',
  'hasn\u2019t the ferry been mended',
])('%s is a question', (text) => {
  expect(isQuestion(text)).toBe(true)
})

test.each([
  '',
  '?',
  'stop and search',
  'what Pughsley said as chief constable',
  'will writing service',
  'may 2022',
  'can opener',
  'Will Smith housing officer',
  'WHO guidance on vaccination',
  'HAS staff survey results 2022',
  '"who is the chair"',
  'role:chair who is',
])('%j is words', (text) => {
  expect(isQuestion(text)).toBe(false)
})

test('what is typed may become a question before it is one, and a name does not', () => {
  expect(['what did', 'who ', 'how many cad'].map(mayBecomeQuestion)).toEqual([true, true, true])
  expect(['will wr', 'may 20', 'WHO gui', 'what', 'burglary'].map(mayBecomeQuestion)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
