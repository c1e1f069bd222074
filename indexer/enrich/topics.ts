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
  const topicsOfPhrase = new Map<string, string[]>()
  let longest = 1
  for (const { label, terms } of taxonomy.topics) {
    for (const term of terms) {
      const words = stemsOf(term)
      longest = Math.max(longest, words.length)
      topicsOfPhrase.set(words.join(' '), [...(topicsOfPhrase.get(words.join(' ')) ?? []), label])
    }
  }
  const order = new Map(taxonomy.topics.map(({ label }, index) => [label, index]))

  return {
    topicsOf({ text, headings }) {
      const weights = new Map<string, number>()
      weigh(stemsOf(text), TEXT_WEIGHT, weights)
      const inHeading = new Map<string, number>()
      weigh(stemsOf(headings.at(-1) ?? ''), HEADING_WEIGHT, inHeading)
      for (const [label, weight] of inHeading)
        if (text.length > 0) weights.set(label, (weights.get(label) ?? 0) + Math.min(weight, HEADING_WEIGHT))
      return [...weights]
        .filter(([, weight]) => weight >= ENOUGH)
        .map(([label]) => label)
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }

  function weigh(words: readonly string[], weight: number, weights: Map<string, number>): void {
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(longest, words.length - at); length > 0; length--) {
        for (const label of topicsOfPhrase.get(words.slice(at, at + length).join(' ')) ?? []) {
          weights.set(label, (weights.get(label) ?? 0) + weight)
        }
      }
    }
  }
}

function stemsOf(text: string): string[] {
  return tokenize(text).flatMap((token) =>
    foldWord(token.text)
      .split(/[-\u2010\u2011/]/)
      .filter(Boolean)
      .map((word) => (/^[a-z]+$/.test(word) && word.length > 3 ? stem(word) : word)),
  )
}
