import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../../corpus/root.ts'

const QUESTIONS_FILE = join(projectRoot, 'test/relevance/questions.json')

/** What a question asks for; `unanswerable` ones ask for what the documents do not say. */
export const JUDGED_TYPES = [
  'number',
  'who',
  'date',
  'commitment',
  'decision',
  'position',
  'reason',
  'definition',
  'comparison',
  'yes_no',
  'unanswerable',
] as const
export type JudgedType = (typeof JUDGED_TYPES)[number]

const evidenceSchema = z.strictObject({
  /** The id of a document. */
  document: z.string().min(1),
  /** Words of one paragraph as printed, white space collapsed. */
  quote: z.string().min(1),
})

const questionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  type: z.enum(JUDGED_TYPES),
  question: z.string().min(1),
  /** The words that answer, as they stand in the record: any one is enough. */
  answers: z.array(z.string().min(1)),
  /** Where it is answered: any one will do, or with `needsAll` only all together. */
  evidence: z.array(evidenceSchema),
  needsAll: z.boolean().default(false),
  /** What is hard about it; of an unanswerable one, what the documents say instead. */
  reason: z.string().min(1),
})

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>
export type JudgedQuestion = Readonly<z.infer<typeof questionSchema>>

/** @throws ZodError naming each question that is malformed */
export function readJudgedQuestions(): readonly JudgedQuestion[] {
  return z.array(questionSchema).parse(JSON.parse(readFileSync(QUESTIONS_FILE, 'utf8')))
}

export const isAnswerable = ({ type }: JudgedQuestion): boolean => type !== 'unanswerable'
