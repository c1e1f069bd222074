import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { neighbourIds } from '../../corpus/store/paragraphs.ts'
import { isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import { rarityOf } from '../../indexer/analysis/rarity.ts'
import type { Generation } from '../generations.ts'
import { align } from './align.ts'
import type { Claim, Fit, NamedSpeaker } from './claim.ts'
import { fitOf } from './claim.ts'
import type { Quotation, QuotedWord } from './quotation.ts'
import { Spacing } from './spacing.ts'
import type { RecordWord, Stretch } from './stretch.ts'
import { stretchOf, wordsOfText } from './stretch.ts'
import type { Wording } from './wording.ts'
import { wordingOf } from './wording.ts'

/** A passage of the record with the quotation laid along it. */
export interface Place {
  readonly stretch: Stretch
  /** The paragraphs that have words of the quotation, in reading order. */
  readonly paragraphs: readonly ParagraphInContext[]
  readonly wording: Wording
  readonly fit: Fit
  readonly isVerbatim: boolean
  /** How much of the quotation stands there, from 0 to 1, rare words weighing more than common ones. */
  readonly likeness: number
}

/** What is compared at most, in pairs of a word of the quotation and one of the record: some 30 ms. */
const MOST_PAIRS = 2_000_000
/** Of the paragraphs that have most of a quotation, so many are read with what stands around them. */
const MOST_STRETCHES = 6
/** A paragraph with fewer words than this share of the quotation's cannot have all of it. */
const LEAST_LENGTH_OF_WHOLE = 0.8
/** Paragraphs with fewer of a quotation's pairs of words than this share of the best one's are no place of it. */
const LEAST_SHARE_OF_PAIRS = 0.8
const FEWEST_NEIGHBOURS = 2
const MOST_NEIGHBOURS = 40
/** A paragraph of a list has about so many words. */
const WORDS_OF_SHORT_PARAGRAPH = 15

/** Lays a quotation along the paragraphs in which it may stand. */
export class PlaceReader {
  readonly #generation: Generation
  readonly #quotation: Quotation
  readonly #claim: Claim
  readonly #speaker: NamedSpeaker | null
  readonly #spacing: Spacing

  constructor(generation: Generation, quotation: Quotation, claim: Claim, speaker: NamedSpeaker | null) {
    this.#generation = generation
    this.#quotation = quotation
    this.#claim = claim
    this.#speaker = speaker
    this.#spacing = new Spacing(quotation)
  }

  /** Best first. Only where no paragraph has all of it, several that adjoin are read as one. */
  async places(candidates: readonly ParagraphInContext[]): Promise<Place[]> {
    const likeliest = this.#byPairsInCommon(candidates.map((context) => stretchOf([context])))
    const least = this.#quotation.words.length * LEAST_LENGTH_OF_WHOLE
    const single = this.#within(likeliest.filter(({ words }) => words.length >= least))
    if (single.some(({ isVerbatim }) => isVerbatim)) return single
    const wider: Stretch[] = []
    for (const stretch of likeliest.slice(0, MOST_STRETCHES)) wider.push(await this.#withNeighbours(stretch))
    return bestFirst(this.#within(wider))
  }

  #within(stretches: readonly Stretch[]): Place[] {
    const places: Place[] = []
    let pairs = 0
    for (const stretch of stretches) {
      pairs += stretch.words.length * this.#quotation.words.length
      if (places.length > 0 && pairs > MOST_PAIRS) break
      places.push(this.#placeIn(stretch))
    }
    return bestFirst(places)
  }

  #placeIn(given: Stretch): Place {
    const quotation = this.#spacing.ofQuotation(given.words)
    const stretch = { ...given, words: this.#spacing.ofRecord(given.words) }
    const wording = wordingOf(quotation, stretch, align(quotation, stretch.words))
    const kept = wording.parts.filter(({ kind }) => kind === 'kept')
    const quoted = new Set(kept.flatMap(({ spans }) => spans.map(({ paragraph }) => paragraph)))
    const paragraphs = stretch.paragraphs.filter((_, number) => quoted.has(number))
    return {
      stretch,
      paragraphs,
      wording,
      fit: fitOf(this.#claim, this.#speaker, paragraphs),
      isVerbatim: wording.parts.every(({ difference }) => difference === null),
      likeness: this.#likeness(quotation, wording),
    }
  }

  /** A paragraph with those around it, as far as the quotation goes on before and after what both have. */
  async #withNeighbours({ paragraphs: [context], words }: Stretch): Promise<Stretch> {
    const length = this.#quotation.words.length
    const shift = likeliestShift(this.#quotation.words, words)
    const count = Math.min(MOST_NEIGHBOURS, FEWEST_NEIGHBOURS + Math.ceil(length / WORDS_OF_SHORT_PARAGRAPH))
    const { db, paragraphs } = this.#generation
    const ids = await neighbourIds(db, context.paragraph.id, count)
    const [before, after] = await Promise.all([paragraphs.load(ids.before), paragraphs.load(ids.after)])
    const nearBefore = upToWords(before.toReversed(), -shift).toReversed()
    const [first = context, ...others] = [
      ...nearBefore,
      context,
      ...upToWords(after, length + shift - words.length),
    ]
    return stretchOf([first, ...others])
  }

  /** Those that have most of the quotation's pairs of words, the most first. */
  #byPairsInCommon(stretches: readonly Stretch[]): Stretch[] {
    const own = new Set(pairsOf(this.#quotation.words))
    const counted = stretches
      .map((stretch) => ({
        stretch,
        common: new Set(pairsOf(stretch.words).filter((pair) => own.has(pair))).size,
      }))
      .sort((a, b) => b.common - a.common)
    const least = (counted[0]?.common ?? 0) * LEAST_SHARE_OF_PAIRS
    return counted
      .filter(({ common }, rank) => rank < MOST_STRETCHES || common >= least)
      .map(({ stretch }) => stretch)
  }

  #likeness({ words }: Quotation, { kept }: Wording): number {
    const sum = (numbers: readonly number[]): number =>
      numbers.reduce((total, number) => total + this.#weightOf(words[number]?.text ?? ''), 0)
    const own = words.flatMap(({ brackets }, number) => (brackets === null ? [number] : []))
    return sum(kept.filter((number) => words[number]?.brackets === null)) / Math.max(1, sum(own))
  }

  #weightOf(word: string): number {
    if (isStopWord(word)) return WEIGHT_OF_STOP_WORD
    const { engine } = this.#generation
    return rarityOf(engine.paragraphFrequency(termsOfWord(word)[0] ?? ''), engine.size)
  }
}

/** By how many words the quotation has to be shifted to the right for most pairs of words to come to lie on the record's. */
function likeliestShift(quoted: readonly QuotedWord[], record: readonly RecordWord[]): number {
  const places = new Map<string, number[]>()
  for (const [at, pair] of pairsOf(quoted).entries()) places.set(pair, [...(places.get(pair) ?? []), at])
  const counts = new Map<number, number>()
  for (const [at, pair] of pairsOf(record).entries())
    for (const place of places.get(pair) ?? []) counts.set(at - place, (counts.get(at - place) ?? 0) + 1)
  const [likeliest] = [...counts].sort(([, one], [, other]) => other - one)
  return likeliest?.[0] ?? 0
}

/** Beside the rarity of a word that is none, which is some 2 to 8. */
const WEIGHT_OF_STOP_WORD = 1

const pairsOf = (words: readonly { readonly text: string }[]): string[] =>
  words.slice(1).map(({ text }, index) => `${words[index]?.text ?? ''} ${text}`)

function upToWords(paragraphs: readonly ParagraphInContext[], wanted: number): ParagraphInContext[] {
  const near: ParagraphInContext[] = []
  let words = 0
  for (const context of paragraphs) {
    if (words >= wanted && near.length >= FEWEST_NEIGHBOURS) break
    near.push(context)
    words += wordsOfText(context.paragraph.text).length
  }
  return near
}

const bestFirst = (places: readonly Place[]): Place[] =>
  places.toSorted(
    (a, b) =>
      Number(b.isVerbatim) - Number(a.isVerbatim) ||
      b.likeness - a.likeness ||
      misfits(a.fit) - misfits(b.fit) ||
      a.wording.parts.length - b.wording.parts.length,
  )

const misfits = ({ speaker, date }: Fit): number => Number(speaker === false) + Number(date === false)
