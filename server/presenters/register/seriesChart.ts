import { scaleLinear } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond } from 'd3-shape'
import { firstDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import type { FigurePeriod, FigureUnit } from '../../../corpus/model/figure.ts'
import type { FigureEntry, FigurePoint } from '../../../corpus/model/register.ts'
import { sentenceCase } from '../../labels.ts'
import { figureTitle, periodLabel, SENSE_WORDS } from './figureWords.ts'

/** A chart in units of its view box, which is as wide as a narrow screen: its text is never smaller than it says. */
export interface SeriesChart {
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly valueTicks: readonly { readonly y: number; readonly label: string }[]
  readonly periodTicks: readonly PeriodTick[]
  /** Through the values that the record is at one on. */
  readonly path: string
  readonly marks: readonly ChartMark[]
  /** What its look alone would hide; null where there is nothing. */
  readonly note: string | null
}

interface PeriodTick {
  readonly x: number
  readonly label: string
  readonly anchor: 'start' | 'middle' | 'end'
  /** The second line is for the last label where the first leaves it no room. */
  readonly line: 1 | 2
}

interface ChartMark {
  readonly x: number
  readonly y: number
  /** `differing`: one of several that the record gives for the period, drawn as a ring; a target is a diamond. */
  readonly kind: 'value' | 'differing' | 'target'
  readonly path: string
  readonly label: string
}

/** A point with the middle of its period, in milliseconds. */
interface TimedPoint {
  readonly point: FigurePoint
  readonly period: FigurePeriod
  readonly time: number
}

const WIDTH = 300
const HEIGHT = 196
const TOP = 12
const BOTTOM = 156
const RIGHT = 288
/** Of text of 13 units, a letter with the space after it. */
const LETTER_WIDTH = 7
const SPACE_BETWEEN_LABELS = 10
const VALUE_TICKS = 4
/** Area of a mark, as d3 has it. */
const MARK_SIZE = 60
/** What is counted, paid or lasts is read by its height over zero; of shares of like size that would show nothing. */
const SHARES: ReadonlySet<FigureUnit> = new Set(['percent', 'percentage_points', 'per_thousand'])
const LEAST_SPREAD = 0.5
const COMPACT_FROM = 10_000

const plainNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const compactNumber = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 2 })

/**
 * Values over time: a dot for each, at the middle of its period on a scale of time, and a line that joins them. A line, not bars:
 * records leave periods out, and the distance shows that.
 *
 * @returns null where fewer than two periods have values: there is nothing to compare
 */
export function presentSeriesChart(entry: FigureEntry): SeriesChart | null {
  const points = timed(entry.points)
  const times = [...new Set(points.map(({ time }) => time))]
  if (times.length < 2) return null
  const values = points.map(({ point }) => point.value)
  const y = scaleLinear().domain(valueDomain(values, entry.unit)).nice(VALUE_TICKS).range([BOTTOM, TOP])
  const ticks = y
    .ticks(VALUE_TICKS)
    .map((value) => ({ y: round(y(value)), label: axisLabel(value, entry.unit) }))
  const left = Math.max(...ticks.map(({ label }) => label.length)) * LETTER_WIDTH + 14
  const x = scaleLinear()
    .domain([Math.min(...times), Math.max(...times)])
    .range([left + 10, RIGHT - 10])
  const agreed = points.filter(({ point }) => point.sense !== 'target')
  const path = line<TimedPoint>()
    .defined((point) => !isDiffering(point, agreed))
    .x(({ time }) => round(x(time)))
    .y(({ point }) => round(y(point.value)))(agreed)
  return {
    title: sentenceCase(figureTitle(entry)),
    description: descriptionOf(points, entry.unit),
    width: WIDTH,
    height: HEIGHT,
    left,
    right: RIGHT,
    bottom: BOTTOM,
    valueTicks: ticks,
    periodTicks: periodTicks(points, x),
    path: path ?? '',
    marks: points.map((point) => markOf(point, agreed, x(point.time), y(point.point.value), entry.unit)),
    note: noteOf(points, agreed, y.domain()[0] ?? 0, entry.unit),
  }
}

function timed(points: readonly FigurePoint[]): TimedPoint[] {
  return points
    .flatMap((point) => (point.period ? [{ point, period: point.period, time: middleOf(point.period) }] : []))
    .sort((a, b) => a.time - b.time)
}

function middleOf({ from, to }: FigurePeriod): number {
  return (Date.parse(firstDay(from)) + Date.parse(lastDay(to))) / 2
}

function valueDomain(values: readonly number[], unit: FigureUnit): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const isOfLikeSize = SHARES.has(unit) && least > most * LEAST_SPREAD && least < most
  return [isOfLikeSize ? least - (most - least) / 2 : 0, most === 0 ? 1 : most]
}

/** Does the record give another value for the same period? */
function isDiffering({ period, point }: TimedPoint, points: readonly TimedPoint[]): boolean {
  return points.some(
    (other) => other.period.from === period.from && other.period.to === period.to && other.point !== point,
  )
}

function markOf(
  timedPoint: TimedPoint,
  agreed: readonly TimedPoint[],
  x: number,
  y: number,
  unit: FigureUnit,
): ChartMark {
  const { point, period } = timedPoint
  const isTarget = point.sense === 'target'
  return {
    x: round(x),
    y: round(y),
    kind: isTarget ? 'target' : isDiffering(timedPoint, agreed) ? 'differing' : 'value',
    path: symbol(isTarget ? symbolDiamond : symbolCircle, MARK_SIZE)() ?? '',
    label: `${periodLabel(period)}: ${valueLabel(point, unit)}`,
  }
}

/** The first and the last period, and of the others those whose labels have room. */
function periodTicks(points: readonly TimedPoint[], x: (time: number) => number): PeriodTick[] {
  const labels = new Map(points.map(({ period, time }) => [time, periodLabel(period)]))
  const ticks = [...labels].map(([time, label]) => ({
    x: round(x(time)),
    label,
    width: label.length * LETTER_WIDTH,
  }))
  const [first, last] = [ticks[0], ticks.at(-1)]
  if (!first || !last) return []
  const lastStart = last.x - last.width
  let taken = first.x + first.width
  const isCrowded = taken + SPACE_BETWEEN_LABELS > lastStart
  const between = ticks.slice(1, -1).filter((tick) => {
    const [start, end] = [tick.x - tick.width / 2, tick.x + tick.width / 2]
    const isFree = start > taken + SPACE_BETWEEN_LABELS && end < lastStart - SPACE_BETWEEN_LABELS
    if (isFree) taken = end
    return isFree
  })
  return [
    { x: first.x, label: first.label, anchor: 'start', line: 1 },
    ...between.map(({ x: at, label }) => ({ x: at, label, anchor: 'middle' as const, line: 1 as const })),
    { x: last.x, label: last.label, anchor: 'end', line: isCrowded ? 2 : 1 },
  ]
}

function descriptionOf(points: readonly TimedPoint[], unit: FigureUnit): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return ''
  const inWords = ({ point, period }: TimedPoint): string =>
    `${valueLabel(point, unit)} (${periodLabel(period)})`
  return `${points.length} values, from ${inWords(first)} to ${inWords(last)}.`
}

function noteOf(
  points: readonly TimedPoint[],
  agreed: readonly TimedPoint[],
  origin: number,
  unit: FigureUnit,
): string | null {
  const notes = [
    ...(origin === 0
      ? []
      : [`The axis begins at ${withUnit(plainNumber.format(origin), unit)}, not at zero.`]),
    ...(agreed.some((point) => isDiffering(point, agreed))
      ? ['Rings are values that differ for the same period.']
      : []),
    ...(points.length > agreed.length ? ['Diamonds are targets.'] : []),
  ]
  return notes.length > 0 ? notes.join(' ') : null
}

const valueLabel = ({ value, sense }: FigurePoint, unit: FigureUnit): string =>
  `${SENSE_WORDS[sense]}${withUnit(plainNumber.format(value), unit)}`

function axisLabel(value: number, unit: FigureUnit): string {
  const number = value >= COMPACT_FROM ? compactNumber.format(value).toLowerCase() : plainNumber.format(value)
  return unit === 'percent' || unit === 'pounds' || unit === 'euros' ? withUnit(number, unit) : number
}

function withUnit(number: string, unit: FigureUnit): string {
  if (unit === 'percent') return `${number}%`
  if (unit === 'pounds') return `£${number}`
  if (unit === 'euros') return `€${number}`
  if (unit === 'count') return number
  return `${number} ${unit === 'per_thousand' ? 'per 1,000' : unit.replace('_', ' ')}`
}

const round = (length: number): number => Math.round(length * 10) / 10
