import { describe, expect, test } from '@jest/globals'
import { readMeasured } from '../../server/answer/measured.ts'
import { answerFigures } from './answers/figures.ts'
import type { AnswerOutcome } from './answers/grading.ts'
import { readBaseline } from './baseline.ts'
import { measuredOf } from './measured.ts'

const outcome = (
  type: AnswerOutcome['type'],
  came: Pick<AnswerOutcome, 'isSilent' | 'isRight'>,
): AnswerOutcome => ({ type, isHit5: null, isHit10: null, valueIsRight: null, prediction: null, ...came })

const RIGHT = { isSilent: false, isRight: true }
const WRONG = { isSilent: false, isRight: false }
const WRONGLY_SILENT = { isSilent: true, isRight: false }
const RIGHTLY_SILENT = { isSilent: true, isRight: true }

describe('what readers are told of the figures', () => {
  test('is that of the accepted baseline', () => {
    const { answers, search } = readMeasured()
    const baseline = readBaseline()
    expect(measuredOf(baseline, answers.day).answers).toEqual(answers)
    expect(measuredOf(baseline, search.day).search).toEqual(search)
  })

  test('counts each question once: answered rightly, answered wrongly, or met with silence', () => {
    const number = [RIGHT, RIGHT, WRONG, WRONGLY_SILENT].map((came) => outcome('number', came))
    const unanswerable = [RIGHTLY_SILENT, WRONG].map((came) => outcome('unanswerable', came))
    const answers = answerFigures([...number, ...unanswerable])
    const measured = measuredOf({ answers, search: null }, '2026-11-22')
    expect(measured).toMatchObject({
      answers: {
        day: '2026-11-22',
        answerable: { number: { right: 2, wrong: 1, silent: 1 }, who: { right: 0, wrong: 0, silent: 0 } },
        unanswerable: { right: 0, wrong: 1, silent: 1 },
      },
    })
    expect(measured).not.toHaveProperty('search')
  })
})
