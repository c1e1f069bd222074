import { afterEach, describe, expect, test } from '@jest/globals'
import { openReadOnly } from '../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../corpus/store/generations.ts'
import { testCorpus, type TestCorpus } from '../../builders/corpusFolder.ts'

let corpus: TestCorpus

afterEach(() => corpus.remove())

/** The copies in a collection, as `copy -> canonical`, each by its document and first words. */
async function copiesIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  corpus = await testCorpus(files)
  const { generation } = await corpus.index()
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const named = (id: string): string => `${id}: ${texts.get(id)?.split(' ').slice(0, 3).join(' ') ?? ''}`
  const rows = await db('paragraphs').select<{ id: string; text: string }[]>('id', 'text')
  const texts = new Map(rows.map(({ id, text }) => [id, text]))
  const copies = await db('paragraph_copies').select<{ paragraph_id: string; canonical_id: string }[]>()
  await db.destroy()
  return copies
    .map(({ paragraph_id, canonical_id }) =>
      [named(paragraph_id), named(canonical_id)].map((name) => name.replace(/\.[^:]+/, '')).join(' -> '),
    )
    .sort()
}

const POINTS = [
  'The ferry between the quay and the island was late on nine days of the month of April.',
  'The harbour master had swept the slip, painted the boathouse and mended the lamp at its end.',
  'Fares for children would be lowered in the spring, when the schools of the island were closed.',
]

interface Minutes {
  readonly date?: string
  readonly points?: readonly string[]
  readonly note?: string
}

function minutes({
  date = '6 May 2024',
  points = POINTS,
  note = 'PRESENT: Cllr A Roach',
}: Minutes = {}): string {
  return [`MINUTES of a meeting of the Harbour Panel held on ${date}.`, note, ...points].join('\n\n')
}

/** The pack of the next meeting, with minutes in it. */
function pack(text: string): string {
  const call = 'Notice is hereby given that a meeting of the Harbour Panel will be held on 3 June 2024'
  return ['AGENDA', call, text].join('\n\n')
}

const shown = (copy: string, canonical: string): string[] =>
  [
    `${copy}: Fares for children -> ${canonical}: Fares for children`,
    `${copy}: MINUTES of a -> ${canonical}: MINUTES of a`,
    `${copy}: PRESENT: Cllr A -> ${canonical}: PRESENT: Cllr A`,
    `${copy}: The ferry between -> ${canonical}: The ferry between`,
    `${copy}: The harbour master -> ${canonical}: The harbour master`,
  ].sort()

describe('copies of one record', () => {
  test('the minutes printed by themselves are the canonical ones, not those in the next pack', async () => {
    expect(await copiesIn({ 'a-pack.txt': pack(minutes()), 'minutes.txt': minutes() })).toEqual(
      shown('a-pack', 'minutes'),
    )
  })

  test('the confirmed ones are, not a draft', async () => {
    const draft = minutes({ note: 'These minutes are subject to approval.' })
    expect(await copiesIn({ 'a-draft.txt': draft, 'pack.txt': pack(minutes()) })).toEqual(
      shown('a-draft', 'pack').filter((copy) => !copy.includes('PRESENT')),
    )
  })

  test('of equals the first by its id is, and of three the other two are copies', async () => {
    const texts = { 'a.txt': minutes(), 'b.txt': `${minutes()}\n`, 'c.txt': `${minutes()}\n\n` }
    expect(await copiesIn(texts)).toEqual([...shown('b', 'a'), ...shown('c', 'a')].sort())
  })

  test('a paragraph that was put right is a copy of what it became; one that was rewritten is none', async () => {
    const points = [
      POINTS[0]?.replace('April.', 'March.') ?? '',
      ...POINTS.slice(1),
      'The regatta was put off until the storm that had come from the west was over.',
    ]
    const rewritten = [...POINTS, 'The regatta would be held on the last day of June, whatever the weather.']
    const copies = await copiesIn({
      'a-pack.txt': pack(minutes({ points: rewritten })),
      'minutes.txt': minutes({ points }),
    })
    expect(copies).toEqual(shown('a-pack', 'minutes'))
  })

  test('minutes of two days are never copies, however alike', async () => {
    expect(await copiesIn({ 'may.txt': minutes(), 'june.txt': minutes({ date: '3 June 2024' }) })).toEqual([])
  })

  test('those of which only the month is told may be', async () => {
    const notes = ['Meeting Notes', 'Title: Harbour Panel', ...POINTS].join('\n\n')
    const catalogue = JSON.stringify({ 'notes.txt': { date: '2024-05' } })
    const copies = await copiesIn({ 'a.txt': minutes(), 'notes.txt': notes, 'catalogue.json': catalogue })
    expect(copies).toEqual(shown('notes', 'a').filter((copy) => !/MINUTES|PRESENT/.test(copy)))
  })

  test('a long paragraph or two that are alike make no copy of the whole', async () => {
    const points = [...POINTS.slice(0, 2), ...POINTS.map((point) => point.replace(/[aeiou]/g, 'x'))]
    expect(
      await copiesIn({
        'a.txt': minutes({ points }).replace('2024.', '2024 in the boathouse.'),
        'b.txt': minutes(),
      }),
    ).toEqual([])
  })

  test('nor do the short ones that stand in all minutes', async () => {
    const points = [
      'RESOLVED that the report be noted.',
      'The Chair thanked all.',
      'There were none.',
      'Noted.',
    ]
    const files = {
      'a.txt': minutes({ points, date: '6 May 2024' }).replace('held on', 'held in the hall on'),
      'b.txt': minutes({ points }),
    }
    expect(await copiesIn(files)).toEqual([])
  })

  test('nor what stands in more parts than any record is printed in', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 13 }, (_, index) => [`m${index}.txt`, `${minutes()}${'\n'.repeat(index)}`]),
    )
    expect(await copiesIn(files)).toEqual([])
  })

  test('a report that quotes the minutes is no copy of them', async () => {
    const report = ['To: Harbour Panel', 'Subject: Minutes', 'Date: 6 May 2024', ...POINTS].join('\n\n')
    expect(await copiesIn({ 'minutes.txt': minutes(), 'report.txt': report })).toEqual([])
  })
})

test('minutes without a day join one of two days, and never make the two one', async () => {
  const copies = await copiesIn({
    'may.txt': minutes(),
    'june.txt': minutes({ date: '3 June 2024' }),
    'undated.txt': minutes({ date: 'a day in spring' }),
  })
  expect(copies.filter((copy) => /^(?:may|june).*-> (?:may|june)/.test(copy))).toEqual([])
})

test('two bodies that meet on one day and share some words have two records', async () => {
  const roads = ['The roads of the island were gritted twice in the first week of the new year.']
  expect(
    await copiesIn({
      'harbour.txt': minutes({
        points: [...POINTS, 'The quay was closed for repairs until the last day of March.', ...roads],
      }),
      'roads.txt': minutes({
        points: [
          ...POINTS,
          'The lane behind the school was resurfaced and its drains were cleared of leaves.',
          'A bollard that had been hit by a van was put back where it had stood.',
        ],
      }).replace('Harbour Panel', 'Roads Panel'),
    }),
  ).toEqual([])
})
