import { describe, expect, test } from '@jest/globals'
import type { ParagraphInContext } from '../../../corpus/store/paragraphs.ts'
import { interpret } from '../../../server/answer/interpret.ts'
import type { Premise } from '../../../server/answer/premise.ts'
import { isUnsaid, premiseOf, withoutVerbs } from '../../../server/answer/premise.ts'

const premise = (question: string): Premise | null => premiseOf(question, interpret(question))
const verbs = (question: string) => premise(question)?.verbs.map(({ text }) => text)

describe('a question takes for granted', () => {
  test.each([
    ['Why did the Panel reject the precept?', ['reject']],
    ['When was Tim Smith appointed?', ['appointed']],
    ['Did the Panel refuse to approve the minutes?', ['refuse', 'approve']],
    ['Has the Home Office vetoed the plan?', ['vetoed']],
    ['Why did call times rise?', []],
    ['Why did the support for victims fall?', []],
  ])('in %s that it was so: %j', (question, expected) => {
    expect(verbs(question)).toEqual(expected)
  })

  test.each([
    'What did the Panel decide on the precept?',
    'How many cadets were appointed?',
    'Is there a plan?',
  ])('nothing in %s', (question) => {
    expect(premise(question)).toBeNull()
  })
})

test.each([
  ['Why did the Panel reject the precept?', 'Why did the Panel  the precept?'],
  ['Why did the Commissioner resign?', 'Why did the Commissioner resign?'],
])('the matter of %s is looked for without how it was decided', (question, matter) => {
  expect(withoutVerbs(question, premise(question) ?? { verbs: [] })).toBe(matter)
})

describe('a verb is unsaid', () => {
  const passage = (text: string) =>
    ({ paragraph: { text, headings: ['Precept'] }, item: null }) as unknown as ParagraphInContext
  const isUnsaidIn = (question: string, text: string): boolean =>
    isUnsaid(premise(question) ?? { verbs: [] }, passage(text))

  test('where the passage has neither it nor a word that is kin to it', () => {
    expect(isUnsaidIn('Why did the Panel reject the precept?', 'The precept rose by 2%.')).toBe(true)
    expect(isUnsaidIn('Why did the Panel reject the precept?', 'Members vetoed it.')).toBe(false)
    expect(isUnsaidIn('Why did the Panel reject the precept?', 'Members declined to support it.')).toBe(false)
  })

  test('not where it is one that is told in many ways', () => {
    expect(isUnsaidIn('Why did the Panel refuse to pay?', 'It was for the owner to pay.')).toBe(false)
  })
})
