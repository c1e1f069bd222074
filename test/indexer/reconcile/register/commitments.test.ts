import { afterEach, describe, expect, test } from '@jest/globals'
import type { CommitmentEntry } from '../../../../corpus/model/register.ts'
import { openReadOnly } from '../../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../../corpus/store/generations.ts'
import { loadRegister } from '../../../../corpus/store/register.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../../builders/corpusFolder.ts'

let corpus: TestCorpus

afterEach(() => corpus.remove())

async function registered(): Promise<readonly CommitmentEntry[]> {
  const { generation } = await corpus.index()
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const { commitments } = await loadRegister(db)
  await db.destroy()
  return commitments
}

async function commitmentsOf(files: Readonly<Record<string, string>>): Promise<readonly CommitmentEntry[]> {
  corpus = await testCorpus(files)
  return registered()
}

const notes = (date: string, ...paragraphs: readonly string[]): string =>
  [
    'Meeting Notes',
    'Title: Harbour Board',
    `Date & time: ${date}`,
    'Attendees: Harbour Office: Mary Ling (Chief Executive), John Perch (Harbour Master)',
    ...paragraphs,
  ].join('\n\n')

const FARES_SAID =
  '- With regards to the pontoon moorings at Quayside, the Chief Executive said that the Force would provide an update in the future.'

const MERGED = notes(
  '2 October 2024',
  '1. Moorings',
  FARES_SAID,
  'Actions',
  '- Force: Provide an update on the pontoon moorings in the future.',
  '2. Close',
  'Status Owner Due date',
  'Provide an update on the pontoon moorings Open Force 11/12/2024',
)

describe('one undertaking in the record of one meeting', () => {
  test('is one entry, opened by what was said, with the action of the list and the row of the table beside it', async () => {
    const entries = await commitmentsOf({ 'october.txt': MERGED })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      kind: 'action',
      date: '2024-10-02',
      text: FARES_SAID.slice(2),
      owners: ['Force'],
      due: '2024-12-11',
      dueText: 'in the future',
      status: 'Open',
      isOpened: true,
      links: [],
    })
    expect(entries[0]?.restatements.map(({ text }) => text)).toEqual([
      'Provide an update on the pontoon moorings in the future.',
      'Provide an update on the pontoon moorings',
    ])
  })

  test('two points of one list are two, however like each other', async () => {
    const entries = await commitmentsOf({
      'october.txt': notes(
        '2 October 2024',
        '1. Moorings',
        'Actions',
        '- Force: Provide an update on the pontoon moorings at Quayside.',
        '- Force: Provide an update on the pontoon moorings at Southgate.',
      ),
    })
    expect(entries.map(({ what }) => what)).toEqual([
      'Provide an update on the pontoon moorings at Quayside.',
      'Provide an update on the pontoon moorings at Southgate.',
    ])
  })
})

describe('who, to whom and when', () => {
  const entryOf = async (sentence: string): Promise<CommitmentEntry | undefined> =>
    (await commitmentsOf({ 'may.txt': minutesText({ items: [`12. Fares\n\n(Item B1)\n\n${sentence}`] }) }))[0]

  test.each([
    ['a month with its year', 'The Clerk agreed to write to the ferry company by March 2025.', '2025-03'],
    ['a year', 'The Clerk agreed to write to the ferry company by 2026.', '2026'],
    ['nothing without a year', 'The Clerk agreed to write to the ferry company by March.', null],
    ['nothing before the meeting', 'The Clerk agreed to circulate the letter dated 3 May 2019.', null],
  ])('the due date is %s', async (_, sentence, due) => {
    expect(await entryOf(sentence)).toMatchObject({ due })
  })

  test('to whom is told where the words say so', async () => {
    expect(await entryOf('The Clerk agreed to report back to the Panel on fares.')).toMatchObject({
      toWhom: 'Panel',
    })
  })

  test('and is not guessed', async () => {
    expect(await entryOf('The Clerk agreed to look into the fares.')).toMatchObject({ toWhom: null })
  })
})

describe('an action table', () => {
  const tableOf = (...rows: readonly string[]): Promise<readonly CommitmentEntry[]> =>
    commitmentsOf({
      'notes.txt': notes('2 October 2024', '1. Ferries', rows.join('\n')),
    })

  test('may name two owners, a day before its meeting, and a day that is to be confirmed', async () => {
    const entries = await tableOf(
      'Action\tOwner\tDue date\tStatus',
      'Repair the slipway\tForce / OPCC\t01/09/2024\tOpen',
      'Paint the lighthouse\tClerk\tTBC\tOpen',
    )
    expect(entries.map(({ what, owners, due, dueText }) => ({ what, owners, due, dueText }))).toEqual([
      { what: 'Repair the slipway', owners: ['Force', 'OPCC'], due: '2024-09-01', dueText: '01/09/2024' },
      { what: 'Paint the lighthouse', owners: ['Clerk'], due: null, dueText: 'TBC' },
    ])
  })

  test('may have no column for when', async () => {
    const entries = await tableOf('Ref\tAction\tOwner', '1\tRepair the slipway\tClerk')
    expect(entries).toMatchObject([
      { what: 'Repair the slipway', owners: ['Clerk'], due: null, dueText: null },
    ])
  })
})

const FOLLOWED = notes(
  '11 December 2024',
  '1. Notes of Previous Meeting - 2 October 2024',
  '- The notes were agreed and the following action updates provided:',
  '- Provide an update on the pontoon moorings (2 October 2024): discharged - covered in the Harbour paper.',
  '- Provide a briefing on lobster quotas – to be provided in spring.',
)

describe('what a later meeting was told of an action', () => {
  test('is a link of the entry that opened it, and no entry', async () => {
    const entries = await commitmentsOf({ 'october.txt': MERGED, 'december.txt': FOLLOWED })
    expect(entries.map(({ isOpened }) => isOpened)).toEqual([true, false])
    expect(entries[0]?.links).toMatchObject([
      {
        kind: 'discharge',
        isAsserted: true,
        date: '2024-12-11',
        text: expect.stringContaining('discharged - covered in the Harbour paper.'),
      },
    ])
    expect(entries[0]?.links[0]?.evidence).toContain('names the date of the meeting')
  })

  test('of one that no document opened is one entry for all meetings that were told of it', async () => {
    const again = FOLLOWED.replace('11 December 2024', '5 March 2025').replace('in spring', 'in June')
    const entries = await commitmentsOf({ 'december.txt': FOLLOWED, 'march.txt': again })
    const lobsters = entries.filter(({ what }) => what.includes('lobster'))
    expect(lobsters).toMatchObject([
      { isOpened: false, date: '2024-12-11', links: [{ date: '2025-03-05', kind: 'update' }] },
    ])
  })
})

const panel = (date: string, ...paragraphs: readonly string[]): string =>
  minutesText({ date, items: [['12. Harbour', '(Item B1)', ...paragraphs].join('\n\n')] })

const PROMISED =
  'The Chief Executive agreed to write to Northwick Ferries about the broken gangway and the lost luggage store at Quayside.'
const ANSWERED =
  'The Chief Executive had written to Northwick Ferries: the broken gangway was to be mended and the luggage store at Quayside found.'

describe('a later passage', () => {
  const others = ['Fares rose.', 'Lobsters were landed.', 'Members thanked the crews.', 'The tide was low.']

  test('of the same body that names the same places and things is linked, with its reason', async () => {
    const entries = await commitmentsOf({
      'october.txt': panel('Thursday 10 October 2024', PROMISED, ...others),
      'december.txt': panel('Wednesday 18 December 2024', ANSWERED, ...others),
    })
    const [link] = entries.find(({ text }) => text === PROMISED)?.links ?? []
    expect(link).toMatchObject({
      text: ANSWERED,
      date: '2024-12-18',
      isAsserted: true,
      openingText: PROMISED,
    })
    expect(link?.evidence[0]).toMatch(/^same words: .*gangway/)
  })

  test('of another body, of an earlier meeting or without a date is not', async () => {
    const entries = await commitmentsOf({
      'october.txt': panel('Thursday 10 October 2024', PROMISED),
      'earlier.txt': panel('Tuesday 10 September 2024', ANSWERED),
      'other.txt': notes('11 December 2024', '1. Ferries', ANSWERED),
      'undated.txt': notes('to be confirmed', '1. Ferries', ANSWERED),
    })
    expect(entries.find(({ text }) => text === PROMISED)?.links).toEqual([])
  })

  test('of the same topic and no more is not asserted', async () => {
    const entries = await commitmentsOf({
      'october.txt': panel('Thursday 10 October 2024', PROMISED),
      'december.txt': panel(
        'Wednesday 18 December 2024',
        'Members noted the update on ferries and the meeting closed.',
      ),
    })
    expect(entries.flatMap(({ links }) => links).filter(({ isAsserted }) => isAsserted)).toEqual([])
  })

  test('what an undated meeting undertook is linked to nothing', async () => {
    const entries = await commitmentsOf({
      'undated.txt': notes('to be confirmed', '1. Ferries', PROMISED),
      'december.txt': notes('11 December 2024', '1. Ferries', ANSWERED),
    })
    expect(entries.find(({ text }) => text === PROMISED)).toMatchObject({ date: null, links: [] })
  })
})

const LAMPS =
  'I will move at the next Meeting that the broken lamps on the breakwater at Quayside be mended before the regatta.'
const LAMPS_AGAIN = 'The mending of the broken lamps on the breakwater at Quayside was acknowledged.'

describe('what is undertaken in reply to a motion', () => {
  const linksOf = async (
    ...reply: readonly string[]
  ): Promise<readonly CommitmentEntry['links'][number][]> => {
    const entries = await commitmentsOf({
      'october.txt': panel(
        'Thursday 10 October 2024',
        LAMPS,
        'REPLY:',
        ...reply,
        'Fares rose.',
        'The tide was low.',
      ),
      'december.txt': panel(
        'Wednesday 18 December 2024',
        LAMPS_AGAIN,
        'Lobsters were landed.',
        'Crews were thanked.',
      ),
    })
    return entries.flatMap(({ links }) => links).filter(({ openingText }) => openingText === LAMPS)
  }

  test('is held against the words of the motion', async () => {
    const [link] = await linksOf('The Harbour Master agreed to arrange the works shortly.')
    expect(link).toMatchObject({ text: LAMPS_AGAIN, isAsserted: true })
  })

  test.each([
    [
      'after the record turns to other items',
      ['The following items were also raised.', 'The Clerk agreed to report back.'],
    ],
    [
      'where its paragraph opens a matter of its own',
      ['Reference was made to speeding at Southgate Weir. In reply, the Clerk agreed to follow up further.'],
    ],
    ['of works that are yet to come', ['The Clerk agreed to seek money for future works to the breakwater.']],
  ])('is not, %s', async (_, reply) => {
    expect(await linksOf(...reply)).toEqual([])
  })
})

test('a sentence that is only said again is no link', async () => {
  const said =
    'The Chief Executive will include guidance on the gangway and the luggage store in the strategy of Northwick Ferries.'
  const entries = await commitmentsOf({
    'october.txt': panel('Thursday 10 October 2024', said, 'Fares rose.'),
    'december.txt': panel('Wednesday 18 December 2024', `The tide was low. ${said}`, 'Lobsters were landed.'),
  })
  expect(entries.flatMap(({ links }) => links)).toEqual([])
})

test('documents in any order, one by one or at once, give the same commitments', async () => {
  const files: Record<string, string> = {
    'october.txt': MERGED,
    'december.txt': FOLLOWED,
    'panel-october.txt': panel('Thursday 10 October 2024', PROMISED),
    'panel-december.txt': panel('Wednesday 18 December 2024', ANSWERED),
  }
  const atOnce = await commitmentsOf(files)
  await corpus.remove()
  expect(atOnce.length).toBeGreaterThan(2)
  for (const order of [Object.keys(files), Object.keys(files).reverse()]) {
    corpus = await testCorpus()
    let entries: readonly CommitmentEntry[] = []
    for (const file of order) {
      await corpus.write({ [file]: files[file] ?? '' })
      entries = await registered()
    }
    expect(entries).toEqual(atOnce)
    await corpus.remove()
  }
})
