import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'
import { QUESTION_TYPES } from './interpret.ts'

/** Written by `npm run relevance -- --accept`. */
export const MEASURED_FILE = join(projectRoot, 'server/answer/measured.json')

/** What judged questions ask for, of those that their documents answer. */
export const ANSWERABLE_KINDS = QUESTION_TYPES.filter((type) => type !== 'other')
export type AnswerableKind = (typeof ANSWERABLE_KINDS)[number]

/** How many questions were answered rightly, wrongly, and with silence; together all that were asked. */
const countsSchema = z.strictObject({ right: z.int(), wrong: z.int(), silent: z.int() })
export type AnswerCounts = Readonly<z.infer<typeof countsSchema>>

const measuredSchema = z.strictObject({
  answers: z.strictObject({
    /** The day on which it was measured. */
    day: z.iso.date(),
    answerable: z.record(z.enum(ANSWERABLE_KINDS), countsSchema),
    /** What the documents do not say: silence is right. */
    unanswerable: countsSchema,
  }),
  search: z.strictObject({ day: z.iso.date(), queries: z.int(), precisionAt5: z.number() }),
})

/** How well the judged questions and queries of the project were answered when that was last measured and accepted. */
export type Measured = Readonly<z.infer<typeof measuredSchema>>

export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(MEASURED_FILE, 'utf8')))
}
