import { alignedTable } from '../../builders/alignedTable.ts'
import { comparisonCells } from '../comparison.ts'
import { collapsed } from '../judgements.ts'
import type { AnswerFigures, OverallFigure, TypeFigure } from './figures.ts'
import { OVERALL_FIGURES, TYPE_FIGURES } from './figures.ts'
import { isOverallLoss, isTypeLoss } from './loss.ts'
import { JUDGED_TYPES } from './questions.ts'
import type { GradedQuestion } from './run.ts'

const HEADS: Readonly<Record<TypeFigure | OverallFigure, string>> = {
  hit5: 'hit@5',
  hit10: 'hit@10',
  accuracy: 'accuracy',
  wrong: 'wrong given',
  value: 'value',
  silencePrecision: 'silence: precision',
  silenceRecall: 'silence: recall',
  calibrationError: 'calibration error',
}

/** Each figure with the baseline's beside it and the difference; `!` marks a loss. */
export function answersTable(now: AnswerFigures, baseline: AnswerFigures | null): string {
  return `${typesTable(now, baseline)}\n\n${overallTable(now, baseline)}`
}

function typesTable(now: AnswerFigures, baseline: AnswerFigures | null): string {
  const head = ['type', 'questions', ...TYPE_FIGURES.flatMap((name) => [HEADS[name], 'was', ''])]
  const rows = [...JUDGED_TYPES, 'all' as const].map((group) => [
    group,
    String(now.byType[group].accuracy?.of ?? 0),
    ...TYPE_FIGURES.flatMap((name) =>
      comparisonCells(
        now.byType[group][name]?.value ?? null,
        baseline?.byType[group][name]?.value ?? null,
        baseline !== null && isTypeLoss(group, name, now, baseline),
      ),
    ),
  ])
  return alignedTable([head, ...rows])
}

function overallTable(now: AnswerFigures, baseline: AnswerFigures | null): string {
  const rows = OVERALL_FIGURES.map((name) => [
    HEADS[name],
    String(now.overall[name]?.of ?? 0),
    ...comparisonCells(
      now.overall[name]?.value ?? null,
      baseline?.overall[name]?.value ?? null,
      baseline !== null && isOverallLoss(name, now, baseline),
    ),
  ])
  return alignedTable([['over all', 'questions', '', 'was', ''], ...rows])
}

/** Each question that was not answered rightly: those with a wrong answer first, with what was said. */
export function mistakesList(graded: readonly GradedQuestion[]): string {
  const mistakes = graded.filter(({ outcome }) => !outcome.isRight)
  const given = mistakes.filter(({ outcome }) => !outcome.isSilent)
  const silent = mistakes.filter(({ outcome }) => outcome.isSilent)
  return [...given, ...silent].map(mistakeLines).join('\n')
}

function mistakeLines({ question, reply, outcome }: GradedQuestion): string {
  const where = outcome.isHit10 === false ? '  (not among the passages)' : ''
  const kind = outcome.isSilent ? 'silent' : 'wrong '
  return [
    `${kind}  ${question.type}  ${question.id}: ${question.question}${where}`,
    ...(question.answers.length > 0 ? [`        should say  ${question.answers.join(' | ')}`] : []),
    ...reply.answers.slice(0, 1).map(({ context, start, end, confidence }) => {
      const quote = collapsed(context.paragraph.text.slice(start, end))
      return `        said ${confidence.toFixed(2)}   ${context.document.id}: ${quote}`
    }),
  ].join('\n')
}
