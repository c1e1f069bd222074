import type { RecordPlace } from '../../../corpus/model/register.ts'

/** By date, then by place; what has no date comes last, in an order that says nothing of time. Sort is stable: reading order holds. */
export function inOrder<Entry extends RecordPlace>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
}

function orderOf({ date, documentId }: RecordPlace): string {
  return `${date ?? '~'} ${documentId}`
}
