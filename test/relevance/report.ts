import { alignedTable } from '../builders/alignedTable.ts'
import { comparisonCells } from './comparison.ts'
import { isLoss } from './loss.ts'
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
  const isLost = baseline !== null && isLoss(group, figure, now, baseline)
  return comparisonCells(now[group][figure], baseline?.[group][figure] ?? null, isLost)
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
