import { remembering } from '../../indexer/analysis/remember.ts'
import type { PairScores } from './joining.ts'
import type { ModelFiles } from './manifest.ts'
import type { Pair } from './pairs.ts'
import { PairMaker } from './pairs.ts'

// Of the two libraries only this much is used. They are optional, and so are their types: the program is built without them.

interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<OnnxSession> }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown
}

interface OnnxSession {
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OnnxOutput | undefined>>>
}

interface OnnxOutput {
  readonly data: Float32Array
}

interface TokenizerLibrary {
  readonly Tokenizer: new (
    tokenizer: object,
    options: object,
  ) => {
    encode(text: string, options: { add_special_tokens: boolean }): { readonly ids: readonly number[] }
    token_to_id(token: string): number | undefined
  }
}

/** What reads a question with an excerpt of a passage. */
export interface PairModel {
  readonly pairs: PairMaker
  score(pair: Pair): Promise<PairScores>
}

const ONNX_RUNTIME = 'onnxruntime-node'
const TOKENIZERS = '@huggingface/tokenizers'
const REMEMBERED_WORDS = 20_000

/**
 * One thread computes: with more, those that wait for work turn in circles. The arena keeps some 30 MB between readings, and
 * saves a fifth of their time.
 */
const SESSION_OPTIONS = {
  executionProviders: ['cpu'],
  graphOptimizationLevel: 'all',
  executionMode: 'sequential',
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: true,
}

/** @throws Error that says in a sentence why the model cannot be used */
export async function openModel(files: ModelFiles): Promise<PairModel> {
  const pairs = await openPairMaker(files)
  const runtime = (await library(ONNX_RUNTIME)) as OnnxRuntime
  const session = await runtime.InferenceSession.create(files.model, SESSION_OPTIONS)
  const score = scorer(session, runtime, files.manifest)
  const [trial] = pairs.pair('Who?', { head: '', text: 'Nobody.' }).pairs
  if (trial) await score(trial)
  return { pairs, score }
}

async function library(name: string): Promise<unknown> {
  try {
    return (await import(name)) as unknown
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Error(`the library ${name} cannot be loaded (${why}): run "npm ci", or set READER=none`, {
      cause: error,
    })
  }
}

/** @throws Error that says in a sentence why the tokenizer cannot be used */
export async function openPairMaker({
  tokenizer,
  manifest,
}: Pick<ModelFiles, 'tokenizer' | 'manifest'>): Promise<PairMaker> {
  const { Tokenizer } = (await library(TOKENIZERS)) as TokenizerLibrary
  const tokens = new Tokenizer(JSON.parse(tokenizer.toString('utf8')) as object, {})
  const tokensOfWord = (word: string): readonly number[] =>
    tokens.encode(word, { add_special_tokens: false }).ids
  const numberOf = (token: string): number => {
    const number = tokens.token_to_id(token)
    if (number === undefined) throw new Error(`the tokenizer of ${manifest.name} has no ${token}`)
    return number
  }
  return new PairMaker(
    remembering(tokensOfWord, REMEMBERED_WORDS),
    { begin: numberOf('[CLS]'), divide: numberOf('[SEP]') },
    manifest.longestPair,
  )
}

/**
 * Pairs are read one by one. Several at once take no less time on one thread, and change one another's scores (log odds by up
 * to 1): the numbers within the model are rounded by the widest range of all that is read together.
 */
function scorer(
  session: OnnxSession,
  { Tensor }: OnnxRuntime,
  { name, inputs, outputs }: ModelFiles['manifest'],
): PairModel['score'] {
  return async ({ tokens, passageAt }) => {
    const tensor = (valueOf: (token: number, place: number) => number): unknown =>
      new Tensor(
        'int64',
        BigInt64Array.from(tokens, (token, place) => BigInt(valueOf(token, place))),
        [1, tokens.length],
      )
    const found = await session.run({
      [inputs.tokens]: tensor((token) => token),
      [inputs.mask]: tensor(() => 1),
      [inputs.types]: tensor((_token, place) => (place < passageAt ? 0 : 1)),
    })
    const output = (wanted: string, length: number): Float32Array => {
      const data = found[wanted]?.data
      if (data?.length !== length) throw new Error(`the model ${name} gives no ${wanted} of length ${length}`)
      return data
    }
    return {
      spanStart: output(outputs.spanStart, tokens.length),
      spanEnd: output(outputs.spanEnd, tokens.length),
      evidence: output(outputs.evidence, tokens.length),
      answerable: output(outputs.answerable, 1)[0] ?? 0,
    }
  }
}
