import { joinedReading, type PairScores } from './joining.ts'
import type { QuestionToRead, ReadingsOfQuestion } from './messages.ts'
import type { PairModel } from './model.ts'
import type { Pair, PairedPassage } from './pairs.ts'
import type { PassageReading } from './passageReading.ts'

/** Reads the passages of a question one by one, as many as can be read by its deadline; null where not even one can. */
export async function readPassages(
  model: PairModel,
  { question, passages, deadline }: QuestionToRead,
): Promise<ReadingsOfQuestion> {
  const readings = Array<PassageReading | null>(passages.length).fill(null)
  const score = scorerUntil(deadline, model)
  for (const [index, passage] of passages.entries()) {
    const paired = model.pairs.pair(question, passage)
    const scores = await scoresOf(paired, score)
    if (!scores) return index === 0 ? null : readings
    readings[index] = joinedReading(paired, scores)
  }
  return readings
}

type ScorePair = (pair: Pair) => Promise<PairScores | null>

/** Scores pairs until one more, taking as long as the longest before it, would end after the deadline; then gives null. */
function scorerUntil(deadline: number, model: PairModel): ScorePair {
  let longestMs = 0
  return async (pair) => {
    const began = Date.now()
    if (began + longestMs >= deadline) return null
    const scores = await model.score(pair)
    longestMs = Math.max(longestMs, Date.now() - began)
    return scores
  }
}

async function scoresOf({ pairs }: PairedPassage, score: ScorePair): Promise<PairScores[] | null> {
  const all: PairScores[] = []
  for (const pair of pairs) {
    const scores = await score(pair)
    if (!scores) return null
    all.push(scores)
  }
  return all
}
