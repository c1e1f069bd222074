import type { Span } from '../../corpus/model/document.ts'
import type { Figure, FigurePeriod } from '../../corpus/model/figure.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { Quantity } from '../analysis/quantities.ts'
import { quantitiesIn } from '../analysis/quantities.ts'
import { statedPeriods } from '../analysis/statedPeriods.ts'
import { termsOfText } from '../analysis/terms.ts'

/** The first row of a table whose columns are times: for each cell its period, null where it names none. */
export type PeriodHeader = readonly (FigurePeriod | null)[]

const FEWEST_PERIODS = 2

const cellsOf = ({ text, cells }: Paragraph): string[] => cells.map(([start, end]) => text.slice(start, end))

/** Null where a row is not the header of a table of values by period. */
export function periodHeaderOf(row: Paragraph): PeriodHeader | null {
  const periods = cellsOf(row).map(periodOfCell)
  return periods.filter((period) => period !== null).length >= FEWEST_PERIODS && periods[0] === null
    ? periods
    : null
}

/** The cell must name the period and no more: a year `to date` is none. */
function periodOfCell(cell: string): FigurePeriod | null {
  const period = statedPeriods(`in ${cell}`, null)[0]?.period
  return period?.words === cell ? period : null
}

/** The values of a row, each of what its first cell names and of the period above it. */
export function figuresOfRow(row: Paragraph, header: PeriodHeader): Figure[] {
  const [label = '', ...values] = cellsOf(row)
  if (row.cells.length !== header.length || /\d/.test(label) || termsOfText(label).length === 0) return []
  return values.flatMap((cell, index) => {
    const period = header[index + 1]
    const span = row.cells[index + 1]
    const quantity = quantityOfCell(cell)
    return period && span && quantity ? [figureOf(row, label, span, quantity, period)] : []
  })
}

function quantityOfCell(cell: string): Quantity | null {
  const [quantity] = quantitiesIn(cell)
  return quantity?.start === 0 && quantity.end === cell.length ? quantity : null
}

function figureOf(
  row: Paragraph,
  label: string,
  [start, end]: Span,
  quantity: Quantity,
  period: FigurePeriod,
): Figure {
  return {
    part: row.part,
    item: row.item,
    text: row.text,
    start,
    end,
    value: quantity.value,
    unit: quantity.unit,
    sense: 'exactly',
    measure: label,
    population: null,
    period,
    paragraphId: row.id,
  }
}
