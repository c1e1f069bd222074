import type { AnswerableKind, AnswerCounts, Measured } from '../../server/answer/measured.ts'
import { ANSWERABLE_KINDS } from '../../server/answer/measured.ts'
import type { AnswerFigures } from './answers/figures.ts'
import type { JudgedType } from './answers/questions.ts'
import type { Baseline } from './baseline.ts'

/** Accepted figures as the service shows them to its readers: counts in place of shares. */
export function measuredOf({ answers, search }: Partial<Baseline>, day: string): Partial<Measured> {
  return {
    ...(answers && { answers: { day, ...countsOfAnswers(answers) } }),
    ...(search && { search: { day, queries: search.all.queries, precisionAt5: search.all.precision } }),
  }
}

function countsOfAnswers(figures: AnswerFigures): Omit<Measured['answers'], 'day'> {
  const counts = ANSWERABLE_KINDS.map((kind) => [kind, countsOf(figures, kind)] as const)
  const { right: rightSilences, wrong } = countsOf(figures, 'unanswerable')
  return {
    // There is an entry for each kind.
    answerable: Object.fromEntries(counts) as Record<AnswerableKind, AnswerCounts>,
    unanswerable: { right: 0, wrong, silent: rightSilences },
  }
}

/** What is right is an answer, or of what cannot be answered a silence. */
function countsOf({ byType }: AnswerFigures, type: JudgedType): AnswerCounts {
  const { accuracy, wrong } = byType[type]
  if (!accuracy || !wrong) return { right: 0, wrong: 0, silent: 0 }
  const count = (figure: { readonly value: number; readonly of: number }): number =>
    Math.round(figure.value * figure.of)
  return { right: count(accuracy), wrong: count(wrong), silent: accuracy.of - count(accuracy) - count(wrong) }
}
