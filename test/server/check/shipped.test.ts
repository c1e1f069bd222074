import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listDocuments } from '../../../corpus/store/documents.ts'
import { checkQuotation } from '../../../server/check/check.ts'
import { seededRandom } from '../../bench/random.ts'
import { withGeneration } from '../../builders/generation.ts'
import { shippedCorpus } from '../../builders/shippedCorpus.ts'
import type { SeededQuotation } from '../../check/seeded.ts'
import { seededQuotations } from '../../check/seeded.ts'

const SEED = 2_026
const OF_EACH_KIND = 2

interface Checked extends SeededQuotation {
  readonly verdict: string
}

let checked: Checked[] = []
let remove: () => Promise<void>

beforeAll(async () => {
  const corpus = await shippedCorpus()
  remove = () => corpus.remove()
  checked = await withGeneration(corpus.dataDir, async (generation) => {
    const documents = await listDocuments(generation.db)
    const record = await Promise.all(documents.map(({ id }) => generation.paragraphs.loadDocument(id)))
    const results: Checked[] = []
    for (const one of seededQuotations(record.flat(), seededRandom(SEED), OF_EACH_KIND)) {
      const day = one.date ?? null
      const claim = { saidBy: one.saidBy ?? null, from: day, to: day }
      const { verdict } = await checkQuotation(generation, { quote: one.quote, ...claim })
      results.push({ ...one, verdict })
    }
    return results
  })
})
afterAll(() => remove())

const wrong = (those: readonly Checked[]): string[] =>
  those
    .filter(({ right, verdict }) => !right.some((one) => one === verdict))
    .map(({ kind, quote, verdict }) => `${kind}, ${verdict}: ${quote}`)

const isVerbatimOrInvented = ({ right }: Checked): boolean =>
  right.includes('verbatim') || right.includes('not_in_record')

describe('32 quotations made of the shipped record, with another seed than that by which the limits were chosen', () => {
  test('are enough', () => {
    expect(checked.length).toBeGreaterThanOrEqual(30)
  })

  test('are all told rightly that are in it word for word, or that are not in it', () => {
    expect(wrong(checked.filter(isVerbatimOrInvented))).toEqual([])
  })

  test('are told rightly, nine in ten at least, that were altered or are given to somebody else or another day', () => {
    const others = checked.filter((one) => !isVerbatimOrInvented(one))
    expect(wrong(others).length / others.length).toBeLessThanOrEqual(0.1)
  })
})
