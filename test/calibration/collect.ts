import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexCorpus } from '../../indexer/pipeline.ts'
import { readIndexerSettings } from '../../indexer/settings.ts'
import type { Candidate } from '../../server/answer/candidates.ts'
import type { Gathered } from '../../server/answer/gather.ts'
import { gather } from '../../server/answer/gather.ts'
import { passageOf } from '../../server/answer/reading.ts'
import type { Generation } from '../../server/generations.ts'
import type { Passage } from '../../server/reader/passageReading.ts'
import { withGeneration } from '../builders/generation.ts'
import type { Judgement } from './judge.ts'
import { judge } from './judge.ts'
import type { JudgedQuestion, QuestionFile } from './questions.ts'

/** A question with everything that could have answered it. */
export interface CollectedQuestion {
  readonly question: JudgedQuestion
  /** Name of the file that it is of: questions of one file share their documents. */
  readonly file: string
  /** The paragraphs found, by their place, as a reader is given them. */
  readonly passages: readonly Passage[]
  readonly candidates: readonly CollectedCandidate[]
}

export interface CollectedCandidate extends Omit<Candidate, 'context' | 'features'> {
  readonly judgement: Judgement
  /** The features in the order of their names. */
  readonly row: Float32Array
}

export interface Collected {
  readonly featureNames: readonly string[]
  readonly questions: readonly CollectedQuestion[]
}

const nothing = (): void => undefined
const silentProgress = { remark: nothing, begin: nothing, read: nothing, refused: nothing, step: nothing }

/** Asks the questions of each file, and judges every candidate. */
export async function collect(files: readonly QuestionFile[], corpusDir: string): Promise<Collected> {
  let featureNames: string[] = []
  const questions: CollectedQuestion[] = []
  for (const file of files)
    await gatherEach(file, corpusDir, (question, { found, candidates }) => {
      const [first] = candidates
      if (featureNames.length === 0 && first) featureNames = Object.keys(first.features)
      questions.push({
        question,
        file: file.name,
        passages: found.map(passageOf),
        candidates: candidates.map((candidate) => collected(candidate, question, featureNames)),
      })
    })
  return { featureNames, questions }
}

/** Indexes the documents of a file by themselves, and finds for each of its questions what may answer it. */
export async function gatherEach(
  file: QuestionFile,
  corpusDir: string,
  use: (question: JudgedQuestion, gathered: Gathered, generation: Generation) => void | Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-calibration-'))
  try {
    await withGeneration(await indexDocuments(file.documents, corpusDir, folder), async (generation) => {
      for (const question of file.questions)
        await use(question, await gather(generation, question.question, {}), generation)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(
    `${file.name}: ${file.questions.length} questions, ${file.documents.length} documents\n`,
  )
}

async function indexDocuments(names: readonly string[], from: string, folder: string): Promise<string> {
  const corpusDir = join(folder, 'documents')
  const dataDir = join(folder, 'data')
  await mkdir(corpusDir)
  for (const name of names) await cp(join(from, name), join(corpusDir, name))
  await indexCorpus({ ...readIndexerSettings({}), corpusDir, dataDir, readers: 0 }, false, silentProgress)
  return dataDir
}

function collected(
  { context, rank, start, end, sentences, features }: Candidate,
  question: JudgedQuestion,
  names: readonly string[],
): CollectedCandidate {
  const quote = context.paragraph.text.slice(start, end)
  return {
    rank,
    start,
    end,
    sentences,
    judgement: judge({ file: context.document.file, quote }, question),
    row: Float32Array.from(names, (name) => features[name] ?? 0),
  }
}
