import { describe, expect, test } from '@jest/globals'
import { answerFigures } from './figures.ts'
import type { AnswerOutcome } from './grading.ts'
import { hasAnswerLoss, isOverallLoss, isTypeLoss } from './loss.ts'
import { JUDGED_TYPES } from './questions.ts'

const RIGHT: AnswerOutcome = {
  type: 'number',
  isHit5: true,
  isHit10: true,
  isSilent: false,
  isRight: true,
  valueIsRight: null,
  prediction: { confidence: 1, isRight: true },
}
const WRONG = { ...RIGHT, isRight: false, prediction: { confidence: 1, isRight: false } }
const SILENT = { ...WRONG, isSilent: true }
const WELL_UNANSWERED: AnswerOutcome = {
  ...SILENT,
  type: 'unanswerable',
  isHit5: null,
  isHit10: null,
  isRight: true,
  prediction: null,
}
const WRONGLY_ANSWERED: AnswerOutcome = { ...WELL_UNANSWERED, isSilent: false, isRight: false }

describe('figures of answers', () => {
  test('tell right ones, wrong ones given and silences apart', () => {
    const { byType, overall } = answerFigures([RIGHT, WRONG, SILENT, WELL_UNANSWERED, WRONGLY_ANSWERED])
    expect(byType.all).toMatchObject({ accuracy: { value: 0.4, of: 5 }, wrong: { value: 0.4, of: 5 } })
    expect(byType.number).toMatchObject({
      accuracy: { value: 0.3333, of: 3 },
      wrong: { value: 0.3333, of: 3 },
    })
    expect(overall).toMatchObject({
      silencePrecision: { value: 0.5, of: 2 },
      silenceRecall: { value: 0.5, of: 2 },
    })
  })

  test('are taken over what they can be taken over', () => {
    const { byType, overall } = answerFigures([RIGHT, { ...RIGHT, valueIsRight: true }, WRONGLY_ANSWERED])
    expect(byType.all).toMatchObject({ hit10: { value: 1, of: 2 }, value: { value: 1, of: 1 } })
    expect(byType.unanswerable.hit10).toBe(null)
    expect(byType.date.accuracy).toBe(null)
    expect(overall.silencePrecision).toBe(null)
    expect(overall.calibrationError).toEqual({ value: 0, of: 2 })
  })
})

describe('a loss of answers', () => {
  const of = (number: readonly AnswerOutcome[]) =>
    answerFigures([
      ...number,
      ...JUDGED_TYPES.filter((type) => type !== 'number').flatMap((type) =>
        Array.from({ length: 8 }, () => (type === 'unanswerable' ? WELL_UNANSWERED : { ...RIGHT, type })),
      ),
    ])
  const eight = (...first: AnswerOutcome[]) =>
    of([...first, ...Array<AnswerOutcome>(8 - first.length).fill(RIGHT)])
  const baseline = eight()

  test('is not that one question of a type is answered wrongly', () => {
    expect(hasAnswerLoss(eight(WRONG), baseline)).toBe(false)
  })

  test('is that two of a type are, which over all is noise', () => {
    const now = eight(WRONG, WRONG)
    expect(isTypeLoss('number', 'accuracy', now, baseline)).toBe(true)
    expect(isTypeLoss('number', 'wrong', now, baseline)).toBe(true)
    expect(isTypeLoss('all', 'accuracy', now, baseline)).toBe(false)
    expect(isOverallLoss('calibrationError', now, baseline)).toBe(false)
  })

  test('over all is that three are', () => {
    const now = eight(WRONG, WRONG, WRONG)
    expect(isTypeLoss('all', 'accuracy', now, baseline)).toBe(true)
    expect(isOverallLoss('calibrationError', now, baseline)).toBe(true)
  })

  test('is never a figure that got better', () => {
    expect(hasAnswerLoss(baseline, eight(WRONG, WRONG, SILENT))).toBe(false)
  })
})
