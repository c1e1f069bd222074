import type { ChooserData } from '../../server/answer/model.ts'
import type { Features } from '../../server/answer/candidates.ts'
import { confidenceOf, rankByScores, standingOf } from '../../server/answer/rank.ts'
import { Forest } from '../../server/answer/trees.ts'
import type { BoostingSettings, Group } from './boosting.ts'
import { binned, boost, randomFrom } from './boosting.ts'
import type { Collected, CollectedCandidate, CollectedQuestion } from './collect.ts'
import { isRight } from './judge.ts'
import { fitLogistic } from './logistic.ts'
import { listwiseLoss } from './losses.ts'

const FOLDS = 10
const MOST_WRONG_CANDIDATES = 60

const RANKER: Omit<BoostingSettings, 'seed'> = {
  trees: 400,
  leaves: 8,
  rate: 0.035,
  leastHessian: 1,
  lambda: 3,
  featureShare: 0.3,
  groupShare: 0.5,
}

/** Chosen on questions left out by document; 3 to 50 differ by less than noise. */
const CONFIDENCE_PENALTY = 10

/** The first answers to a question, as a ranker has them. */
interface Attempt {
  readonly question: CollectedQuestion
  /** How the best candidate stands. */
  readonly standing: Features
  /** Its paragraphs by their places, best first. */
  readonly order: readonly number[]
  readonly isRight: boolean
}

/** An attempt with how sure the model is of it. */
export interface JudgedAttempt {
  readonly confidence: number
  readonly isRight: boolean
  readonly answerable: boolean
}

export interface Training {
  readonly ranker: ChooserData['ranker']
  readonly confidence: ChooserData['confidence']
  /** Every question tried by a model that has not seen its file. */
  readonly leftOut: readonly JudgedAttempt[]
  readonly trainedOn: readonly JudgedAttempt[]
  /** The paragraphs of each question by their places, in the order of a ranker that has not seen its file. */
  readonly orders: ReadonlyMap<CollectedQuestion, readonly number[]>
}

export function train({ featureNames, questions }: Collected, seed: number): Training {
  const folds = foldsOf(questions)
  const leftOut = folds.flatMap((fold) => {
    const ranker = trainRanker(
      questions.filter((question) => !fold.includes(question)),
      featureNames,
      seed,
    )
    return attempts(fold, ranker)
  })
  const ranker = trainRanker(questions, featureNames, seed)
  const { confidence, confidences } = trainConfidence(leftOut)
  return {
    ranker,
    confidence,
    leftOut: leftOut.map((one, index) => judged(one, confidences[index] ?? 0)),
    orders: new Map(leftOut.map(({ question, order }) => [question, order])),
    trainedOn: attempts(questions, ranker).map((one) => judged(one, confidenceOf(one.standing, confidence))),
  }
}

const judged = ({ question, isRight: right }: Attempt, confidence: number): JudgedAttempt => ({
  confidence,
  isRight: right,
  answerable: question.question.answerable,
})

/** The questions by their files: those of one file share documents, and are left out together. */
function foldsOf(questions: readonly CollectedQuestion[]): CollectedQuestion[][] {
  const files = [...new Set(questions.map(({ file }) => file))]
  return Array.from({ length: Math.min(FOLDS, files.length) }, (_, fold) =>
    questions.filter(({ file }) => files.indexOf(file) % FOLDS === fold),
  )
}

/** Rows of the candidates of the questions that some candidates answer and others do not. */
function trainRanker(
  questions: readonly CollectedQuestion[],
  features: readonly string[],
  seed: number,
): ChooserData['ranker'] {
  const random = randomFrom(seed)
  const rows: CollectedCandidate[] = []
  const right: number[] = []
  const groups: Group[] = []
  for (const question of questions) {
    const wanted = question.candidates.map((candidate) => (isWanted(candidate, question) ? 1 : 0))
    const wrong = wanted.filter((one) => one === 0).length
    if (wrong === 0 || wrong === wanted.length) continue
    const start = rows.length
    for (const [index, candidate] of question.candidates.entries()) {
      if (wanted[index] === 0 && random() >= MOST_WRONG_CANDIDATES / wrong) continue
      rows.push(candidate)
      right.push(wanted[index] ?? 0)
    }
    groups.push({ start, end: rows.length })
  }
  const columns = features.map((_, feature) => Float32Array.from(rows, ({ row }) => row[feature] ?? 0))
  const trees = boost(binned(columns), groups, listwiseLoss(groups, right), { ...RANKER, seed })
  return { features: [...features], trees }
}

/** Of a question that needs several pieces of evidence, each counts. */
function isWanted({ judgement }: CollectedCandidate, { question }: CollectedQuestion): boolean {
  return question.note?.includes('evidenceMode=all') ? judgement.evidence.length > 0 : judgement.isGrounded
}

const GIVEN_ANSWERS = 3

function attempts(
  questions: readonly CollectedQuestion[],
  { features, trees }: ChooserData['ranker'],
): Attempt[] {
  const forest = new Forest(trees)
  return questions.map((question) => attempt(question, features, forest))
}

function attempt(question: CollectedQuestion, features: readonly string[], forest: Forest): Attempt {
  const ranked = rankByScores(
    question.candidates,
    question.candidates.map(({ row }) => forest.scoreOf(row)),
  )
  const row = ranked[0]?.row
  return {
    question,
    standing: row
      ? standingOf(Object.fromEntries(features.map((name, index) => [name, row[index] ?? 0])), ranked)
      : {},
    order: ranked.map(({ rank }) => rank),
    isRight: isRight(
      question.question,
      ranked.slice(0, GIVEN_ANSWERS).map(({ judgement }) => judgement),
    ),
  }
}

/** Learns how likely the first answer is right; each fold is judged by what the others taught. */
function trainConfidence(leftOut: readonly Attempt[]): {
  readonly confidence: ChooserData['confidence']
  readonly confidences: readonly number[]
} {
  const folds = foldsOf(leftOut.map(({ question }) => question)).map((fold) => new Set(fold))
  const models = folds.map((fold) => fitConfidence(leftOut.filter(({ question }) => !fold.has(question))))
  return {
    confidence: fitConfidence(leftOut),
    confidences: leftOut.map(({ question, standing }) => {
      const model = models[folds.findIndex((fold) => fold.has(question))]
      return model ? confidenceOf(standing, model) : 0
    }),
  }
}

/** A question without any candidate has no say. */
function fitConfidence(attempts: readonly Attempt[]): ChooserData['confidence'] {
  const told = attempts.filter(({ standing }) => Object.keys(standing).length > 0)
  const features = Object.keys(told[0]?.standing ?? {})
  const { intercept, weights } = fitLogistic(
    told.map(({ standing }) => features.map((name) => standing[name] ?? 0)),
    told.map((one) => one.isRight),
    CONFIDENCE_PENALTY,
  )
  return {
    intercept: rounded(intercept),
    weights: features.map((feature, index) => ({
      feature,
      weight: rounded(weights[index]?.weight ?? 0),
      mean: rounded(weights[index]?.mean ?? 0),
    })),
  }
}

/** The data file is read by people. */
const rounded = (value: number): number => Number(value.toPrecision(4))
