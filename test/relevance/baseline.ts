import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'
import type { FigureName, FiguresByClass } from './figures.ts'
import { FIGURES } from './figures.ts'
import { QUERY_CLASSES } from './judgements.ts'

const BASELINE_FILE = join(projectRoot, 'test/relevance/baseline.json')

const figuresSchema = z.strictObject({
  queries: z.number(),
  ndcg: z.number(),
  precision: z.number(),
  mrr: z.number(),
  recall: z.number(),
  totals: z.number().nullable(),
})
const baselineSchema = z.record(z.enum([...QUERY_CLASSES, 'all']), figuresSchema)

/** The figures accepted last; null before there are any. */
export function readBaseline(): FiguresByClass | null {
  if (!existsSync(BASELINE_FILE)) return null
  return baselineSchema.parse(JSON.parse(readFileSync(BASELINE_FILE, 'utf8')))
}

export async function acceptBaseline(figures: FiguresByClass): Promise<void> {
  await writeFile(BASELINE_FILE, `${JSON.stringify(figures, null, 2)}\n`)
}

/**
 * How many whole queries a figure may lose. In a class it is half of one: its first right result falling from the first
 * place to the second costs a query 0.5 of its reciprocal rank and 0.37 of its nDCG, and one change of ties does that.
 * Over all it is a whole one: two such queries.
 */
const NOISE_IN_QUERIES = { class: 0.5, all: 1 } as const

/** A figure lower than the baseline's by more than noise. A wrong total is never noise. */
export function isLoss(
  group: keyof FiguresByClass,
  figure: FigureName,
  now: FiguresByClass,
  baseline: FiguresByClass,
): boolean {
  const before = baseline[group][figure]
  const after = now[group][figure]
  if (before === null || after === null) return false
  const noise =
    figure === 'totals' ? 0 : NOISE_IN_QUERIES[group === 'all' ? 'all' : 'class'] / now[group].queries
  return before - after > noise
}

export function hasLoss(now: FiguresByClass, baseline: FiguresByClass): boolean {
  return [...QUERY_CLASSES, 'all' as const].some((group) =>
    FIGURES.some((figure) => isLoss(group, figure, now, baseline)),
  )
}
