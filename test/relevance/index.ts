import { parseArgs } from 'node:util'
import type { ReadPassages } from '../../server/answer/reading.ts'
import type { Generation } from '../../server/generations.ts'
import { withGeneration } from '../builders/generation.ts'
import { shippedCorpus } from '../builders/shippedCorpus.ts'
import { today } from '../../server/register/listRequest.ts'
import { nothingRead } from '../builders/readings.ts'
import { NOT_INSTALLED, readerIsInstalled, withShippedReader } from '../builders/shippedReader.ts'
import { answerFigures } from './answers/figures.ts'
import { hasAnswerLoss } from './answers/loss.ts'
import { readJudgedQuestions } from './answers/questions.ts'
import { answersTable, mistakesList } from './answers/report.ts'
import type { GradedQuestion } from './answers/run.ts'
import { gradeQuestion } from './answers/run.ts'
import type { Baseline } from './baseline.ts'
import { acceptBaseline, readBaseline } from './baseline.ts'
import { figuresByClass } from './figures.ts'
import { readJudgedQueries } from './judgements.ts'
import { hasLoss } from './loss.ts'
import { figuresTable, queriesList } from './report.ts'
import type { GradedQuery } from './run.ts'
import { gradeQuery } from './run.ts'

// `npm run relevance [-- search | questions] [--accept] [--verbose]`: how well the judged queries and questions are
// answered, against the baseline.

/** The figures of one part as they are to be accepted, how they read, and whether one is lost. */
interface Report {
  readonly accepted: Partial<Baseline>
  readonly table: string
  readonly list: string
  readonly hasLoss: boolean
}

const PARTS: Readonly<Record<string, (generation: Generation, baseline: Baseline) => Promise<Report>>> = {
  async search(generation, { search: baseline }) {
    const graded: GradedQuery[] = []
    for (const query of readJudgedQueries()) graded.push(await gradeQuery(generation, query))
    const figures = figuresByClass(graded.map(({ outcome }) => outcome))
    return {
      accepted: { search: figures },
      table: figuresTable(figures, baseline),
      list: queriesList(graded),
      hasLoss: baseline !== null && hasLoss(figures, baseline),
    }
  },
  async questions(generation, { answers: baseline }) {
    const grade = async (read: ReadPassages): Promise<GradedQuestion[]> => {
      const each: GradedQuestion[] = []
      for (const question of readJudgedQuestions()) each.push(await gradeQuestion(generation, question, read))
      return each
    }
    const isRead = readerIsInstalled()
    if (!isRead)
      process.stdout.write(
        `${NOT_INSTALLED}: answers are chosen by words alone, without a baseline, and not accepted.\n`,
      )
    const graded = await (isRead ? withShippedReader(grade) : grade(nothingRead))
    const beside = isRead ? baseline : null
    const figures = answerFigures(graded.map(({ outcome }) => outcome))
    return {
      accepted: isRead ? { answers: figures } : {},
      table: answersTable(figures, beside),
      list: mistakesList(graded),
      hasLoss: beside !== null && hasAnswerLoss(figures, beside),
    }
  },
}

async function main(names: readonly string[], options: { accept: boolean; verbose: boolean }): Promise<void> {
  const parts = names.map(partOf)
  const corpus = await shippedCorpus()
  const baseline = readBaseline()
  const reports = await withGeneration(corpus.dataDir, async (generation) => {
    const made: Report[] = []
    for (const part of parts) made.push(await part(generation, baseline))
    return made
  }).finally(() => corpus.remove())
  for (const { table, list } of reports)
    process.stdout.write(options.verbose ? `${list}\n\n${table}\n\n` : `${table}\n\n`)
  if (options.accept) for (const { accepted } of reports) await acceptBaseline(accepted, today())
  else if (reports.some(({ hasLoss }) => hasLoss)) {
    process.stdout.write('What is marked ! lost more than noise against test/relevance/baseline.json.\n')
    process.exitCode = 1
  }
}

function partOf(name: string) {
  const part = PARTS[name]
  if (!part) throw new Error(`"${name}" is none of ${Object.keys(PARTS).join(', ')}`)
  return part
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
})
await main(positionals.length > 0 ? positionals : Object.keys(PARTS), values)
