import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PASSAGES_READ, withReadings } from '../../server/answer/reading.ts'
import type { Readings } from '../../server/answer/reading.ts'
import { readPassages } from '../../server/reader/readPassages.ts'
import { readModelFiles } from '../../server/reader/manifest.ts'
import { openModel } from '../../server/reader/model.ts'
import type { Collected, CollectedQuestion } from './collect.ts'

/** What the training writes beside each reader that has not seen a part of the questions. */
const UNSEEN_FILE = 'unseen.json'

/**
 * Has every question read by a reader that was not trained on its file.
 *
 * @param folder of readers, each in a folder of its own, that say in `unseen.json` which files of questions they have not seen
 * @param orders the paragraphs of each question by their places, best first: so many as the service reads are read
 * @throws Error naming a file of questions that every reader has seen
 */
export async function readCollected(
  { featureNames, questions }: Collected,
  folder: string,
  orders: ReadonlyMap<CollectedQuestion, readonly number[]>,
): Promise<Collected> {
  const readers = readersIn(folder)
  const read: CollectedQuestion[] = []
  let names: string[] = []
  for (const [file, own] of byFile(questions)) {
    const reader = readers.find(({ unseen }) => unseen.includes(file))
    if (!reader)
      throw new Error(`Every reader in ${folder} was trained on ${file}: one that has not seen it is wanted`)
    const model = await openModel(await readModelFiles(reader.folder))
    for (const question of own) {
      const ranks = (orders.get(question) ?? []).slice(0, PASSAGES_READ)
      const passages = ranks.flatMap((rank) => question.passages[rank] ?? [])
      const readings = await readPassages(model, {
        question: question.question.question,
        passages,
        deadline: Infinity,
      })
      const byRank: Readings = new Map(
        ranks.flatMap((rank, index) => {
          const reading = readings?.[index]
          return reading ? [[rank, reading] as const] : []
        }),
      )
      const features = withReadings(
        question.candidates.map(({ rank, start, end }) => ({ rank, start, end, features: {} })),
        byRank,
      ).map((candidate): Readonly<Record<string, number>> => candidate.features)
      if (names.length === 0) names = Object.keys(features[0] ?? {})
      read.push({
        ...question,
        candidates: question.candidates.map((candidate, index) => ({
          ...candidate,
          row: Float32Array.of(...candidate.row, ...names.map((name) => features[index]?.[name] ?? 0)),
        })),
      })
    }
    process.stdout.write(`${file}: read\n`)
  }
  return { featureNames: [...featureNames, ...names], questions: read }
}

function readersIn(folder: string): { readonly folder: string; readonly unseen: readonly string[] }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const own = join(folder, name)
      return {
        folder: own,
        unseen: z.array(z.string()).parse(JSON.parse(readFileSync(join(own, UNSEEN_FILE), 'utf8'))),
      }
    })
}

function byFile(questions: readonly CollectedQuestion[]): Map<string, CollectedQuestion[]> {
  const files = new Map<string, CollectedQuestion[]>()
  for (const question of questions) files.set(question.file, [...(files.get(question.file) ?? []), question])
  return files
}
