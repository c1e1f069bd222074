import { describe, expect, test } from '@jest/globals'
import type { GivenAnswer, GivenReply } from './grading.ts'
import { gradeReply } from './grading.ts'
import type { JudgedQuestion } from './questions.ts'

const CADETS = 'Currently 409 cadets, with a further 390 on waiting list. Mini-cadets grow.'

const found = (text: string, document = 'notes') => ({ document: { id: document }, paragraph: { text } })
const given = (text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  context: found(text),
  start: 0,
  end: text.length,
  confidence: 0.7,
  value: null,
  ...more,
})
const reply = (...answers: GivenAnswer[]): GivenReply => ({
  status: answers.length > 0 ? 'answered' : 'not_in_record',
  answers,
  passages: answers.map(({ context }) => context),
})

const WAITING: JudgedQuestion = {
  id: 'waiting',
  type: 'number',
  question: 'How many wait to be cadets?',
  answers: ['390'],
  evidence: [{ document: 'notes', quote: 'a further 390 on waiting list' }],
  needsAll: false,
  reason: 'a number beside another',
}
const DOGS: JudgedQuestion = { ...WAITING, id: 'dogs', type: 'unanswerable', answers: [], evidence: [] }

const grade = (question: JudgedQuestion, made: GivenReply) => gradeReply(question, made, made)

describe('an answer is right', () => {
  test('when its quote has an accepted answer and it is of a document with evidence', () => {
    expect(grade(WAITING, reply(given(CADETS)))).toMatchObject({ isSilent: false, isRight: true })
  })

  test('not when only the rest of its paragraph has it', () => {
    expect(grade(WAITING, reply(given(CADETS, { start: 58 })))).toMatchObject({ isRight: false })
  })

  test('not when another document says it', () => {
    const elsewhere = given(CADETS, { context: found(CADETS, 'pack') })
    expect(grade(WAITING, reply(elsewhere))).toMatchObject({ isRight: false })
  })

  test('not when the second answer would be', () => {
    expect(grade(WAITING, reply(given('There were 24 PCSOs.'), given(CADETS)))).toMatchObject({
      isRight: false,
    })
  })

  test('not when its quote is longer than 500 characters', () => {
    expect(grade(WAITING, reply(given(CADETS.padEnd(501, '.'))))).toMatchObject({ isRight: false })
  })

  test('never when the documents do not say', () => {
    expect(grade(DOGS, reply(given(CADETS)))).toMatchObject({ isRight: false, isHit10: null })
  })
})

describe('a silence is right', () => {
  test('only when the documents do not say', () => {
    expect(grade(DOGS, reply())).toMatchObject({ isSilent: true, isRight: true })
    expect(grade(WAITING, reply())).toMatchObject({ isSilent: true, isRight: false })
  })
})

describe('a value is right', () => {
  test('when it has an accepted answer, whatever else the quote has', () => {
    expect(grade(WAITING, reply(given(CADETS, { value: [37, 40] })))).toMatchObject({
      valueIsRight: true,
    })
    expect(grade(WAITING, reply(given(CADETS, { value: [10, 13] })))).toMatchObject({
      isRight: true,
      valueIsRight: false,
    })
  })

  test('or is a piece of one', () => {
    const waitingList = { ...WAITING, answers: ['390 on waiting list'] }
    expect(grade(waitingList, reply(given(CADETS, { value: [37, 40] }))).valueIsRight).toBe(true)
  })

  test('or is not asked for where there is none', () => {
    expect(grade(WAITING, reply(given(CADETS))).valueIsRight).toBe(null)
  })
})

describe('passages are a hit', () => {
  const passages = (count: number): GivenReply => ({
    ...reply(),
    passages: [...Array.from({ length: count }, () => found('There were 24 PCSOs.')), found(CADETS)],
  })

  test('when the evidence is among the first five, or the first ten', () => {
    expect(grade(WAITING, passages(4))).toMatchObject({ isHit5: true, isHit10: true })
    expect(grade(WAITING, passages(5))).toMatchObject({ isHit5: false, isHit10: true })
    expect(grade(WAITING, passages(10))).toMatchObject({ isHit5: false, isHit10: false })
  })

  test('with any of several passages, or only with all where all are needed', () => {
    const both = [...WAITING.evidence, { document: 'pack', quote: 'a waiting list of hundreds' }]
    expect(grade({ ...WAITING, evidence: both }, passages(0)).isHit5).toBe(true)
    expect(grade({ ...WAITING, evidence: both, needsAll: true }, passages(0)).isHit5).toBe(false)
  })
})

describe('confidence is judged', () => {
  test('by the first answer there is, given or held back', () => {
    expect(gradeReply(WAITING, reply(), reply(given(CADETS, { confidence: 0.2 }))).prediction).toEqual({
      confidence: 0.2,
      isRight: true,
    })
  })
})
