import { calibrationError } from '../relevance/answers/calibration.ts'
import type { JudgedAttempt } from './train.ts'

const MOST_WRONG = 0.05

/** How the attempts come out where those of lower confidence are silence. */
export function figuresOf(attempts: readonly JudgedAttempt[], threshold: number): Record<string, number> {
  const answerable = attempts.filter((one) => one.answerable)
  const given = attempts.filter(({ confidence }) => confidence >= threshold)
  const right = given.filter((one) => one.isRight).length
  const kept = attempts.filter((one) => !one.answerable && one.confidence < threshold).length
  const silent = attempts.length - given.length
  return rounded({
    questions: attempts.length,
    firstRight: answerable.filter((one) => one.isRight).length / answerable.length,
    accuracy: (right + kept) / attempts.length,
    wrongGiven: (given.length - right) / attempts.length,
    silencePrecision: kept / Math.max(1, silent),
    silenceRecall: kept / Math.max(1, attempts.length - answerable.length),
    calibrationError: calibrationError(attempts),
    rightAtWrong5: rightAtWrong(attempts, MOST_WRONG),
  })
}

/** The largest share answered rightly by a threshold at which at most a share of all are answered wrongly. */
function rightAtWrong(attempts: readonly JudgedAttempt[], mostWrong: number): number {
  const sorted = [...attempts].sort((a, b) => b.confidence - a.confidence)
  let [right, wrong, best] = [0, 0, 0]
  for (const { isRight } of sorted) {
    if (isRight) right++
    else wrong++
    if (wrong / sorted.length <= mostWrong) best = right
  }
  return best / sorted.length
}

/** The threshold of the best accuracy at which at most a share of all are answered wrongly. */
export function bestThreshold(attempts: readonly JudgedAttempt[], mostWrong: number): number {
  const thresholds = Array.from({ length: 99 }, (_, index) => (index + 1) / 100)
  const fitting = thresholds
    .map((threshold) => ({ threshold, figures: figuresOf(attempts, threshold) }))
    .filter(({ figures }) => (figures.wrongGiven ?? 1) <= mostWrong)
  const best = Math.max(...fitting.map(({ figures }) => figures.accuracy ?? 0))
  return fitting.find(({ figures }) => figures.accuracy === best)?.threshold ?? 1
}

const rounded = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]))
