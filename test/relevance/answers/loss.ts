import type { AnswerFigures, Figure, OverallFigure, TypeFigure } from './figures.ts'
import { OVERALL_FIGURES, TYPE_FIGURES } from './figures.ts'
import type { JudgedType } from './questions.ts'
import { JUDGED_TYPES } from './questions.ts'

const LOWER_IS_BETTER: ReadonlySet<TypeFigure | OverallFigure> = new Set(['wrong', 'calibrationError'])

/** How many questions may come to something else before it counts: in one type, and over all. */
const QUESTIONS_OF_NOISE = { type: 1, all: 2 } as const
/** Figures have four digits, so that a difference may be half a digit more than it is. */
const ROUNDING = 0.0001

export function isTypeLoss(
  group: JudgedType | 'all',
  name: TypeFigure,
  now: AnswerFigures,
  baseline: AnswerFigures,
): boolean {
  const noise = group === 'all' ? QUESTIONS_OF_NOISE.all : QUESTIONS_OF_NOISE.type
  return isWorse(name, now.byType[group][name], baseline.byType[group][name], noise)
}

export function isOverallLoss(name: OverallFigure, now: AnswerFigures, baseline: AnswerFigures): boolean {
  return isWorse(name, now.overall[name], baseline.overall[name], QUESTIONS_OF_NOISE.all)
}

/** Worse than what so many questions with another outcome cost. */
function isWorse(
  name: TypeFigure | OverallFigure,
  now: Figure | null,
  before: Figure | null,
  questions: number,
): boolean {
  if (!now || !before) return false
  const lost = LOWER_IS_BETTER.has(name) ? now.value - before.value : before.value - now.value
  return lost > questions / now.of + ROUNDING
}

export function hasAnswerLoss(now: AnswerFigures, baseline: AnswerFigures): boolean {
  return (
    [...JUDGED_TYPES, 'all' as const].some((group) =>
      TYPE_FIGURES.some((name) => isTypeLoss(group, name, now, baseline)),
    ) || OVERALL_FIGURES.some((name) => isOverallLoss(name, now, baseline))
  )
}
