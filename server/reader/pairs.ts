import type { Span } from '../../corpus/model/document.ts'
import { bertWords } from './bertWords.ts'
import type { Excerpt } from './excerpts.ts'
import { excerptsOf } from './excerpts.ts'
import type { Passage } from './passageReading.ts'

/** The numbers of the tokens that a word is made of; none for one that has only accents. */
export type TokensOfWord = (word: string) => readonly number[]

/** The numbers of the tokens that divide a pair. */
export interface DividingTokens {
  readonly begin: number
  readonly divide: number
}

/** A question with an excerpt of a passage, as the model reads them. */
export interface Pair {
  readonly tokens: readonly number[]
  /** Where the passage begins, with its head. */
  readonly passageAt: number
  /** Where the tokens of the excerpt begin. */
  readonly excerptAt: number
  readonly excerpt: Excerpt
}

/** A passage cut into words, and the pairs in which it is read. */
export interface PairedPassage {
  readonly words: readonly Span[]
  /** How many tokens stand before each word, and at last how many there are. */
  readonly tokensBefore: readonly number[]
  readonly pairs: readonly Pair[]
}

interface Tokenised {
  readonly words: readonly Span[]
  readonly tokens: readonly number[]
  readonly tokensBefore: readonly number[]
}

const LONGEST_QUESTION = 96
const LONGEST_HEAD = 48
/** One at the beginning, one after the question, one at the end. */
const DIVIDING_TOKENS = 3

/**
 * Makes of a question and a passage what the model reads: `[CLS] question [SEP] head passage [SEP]`. A question is cut after
 * 96 tokens and a head after 48, so that there is room for the passage, which is read in excerpts, three at most. What looks
 * like a dividing token in a text is read as the words that it is made of.
 */
export class PairMaker {
  readonly #tokensOfWord: TokensOfWord
  readonly #dividing: DividingTokens
  readonly #longestPair: number

  /** @param longestPair in tokens */
  constructor(tokensOfWord: TokensOfWord, dividing: DividingTokens, longestPair: number) {
    this.#tokensOfWord = tokensOfWord
    this.#dividing = dividing
    this.#longestPair = longestPair
  }

  pair(question: string, { head, text }: Passage): PairedPassage {
    const { begin, divide } = this.#dividing
    const asked = this.#tokenise(question).tokens.slice(0, LONGEST_QUESTION)
    const heading = this.#tokenise(head).tokens.slice(0, LONGEST_HEAD)
    const { words, tokens, tokensBefore } = this.#tokenise(text)
    const passageAt = asked.length + 2
    const excerptAt = passageAt + heading.length
    const room = this.#longestPair - asked.length - heading.length - DIVIDING_TOKENS
    const pairs = excerptsOf(tokensBefore, room).map((excerpt) => {
      const excerptTokens = tokens.slice(tokensBefore[excerpt.from], tokensBefore[excerpt.to])
      return {
        tokens: [begin, ...asked, divide, ...heading, ...excerptTokens, divide],
        passageAt,
        excerptAt,
        excerpt,
      }
    })
    return { words, tokensBefore, pairs }
  }

  #tokenise(text: string): Tokenised {
    const words: Span[] = []
    const tokens: number[] = []
    const tokensBefore = [0]
    for (const [start, end] of bertWords(text)) {
      const ofWord = this.#tokensOfWord(text.slice(start, end))
      if (ofWord.length === 0) continue
      words.push([start, end])
      tokens.push(...ofWord)
      tokensBefore.push(tokens.length)
    }
    return { words, tokens, tokensBefore }
  }
}
