import type { QueryClass } from './judgements.ts'
import { QUERY_CLASSES } from './judgements.ts'

export const FIGURES = ['ndcg', 'precision', 'mrr', 'recall', 'totals'] as const
export type FigureName = (typeof FIGURES)[number]

/** Means over queries, 0 to 1. `totals`: the share of those with a known total that have it; null without any. */
export type Figures = Readonly<Record<Exclude<FigureName, 'totals'>, number>> & {
  readonly queries: number
  readonly totals: number | null
}

export type FiguresByClass = Readonly<Record<QueryClass | 'all', Figures>>

/** What one query came to. */
export interface Outcome extends Readonly<Record<Exclude<FigureName, 'totals'>, number>> {
  readonly class: QueryClass
  /** Null where no total is known. */
  readonly totalIsRight: boolean | null
}

export function figuresByClass(outcomes: readonly Outcome[]): FiguresByClass {
  const ofClass = QUERY_CLASSES.map(
    (name) => [name, figuresOf(outcomes.filter((outcome) => outcome.class === name))] as const,
  )
  // There is an entry for each class.
  return { ...(Object.fromEntries(ofClass) as Record<QueryClass, Figures>), all: figuresOf(outcomes) }
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const totals = outcomes.flatMap(({ totalIsRight }) => (totalIsRight === null ? [] : [Number(totalIsRight)]))
  return {
    queries: outcomes.length,
    ndcg: mean(outcomes.map(({ ndcg }) => ndcg)),
    precision: mean(outcomes.map(({ precision }) => precision)),
    mrr: mean(outcomes.map(({ mrr }) => mrr)),
    recall: mean(outcomes.map(({ recall }) => recall)),
    totals: totals.length > 0 ? mean(totals) : null,
  }
}

export function mean(values: readonly number[]): number {
  return rounded(values.reduce((total, value) => total + value, 0) / values.length)
}

/** To four digits, as figures are kept. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
