import type { Paragraph } from '../../corpus/model/paragraph.ts'
import { foldWord } from '../analysis/terms.ts'
import { stem } from '../analysis/stemmer.ts'
import { tokenize } from '../analysis/tokens.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A taxonomy made ready for reading paragraphs: the topics of each word or phrase, by its stems. */
export interface TopicReader {
  topicsOf(paragraph: Pick<Paragraph, 'text' | 'headings'>): string[]
}

const TEXT_WEIGHT = 1
/** What a heading speaks of, a paragraph under it need not. */
const HEADING_WEIGHT = 0.5
const ENOUGH = 1

export function topicReader(taxonomy: Taxonomy): TopicReader {
  const phrasesFrom = new Map<string, Phrase[]>()
  let lastHeading = ''
  let inLastHeading = new Map<string, number>()
  for (const { label, terms } of taxonomy.topics) {
    for (const term of terms) {
      const [first = '', ...rest] = stemsOf(term)
      phrasesFrom.set(first, [...(phrasesFrom.get(first) ?? []), { rest, label }])
    }
  }
  const order = new Map(taxonomy.topics.map(({ label }, index) => [label, index]))

  return {
    topicsOf({ text, headings }) {
      const weights = new Map<string, number>()
      weigh(stemsOf(text), TEXT_WEIGHT, weights)
      const heading = headings.at(-1) ?? ''
      if (heading !== lastHeading) {
        inLastHeading = new Map()
        weigh(stemsOf(heading), HEADING_WEIGHT, inLastHeading)
        lastHeading = heading
      }
      for (const [label, weight] of inLastHeading)
        if (text.length > 0) weights.set(label, (weights.get(label) ?? 0) + Math.min(weight, HEADING_WEIGHT))
      return [...weights]
        .filter(([, weight]) => weight >= ENOUGH)
        .map(([label]) => label)
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }

  function weigh(words: readonly string[], weight: number, weights: Map<string, number>): void {
    for (const [at, word] of words.entries()) {
      for (const { rest, label } of phrasesFrom.get(word) ?? [])
        if (rest.every((next, index) => words[at + 1 + index] === next))
          weights.set(label, (weights.get(label) ?? 0) + weight)
    }
  }
}

/** A word or phrase of a topic, by the stems after its first. */
interface Phrase {
  readonly rest: readonly string[]
  readonly label: string
}

function stemsOf(text: string): string[] {
  const stems: string[] = []
  for (const token of tokenize(text)) stems.push(...stemsOfWord(token.text))
  return stems
}

const CACHED_WORDS = 100_000
const cachedStems = new Map<string, readonly string[]>()

function stemsOfWord(written: string): readonly string[] {
  const known = cachedStems.get(written)
  if (known) return known
  const stems = foldWord(written)
    .split(/[-\u2010\u2011/]/)
    .filter(Boolean)
    .map((word) => (/^[a-z]+$/.test(word) && word.length > 3 ? stem(word) : word))
  if (cachedStems.size >= CACHED_WORDS) cachedStems.clear()
  cachedStems.set(written, stems)
  return stems
}
