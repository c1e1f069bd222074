import { MONTHS } from '../../corpus/model/months.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { Token } from '../../indexer/analysis/tokens.ts'
import { tokenize, tokensOf } from '../../indexer/analysis/tokens.ts'
import type { SearchEngine } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import { readWord } from '../search/words.ts'
import { isForeignFunctionWord } from './foreignWords.ts'
import type { Interpretation } from './interpret.ts'
import { isShouted } from './shouted.ts'

/**
 * Why no record of these bodies could say what a question asks for, in a sentence; null where one could.
 *
 * @param passages what was found for it, best first
 * @param today the day on which it is asked
 */
export function whyOutsideTheRecord(
  question: string,
  interpretation: Interpretation,
  { knowledge: { engine }, collection }: Pick<Generation, 'knowledge' | 'collection'>,
  passages: readonly FoundText[],
  today: CalendarDate,
): string | null {
  const { from, to } = collection
  return (
    whyNoQuestion(question) ??
    whyForeign(question, engine) ??
    whyUnknown(question, engine, passages) ??
    (to === null ? null : whyTooLate(question, interpretation, to, today, engine)) ??
    (from === null ? null : whyTooEarly(question, interpretation, from, passages[0]))
  )
}

/** As much of a passage as is looked at here. */
interface FoundText {
  readonly paragraph: { readonly text: string; readonly headings: readonly string[] }
}

/** Those that a reader of minutes may well mean are none: `Write down what he said`, `Draw the conclusions of the report`. */
const INSTRUCTIONS: readonly RegExp[] = [
  /^(?:please,? )?(?:(?:can|could|would|will) you )?(?:please )?(?:ignore|disregard|forget|pretend|act as|imagine|compose|translate|generate|repeat after|reveal|you are now|(?:write|draw) (?:me |us )?(?:an?|some|your)\b)/i,
  /\b(?:ignore|disregard|forget|override) (?:\w+ ){0,4}(?:instructions?|prompts?|rules)\b/i,
]

function whyNoQuestion(question: string): string | null {
  if (INSTRUCTIONS.some((pattern) => pattern.test(question.trim())))
    return 'This is an instruction, and only questions are answered here.'
  if (!/[\p{L}\p{N}]/u.test(question)) return 'There is no word in it that could be looked for.'
  return null
}

/** Of so many words, or more, this share occurs nowhere in a question that is of something else, or in another language. */
const FEWEST_WORDS = 3
const LARGEST_UNKNOWN_SHARE = 0.5

function whyForeign(question: string, engine: SearchEngine): string | null {
  const tokens = tokenize(question).filter(
    ({ text }, index) => !/\d/.test(text) && (index === 0 || !/^\p{Lu}/u.test(text)),
  )
  const foreign = tokens.filter(({ text }) => isForeignFunctionWord(text))
  const strange = tokens.filter(
    (token) =>
      foreign.includes(token) || (!isStopWord(foldWord(token.text)) && isUnknown(token.text, engine)),
  )
  return foreign.length > 0 &&
    tokens.length >= FEWEST_WORDS &&
    strange.length > LARGEST_UNKNOWN_SHARE * tokens.length
    ? 'Questions are read in English, and most words of this one are of another language.'
    : null
}

function whyUnknown(question: string, engine: SearchEngine, passages: readonly FoundText[]): string | null {
  const tokens = tokenize(question)
  const telling = tokens.filter(({ text }) => !isStopWord(foldWord(text)))
  const unknown = telling.filter(({ text }) => isUnknown(text, engine))
  if (telling.length >= FEWEST_WORDS && unknown.length > LARGEST_UNKNOWN_SHARE * telling.length)
    return 'Most words of the question occur nowhere in the record.'
  if (isShouted(question)) return null
  const name = tokens.find(
    (token, index) =>
      isProperName(token.text) &&
      (index > 0 || beginsAsName(question, token)) &&
      (unknown.includes(token) || isCorrectedToNoName(token.text, engine, passages)),
  )
  return name
    ? `Nothing in the record has \u201c${name.text.replace(/['\u2019]s$/, '')}\u201d, nor a name that is spelt like it.`
    : null
}

/** What follows a name that a question begins with, and hardly another word: `Rotterdam's`, `Rotterdam: `, `Rotterdam was`. */
const AFTER_NAME = /^(?:['\u2019]s\b|[,:] | (?:is|was|are|were|has|had|did|will)\b| \p{Lu}\p{Ll})/u

function beginsAsName(question: string, { end, text }: Token): boolean {
  return AFTER_NAME.test(/['\u2019]s$/.test(text) ? question.slice(end - 2) : question.slice(end))
}

/** Is a name that the record has not sought as a word (`Paris` as `parish`) that the passages found seldom write as a name? */
function isCorrectedToNoName(name: string, engine: SearchEngine, passages: readonly FoundText[]): boolean {
  const [correction] = readWord(name, engine, new Set()).corrections
  if (!correction) return false
  const written = passages
    .flatMap(({ paragraph: { text, headings } }) => [...headings, text])
    .flatMap((text) => tokensOf(text).filter((token) => foldWord(token.text) === correction.to))
  return written.filter(({ text }) => /^\p{Lu}/u.test(text)).length * 2 <= written.length
}

/** Neither the word nor, where it has a hyphen, a part of it occurs anywhere, and no word is spelt like it. */
function isUnknown(word: string, engine: SearchEngine): boolean {
  return readWord(word, engine, new Set()).nodes.every(({ terms }) =>
    terms.every((term) => engine.paragraphFrequency(term) === 0),
  )
}

const CALENDAR: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
])

/** A word with a capital that is no month or weekday; acronyms, short forms and initials are written in more ways than the record has. */
function isProperName(word: string): boolean {
  return /^\p{Lu}\p{L}*\p{Ll}{3}/u.test(word) && !CALENDAR.has(word)
}

/** What happened before the first meeting may well be told at one: then the best passage names the year. */
function whyTooEarly(
  question: string,
  { periods }: Interpretation,
  begin: CalendarDate,
  best: FoundText | undefined,
): string | null {
  const isEarlier = periods.length > 0 && periods.every(({ to }) => lastDay(to) < firstDay(begin))
  const years = periods.map(({ from }) => from.slice(0, 'YYYY'.length))
  return isEarlier &&
    years.some((year) => isOfThatTime(question, year)) &&
    !years.some((year) => best?.paragraph.text.includes(year))
    ? `The record begins on ${formatDate(begin)}.`
    : null
}

function whyTooLate(
  question: string,
  { type, periods }: Interpretation,
  end: CalendarDate,
  today: CalendarDate,
  engine: SearchEngine,
): string | null {
  const last = lastDay(end)
  const isLater = (date: CalendarDate): boolean => firstDay(date) > last
  const later = periods.some(({ from }) => {
    const year = from.slice(0, 'YYYY'.length)
    return isLater(from) && (isOfThatTime(question, year) || !occurs(year, engine))
  })
  const isOfNow = type !== 'comparison' && relativePeriods(question, today).some(isLater)
  return later || isOfNow ? `The record ends on ${formatDate(end)}.` : null
}

const occurs = (word: string, engine: SearchEngine): boolean =>
  termsOfWord(foldWord(word)).some((term) => engine.paragraphFrequency(term) > 0)

const PAST = /\b(?:did|was|were|had|went)\b/i

/** Does a question ask what has happened in a year? What is planned for it may well be on record. */
function isOfThatTime(question: string, year: string): boolean {
  const date = `(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:(?:${MONTHS.join('|')}),? )?${year}(?![/\\d-])`
  const atThatTime = new RegExp(`\\b(?:in|during|on|since) (?:early |late )?${date}`, 'i')
  return PAST.test(question) && atThatTime.test(question)
}

const RELATIVE: readonly (readonly [RegExp, (year: number, day: CalendarDate) => CalendarDate])[] = [
  [/\bthis year\b/i, (year) => String(year)],
  [/\bnext year\b/i, (year) => String(year + 1)],
  [
    /\b(?:today|tonight|tomorrow|yesterday|right now|(?:this|next|last) (?:week|month))\b/i,
    (_, day) => day.slice(0, 'YYYY-MM'.length),
  ],
]

/** The times that a question names by when it is asked. */
function relativePeriods(question: string, today: CalendarDate): CalendarDate[] {
  return RELATIVE.flatMap(([pattern, periodOf]) =>
    pattern.test(question) ? [periodOf(Number(today.slice(0, 'YYYY'.length)), today)] : [],
  )
}
