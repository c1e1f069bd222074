import { afterEach, describe, expect, test } from '@jest/globals'
import type { Register } from '../../../../corpus/store/register.ts'
import { loadRegister } from '../../../../corpus/store/register.ts'
import { openReadOnly } from '../../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../../corpus/store/generations.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../../builders/corpusFolder.ts'
import { minutesOfItem } from '../../../builders/record.ts'

let corpus: TestCorpus

async function questionsOf(files: Readonly<Record<string, string>>): Promise<Register['questions']> {
  corpus = await testCorpus(files)
  const { generation } = await corpus.index()
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const { questions } = await loadRegister(db)
  await db.destroy()
  return questions
}

afterEach(() => corpus.remove())

const item = (title: string, ...paragraphs: readonly string[]): string =>
  [title, '(Item B1)', ...paragraphs].join('\n\n')

const ON_NOTICE = [
  'Q1: How many passengers used the ferry in 2023?',
  '(Cllr A Roach, Harbour Town Council)',
  'The Chief Executive said that 15,000 passengers did.',
  'Cllr Roach asked, as a supplementary question, how many paid. The Chief Executive said that most of them did.',
]

describe('questions of the register', () => {
  test('put on notice and asked at the meeting are one list, in the order of the record', async () => {
    const questions = await questionsOf({
      'minutes.txt': minutesText({
        items: [
          item(
            '12. Fares',
            'Mr Pike asked whether fares would rise. The Chief Executive said that they would not.',
          ),
          item('13. Questions to the Chief Executive', ...ON_NOTICE),
        ],
      }),
    })
    expect(questions.map(({ form, number, reply }) => [form, number, reply])).toEqual([
      ['oral', null, 'answered'],
      ['notice', '1', 'answered'],
    ])
    expect(questions[1]).toMatchObject({
      asker: { name: 'Cllr A Roach' },
      authority: 'Harbour Town Council',
      supplementaries: [
        {
          text: 'Cllr Roach asked, as a supplementary question, how many paid.',
          answer: 'The Chief Executive said that most of them did.',
        },
      ],
    })
    expect(questions[0]).toMatchObject({
      asker: { role: 'Vice-Chair', name: 'Mr Pike', personId: 'd-pike' },
      answerer: { role: 'Chief Executive', personId: 'm-ling' },
    })
  })

  test('have ids of their words, told apart where the words stand again', async () => {
    const asked = 'Mr Pike asked who cleans the slipway. The Chief Executive said that nobody did.'
    const questions = await questionsOf({ 'minutes.txt': minutesOfItem('Fares', asked, 'Noted.', asked) })
    expect(questions).toHaveLength(2)
    expect(questions[1]?.id).toBe(`${questions[0]?.id ?? ''}-2`)
  })

  test('on notice without a reply say so, and where the reply is given elsewhere', async () => {
    const questions = await questionsOf({
      'minutes.txt': minutesText({
        items: [
          item(
            '12. Question submitted by Councillor A Roach',
            'I will ask at the next meeting when the pier opens.',
          ),
          item(
            '13. Question submitted by Councillor D Pike',
            'I will ask at the next meeting what it cost.',
            'Reply: A written reply will be circulated.',
          ),
        ],
      }),
    })
    expect(questions.map(({ reply }) => reply)).toEqual(['none', 'elsewhere'])
  })
})
