import type { Excerpt } from './excerpts.ts'
import type { PairedPassage } from './pairs.ts'
import type { PassageReading } from './passageReading.ts'

/** What the model says of each token of a pair, and of the pair. */
export interface PairScores {
  readonly spanStart: Float32Array
  readonly spanEnd: Float32Array
  readonly evidence: Float32Array
  readonly answerable: number
}

/**
 * What the model says of a passage, put together from its pairs. A word has its scores from the excerpt in which it stands
 * farthest from the edge: its beginning by its first token, its end by its last, evidence as the mean of its tokens.
 *
 * @param scores of each pair, in order
 */
export function joinedReading(
  { words, tokensBefore, pairs }: PairedPassage,
  scores: readonly PairScores[],
): PassageReading {
  const excerpts = pairs.map(({ excerpt }) => excerpt)
  const wordsRead = excerpts.at(-1)?.to ?? 0
  const reading = emptyReading(wordsRead, Math.max(...scores.map(({ answerable }) => answerable)))
  for (let word = 0; word < wordsRead; word++) {
    const index = bestExcerpt(excerpts, word)
    const [pair, score] = [pairs[index], scores[index]]
    if (!pair || !score) continue
    const shift = pair.excerptAt - (tokensBefore[pair.excerpt.from] ?? 0)
    const first = (tokensBefore[word] ?? 0) + shift
    const end = (tokensBefore[word + 1] ?? 0) + shift
    const [wordStart, wordEnd] = words[word] ?? [0, 0]
    reading.starts[word] = wordStart
    reading.ends[word] = wordEnd
    reading.spanStart[word] = at(score.spanStart, first) - at(score.spanStart, 0)
    reading.spanEnd[word] = at(score.spanEnd, end - 1) - at(score.spanEnd, 0)
    reading.evidence[word] = mean(score.evidence.subarray(first, end))
  }
  return reading
}

function emptyReading(words: number, answerable: number): PassageReading {
  return {
    answerable,
    starts: new Uint32Array(words),
    ends: new Uint32Array(words),
    spanStart: new Float32Array(words),
    spanEnd: new Float32Array(words),
    evidence: new Float32Array(words),
  }
}

/** The excerpt in which a word stands farthest from the edge, the first of equals. */
function bestExcerpt(excerpts: readonly Excerpt[], word: number): number {
  const distances = excerpts.map(({ from, to }) => Math.min(word - from, to - 1 - word))
  return distances.indexOf(Math.max(...distances))
}

const at = (scores: Float32Array, place: number): number => scores[place] ?? Number.NaN

function mean(scores: Float32Array): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
