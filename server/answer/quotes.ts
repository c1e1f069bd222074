import type { Span } from '../../corpus/model/document.ts'
import { termsOfWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Result } from '../search/searchRecord.ts'
import type { Interpretation } from './interpret.ts'

/** One to three adjoining sentences of one paragraph that may answer a question. */
export interface Quote {
  readonly result: Result
  /** `[start, end)` in the paragraph's text. */
  readonly start: number
  readonly end: number
  readonly features: QuoteFeatures
  /** Between 0 and 1. */
  readonly confidence: number
}

/** What speaks for a quote, each from 0 to 1. */
export interface QuoteFeatures {
  /** Share of the question's terms that the quote has, each by its rarity. */
  readonly coverage: number
  /** The same for the headings above it and the meeting that it was said at. */
  readonly contextCoverage: number
  /** How far up its paragraph came in the search. */
  readonly rank: number
  /** It has what the question asks for: a number, a date. */
  readonly answerType: number
  /** A role that the question names speaks in its paragraph. */
  readonly speaker: number
}

export const LONGEST_QUOTE = 500
const COMFORTABLE_QUOTE = 350
const MOST_SENTENCES = 3

/** Weights of the features; they add up to one. Chosen by hand: they order quotes, they are no probabilities. */
export const FEATURE_WEIGHTS: Readonly<Record<keyof QuoteFeatures, number>> = {
  coverage: 0.5,
  contextCoverage: 0.1,
  rank: 0.2,
  answerType: 0.15,
  speaker: 0.05,
}

/** How rare a term is: higher for one that tells paragraphs apart. */
export type Rarity = (term: string) => number

/** The best quote of each paragraph, the likeliest first. */
export function rankQuotes(
  results: readonly Result[],
  terms: ReadonlySet<string>,
  rarity: Rarity,
  asked: Interpretation,
): Quote[] {
  const top = results[0]?.score ?? 1
  const quotes = results.flatMap((result) => bestQuote(result, terms, rarity, asked, top) ?? [])
  return quotes.sort((a, b) => b.confidence - a.confidence)
}

function bestQuote(
  result: Result,
  terms: ReadonlySet<string>,
  rarity: Rarity,
  asked: Interpretation,
  top: number,
): Quote | null {
  const { text, headings } = result.paragraph
  const context = coverageOf([...headings, result.meeting?.title ?? ''].join(' '), terms, rarity)
  const roles = new Set(result.paragraph.speakers.map(({ role }) => role))
  let best: Quote | null = null
  for (const [start, end] of windows(result.paragraph)) {
    const quote = text.slice(start, end)
    const features: QuoteFeatures = {
      coverage: coverageOf(quote, terms, rarity),
      contextCoverage: context,
      rank: result.score / (top || 1),
      answerType: answersType(quote, asked),
      speaker: asked.roles.some((role) => roles.has(role)) ? 1 : 0,
    }
    const confidence = weigh(features) - Math.max(0, end - start - COMFORTABLE_QUOTE) / 2_000
    if (!best || confidence > best.confidence)
      best = { result, start, end, features, confidence: Math.max(0, confidence) }
  }
  return best
}

/** Runs of up to three sentences that fit a quote and cross no place where page furniture was taken out. */
function windows({ sentences: all, seams }: Result['paragraph']): Span[] {
  const sentences = all.filter(
    ([start, end]) => end - start <= LONGEST_QUOTE && !seams.some((seam) => seam > start && seam < end),
  )
  const found: Span[] = []
  for (const [index, [start]] of sentences.entries()) {
    for (const [, end] of sentences.slice(index, index + MOST_SENTENCES)) {
      if (end - start <= LONGEST_QUOTE && !seams.some((seam) => seam > start && seam < end))
        found.push([start, end])
    }
  }
  return found
}

function weigh(features: QuoteFeatures): number {
  return Object.entries(FEATURE_WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * features[name as keyof QuoteFeatures],
    0,
  )
}

function coverageOf(text: string, terms: ReadonlySet<string>, rarity: Rarity): number {
  const found = new Set(
    tokenize(text)
      .flatMap((token) => termsOfWord(token.text))
      .filter((term) => terms.has(term)),
  )
  return sum(found, rarity) / (sum(terms, rarity) || 1)
}

function sum(terms: Iterable<string>, rarity: Rarity): number {
  let total = 0
  for (const term of terms) total += rarity(term)
  return total
}

const ANY_NUMBER = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter)\b/i
const ANY_DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|(?:19|20)\d\d)\b/

function answersType(quote: string, { type }: Interpretation): number {
  if (type === 'number' || type === 'comparison') return ANY_NUMBER.test(quote) ? 1 : 0
  if (type === 'date') return ANY_DATE.test(quote) ? 1 : 0
  if (type === 'reason')
    return /\b(?:because|due to|as a result|reason|so that|in order to|since)\b/i.test(quote) ? 1 : 0
  return 0.5
}
