import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { AnswerModelData, ChooserData } from '../../server/answer/model.ts'
import { MODEL_FILE } from '../../server/answer/model.ts'
import { collect } from './collect.ts'
import { bestThreshold, figuresOf } from './figures.ts'
import { readQuestionFile } from './questions.ts'
import { readCollected, readersFor } from './readers.ts'
import type { Training } from './train.ts'
import { train } from './train.ts'

// `npm run calibrate -- --questions DIR --corpus DIR --readers DIR [--out FILE]`: learns to choose answers, and when to be silent.

const SEED = 20_241_218
/**
 * The share of all questions that may be answered wrongly, of those to learn from. With the reader a fifth would gain half a
 * point of accuracy; by words it is needed for an answer to be given at all to every second question.
 */
const MOST_WRONG = { byWords: 0.2, withReader: 0.125 }

async function main(questionsDir: string, corpusDir: string, readersDir: string, out: string): Promise<void> {
  const files = readdirSync(questionsDir)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readQuestionFile(join(questionsDir, name)))
  const readerOf = readersFor(
    files.map(({ name }) => name),
    readersDir,
  )
  const collected = await collect(files, corpusDir)
  const byWords = train(collected, SEED)
  const withReader = train(await readCollected(collected, readerOf, byWords.orders), SEED)
  const model: AnswerModelData = {
    provenance: {
      questions: files.map(({ name, sha256, questions }) => ({
        file: name,
        questions: questions.length,
        sha256,
      })),
      date: new Date().toISOString().slice(0, 10),
      seed: SEED,
    },
    byWords: chooserOf('By words', byWords, MOST_WRONG.byWords),
    withReader: chooserOf('With the reader', withReader, MOST_WRONG.withReader),
  }
  await writeFile(out, written(model))
  process.stdout.write(`${out}\n`)
}

/** What was learnt, with the threshold for it and its figures, which are printed too. */
function chooserOf(
  name: string,
  { ranker, confidence, leftOut, trainedOn }: Training,
  mostWrong: number,
): ChooserData {
  const threshold = bestThreshold(leftOut, mostWrong)
  const figures = { leftOut: figuresOf(leftOut, threshold), trainedOn: figuresOf(trainedOn, threshold) }
  process.stdout.write(
    `${name}: threshold ${threshold}\nLeft out:   ${JSON.stringify(figures.leftOut)}\nTrained on: ${JSON.stringify(figures.trainedOn)}\n`,
  )
  return { figures, threshold, ranker, confidence }
}

/** One tree a line. */
function written(model: AnswerModelData): string {
  return `${JSON.stringify(model, null, 1).replace(/\[\s+(?=[-\d])[^"{}]*?\n {2}\]/g, (trees) =>
    trees.replace(/\s+/g, ''),
  )}\n`
}

const { questions, corpus, readers, out } = parseArgs({
  options: {
    questions: { type: 'string' },
    corpus: { type: 'string' },
    readers: { type: 'string' },
    out: { type: 'string', default: MODEL_FILE },
  },
}).values
if (questions === undefined || corpus === undefined || readers === undefined) {
  process.stderr.write('npm run calibrate -- --questions DIR --corpus DIR --readers DIR [--out FILE]\n')
  process.exitCode = 2
} else {
  await main(resolve(questions), resolve(corpus), resolve(readers), resolve(out))
}
