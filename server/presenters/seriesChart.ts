import type { FigureEntry } from '../../corpus/model/register.ts'
export function presentSeriesChart(_entry: FigureEntry): object | null {
  return null
}
