import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'
import { MEASURED_FILE, readMeasured } from '../../server/answer/measured.ts'
import { OVERALL_FIGURES, TYPE_FIGURES } from './answers/figures.ts'
import { JUDGED_TYPES } from './answers/questions.ts'
import { QUERY_CLASSES } from './judgements.ts'
import { measuredOf } from './measured.ts'

const BASELINE_FILE = join(projectRoot, 'test/relevance/baseline.json')

const searchSchema = z.record(
  z.enum([...QUERY_CLASSES, 'all']),
  z.strictObject({
    queries: z.number(),
    ndcg: z.number(),
    precision: z.number(),
    mrr: z.number(),
    recall: z.number(),
    totals: z.number().nullable(),
  }),
)

const figureSchema = z.strictObject({ value: z.number(), of: z.number() }).nullable()
const answersSchema = z.strictObject({
  byType: z.record(z.enum([...JUDGED_TYPES, 'all']), z.record(z.enum(TYPE_FIGURES), figureSchema)),
  overall: z.record(z.enum(OVERALL_FIGURES), figureSchema),
})

const baselineSchema = z.strictObject({ search: searchSchema.nullable(), answers: answersSchema.nullable() })

/** The figures accepted last; null of what there are none of yet. */
export type Baseline = Readonly<z.infer<typeof baselineSchema>>

export function readBaseline(): Baseline {
  if (!existsSync(BASELINE_FILE)) return { search: null, answers: null }
  return baselineSchema.parse(JSON.parse(readFileSync(BASELINE_FILE, 'utf8')))
}

/** Figures not named stay as they were. What the service shows of them to its readers is written too. */
export async function acceptBaseline(accepted: Partial<Baseline>, day: string): Promise<void> {
  await writeJson(BASELINE_FILE, { ...readBaseline(), ...accepted })
  await writeJson(MEASURED_FILE, { ...readMeasured(), ...measuredOf(accepted, day) })
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`)
}
