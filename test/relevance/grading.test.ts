import { describe, expect, test } from '@jest/globals'
import { gradeResults } from './grading.ts'
import type { JudgedPassage } from './judgements.ts'

const found = (document: string, text: string) => ({ document: { id: document }, paragraph: { text } })
const judged = (document: string, quote: string, grade: 1 | 2 | 3): JudgedPassage => ({
  document,
  quote,
  grade,
  reason: 'says it',
})

const CADETS = judged('minutes', 'the cadets had 390 young people on a waiting list', 3)
const AWARD = judged('minutes', 'cadets took part in the award of the Duke of Edinburgh', 1)

describe('a result is graded', () => {
  test('by the passage that stands in it, however its white space runs', () => {
    const text = 'He said the cadets had 390 young\npeople on a  waiting list.'
    expect(gradeResults([found('minutes', text)], [CADETS, AWARD])).toEqual({ grades: [3], missed: [AWARD] })
  })

  test('0 without one, or with one of another document', () => {
    expect(
      gradeResults([found('minutes', 'Burglary fell.'), found('pack', CADETS.quote)], [CADETS]).grades,
    ).toEqual([0, 0])
  })

  test('and left out when its passage was seen before', () => {
    const results = [CADETS.quote, CADETS.quote, AWARD.quote].map((text) => found('minutes', text))
    expect(gradeResults(results, [CADETS, AWARD])).toEqual({ grades: [3, 1], missed: [] })
  })
})
