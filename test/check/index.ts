import { listDocuments } from '../../corpus/store/documents.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { CheckResult } from '../../server/check/check.ts'
import { checkQuotation } from '../../server/check/check.ts'
import type { Generation } from '../../server/generations.ts'
import { seededRandom } from '../bench/random.ts'
import { withGeneration } from '../builders/generation.ts'
import { shippedCorpus } from '../builders/shippedCorpus.ts'
import { PARAPHRASED } from './invented.ts'
import type { SeededQuotation } from './seeded.ts'
import { seededQuotations } from './seeded.ts'

// `node dist/test/check/index.js [data folder]`: what the quote checker makes of quotations that were made of the record, by
// kind, with the likeness to the nearest passage from which the limits between its verdicts were chosen.

const SEED = 18
const OF_EACH_KIND = 40

async function recordOf({ db, paragraphs }: Generation): Promise<ParagraphInContext[]> {
  const documents = await listDocuments(db)
  return (await Promise.all(documents.map(({ id }) => paragraphs.loadDocument(id)))).flat()
}

async function main(generation: Generation): Promise<void> {
  const seeded: SeededQuotation[] = [
    ...seededQuotations(await recordOf(generation), seededRandom(SEED), OF_EACH_KIND),
    ...PARAPHRASED.map((quote): SeededQuotation => {
      return { kind: 'in other words', quote, right: ['not_in_record', 'altered'], source: null }
    }),
  ]
  for (const kind of new Set(seeded.map((one) => one.kind))) {
    const likenesses: number[] = []
    const times: number[] = []
    const runs: number[] = []
    let right = 0
    const ofKind = seeded.filter((one) => one.kind === kind)
    for (const one of ofKind) {
      const begun = performance.now()
      const result = await checkQuotation(generation, {
        quote: one.quote,
        saidBy: one.saidBy ?? null,
        from: one.date ?? null,
        to: one.date ?? null,
      })
      times.push(performance.now() - begun)
      likenesses.push((result.places[0] ?? result.nearest)?.likeness ?? 0)
      runs.push(longestRun(result))
      if (one.right.includes(result.verdict)) right++
      else if (process.argv.includes('--verbose'))
        process.stdout.write(`  ${kind}: ${result.verdict} (${likenesses.at(-1)}) ${one.quote}\n`)
    }
    process.stdout.write(
      `${kind.padEnd(30)} right ${right} of ${ofKind.length}, likeness ${quartiles(likenesses)}, run ${quartiles(runs)}, ms ${quartiles(times)}\n`,
    )
  }
}

/** Most words in a row that the nearest passage has. */
function longestRun({ places: [best], nearest }: CheckResult): number {
  const parts = (best ?? nearest)?.wording.parts ?? []
  return Math.max(0, ...parts.map(({ kind, recordWords }) => (kind === 'kept' ? recordWords : 0)))
}

/** Least, median and most. */
function quartiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
    .map((value) => (value ?? 0).toFixed(2))
    .join(' / ')
}

const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (given === undefined) {
  const corpus = await shippedCorpus()
  await withGeneration(corpus.dataDir, main).finally(() => corpus.remove())
} else await withGeneration(given, main)
