import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'
import type { Tree } from './trees.ts'
import { Forest } from './trees.ts'

/** Written by `npm run calibrate`. */
export const MODEL_FILE = join(projectRoot, 'server/answer/model.json')

const treeSchema: z.ZodType<Tree, Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.int(), z.number(), z.number(), treeSchema, treeSchema])]),
)

const treesSchema = z.strictObject({
  /** The features by name; trees name them by their place here. */
  features: z.array(z.string()),
  trees: z.array(treeSchema),
})

const figuresSchema = z.record(z.string(), z.number())

const chooserSchema = z.strictObject({
  /** Each question judged by a model that has not seen its documents, and all by the model itself. */
  figures: z.strictObject({ leftOut: figuresSchema, trainedOn: figuresSchema }),
  /** Below it the answer is silence, where the request does not say otherwise. */
  threshold: z.number(),
  /** Puts the candidates of a question in order. */
  ranker: treesSchema.transform(({ features, trees }) => ({ features, forest: new Forest(trees) })),
  /** From how the best candidate stands to how likely it is right, by logistic regression. */
  confidence: z.strictObject({
    /** Log odds where every feature is at its mean. */
    intercept: z.number(),
    /** What each feature adds to the log odds: `weight * (value - mean)`. */
    weights: z.array(z.strictObject({ feature: z.string(), weight: z.number(), mean: z.number() })),
  }),
})

const modelSchema = z.strictObject({
  provenance: z.strictObject({
    /** The files of questions that were learnt from, with their fingerprints. */
    questions: z.array(z.strictObject({ file: z.string(), questions: z.int(), sha256: z.string() })),
    date: z.string(),
    seed: z.int(),
  }),
  /** Chooses by words alone: first, which passages are read, and last where nothing could be read. */
  byWords: chooserSchema,
  /** Chooses with what the reader says beside. */
  withReader: chooserSchema,
})

/** What was learnt of choosing answers, as it is written. */
export type AnswerModelData = Readonly<z.input<typeof modelSchema>>
/** The same, ready to be asked. */
export type AnswerModel = Readonly<z.output<typeof modelSchema>>
export type Chooser = AnswerModel['byWords']
export type ChooserData = AnswerModelData['byWords']
export type Ranker = Chooser['ranker']

let loaded: AnswerModel | null = null

/** The model of the project, read when it is first asked for. */
export function answerModel(): AnswerModel {
  loaded ??= modelSchema.parse(JSON.parse(readFileSync(MODEL_FILE, 'utf8')))
  return loaded
}
