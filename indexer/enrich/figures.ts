import type { Figure } from '../../corpus/model/figure.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'

/** The quantities that a document states, with what they measure. */
export function findFigures(_parsed: ParsedDocument): Figure[] {
  return []
}
