import { z } from 'zod'
import type { ParameterFault } from './errors.ts'
import { RequestError } from './errors.ts'

/**
 * The parameters of a query string, read by a schema.
 *
 * @throws RequestError (400) naming every parameter that cannot be taken
 */
export function readParameters<Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> {
  const read = schema.safeParse(query)
  if (read.success) return read.data
  throw refusal(read.error.issues.flatMap(toFaults))
}

/** What is told of parameters that cannot be taken. */
export function refusal(faults: readonly ParameterFault[]): RequestError {
  const detail = faults.map((fault) => `${fault.parameter} ${fault.detail}`).join('. ')
  return new RequestError(400, `${detail}.`, faults)
}

function toFaults(issue: z.core.$ZodIssue): ParameterFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((parameter) => ({ parameter, detail: 'is not a parameter of this address' }))
  return [{ parameter: issue.path.map(String).join('.') || 'query', detail: issue.message }]
}
