import type { Span } from '../../corpus/model/document.ts'
import type { PassageReading } from '../reader/passageReading.ts'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidates.ts'
import type { MarkedParagraph } from './features.ts'
import { isNew, markParagraph, QUANTITIES } from './features.ts'
import type { Form } from './forms.ts'
import { formOf } from './forms.ts'
import type { Mention } from './mentions.ts'
import type { MarkedWords } from './signs.ts'
import { placeOf, worthOfFocus, worthOfPlace, worthOfWords } from './signs.ts'
import { spanIn } from './reading.ts'
import type { Sought } from './sought.ts'
import { mayHaveNoValue, soughtBy } from './sought.ts'

const LONGEST_VALUE = 80

const NAMES: ReadonlySet<string> = new Set(['person', 'organisation'])
const DATES: ReadonlySet<string> = new Set(['date', 'duration'])
/** The kinds that can be the value. */
const KINDS: Readonly<Record<Sought, ReadonlySet<string>>> = {
  money: QUANTITIES,
  percent: QUANTITIES,
  duration: QUANTITIES,
  measure: QUANTITIES,
  count: QUANTITIES,
  amount: QUANTITIES,
  date: DATES,
  past_date: new Set(['date']),
  person: NAMES,
  holder: NAMES,
  body: NAMES,
  name: NAMES,
  open: new Set([...QUANTITIES, ...DATES]),
}

const DATE_FITNESS = { full_date: 1.85, year: 0.4, month: 0.3, period: -1, time: -1 }

/** What its form adds to the worth of a mention, by what is sought; fitted together with the weights of the signs. */
const FITNESS: Readonly<Record<Sought, Readonly<Partial<Record<Form, number>>>>> = {
  money: { money: 2.05, number_word: -0.2, measure: -0.3, percent: -0.35, count: -0.55, duration: -0.6 },
  percent: { percent: 0.9, number_word: -0.1, count: -0.8 },
  duration: { duration: 0.6, count: -0.1, number_word: -0.5 },
  measure: { measure: 0.6, percent: 0.35, money: 0.2, duration: -0.2, number_word: -0.3, count: -0.65 },
  count: { count: 1.3, number_word: 0.5, percent: -0.2, money: -0.4, measure: -0.6, duration: -0.6 },
  amount: { count: 0.35, percent: 0.3, money: 0.25, measure: -0.2, number_word: -0.75 },
  date: { ...DATE_FITNESS, duration: -0.5 },
  past_date: DATE_FITNESS,
  person: { titled: 1.55, person: 1.15, body: 0.15, acronym: -0.45, office: -0.6, thing: -0.6 },
  holder: { titled: 1.55, person: 1.15 },
  body: { body: 1, name: 0.35, person: 0.25, titled: -0.3, office: -0.55, thing: -0.7 },
  name: { thing: 0.65, name: 0.6, acronym: -0.1, office: -0.2, titled: -0.4, body: -0.5 },
  open: {
    percent: 1.55,
    count: 1.5,
    money: 1.15,
    measure: 0.9,
    duration: 0.45,
    number_word: 0.4,
    month: 0.25,
    time: -0.5,
    period: -0.8,
    full_date: -1,
  },
}

/** Forms that are never the value: a lone name is mostly of a place, and who has an office is a person. */
const UNFIT: Readonly<Partial<Record<Sought, ReadonlySet<Form>>>> = {
  person: new Set(['name']),
  holder: new Set(['name', 'body', 'thing', 'acronym', 'office']),
}

/** What it is worth that the reader points to just these words. */
const READER_WEIGHT = 1.5

/** Where a question may want no value, one is given if its odds among all are as good as this. */
const LEAST_SHARE = 0.6

/**
 * The very words of a candidate that answer, as offsets into its quote; null where the question wants no such words.
 *
 * @param reading of its paragraph, where it was read
 */
export function valueIn(candidate: Candidate, asked: Asked, reading?: PassageReading): Span | null {
  const sought = soughtBy(asked)
  if (sought === null) return null
  const { start } = candidate
  const pointedAt = reading ? spanIn(reading, candidate) : null
  const value = bestMention(candidate, asked, sought, pointedAt)
  if (value === 'none_fits') return pointedAt && isShort(pointedAt) ? within(pointedAt, start) : null
  return value && within([value.start, value.end], start)
}

const isShort = ([start, end]: Span): boolean => end - start <= LONGEST_VALUE

const within = ([from, to]: Span, start: number): Span => [from - start, to - start]

/** Null where the question may want no value and no mention is much better than the others. */
function bestMention(
  { context, start, end }: Candidate,
  asked: Asked,
  sought: Sought,
  pointedAt: Span | null,
): Mention | 'none_fits' | null {
  const { text } = context.paragraph
  const { marked, mentions } = markParagraph(text, asked)
  const fitting = mentions
    .filter((mention) => mention.start >= start && mention.end <= end)
    .filter((mention, _, all) => KINDS[sought].has(mention.kind) && !isWithinOther(mention, all))
    .flatMap((mention) => eachPerson(mention, text))
    .filter((mention) => isShort([mention.start, mention.end]))
    .filter((mention) => !UNFIT[sought]?.has(formOf(mention, text.slice(mention.start, mention.end))))
  const fresh = fitting.filter((mention) => isNew(mention, marked) && !namesAsked(mention, text, marked))
  const choices = fresh.length > 0 ? fresh : fitting
  const words = markedWithin(marked, [start, end])
  const places = choices.map((mention) => placeOf(mention, text, [start, end], words, asked))
  const quote = text.slice(start, end)
  const worths = choices.map((mention, index) => {
    const form = formOf(mention, text.slice(mention.start, mention.end))
    const place = places[index]
    return (
      (FITNESS[sought][form] ?? 0) +
      (place ? worthOfPlace(place, places) : 0) +
      worthOfFocus(mention, marked) +
      READER_WEIGHT * sharedWith(mention, pointedAt) +
      worthOfWords([mention.start - start, mention.end - start], form, quote, asked)
    )
  })
  const most = Math.max(...worths)
  const best = choices[worths.indexOf(most)]
  if (!best) return 'none_fits'
  const odds = worths.reduce((sum, worth) => sum + Math.exp(worth - most), 0)
  return mayHaveNoValue(asked, sought) && 1 / odds < LEAST_SHARE ? null : best
}

/** Of all that either of two stretches covers, so much do both: 1 where they are the same. */
function sharedWith({ start, end }: Pick<Mention, 'start' | 'end'>, other: Span | null): number {
  if (other === null) return 0
  const both = Math.min(end, other[1]) - Math.max(start, other[0])
  return both <= 0 ? 0 : both / (Math.max(end, other[1]) - Math.min(start, other[0]))
}

/** The words of a quote alone: its paragraph can be long, and each mention is held against all of them. */
function markedWithin({ tokens, exact, alike }: MarkedParagraph['marked'], [start, end]: Span): MarkedWords {
  const first = tokens.findIndex((token) => token.start >= start)
  const after = tokens.findLastIndex((token) => token.end <= end) + 1
  return {
    tokens: tokens.slice(first, after),
    exact: exact.slice(first, after),
    alike: alike.slice(first, after),
  }
}

/** `Councillor Keary` is nobody new to a question about `Cllr Keary`. */
function namesAsked(
  { start, end }: Mention,
  text: string,
  { tokens, exact }: MarkedParagraph['marked'],
): boolean {
  if (!/^(?:Cllr|Councillor)\b/.test(text.slice(start, end))) return false
  const last = tokens.findLastIndex((token) => token.start < end)
  return (exact[last] ?? -1) >= 0
}

/** A month or a number written with a capital is no name. */
const isWithinOther = ({ kind, start, end }: Mention, all: readonly Mention[]): boolean =>
  NAMES.has(kind) && all.some((other) => !NAMES.has(other.kind) && other.start < end && start < other.end)

/** `Stephen Gray and Nancy Sayer` are two. */
function eachPerson(mention: Mention, text: string): Mention[] {
  if (mention.kind !== 'person') return [mention]
  let { start } = mention
  return text
    .slice(mention.start, mention.end)
    .split(/( and | & )/)
    .flatMap((piece, index) => {
      const own = { kind: mention.kind, start, end: start + piece.length }
      start = own.end
      return index % 2 === 0 ? [own] : []
    })
}
