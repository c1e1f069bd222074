import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReadPassages } from '../../server/answer/reading.ts'
import { readBest, withReadings } from '../../server/answer/reading.ts'
import { readModelFiles } from '../../server/reader/manifest.ts'
import { openModel } from '../../server/reader/model.ts'
import { readPassages } from '../../server/reader/readPassages.ts'
import type { Collected, CollectedQuestion } from './collect.ts'

/** What the training writes beside each reader that has not seen a part of the questions. */
const UNSEEN_FILE = 'unseen.json'

/** The folder of the reader that has not seen a file of questions. */
export type ReaderOf = (file: string) => string

/**
 * @param folder of readers, each in a folder of its own that says in `unseen.json` which files of questions it has not seen
 * @throws Error naming the files that every reader has seen
 */
export function readersFor(files: readonly string[], folder: string): ReaderOf {
  const readers = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((own) => existsSync(join(own, UNSEEN_FILE)))
    .map((own) => ({
      own,
      unseen: z.array(z.string()).parse(JSON.parse(readFileSync(join(own, UNSEEN_FILE), 'utf8'))),
    }))
  const readerOf = new Map(
    files.map((file) => [file, readers.find(({ unseen }) => unseen.includes(file))?.own]),
  )
  const seen = files.filter((file) => readerOf.get(file) === undefined)
  if (seen.length > 0)
    throw new Error(
      `No reader in ${folder} has ${UNSEEN_FILE} with ${seen.join(', ')}: its questions would be read by one that learnt from them`,
    )
  return (file) => readerOf.get(file) ?? ''
}

/**
 * Has every question read by a reader that was not trained on its file.
 *
 * @param orders the paragraphs of each question by their places, best first: so many as the service reads are read
 */
export async function readCollected(
  { featureNames, questions }: Collected,
  readerOf: ReaderOf,
  orders: ReadonlyMap<CollectedQuestion, readonly number[]>,
): Promise<Collected> {
  const readerIn = opener()
  const read: CollectedQuestion[] = []
  let names: string[] = []
  for (const question of questions) {
    const ranks = orders.get(question) ?? []
    const features = await readerFeatures(question, ranks, await readerIn(readerOf(question.file)))
    if (names.length === 0) names = Object.keys(features[0] ?? {})
    read.push({
      ...question,
      candidates: question.candidates.map((candidate, index) => ({
        ...candidate,
        row: Float32Array.of(...candidate.row, ...names.map((name) => features[index]?.[name] ?? 0)),
      })),
    })
  }
  return { featureNames: [...featureNames, ...names], questions: read }
}

/** Opens each model once. */
function opener(): (folder: string) => Promise<ReadPassages> {
  const opened = new Map<string, Promise<ReadPassages>>()
  return (folder) => {
    const known = opened.get(folder) ?? openReader(folder)
    opened.set(folder, known)
    return known
  }
}

async function openReader(folder: string): Promise<ReadPassages> {
  const model = await openModel(await readModelFiles(folder))
  return (question, passages) => readPassages(model, { question, passages, deadline: Infinity })
}

/** What the reader says of each candidate. @param ranks the paragraphs by their places, best first */
async function readerFeatures(
  { question, passages, candidates }: CollectedQuestion,
  ranks: readonly number[],
  read: ReadPassages,
): Promise<Readonly<Record<string, number>>[]> {
  const ranked = ranks.flatMap((rank) => {
    const passage = passages[rank]
    return passage ? [{ rank, passage }] : []
  })
  const readings = (await readBest(question.question, ranked, read)) ?? new Map()
  const bare = candidates.map(({ rank, start, end }) => ({ rank, start, end, features: {} }))
  return withReadings(bare, readings).map(({ features }) => features)
}
