import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { firstDay, lastDay } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { SearchEngine } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import { readWord } from '../search/words.ts'
import type { Interpretation } from './interpret.ts'
import { MONTHS } from './months.ts'

/**
 * Why no record of these bodies could say what a question asks for, in a sentence; null where one could.
 *
 * @param today the day on which it is asked
 */
export function whyOutsideTheRecord(
  question: string,
  interpretation: Interpretation,
  { knowledge: { engine }, collection }: Pick<Generation, 'knowledge' | 'collection'>,
  today: CalendarDate,
): string | null {
  return (
    whyNoQuestion(question) ??
    whyUnknown(question, engine) ??
    (collection.to === null ? null : whyTooLate(question, interpretation, collection.to, today, engine))
  )
}

const INSTRUCTION =
  /^(?:please )?(?:ignore|disregard|forget|pretend|act as|imagine|write|compose|translate|generate|draw|repeat after|reveal|you are now)\b/i

function whyNoQuestion(question: string): string | null {
  if (INSTRUCTION.test(question.trim()))
    return 'This is an instruction, and only questions are answered here.'
  if (!/[\p{L}\p{N}]/u.test(question)) return 'There is no word in it that could be looked for.'
  return null
}

/** Of so many words, or more, this share occurs nowhere in a question that is of something else, or in another language. */
const FEWEST_WORDS = 3
const LARGEST_UNKNOWN_SHARE = 0.5

function whyUnknown(question: string, engine: SearchEngine): string | null {
  const tokens = tokenize(question)
  const telling = tokens.filter(({ text }) => !isStopWord(foldWord(text)))
  const unknown = telling.filter(({ text }) => isUnknown(text, engine))
  if (telling.length >= FEWEST_WORDS && unknown.length > LARGEST_UNKNOWN_SHARE * telling.length)
    return 'Most words of the question occur nowhere in the record.'
  if (isShouted(question)) return null
  const name = tokens.find((token, index) => index > 0 && unknown.includes(token) && isProperName(token.text))
  return name ? `Nothing in the record has \u201c${name.text}\u201d, nor a name that is spelt like it.` : null
}

/** Neither the word nor, where it has a hyphen, a part of it occurs anywhere, and no word is spelt like it. */
function isUnknown(word: string, engine: SearchEngine): boolean {
  return readWord(word, engine, new Set()).nodes.every(({ terms }) =>
    terms.every((term) => engine.paragraphFrequency(term) === 0),
  )
}

/** Without small letters, or with a capital on each word, capitals tell nothing. */
function isShouted(question: string): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(question)
}

const CALENDAR: ReadonlySet<string> = new Set([
  ...MONTHS,
  ...'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
])

/** A word with a capital that is no month or weekday; acronyms, short forms and initials are written in more ways than the record has. */
function isProperName(word: string): boolean {
  return /^\p{Lu}\p{L}*\p{Ll}{3}/u.test(word) && !CALENDAR.has(word)
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
