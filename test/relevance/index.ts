import { parseArgs } from 'node:util'
import type { Generation } from '../../server/generations.ts'
import { withGeneration } from '../builders/generation.ts'
import { shippedCorpus } from '../builders/shippedCorpus.ts'
import { acceptBaseline, hasLoss, readBaseline } from './baseline.ts'
import { figuresByClass } from './figures.ts'
import { readJudgedQueries } from './judgements.ts'
import { figuresTable, queriesList } from './report.ts'
import type { GradedQuery } from './run.ts'
import { gradeQuery } from './run.ts'

// `npm run relevance [-- --accept] [--verbose]`: how well the judged queries are answered, against the baseline.

async function main({ accept, verbose }: { accept: boolean; verbose: boolean }): Promise<void> {
  const corpus = await shippedCorpus()
  const graded = await withGeneration(corpus.dataDir, gradeAll).finally(() => corpus.remove())
  const figures = figuresByClass(graded.map(({ outcome }) => outcome))
  const baseline = readBaseline()
  if (verbose) process.stdout.write(`${queriesList(graded)}\n\n`)
  process.stdout.write(`${figuresTable(figures, baseline)}\n`)
  if (accept) await acceptBaseline(figures)
  else if (baseline !== null && hasLoss(figures, baseline)) {
    process.stdout.write('\nWhat is marked ! lost more than noise against test/relevance/baseline.json.\n')
    process.exitCode = 1
  }
}

async function gradeAll(generation: Generation): Promise<GradedQuery[]> {
  const graded: GradedQuery[] = []
  for (const query of readJudgedQueries()) graded.push(await gradeQuery(generation, query))
  return graded
}

const { accept, verbose } = parseArgs({
  options: { accept: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
}).values
await main({ accept, verbose })
