import type { CalendarDate } from './calendarDate.ts'

export const FIGURE_UNITS = [
  'percent',
  'percentage_points',
  'pounds',
  'euros',
  'count',
  'seconds',
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  'per_thousand',
  'miles',
] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

/** `about` also where the record rounds: `some 200`, `around`, `nearly`. */
export type FigureSense = 'exactly' | 'about' | 'more_than' | 'less_than' | 'target'

/** What time a figure is of, as the record says. */
export interface FigurePeriod {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Figures of different bases are never one series: a rolling year is no financial year. */
  readonly basis: 'day' | 'month' | 'quarter' | 'year' | 'financial_year' | 'rolling_year' | 'other'
  /** The words that say so, or `the meeting` where a day is that of the meeting. */
  readonly words: string
}

/** A quantity that the record states: what was counted, of whom, for when. */
export interface Figure {
  readonly part: number
  readonly item: number | null
  /** The sentence, verbatim. */
  readonly text: string
  /** The value's place in the sentence, its unit included. */
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: FigureUnit
  readonly sense: FigureSense
  /** The record's words for what is measured: `victim satisfaction`, `101 calls answered`. */
  readonly measure: string
  /** The record's words for those of whom it is measured, where they are more than the measure says; null where none. */
  readonly population: string | null
  /** Null where the record does not say. */
  readonly period: FigurePeriod | null
  readonly paragraphId: string
}
