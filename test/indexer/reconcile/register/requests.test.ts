import { afterEach, describe, expect, test } from '@jest/globals'
import type { Register } from '../../../../corpus/store/register.ts'
import { loadRegister } from '../../../../corpus/store/register.ts'
import { openReadOnly } from '../../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../../corpus/store/generations.ts'
import { TABLING } from '../../../../indexer/reconcile/register/tabling.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../../builders/corpusFolder.ts'

let corpus: TestCorpus

async function requestsOf(files: Readonly<Record<string, string>>): Promise<Register['requests']> {
  corpus = await testCorpus(files)
  const { generation } = await corpus.index()
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const { requests } = await loadRegister(db)
  await db.destroy()
  return requests
}

const minutes = (date: string, title: string, ...paragraphs: readonly string[]): string =>
  minutesText({ date, items: [[`12. ${title}`, '(Item B1)', ...paragraphs].join('\n\n')] })

const ASKED = minutes(
  'Thursday 10 October 2024',
  'Any other business',
  'Cllr Roach requested an update on the slipway lighting for the December meeting.',
)
const TABLED = minutes(
  'Thursday 12 December 2024',
  'Slipway lighting',
  'The lamps had been ordered.',
  'RESOLVED that the report be noted.',
)
/** Minutes in which the words of the others are rare. */
const OTHERS = Object.fromEntries(
  ['January', 'February', 'March', 'April', 'May'].map((month, index) => [
    `other-${index}.txt`,
    minutes(
      `Monday 8 ${month} 2023`,
      `Fares of zone ${index}`,
      ...Array.from(
        { length: 30 },
        (_, line) => `Zone ${index} had ${line} passengers and crew of ${line} boats.`,
      ),
    ),
  ]),
)

afterEach(() => corpus.remove())

describe('how far a request came', () => {
  test('an item of the meeting that was named, and what was decided on it', async () => {
    const [request] = await requestsOf({ ...OTHERS, 'asked.txt': ASKED, 'tabled.txt': TABLED })
    expect(request).toMatchObject({ subject: 'the slipway lighting', dueText: 'for the December meeting' })
    expect(request?.steps).toMatchObject([
      {
        kind: 'tabled',
        date: '2024-12-12',
        isAsserted: true,
        openingText: 'the slipway lighting',
        evidence: ['same words: slipway, lighting', 'the meeting that the request names'],
      },
      { kind: 'decided', text: 'RESOLVED that the report be noted.', isAsserted: true },
    ])
  })

  test('nothing of another body, of an earlier meeting, or of none, is a step', async () => {
    const [request] = await requestsOf({
      ...OTHERS,
      'asked.txt': ASKED,
      'body.txt': TABLED.replaceAll('Harbour Scrutiny Panel', 'Market Board'),
      'earlier.txt': TABLED.replace('12 December 2024', '12 September 2024'),
      'undated.txt': TABLED.replace(' on Thursday 12 December 2024', ''),
    })
    expect(request?.steps).toEqual([])
  })

  test('an update that was given in reply wants no step', async () => {
    const said =
      'Cllr Roach requested an update on the slipway lighting. The Chief Executive said that it worked.'
    const [request] = await requestsOf({
      ...OTHERS,
      'asked.txt': minutes('Thursday 10 October 2024', 'Any other business', said),
      'tabled.txt': TABLED,
    })
    expect(request).toMatchObject({ answer: { text: 'The Chief Executive said that it worked.' }, steps: [] })
  })

  test('files in another order give the same requests', async () => {
    const files = { ...OTHERS, 'asked.txt': ASKED, 'tabled.txt': TABLED }
    const together = await requestsOf(files)
    await corpus.remove()
    corpus = await testCorpus()
    for (const [file, text] of Object.entries(files).reverse()) {
      await corpus.write({ [file]: text })
      await corpus.index()
    }
    const { generation } = await corpus.index()
    const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
    const { requests } = await loadRegister(db)
    await db.destroy()
    expect(requests).toEqual(together)
  })
})

describe('words of tabling', () => {
  test.each(TABLING.map(({ pattern, example }) => [example, pattern] as const))(
    '%s',
    async (example, pattern) => {
      corpus = await testCorpus()
      expect(pattern.test(example)).toBe(true)
    },
  )
})
