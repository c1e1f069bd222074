import { joinedReading, type PairScores } from './joining.ts'
import type { QuestionToRead } from './messages.ts'
import type { PairModel } from './model.ts'
import type { PairedPassage } from './pairs.ts'
import type { PassageReading } from './passageReading.ts'

/** Reads the passages of a question one by one; null as soon as its deadline has passed. */
export async function readPassages(
  model: PairModel,
  { question, passages, deadline }: QuestionToRead,
): Promise<PassageReading[] | null> {
  const readings: PassageReading[] = []
  for (const passage of passages) {
    const paired = model.pairs.pair(question, passage)
    const scores = await scoresOf(paired, model, deadline)
    if (!scores) return null
    readings.push(joinedReading(paired, scores))
  }
  return readings
}

async function scoresOf(
  { pairs }: PairedPassage,
  model: PairModel,
  deadline: number,
): Promise<PairScores[] | null> {
  const scores: PairScores[] = []
  for (const pair of pairs) {
    if (Date.now() >= deadline) return null
    scores.push(await model.score(pair))
  }
  return scores
}
