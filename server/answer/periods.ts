import type { FoundDate } from '../../indexer/analysis/dates.ts'
import { datesIn } from '../../indexer/analysis/dates.ts'

const YEAR = /(?<![\d/.,-])(?:19|20)\d\d(?![\d/-]|[.,]\d)/g

/** The days, months and years that a question names, each once, in reading order. */
export function periodsIn(question: string): FoundDate[] {
  const dates = datesIn(question)
  const years = [...question.matchAll(YEAR)]
    .map((match) => ({ date: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !dates.some((date) => date.start <= start && start < date.end))
  const found = [...dates, ...years].sort((a, b) => a.start - b.start)
  return found.filter(({ date }, index) => found.findIndex((other) => other.date === date) === index)
}
