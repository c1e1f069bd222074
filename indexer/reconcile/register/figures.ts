import type { Figure, FigureUnit } from '../../../corpus/model/figure.ts'
import type { FigureEntry, FigurePoint } from '../../../corpus/model/register.ts'
import { dayNumber, firstDay, lastDay } from '../../../corpus/model/calendarDate.ts'
import { slugOf } from '../../../corpus/model/slug.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import { fingerprint } from '../../analysis/fingerprint.ts'
import { monthsFrom } from '../../analysis/statedPeriods.ts'
import { termsOfText } from '../../analysis/terms.ts'
import { inOrder } from './entryOrder.ts'
import type { Ground, GroundFact } from './ground.ts'

/** Times of the clock are one unit to those who print them. */
const SECONDS: Readonly<Partial<Record<FigureUnit, number>>> = { seconds: 1, minutes: 60, hours: 3600 }
/** A count of few words (`units completed`) is told apart by the item that it stands under; without a period it is by itself. */
const WORDS_THAT_SAY_ENOUGH = 3
const LONGEST_SLUG = 80
const BETWEEN_KEYS = '|'

/**
 * The figures of the collection as series. One series has one measure and population, compared by their words in any order, one
 * unit and one basis of period, and is of one body; what no body is known of is compared within its document.
 */
export function registerFigures(ground: Ground): FigureEntry[] {
  const series = new Map<string, GroundFact<Figure>[]>()
  for (const stated of ground.facts('figures')) {
    const key = keyOf(ground, stated)
    const known = series.get(key)
    if (known) known.push(stated)
    else series.set(key, [stated])
  }
  const entries = [...series].map(([key, figures]) => ({ key, entry: entryOf(ground, figures) }))
  return withIds(entries).sort((a, b) => compare(a.measure, b.measure) || compare(a.id, b.id))
}

function keyOf(ground: Ground, { fact, paragraph }: GroundFact<Figure>): string {
  const words = wordsOf(fact.measure)
  const item =
    paragraph.item === null ? null : ground.items.get(placeKey(paragraph.documentId, paragraph.item))
  const context = item?.title ?? paragraph.headings.at(-1) ?? paragraph.documentId
  const isVague = fact.unit === 'count' && words.length < WORDS_THAT_SAY_ENOUGH && fact.population === null
  return [
    words.join(' '),
    wordsOf(fact.population ?? '').join(' '),
    SECONDS[fact.unit] === undefined ? fact.unit : 'time',
    basisOf(fact),
    ground.placeOf(paragraph).bodyId ?? paragraph.documentId,
    isVague ? (fact.period === null ? paragraph.id : wordsOf(context).join(' ')) : '',
  ].join(BETWEEN_KEYS)
}

const wordsOf = (text: string): string[] => [...new Set(termsOfText(text))].sort()

/** Stretches that are no month, quarter or year are of one series where they are as long. */
function basisOf({ period }: Figure): string {
  if (period === null) return ''
  return period.basis === 'other' ? `other ${monthsFrom(period.from, period.to)}` : period.basis
}

function entryOf(ground: Ground, figures: readonly GroundFact<Figure>[]): FigureEntry {
  const [first] = figures
  const unit = mostFrequent(figures.map(({ fact }) => fact.unit)) as FigureUnit
  const populations = figures.flatMap(({ fact }) => fact.population ?? [])
  const points = figures.map(({ fact, paragraph }): FigurePoint => ({
    ...ground.quoteOf(paragraph, fact.text),
    start: fact.start,
    end: fact.end,
    value: inUnit(fact, unit),
    sense: fact.sense,
    period: fact.period,
  }))
  return {
    id: '',
    measure: mostFrequent(figures.map(({ fact }) => fact.measure)),
    population: populations.length > 0 ? mostFrequent(populations) : null,
    unit,
    periodBasis: first?.fact.period?.basis ?? null,
    topics: [...new Set(figures.flatMap(({ paragraph }) => paragraph.topics))].sort(),
    points: inTime(withoutRepeats(inOrder(points))),
  }
}

function inUnit({ value, unit }: Figure, wanted: FigureUnit): number {
  const [from, to] = [SECONDS[unit], SECONDS[wanted]]
  return from === undefined || to === undefined || from === to ? value : (value * from) / to
}

/** Ties go to the first in the alphabet. */
function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [most] = [...counts].sort(([a, times], [b, others]) => others - times || compare(a, b))
  return most?.[0] ?? ''
}

/** A value printed again for its period is told once, by the first who tells it; without a period, only in the same words. */
function withoutRepeats(points: readonly FigurePoint[]): FigurePoint[] {
  const seen = new Set<string>()
  return points.filter(({ value, sense, period, text }) => {
    const key = period ? `${period.from} ${period.to} ${value} ${sense}` : `${text} ${value}`
    return !seen.has(key) && seen.add(key)
  })
}

/** By the middle of their period; those without one come last, as they stand in the collection. */
function inTime(points: readonly FigurePoint[]): FigurePoint[] {
  const middle = ({ period }: FigurePoint): number =>
    period ? (dayNumber(firstDay(period.from)) + dayNumber(lastDay(period.to))) / 2 : Infinity
  return [...points].sort((a, b) => (middle(a) === middle(b) ? 0 : middle(a) - middle(b)))
}

/** Slugs that more than one series has are told apart by their keys. */
function withIds(entries: readonly { readonly key: string; readonly entry: FigureEntry }[]): FigureEntry[] {
  const slugs = entries.map(({ key, entry }) => slugOfEntry(key, entry))
  const counts = new Map<string, number>()
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1)
  return entries.map(({ key, entry }, index) => {
    const slug = slugs[index] ?? ''
    return { ...entry, id: (counts.get(slug) ?? 0) > 1 ? `${slug}-${fingerprint(key)}` : slug }
  })
}

function slugOfEntry(key: string, { measure, population, unit }: FigureEntry): string {
  const [basis = '', scope = ''] = key.split(BETWEEN_KEYS).slice(3)
  const words = [measure, ...(population === null ? [] : ['of', population])].join(' ')
  const named = slugOf(words).slice(0, LONGEST_SLUG).replace(/-$/, '')
  return [named, slugOf(unit), ...(basis === '' ? [] : [slugOf(basis)]), slugOf(scope)].join('-')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
