/** A first answer: how sure the service was of it, and whether it is right. */
export interface Prediction {
  /** Between 0 and 1. */
  readonly confidence: number
  readonly isRight: boolean
}

const BINS = 10

/**
 * Expected calibration error: how far confidence is from the share that is right, on average, 0 to 1. Answers in the order
 * of their confidence fall into ten bins of equal count (the sizes differ by one at most), each weighed by its count.
 *
 * Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015, with bins of
 * equal count as in Nguyen and O'Connor, "Posterior calibration and exploratory analysis for natural language processing
 * models", EMNLP 2015.
 */
export function calibrationError(predictions: readonly Prediction[]): number {
  const ordered = [...predictions].sort((a, b) => a.confidence - b.confidence)
  const bins = Array.from({ length: BINS }, (_, bin) =>
    ordered.slice(edge(bin, ordered.length), edge(bin + 1, ordered.length)),
  )
  return bins.reduce((sum, bin) => sum + gap(bin), 0) / ordered.length
}

const edge = (bin: number, count: number): number => Math.round((bin * count) / BINS)

/** Between the sure and the right ones of a bin, not divided by its count. */
function gap(bin: readonly Prediction[]): number {
  return Math.abs(bin.reduce((sum, { confidence, isRight }) => sum + confidence - Number(isRight), 0))
}
