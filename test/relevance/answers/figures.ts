import { mean, rounded } from '../figures.ts'
import { calibrationError } from './calibration.ts'
import type { AnswerOutcome } from './grading.ts'
import type { JudgedType } from './questions.ts'
import { JUDGED_TYPES } from './questions.ts'

/** A figure from 0 to 1, and how many questions it was taken over. */
export interface Figure {
  readonly value: number
  readonly of: number
}

export const TYPE_FIGURES = ['hit5', 'hit10', 'accuracy', 'wrong', 'value'] as const
export type TypeFigure = (typeof TYPE_FIGURES)[number]
export const OVERALL_FIGURES = ['silencePrecision', 'silenceRecall', 'calibrationError'] as const
export type OverallFigure = (typeof OVERALL_FIGURES)[number]

/** Null where there was nothing to take a figure over. */
type Figures<Name extends string> = Readonly<Record<Name, Figure | null>>

export interface AnswerFigures {
  readonly byType: Readonly<Record<JudgedType | 'all', Figures<TypeFigure>>>
  readonly overall: Figures<OverallFigure>
}

export function answerFigures(outcomes: readonly AnswerOutcome[]): AnswerFigures {
  const ofType = JUDGED_TYPES.map(
    (name) => [name, typeFigures(outcomes.filter(({ type }) => type === name))] as const,
  )
  return {
    // There is an entry for each type.
    byType: {
      ...(Object.fromEntries(ofType) as Record<JudgedType, Figures<TypeFigure>>),
      all: typeFigures(outcomes),
    },
    overall: overallFigures(outcomes),
  }
}

function typeFigures(outcomes: readonly AnswerOutcome[]): Figures<TypeFigure> {
  return {
    hit5: share(outcomes.map(({ isHit5 }) => isHit5)),
    hit10: share(outcomes.map(({ isHit10 }) => isHit10)),
    accuracy: share(outcomes.map(({ isRight }) => isRight)),
    wrong: share(outcomes.map(({ isSilent, isRight }) => !isSilent && !isRight)),
    value: share(outcomes.map(({ valueIsRight }) => valueIsRight)),
  }
}

function overallFigures(outcomes: readonly AnswerOutcome[]): Figures<OverallFigure> {
  const silences = outcomes.filter(({ isSilent }) => isSilent)
  const unanswerable = outcomes.filter(({ type }) => type === 'unanswerable')
  const predictions = outcomes.flatMap(({ prediction }) => prediction ?? [])
  return {
    silencePrecision: share(silences.map(({ isRight }) => isRight)),
    silenceRecall: share(unanswerable.map(({ isSilent }) => isSilent)),
    calibrationError:
      predictions.length > 0
        ? { value: rounded(calibrationError(predictions)), of: predictions.length }
        : null,
  }
}

/** The share that is true of those that are not null. */
function share(judged: readonly (boolean | null)[]): Figure | null {
  const known = judged.filter((is) => is !== null).map(Number)
  return known.length > 0 ? { value: mean(known), of: known.length } : null
}
