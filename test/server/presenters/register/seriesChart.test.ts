import { describe, expect, test } from '@jest/globals'
import type { FigurePeriod } from '../../../../corpus/model/figure.ts'
import type { FigureEntry, FigurePoint } from '../../../../corpus/model/register.ts'
import { periodLabel } from '../../../../server/presenters/register/figureWords.ts'
import { presentSeriesChart } from '../../../../server/presenters/register/seriesChart.ts'

const yearOf = (year: string): FigurePeriod => ({ from: year, to: year, basis: 'year', words: year })

const point = (
  value: number,
  period: FigurePeriod | null,
  sense: FigurePoint['sense'] = 'exactly',
): FigurePoint => ({
  documentId: 'minutes',
  part: 0,
  item: null,
  paragraphId: `minutes.${value}`,
  meetingId: null,
  bodyId: 'harbour-panel',
  date: null,
  text: `It was ${value}.`,
  start: 7,
  end: 7 + String(value).length,
  value,
  sense,
  period,
})

const series = (unit: FigureEntry['unit'], points: readonly FigurePoint[]): FigureEntry => ({
  id: 'ferry-passengers',
  measure: 'ferry passengers',
  population: null,
  unit,
  periodBasis: 'year',
  topics: [],
  points,
})

describe('the chart of a series', () => {
  test('stands on a scale of time: a year left out is a gap, and values begin at zero', () => {
    const chart = presentSeriesChart(
      series('count', [point(400, yearOf('2020')), point(200, yearOf('2021')), point(300, yearOf('2023'))]),
    )
    const [first, second, last] = chart?.marks ?? []
    expect((last?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo(2 * ((second?.x ?? 0) - (first?.x ?? 0)), 0)
    expect(chart?.valueTicks.map(({ label }) => label)).toEqual(['0', '100', '200', '300', '400'])
    expect(chart?.valueTicks[0]?.y).toBe(chart?.bottom)
    expect(chart?.periodTicks.map(({ label }) => label)).toEqual(['2020', '2021', '2023'])
    expect(chart?.note).toBeNull()
  })

  test('says in words what it shows', () => {
    const chart = presentSeriesChart(
      series('percent', [point(93.8, yearOf('2022'), 'about'), point(40, yearOf('2021'))]),
    )
    expect(chart?.title).toBe('Ferry passengers')
    expect(chart?.description).toBe('2 values, from 40% (2021) to about 93.8% (2022).')
    expect(chart?.marks.map(({ label }) => label)).toEqual(['2021: 40%', '2022: about 93.8%'])
  })

  test('of shares of like size does not begin at zero, and says so', () => {
    const chart = presentSeriesChart(
      series('percent', [point(90, yearOf('2021')), point(94, yearOf('2022'))]),
    )
    expect(chart?.note).toBe('The axis begins at 88%, not at zero.')
  })

  test('gives values that differ for one period as rings side by side, and joins neither', () => {
    const chart = presentSeriesChart(
      series('count', [
        point(10, yearOf('2020')),
        point(20, yearOf('2021')),
        point(25, yearOf('2021')),
        point(30, yearOf('2022')),
      ]),
    )
    expect(chart?.marks.map(({ kind }) => kind)).toEqual(['value', 'differing', 'differing', 'value'])
    expect(chart?.marks[1]?.x).toBe(chart?.marks[2]?.x)
    expect(chart?.path.match(/M/g)).toHaveLength(2)
    expect(chart?.note).toContain('Rings')
  })

  test('sets a target apart by its shape, off the line', () => {
    const chart = presentSeriesChart(
      series('count', [
        point(10, yearOf('2020')),
        point(20, yearOf('2021')),
        point(50, yearOf('2021'), 'target'),
      ]),
    )
    expect(chart?.marks.map(({ kind }) => kind)).toEqual(['value', 'value', 'target'])
    expect(chart?.marks[2]?.path).not.toBe(chart?.marks[1]?.path)
    expect(chart?.path.match(/L/g)).toHaveLength(1)
    expect(chart?.note).toBe('Diamonds are targets.')
  })

  test('puts the last of two long labels on a second line', () => {
    const autumn = { from: '2021-10', to: '2022-01', basis: 'other', words: '' } as const
    const spring = { from: '2022-04', to: '2022-07', basis: 'other', words: '' } as const
    const chart = presentSeriesChart(series('count', [point(1, autumn), point(2, spring)]))
    expect(chart?.periodTicks).toMatchObject([
      { label: 'Oct 2021 to Jan 2022', line: 1 },
      { label: 'Apr to Jul 2022', line: 2 },
    ])
  })

  test('keeps everything within the drawing, zeros and millions too', () => {
    for (const values of [
      [0, 0],
      [3, 12_500_000],
    ])
      for (const { x, y } of presentSeriesChart(
        series(
          'euros',
          values.map((value, index) => point(value, yearOf(String(2020 + index)))),
        ),
      )?.marks ?? []) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(300)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThanOrEqual(156)
      }
  })

  test('is none where fewer than two periods have values', () => {
    expect(presentSeriesChart(series('count', []))).toBeNull()
    expect(presentSeriesChart(series('count', [point(1, null), point(2, null)]))).toBeNull()
    expect(
      presentSeriesChart(series('count', [point(1, yearOf('2021')), point(2, yearOf('2021'))])),
    ).toBeNull()
  })
})

test.each([
  ['2021/22', { from: '2021-04', to: '2022-03', basis: 'financial_year' }],
  ['Sep 2022', { from: '2022-09', to: '2022-09', basis: 'month' }],
  ['Jul to Sep 2022', { from: '2022-07', to: '2022-09', basis: 'quarter' }],
  ['year to Jun 2024', { from: '2023-07', to: '2024-06', basis: 'rolling_year' }],
  ['31 March 2023', { from: '2023-03-31', to: '2023-03-31', basis: 'day' }],
] as const)('a period is labelled %s', (label, period) => {
  expect(periodLabel({ ...period, words: '' })).toBe(label)
})
