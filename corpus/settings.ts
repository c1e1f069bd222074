import type { z } from 'zod'

/**
 * Settings as the environment gives them, read by a schema. An empty one counts as not given.
 *
 * @throws Error naming each setting that is malformed, its value and what is allowed
 */
export function readSettings<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const faults = read.error.issues.map(
    (issue) => `${issue.path.join('.')}=${given[String(issue.path[0])] ?? ''}: ${issue.message}`,
  )
  throw new Error(`A setting is not as it should be. ${faults.join('. ')}.`)
}
