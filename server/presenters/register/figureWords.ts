import type { FigurePeriod, FigureSense } from '../../../corpus/model/figure.ts'
import { formatDate } from '../../../corpus/model/formatDate.ts'
import { MONTHS } from '../../../corpus/model/months.ts'
import type { FigureEntry, FigurePoint } from '../../../corpus/model/register.ts'

export const SENSE_WORDS: Readonly<Record<FigureSense, string>> = {
  exactly: '',
  about: 'about ',
  more_than: 'more than ',
  less_than: 'less than ',
  target: 'target ',
}

/** What it measures, and of whom. */
export function figureTitle({ measure, population }: FigureEntry): string {
  return population === null ? measure : `${measure}, ${population}`
}

/** A value as the record prints it, with what is said of it: `about 200`. */
export function valueInWords({ text, start, end, sense }: FigurePoint): string {
  return `${SENSE_WORDS[sense]}${text.slice(start, end)}`
}

/** Empty where the record states no period. */
export function periodInWords({ period }: Pick<FigurePoint, 'period'>): string {
  return period === null ? '' : periodLabel(period)
}

/** A period as short as it can be told apart: `2021/22`, `Sep 2022`, `Apr to Sep 2022`, `year to Jun 2024`. */
export function periodLabel({ from, to, basis }: FigurePeriod): string {
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)]
  if (basis === 'financial_year') return `${year}/${lastYear.slice(2)}`
  if (basis === 'rolling_year') return `year to ${monthLabel(to)}`
  if (from === to) return from.length === 7 ? monthLabel(from) : formatDate(from)
  return year === lastYear
    ? `${monthName(from)} to ${monthLabel(to)}`
    : `${monthLabel(from)} to ${monthLabel(to)}`
}

const monthName = (date: string): string => (MONTHS[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3)
const monthLabel = (date: string): string => `${monthName(date)} ${date.slice(0, 4)}`
