import type { Paragraph } from '../../corpus/model/paragraph.ts'
import { remembering } from '../analysis/remember.ts'
import { foldWord } from '../analysis/terms.ts'
import { stem } from '../analysis/stemmer.ts'
import { tokensOf } from '../analysis/tokens.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A taxonomy made ready for reading paragraphs: the topics of each word or phrase, by its stems. */
export interface TopicReader {
  topicsOf(paragraph: Pick<Paragraph, 'text' | 'headings'>): string[]
}

/** What one piece of evidence counts. A paragraph has a topic from a weight of 1, so a hint alone does not suffice. */
const WEIGHTS = { term: 1, hint: 0.5, heading: 0.8, outerHeading: 0.5 } as const
const ENOUGH = 1
/** A topic with less evidence than this share of the strongest one is mentioned, no more. */
const LEAST_SHARE = 0.4

/** A word or phrase of a topic, by the stems after its first, and what it counts. */
interface Phrase {
  readonly rest: readonly string[]
  readonly label: string
  readonly weight: number
}

/** By the first stem of the phrase. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>

export function topicReader(taxonomy: Taxonomy): TopicReader {
  const phrases = phrasesOf(taxonomy)
  const order = new Map(taxonomy.topics.map(({ label }, index) => [label, index]))
  const headingTopics = new Map<string, readonly string[]>()

  const topicsOfHeading = (heading: string): readonly string[] => {
    const known = headingTopics.get(heading) ?? [...weigh(stemsOf(heading), phrases).keys()]
    headingTopics.set(heading, known)
    return known
  }
  return {
    topicsOf({ text, headings }) {
      const weights = weigh(stemsOf(text), phrases)
      for (const [depth, heading] of headings.entries()) {
        const weight = depth === headings.length - 1 ? WEIGHTS.heading : WEIGHTS.outerHeading
        for (const label of topicsOfHeading(heading)) weights.set(label, (weights.get(label) ?? 0) + weight)
      }
      if (weights.size === 0) return []
      const strongest = Math.max(0, ...weights.values())
      return [...weights]
        .filter(([, weight]) => weight >= ENOUGH && weight >= strongest * LEAST_SHARE)
        .map(([label]) => label)
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }
}

function phrasesOf({ topics }: Taxonomy): Phrases {
  const phrases = new Map<string, Phrase[]>()
  for (const { label, terms, hints } of topics) {
    const add = (phrase: string, weight: number): void => {
      const [first = '', ...rest] = stemsOf(phrase)
      phrases.set(first, [...(phrases.get(first) ?? []), { rest, label, weight }])
    }
    for (const term of terms) add(term, WEIGHTS.term)
    for (const hint of hints) add(hint, WEIGHTS.hint)
  }
  return phrases
}

const NO_PHRASES: readonly Phrase[] = []

function weigh(words: readonly string[], phrases: Phrases): Map<string, number> {
  const weights = new Map<string, number>()
  for (let at = 0; at < words.length; at++) {
    for (const { rest, label, weight } of phrases.get(words[at] ?? '') ?? NO_PHRASES)
      if (rest.every((next, index) => words[at + 1 + index] === next))
        weights.set(label, (weights.get(label) ?? 0) + weight)
  }
  return weights
}

function stemsOf(text: string): string[] {
  const stems: string[] = []
  for (const token of tokensOf(text)) for (const stemmed of stemsOfWord(token.text)) stems.push(stemmed)
  return stems
}

const REMEMBERED_WORDS = 100_000

const stemsOfWord = remembering(
  (written): readonly string[] =>
    foldWord(written)
      .split(/[-\u2010\u2011/]/)
      .filter(Boolean)
      .map((word) => (/^[a-z]+$/.test(word) && word.length > 3 ? stem(word) : word)),
  REMEMBERED_WORDS,
)
