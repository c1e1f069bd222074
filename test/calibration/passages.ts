import { createWriteStream, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { gatherEach } from './collect.ts'
import { markedPassages } from './markedPassages.ts'
import { readQuestionFile } from './questions.ts'

// `npm run passages -- --questions DIR --corpus DIR --out FILE`: writes what a reader is trained on, one question a line.

async function main(questionsDir: string, corpusDir: string, out: string): Promise<void> {
  const written = createWriteStream(out)
  const names = readdirSync(questionsDir).filter((name) => name.endsWith('.jsonl'))
  for (const name of names.sort())
    await gatherEach(
      readQuestionFile(join(questionsDir, name)),
      corpusDir,
      async (question, gathered, generation) => {
        const passages = await markedPassages(question, gathered, generation)
        const { id, answerable } = question
        written.write(
          `${JSON.stringify({ file: name, id, question: question.question, answerable, passages })}\n`,
        )
      },
    )
  written.end()
  await finished(written)
}

const { questions, corpus, out } = parseArgs({
  options: { questions: { type: 'string' }, corpus: { type: 'string' }, out: { type: 'string' } },
}).values
if (questions === undefined || corpus === undefined || out === undefined) {
  process.stderr.write('npm run passages -- --questions DIR --corpus DIR --out FILE\n')
  process.exitCode = 2
} else {
  await main(resolve(questions), resolve(corpus), resolve(out))
}
