import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { AnswerModelData } from '../../server/answer/model.ts'
import { MODEL_FILE } from '../../server/answer/model.ts'
import { collect } from './collect.ts'
import { bestThreshold, figuresOf } from './figures.ts'
import { readQuestionFile } from './questions.ts'
import { train } from './train.ts'

// `npm run calibrate -- --questions DIR --corpus DIR [--out FILE]`: learns to choose answers, and when to be silent.

const SEED = 20_241_218
/** The share of all questions that may be answered wrongly, of those to learn from. */
const MOST_WRONG = 0.2

async function main(questionsDir: string, corpusDir: string, out: string): Promise<void> {
  const files = readdirSync(questionsDir)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readQuestionFile(join(questionsDir, name)))
  const training = train(await collect(files, corpusDir), SEED)
  const threshold = bestThreshold(training.leftOut, MOST_WRONG)
  const model: AnswerModelData = {
    provenance: {
      questions: files.map(({ name, sha256, questions }) => ({
        file: name,
        questions: questions.length,
        sha256,
      })),
      date: new Date().toISOString().slice(0, 10),
      seed: SEED,
      leftOut: figuresOf(training.leftOut, threshold),
      trainedOn: figuresOf(training.trainedOn, threshold),
    },
    threshold,
    ranker: training.ranker,
    confidence: training.confidence,
  }
  await writeFile(out, written(model))
  process.stdout.write(
    `Threshold ${threshold}\nLeft out:   ${JSON.stringify(model.provenance.leftOut)}\nTrained on: ${JSON.stringify(model.provenance.trainedOn)}\n${out}\n`,
  )
}

/** One tree a line. */
function written(model: AnswerModelData): string {
  return `${JSON.stringify(model, null, 1).replace(/\[\s+(?=[-\d])[^"{}]*?\n {2}\]/g, (trees) =>
    trees.replace(/\s+/g, ''),
  )}\n`
}

const { questions, corpus, out } = parseArgs({
  options: {
    questions: { type: 'string' },
    corpus: { type: 'string' },
    out: { type: 'string', default: MODEL_FILE },
  },
}).values
if (questions === undefined || corpus === undefined) {
  process.stderr.write('npm run calibrate -- --questions DIR --corpus DIR [--out FILE]\n')
  process.exitCode = 2
} else {
  await main(resolve(questions), resolve(corpus), resolve(out))
}
