import { z } from 'zod'
import { filterShape, refuseUpsideDown } from '../search/request.ts'
import type { Claim } from './claim.ts'
import { FEWEST_WORDS, readQuotation } from './quotation.ts'

export const LONGEST_QUOTATION = 5_000
const LONGEST_NAME = 200

export interface CheckRequest extends Claim {
  readonly quote: string
}

const counted = (count: number): string => count.toLocaleString('en-GB')
const NOT_TEXT = 'is not one text'

const quote = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing' : NOT_TEXT) })
  .superRefine((text, context) => {
    const message = faultOf(text)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })

/** What is wrong with the length of a quotation; null where nothing is. */
function faultOf(text: string): string | null {
  if (text.length > LONGEST_QUOTATION)
    return `is too long: it has ${counted(text.length)} characters, and ${counted(LONGEST_QUOTATION)} are the most that are checked`
  const words = readQuotation(text)[0].words.filter(({ brackets }) => brackets === null).length
  return words < FEWEST_WORDS
    ? `is too short: it has ${words} word${words === 1 ? '' : 's'}, and ${FEWEST_WORDS} are the fewest that tell one passage from another`
    : null
}

const checkShape = {
  quote,
  saidBy: z.string(NOT_TEXT).max(LONGEST_NAME, `has more than ${LONGEST_NAME} characters`).default(''),
  /** One day, month or year; or else `from` and `to`. */
  date: filterShape.from,
  from: filterShape.from,
  to: filterShape.to,
}

/** The API refuses what it does not know; the page passes over it. */
export const apiCheckSchema = z
  .strictObject(checkShape)
  .superRefine(refuseTwoDates)
  .superRefine(refuseUpsideDown)
export const pageCheckSchema = z.object(checkShape).superRefine(refuseTwoDates).superRefine(refuseUpsideDown)

function refuseTwoDates(
  { date, from, to }: Partial<Record<'date' | 'from' | 'to', string | undefined>>,
  context: z.RefinementCtx,
): void {
  if (date !== undefined && (from !== undefined || to !== undefined))
    context.addIssue({
      code: 'custom',
      path: ['date'],
      message: 'is given beside from or to: give one day, or a span',
    })
}

export function toCheckRequest({
  quote: text,
  saidBy,
  date,
  from,
  to,
}: z.infer<typeof apiCheckSchema>): CheckRequest {
  return {
    quote: text,
    saidBy: saidBy.trim() === '' ? null : saidBy.replace(/\s+/g, ' ').trim(),
    from: date ?? from ?? null,
    to: date ?? to ?? null,
  }
}
