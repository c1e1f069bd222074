import type { Candidate, Features } from './candidates.ts'
import type { Chooser, Ranker } from './model.ts'

/** Where a ranker puts the best window of a paragraph. */
export interface Placing {
  /** Logarithm of its odds, and of those of the windows within it: what answers there answers here as well. */
  readonly score: number
  /** How much of all candidates' odds its paragraph has, from 0 to 1. */
  readonly share: number
}

export type Ranked = Candidate & Placing

/** The best window of each paragraph, best first. */
export function rankCandidates(candidates: readonly Candidate[], ranker: Ranker): Ranked[] {
  const scores = candidates.map(({ features }) => ranker.forest.scoreOf(rowOf(features, ranker.features)))
  return rankByScores(candidates, scores)
}

/** @param scores the ranker's, one for each candidate */
export function rankByScores<T extends Placed>(
  candidates: readonly T[],
  scores: readonly number[],
): (T & Placing)[] {
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  const odds = scores.map((score) => Math.exp(score - top))
  const total = odds.reduce((sum, one) => sum + one, 0)
  const byParagraph = new Map<number, { candidate: T; odds: number }[]>()
  for (const [index, candidate] of candidates.entries()) {
    const own = byParagraph.get(candidate.rank) ?? []
    own.push({ candidate, odds: odds[index] ?? 0 })
    byParagraph.set(candidate.rank, own)
  }
  const best = [...byParagraph.values()].map((own) => {
    const share = own.reduce((sum, one) => sum + one.odds, 0) / total
    const placed = own.map(({ candidate }) => {
      const within = own.filter((other) => isWithin(other.candidate, candidate))
      return { ...candidate, share, score: top + Math.log(within.reduce((sum, one) => sum + one.odds, 0)) }
    })
    return placed.reduce((a, b) => (b.score > a.score ? b : a))
  })
  return best.sort((a, b) => b.score - a.score)
}

interface Placed {
  readonly rank: number
  readonly start: number
  readonly end: number
}

const isWithin = (inner: Placed, outer: Placed): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

const rowOf = (features: Features, names: readonly string[]): number[] =>
  names.map((name) => features[name] ?? 0)

/** Features of the best candidate that tell whether it is right. */
const TELLING = [
  'rank',
  'score',
  'scoreToBest',
  'coverage',
  'coverageAlikeContext',
  'coverageContext',
  'coverageAround',
  'coverageParagraph',
  'coverageToBest',
  'coverageAroundToBest',
  'wordsFound',
  'wordsMissing',
  'rarestMissing',
  'rarestMissingHere',
  'names',
  'namesContext',
  'digitsContext',
  'orderedPairs',
  'nearness',
  'hasWanted',
  'wanted',
  'wantedNear',
  'wantedAtFocus',
  'cueOfType',
  'negation',
  'asking',
  'undertaking',
  'monthsFromMeeting',
  'yearsAgree',
  'meetingMonth',
  'speakerRole',
  'speakerPerson',
  'length',
  'questionWords',
  'asks_number',
  'asks_who',
  'asks_date',
  'asks_comparison',
  'asks_reason',
  'asks_decision',
  'asks_position',
  'asks_commitment',
  'asks_definition',
  'asks_yes_no',
  'asks_other',
  'wantsMoney',
] as const

/** The same of what the reader says, where it has read. */
const TELLING_OF_READER = [
  'readerAnswerable',
  'readerLead',
  'readerSpan',
  'readerSpanHere',
  'readerSpanLead',
  'readerEvidence',
  'readerEvidenceShare',
] as const

/** How the best candidate stands, by itself and among the others. @param features the best candidate's */
export function standingOf(
  features: Features,
  ranked: readonly (Placing & { readonly rank: number })[],
): Features {
  const [first, second, third] = ranked
  if (!first) return {}
  const telling = features.isRead === undefined ? TELLING : [...TELLING, ...TELLING_OF_READER]
  return {
    ...Object.fromEntries(telling.map((name) => [name, features[name] ?? 0])),
    rankerScore: first.score,
    rankerShare: first.share,
    rankerLead: first.score - (second?.score ?? first.score - MOST_LEAD),
    rankerLeadOfTwo: first.score - (third?.score ?? first.score - MOST_LEAD),
    isFirstOfSearch: ranked.every(({ rank }) => rank >= first.rank) ? 1 : 0,
  }
}

const MOST_LEAD = 5

/** How likely the best candidate is right, from 0 to 1. @param standing of the best candidate; empty where there is none */
export function confidenceOf(standing: Features, model: Chooser['confidence']): number {
  if (standing.rankerShare === undefined) return 0
  const odds = contributionsToConfidence(standing, model).reduce((sum, one) => sum + one.contribution, 0)
  return logistic(model.intercept + odds)
}

/** What moved the confidence, the strongest first. */
export function contributionsToConfidence(
  standing: Features,
  { weights }: Chooser['confidence'],
): Contribution[] {
  return strongestFirst(
    weights.map(({ feature, weight, mean }) => {
      const value = standing[feature] ?? 0
      return { feature, value, contribution: weight * (value - mean) }
    }),
  )
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** What a feature says, and what that adds to a score. */
export interface Contribution {
  readonly feature: string
  readonly value: number
  readonly contribution: number
}

/** What moved a score most, the strongest first. */
export function contributionsTo(features: Features, { features: names, forest }: Ranker): Contribution[] {
  const contributions = forest.contributionsOf(rowOf(features, names))
  return strongestFirst(
    [...contributions].map(([index, contribution]) => {
      const feature = names[index] ?? ''
      return { feature, value: features[feature] ?? 0, contribution }
    }),
  )
}

const strongestFirst = (contributions: readonly Contribution[]): Contribution[] =>
  contributions.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
