import { alignedTable } from '../builders/alignedTable.ts'
import { isLoss } from './baseline.ts'
import type { FigureName, FiguresByClass } from './figures.ts'
import { FIGURES } from './figures.ts'
import { QUERY_CLASSES } from './judgements.ts'
import type { GradedQuery } from './run.ts'

const HEADS: Readonly<Record<FigureName, string>> = {
  ndcg: 'nDCG@10',
  precision: 'P@5',
  mrr: 'MRR',
  recall: 'recall@20',
  totals: 'totals',
}
const NONE = '-'

/** Each figure with the baseline's beside it and the difference; `!` marks a loss. */
export function figuresTable(now: FiguresByClass, baseline: FiguresByClass | null): string {
  const head = ['class', 'queries', ...FIGURES.flatMap((figure) => [HEADS[figure], 'was', ''])]
  const rows = [...QUERY_CLASSES, 'all' as const].map((group) => [
    group,
    String(now[group].queries),
    ...FIGURES.flatMap((figure) => figureCells(group, figure, now, baseline)),
  ])
  return alignedTable([head, ...rows])
}

function figureCells(
  group: keyof FiguresByClass,
  figure: FigureName,
  now: FiguresByClass,
  baseline: FiguresByClass | null,
): string[] {
  const value = now[group][figure]
  const before = baseline?.[group][figure] ?? null
  if (value === null) return [NONE, NONE, '']
  if (baseline === null || before === null) return [value.toFixed(3), NONE, '']
  const mark = isLoss(group, figure, now, baseline) ? '!' : ''
  return [value.toFixed(3), before.toFixed(3), `${signed(value - before)}${mark}`]
}

function signed(difference: number): string {
  const rounded = difference.toFixed(3)
  return Number(rounded) === 0 ? '=' : difference > 0 ? `+${rounded}` : rounded
}

/** The nDCG of each query with the judged passages that its first twenty results lack, the worst first. */
export function queriesList(graded: readonly GradedQuery[]): string {
  return [...graded]
    .sort((a, b) => a.outcome.ndcg - b.outcome.ndcg)
    .map(({ query, outcome, total, missed }) =>
      [
        `${outcome.ndcg.toFixed(3)}  ${query.class}  ${query.id}: ${query.query}${totalNote(query.total, total)}`,
        ...missed.map(({ document, grade, quote }) => `       missed ${grade}  ${document}: ${quote}`),
      ].join('\n'),
    )
    .join('\n')
}

function totalNote(known: number | undefined, total: number): string {
  return known === undefined || known === total ? '' : `  (total ${total}, should be ${known})`
}
