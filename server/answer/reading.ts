import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Span } from '../../corpus/model/document.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Passage, PassageReading } from '../reader/passageReading.ts'
import type { Candidate, Features, Window } from './candidates.ts'
import { logistic } from './rank.ts'

/** Reads passages for a question: a reading of each, in their order, or null; null for all where there is no reader, or not in time. */
export type ReadPassages = (
  question: string,
  passages: readonly Passage[],
) => Promise<readonly (PassageReading | null)[] | null>

export const PASSAGES_READ = 10

/** What the reader said of the paragraphs that it read, by their place among those found. */
export type Readings = ReadonlyMap<number, PassageReading>

/**
 * Has the best paragraphs read.
 *
 * @param ranked a passage for each paragraph, best first
 */
export async function readBest(
  question: string,
  ranked: readonly { readonly rank: number; readonly passage: Passage }[],
  read: ReadPassages,
): Promise<Readings | null> {
  const best = ranked.slice(0, PASSAGES_READ)
  const readings = await read(
    question,
    best.map(({ passage }) => passage),
  )
  if (readings === null) return null
  return new Map(
    best.flatMap(({ rank }, index) => {
      const reading = readings[index]
      return reading ? [[rank, reading] as const] : []
    }),
  )
}

export const passageOf = (context: ParagraphInContext): Passage => ({
  head: headOf(...headsOf(context)),
  text: context.paragraph.text,
})

/** What a paragraph stands in, as it is put before it: the body and day of its meeting, and its headings. */
export function headsOf({
  meeting,
  date,
  item,
  paragraph,
}: ParagraphInContext): [meeting: string, headings: string] {
  const day = date === null ? '' : formatDate(date)
  return [
    joined([meeting?.body ?? '', day], ', '),
    joined([item?.title ?? '', paragraph.headings.at(-1) ?? ''], '. '),
  ]
}

export function headOf(...heads: readonly string[]): string {
  const said = heads.filter((head) => head !== '')
  return said.length === 0 ? '' : `${said.join('. ')}: `
}

const joined = (parts: readonly string[], separator: string): string =>
  [...new Set(parts.map((part) => part.trim().replace(/[:.]$/, '')))]
    .filter((part) => part !== '')
    .join(separator)

type Placed = Pick<Candidate, 'rank' | 'start' | 'end' | 'features'>

/** Candidates with what the reader says of each beside what was known of it. */
export function withReadings<T extends Placed>(candidates: readonly T[], readings: Readings): T[] {
  const paragraphs = new Map([...readings].map(([rank, reading]) => [rank, new ReadParagraph(reading)]))
  const read = [...paragraphs.values()]
  return candidates.map((candidate) => {
    const own = paragraphs.get(candidate.rank)
    return { ...candidate, features: { ...candidate.features, ...featuresOf(candidate, own, read) } }
  })
}

function featuresOf(
  window: Stretch,
  own: ReadParagraph | undefined,
  all: readonly ReadParagraph[],
): Features {
  if (!own) return NOT_READ
  const words = own.wordsOf(window)
  const span = own.spanScore(words)
  const others = all.filter((one) => one !== own)
  const leadOf = (score: (one: ReadParagraph) => number): number =>
    bounded(score(own) - Math.max(LEAST, ...others.map(score)))
  return {
    isRead: 1,
    readerAnswerable: bounded(own.answerable),
    readerLead: leadOf(({ answerable }) => answerable),
    readerSpan: bounded(span),
    readerSpanHere: bounded(span - own.bestSpan),
    readerSpanLead: leadOf(({ bestSpan }) => bestSpan),
    readerEvidence: bounded(own.evidenceOf(words)),
    readerEvidenceShare: own.evidenceShareOf(words),
  }
}

type Stretch = Pick<Window, 'start' | 'end'>

/** No score tells more beyond these: chances of one in a hundred thousand. */
const LEAST = -12
const MOST = 12

const bounded = (score: number): number => Math.min(MOST, Math.max(LEAST, score))

const NOT_READ: Features = {
  isRead: 0,
  readerAnswerable: LEAST,
  readerLead: LEAST,
  readerSpan: LEAST,
  readerSpanHere: LEAST,
  readerSpanLead: LEAST,
  readerEvidence: LEAST,
  readerEvidenceShare: 0,
}

/** The longest run of words that can be the answer. */
const LONGEST_SPAN_WORDS = 20

/** Words `[from, to)` of a reading. */
type WordRange = readonly [from: number, to: number]

class ReadParagraph {
  readonly #reading: PassageReading
  readonly answerable: number
  readonly bestSpan: number
  readonly #evidence: number

  constructor(reading: PassageReading) {
    this.#reading = reading
    const all: WordRange = [0, reading.starts.length]
    this.answerable = reading.answerable
    this.bestSpan = this.spanScore(all)
    this.#evidence = this.#chancesOf(all)
  }

  wordsOf({ start, end }: Stretch): WordRange {
    return wordsWithin(this.#reading, start, end)
  }

  spanScore(words: WordRange): number {
    return bestSpan(this.#reading, words)?.score ?? LEAST
  }

  /** Mean of the words' log odds to stand in the sentence that answers. */
  evidenceOf([from, to]: WordRange): number {
    if (to <= from) return LEAST
    return this.#reading.evidence.subarray(from, to).reduce((sum, one) => sum + one, 0) / (to - from)
  }

  /** Of what the paragraph has of it, so much stands here. */
  evidenceShareOf(words: WordRange): number {
    return this.#evidence === 0 ? 0 : this.#chancesOf(words) / this.#evidence
  }

  #chancesOf([from, to]: WordRange): number {
    return this.#reading.evidence.subarray(from, to).reduce((sum, one) => sum + logistic(one), 0)
  }
}

function wordsWithin({ starts, ends }: PassageReading, start: number, end: number): WordRange {
  const from = starts.findIndex((at) => at >= start)
  const to = ends.findLastIndex((at) => at <= end) + 1
  return from < 0 ? [0, 0] : [from, Math.max(from, to)]
}

function bestSpan(
  { spanStart, spanEnd }: PassageReading,
  [from, to]: WordRange,
): { readonly score: number; readonly first: number; readonly last: number } | null {
  let best: { score: number; first: number; last: number } | null = null
  for (let first = from; first < to; first++)
    for (let last = first; last < Math.min(to, first + LONGEST_SPAN_WORDS); last++) {
      const score = (spanStart[first] ?? 0) + (spanEnd[last] ?? 0)
      if (best === null || score > best.score) best = { score, first, last }
    }
  return best
}

/**
 * The words of a stretch of text that the reader holds to be the answer, as offsets into the text; null where it holds that
 * they are not there.
 */
export function spanIn(reading: PassageReading, stretch: Stretch): Span | null {
  const best = bestSpan(reading, wordsWithin(reading, stretch.start, stretch.end))
  if (best === null || best.score <= 0) return null
  const { first, last } = best
  return [reading.starts[first] ?? stretch.start, reading.ends[last] ?? stretch.end]
}
