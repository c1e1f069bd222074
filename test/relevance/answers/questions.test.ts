import { describe, expect, test } from '@jest/globals'
import { documentsWith, shippedTexts } from '../shippedTexts.ts'
import { holdsAnswer } from './matching.ts'
import { isAnswerable, JUDGED_TYPES, readJudgedQuestions } from './questions.ts'

const questions = readJudgedQuestions()
const answerable = questions.filter(isAnswerable)
const unanswerable = questions.filter((question) => !isAnswerable(question))

/** A longer one would let any quote pass that is long enough. */
const LONGEST_ANSWER_WORDS = 16

describe('the questions', () => {
  test('are 120 or more, each with an id of its own and asked once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(120)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(new Set(questions.map(({ question }) => question.toLowerCase())).size).toBe(questions.length)
  })

  test.each(JUDGED_TYPES)('are six or more of the type %s', (name) => {
    expect(questions.filter(({ type }) => type === name).length).toBeGreaterThanOrEqual(6)
  })

  test('are of every document', () => {
    const named = answerable.flatMap(({ evidence }) => evidence.map(({ document }) => document))
    expect(new Set(named)).toEqual(new Set(shippedTexts.keys()))
  })

  test.each(answerable)('$id: each quote stands in the document named and in no other', ({ evidence }) => {
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.map(({ quote }) => documentsWith(quote))).toEqual(
      evidence.map(({ document }) => [document]),
    )
  })

  test.each(answerable)('$id: each answer is short and stands in a quote', ({ answers, evidence }) => {
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) {
      expect(answer.split(' ').length).toBeLessThanOrEqual(LONGEST_ANSWER_WORDS)
      expect(evidence.some(({ quote }) => holdsAnswer(quote, answer))).toBe(true)
    }
  })

  test.each(answerable)('$id: each quote has an answer', ({ answers, evidence }) => {
    expect(evidence.filter(({ quote }) => !answers.some((answer) => holdsAnswer(quote, answer)))).toEqual([])
  })

  test.each(answerable.filter(({ needsAll }) => needsAll))('$id: all are two or more', ({ evidence }) => {
    expect(evidence.length).toBeGreaterThanOrEqual(2)
  })
})

describe('the unanswerable questions', () => {
  test('are 25 or more', () => {
    expect(unanswerable.length).toBeGreaterThanOrEqual(25)
  })

  test.each(unanswerable)('$id: there is neither an answer nor evidence', ({ answers, evidence }) => {
    expect({ answers, evidence }).toEqual({ answers: [], evidence: [] })
  })
})
