import type { FigureName, FiguresByClass } from './figures.ts'
import { FIGURES } from './figures.ts'
import { QUERY_CLASSES } from './judgements.ts'

/**
 * How much of one query's figure a class may lose, which its mean divides by its queries: what one passage costs that moves
 * a little. The only right result falling from the first place to the second costs 0.5 of the reciprocal rank; with others
 * judged, a change of places at the head costs up to 0.3 of the nDCG; one passage of three lost, a third of the rest.
 */
const NOISE_IN_CLASS = { ndcg: 0.3, precision: 0.34, mrr: 0.5, recall: 0.34 } as const
/** Over all, two queries may lose that much. */
const QUERIES_WITH_NOISE = 2

/** A figure lower than the baseline's by more than noise. A wrong total is never noise. */
export function isLoss(
  group: keyof FiguresByClass,
  figure: FigureName,
  now: FiguresByClass,
  baseline: FiguresByClass,
): boolean {
  const before = baseline[group][figure]
  const after = now[group][figure]
  return before !== null && after !== null && before - after > noiseOf(group, figure, now[group].queries)
}

function noiseOf(group: keyof FiguresByClass, figure: FigureName, queries: number): number {
  if (figure === 'totals') return 0
  return (NOISE_IN_CLASS[figure] * (group === 'all' ? QUERIES_WITH_NOISE : 1)) / queries
}

export function hasLoss(now: FiguresByClass, baseline: FiguresByClass): boolean {
  return [...QUERY_CLASSES, 'all' as const].some((group) =>
    FIGURES.some((figure) => isLoss(group, figure, now, baseline)),
  )
}
