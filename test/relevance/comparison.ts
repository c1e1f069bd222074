export const NO_FIGURE = '-'

/** The cells of a figure: as it is, as it was, and the difference with `!` where it is a loss. */
export function comparisonCells(now: number | null, before: number | null, isLoss: boolean): string[] {
  if (now === null) return [NO_FIGURE, NO_FIGURE, '']
  if (before === null) return [now.toFixed(3), NO_FIGURE, '']
  return [now.toFixed(3), before.toFixed(3), `${signed(now - before)}${isLoss ? '!' : ''}`]
}

function signed(difference: number): string {
  const rounded = difference.toFixed(3)
  return Number(rounded) === 0 ? '=' : difference > 0 ? `+${rounded}` : rounded
}
