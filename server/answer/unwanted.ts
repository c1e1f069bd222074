import { formatDate } from '../../corpus/model/formatDate.ts'
import { saidBy } from '../search/nameExpansions.ts'
import type { Interpretation } from './interpret.ts'

/** An interpretation without the roles and the period that the reader does not want to count. */
export function withoutUnwanted(
  interpretation: Interpretation,
  unwanted: ReadonlySet<string>,
): Interpretation {
  const period = periodNamed(interpretation)
  return {
    ...interpretation,
    roles: interpretation.roles.filter((role) => !unwanted.has(saidBy(role))),
    ...(period !== null && unwanted.has(period)
      ? { periods: [], months: new Set<number>(), from: null, to: null }
      : {}),
  }
}

/** The period that a question names, as a reader is shown it and leaves it out by; null where it names none. */
export function periodNamed({ from, to }: Pick<Interpretation, 'from' | 'to'>): string | null {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null) return null
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}
