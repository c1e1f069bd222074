import { describe, expect, test } from '@jest/globals'
import { presentYears } from '../../../server/presenters/years.ts'
import type { SearchFilters } from '../../../server/search/request.ts'

const href = ({ from = '', to = '', role = [] }: SearchFilters): string =>
  `${from}-${to} ${role.join()}`.trim()
const chart = (
  counts: Readonly<Record<string, number>>,
  filters: SearchFilters = {},
  held: readonly string[] = Object.keys(counts),
) =>
  presentYears(
    Object.entries(counts).map(([value, count]) => ({ value, count })),
    filters,
    href,
    held,
  )

describe('the chart of years', () => {
  test('has every year from the first to the last, those without a match too', () => {
    const bars = chart({ 2019: 10, 2022: 200, 2021: 1 })
    expect(bars.map(({ label, count, share }) => [label, count, share])).toEqual([
      ['2019', 10, 5],
      ['2020', 0, 0],
      ['2021', 1, 2],
      ['2022', 200, 100],
    ])
  })

  test('tells years without a match from those of which the collection has nothing', () => {
    const bars = chart({ 2019: 1, 2022: 1 }, {}, ['2019', '2021', '2022'])
    expect(bars.map(({ label, isHeld }) => [label, isHeld])).toEqual([
      ['2019', true],
      ['2020', false],
      ['2021', true],
      ['2022', true],
    ])
  })

  test('leads to a year, from another year too; to none without a match; and from the chosen one back', () => {
    const bars = chart({ 2019: 1, 2021: 1 }, { from: '2021', to: '2021', role: ['Chair'] })
    expect(bars.map((bar) => bar.href)).toEqual(['2019-2019 Chair', null, '- Chair'])
    expect(bars.map(({ isChosen }) => isChosen)).toEqual([false, false, true])
  })

  test('has decades where the years are many', () => {
    const bars = chart({ 1979: 1, 1981: 2, 1988: 3, 2024: 4 })
    expect(bars.map(({ label, count }) => [label, count])).toEqual([
      ['1970s', 1],
      ['1980s', 5],
      ['1990s', 0],
      ['2000s', 0],
      ['2010s', 0],
      ['2020s', 4],
    ])
    expect(bars[1]?.href).toBe('1980-1989')
  })

  test('is empty where nothing has a date', () => {
    expect(chart({})).toEqual([])
  })
})
