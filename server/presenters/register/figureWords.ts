import { formatDate } from '../../../corpus/model/formatDate.ts'
import type { FigureSense } from '../../../corpus/model/figure.ts'
import type { FigurePoint } from '../../../corpus/model/register.ts'

const SENSE_WORDS: Readonly<Record<FigureSense, string>> = {
  exactly: '',
  about: 'about ',
  more_than: 'more than ',
  less_than: 'less than ',
  target: 'target: ',
}

/** A value as the record prints it, with what is said of it: `about 200`. */
export function valueInWords({ text, start, end, sense }: FigurePoint): string {
  return `${SENSE_WORDS[sense]}${text.slice(start, end)}`
}

/** `September 2022`, `April 2021 to March 2022`; empty where the record states no period. */
export function periodInWords({ period }: Pick<FigurePoint, 'period'>): string {
  if (period === null) return ''
  const { from, to, basis } = period
  if (basis === 'year' || basis === 'month') return formatDate(from.slice(0, basis === 'year' ? 4 : 7))
  return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`
}
