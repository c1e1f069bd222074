import { afterEach, describe, expect, test } from '@jest/globals'
import type { FigureEntry } from '../../../../corpus/model/register.ts'
import { openReadOnly } from '../../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../../corpus/store/generations.ts'
import { loadRegister } from '../../../../corpus/store/register.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../../builders/corpusFolder.ts'

const corpora: TestCorpus[] = []

/** The series of minutes of the Harbour Scrutiny Panel, each of one item, indexed one after the other. */
async function seriesOf(
  ...meetings: readonly (readonly [date: string, text: string])[]
): Promise<FigureEntry[]> {
  const corpus = await testCorpus()
  corpora.push(corpus)
  let generation = 0
  for (const [date, text] of meetings) {
    const items = [['12. Ferries', '(Item B1)', text].join('\n\n')]
    await corpus.write({ [`${date.replaceAll(' ', '-')}.txt`]: minutesText({ date, items }) })
    generation = (await corpus.index()).generation
  }
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const { figures } = await loadRegister(db)
  await db.destroy()
  return [...figures]
}

afterEach(async () => {
  for (const corpus of corpora.splice(0)) await corpus.remove()
})

const MAY = ['Thursday 9 May 2024', 'Passenger satisfaction was 91% in April 2024.'] as const
const OCTOBER = [
  'Thursday 10 October 2024',
  'The satisfaction of passengers was 93.8% in September 2024.',
] as const

describe('a series', () => {
  test('has the values of one measure, whatever the order of its words, by their periods', async () => {
    expect(await seriesOf(OCTOBER, MAY)).toMatchObject([
      { unit: 'percent', periodBasis: 'month', points: [{ value: 91 }, { value: 93.8 }] },
    ])
  })

  test('is the same in whatever order the documents come', async () => {
    expect(await seriesOf(MAY, OCTOBER)).toEqual(await seriesOf(OCTOBER, MAY))
  })

  test('gives a value printed again once, by the first who gives it', async () => {
    const [series, ...others] = await seriesOf(MAY, ['Thursday 10 October 2024', MAY[1]])
    expect(others).toEqual([])
    expect(series?.points).toMatchObject([{ value: 91, documentId: 'thursday-9-may-2024' }])
  })

  test('keeps values that differ for one period side by side', async () => {
    const other = 'Passenger satisfaction was 89% in April 2024.'
    expect(await seriesOf(MAY, ['Thursday 10 October 2024', other])).toMatchObject([
      { points: [{ value: 91 }, { value: 89 }] },
    ])
  })

  test('never joins periods of different bases: a rolling year is no financial year', async () => {
    const text =
      'Passenger satisfaction was 91% in 2023/24. Passenger satisfaction was 92% in the 12 months to June 2024.'
    const series = await seriesOf(['Thursday 10 October 2024', text])
    expect(series.map(({ periodBasis }) => periodBasis).sort()).toEqual(['financial_year', 'rolling_year'])
    expect(new Set(series.map(({ id }) => id)).size).toBe(2)
  })

  test('tells seconds in the unit that is printed most', async () => {
    const text =
      'The average boarding time was 4 minutes in May 2024. The average boarding time was 5 minutes in June 2024. The average boarding time was 90 seconds in July 2024.'
    expect(await seriesOf(['Thursday 10 October 2024', text])).toMatchObject([
      { unit: 'minutes', points: [{ value: 4 }, { value: 5 }, { value: 1.5 }] },
    ])
  })

  test('keeps what has no period, after what has one and in no order of time', async () => {
    const [series] = await seriesOf(['Thursday 10 October 2024', 'Passenger satisfaction was 91%.'])
    expect(series).toMatchObject({ periodBasis: null, points: [{ period: null }] })
  })
})
