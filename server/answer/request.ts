import { z } from 'zod'
import { filterShape, LONGEST_QUERY, queryText, values, withoutEmpty } from '../search/request.ts'
import type { AnswerRequest } from './answer.ts'

const answerShape = {
  q: queryText.refine((question) => question.trim() !== '', 'is empty: ask a question'),
  ...filterShape,
  /** What the reader does not want made of the question. */
  notAlso: values.default([]),
  minConfidence: z
    .string()
    .regex(/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/, 'is not a number from 0 to 1')
    .transform(Number)
    .optional(),
  explain: z.enum(['true', 'false'], 'is neither true nor false').default('false'),
}

export const apiAnswerSchema = z.strictObject(answerShape)
/** The page is opened without a question, keeps one that is too long in its box, and passes over what it does not know. */
export const pageAnswerSchema = z.object({
  ...answerShape,
  q: z.string('is given more than once').default(''),
})

export const isTooLong = (question: string): boolean => question.length > LONGEST_QUERY

export function toAnswerRequest({
  q,
  minConfidence,
  notAlso,
  explain: _explain,
  ...filters
}: z.infer<typeof apiAnswerSchema>): AnswerRequest {
  return { question: q, minConfidence: minConfidence ?? null, notAlso, filters: withoutEmpty(filters) }
}
