import { afterEach, describe, expect, test } from '@jest/globals'
import type { DecisionEntry } from '../../../../corpus/model/register.ts'
import { openReadOnly } from '../../../../corpus/store/database.ts'
import { databaseFile, generationFolder } from '../../../../corpus/store/generations.ts'
import { loadRegister } from '../../../../corpus/store/register.ts'
import {
  isProcedural,
  PROCEDURAL_DECISIONS,
} from '../../../../indexer/reconcile/register/proceduralDecisions.ts'
import type { Subject } from '../../../../indexer/reconcile/register/decisionSubjects.ts'
import { relatedDecisions } from '../../../../indexer/reconcile/register/relatedDecisions.ts'
import {
  NOT_SUPERSEDING,
  SUPERSEDING_WORDS,
} from '../../../../indexer/reconcile/register/supersededDecisions.ts'
import { REFERENCES, REPORT_SUBJECTS } from '../../../../indexer/reconcile/register/tabledReports.ts'
import { minutesText, testCorpus, type TestCorpus } from '../../../builders/corpusFolder.ts'

let corpus: TestCorpus | undefined

afterEach(() => corpus?.remove())

async function decisionsIn(files: Readonly<Record<string, string>>): Promise<readonly DecisionEntry[]> {
  corpus = await testCorpus(files)
  const { generation } = await corpus.index()
  const db = openReadOnly(databaseFile(generationFolder(corpus.settings.dataDir, generation)))
  const { decisions } = await loadRegister(db)
  await db.destroy()
  return decisions
}

/** Minutes of one meeting, an item for each title with its paragraphs. */
function minutes(date: string, items: Readonly<Record<string, readonly string[] | string>>): string {
  return minutesText({
    date,
    items: Object.entries(items).map(([title, paragraphs], index) =>
      [`${index + 20}. ${title}`, ...withReference([paragraphs].flat(), index)].join('\n\n'),
    ),
  })
}

/** Items are told from paragraphs by the reference of the agenda. */
function withReference(paragraphs: readonly string[], index: number): readonly string[] {
  return paragraphs[0]?.startsWith('(Item ') ? paragraphs : [`(Item D${index + 1})`, ...paragraphs]
}

/** Decisions on other things, so that words may be rare. */
const OTHER_BUSINESS = minutes('Thursday 2 May 2019', {
  'Lamps on the Quay': 'RESOLVED that twelve lamps be bought for the quay.',
  'Paint for the Boathouse': 'RESOLVED that the boathouse be painted blue.',
  'Mooring Rings': 'RESOLVED that mooring rings be fixed to the eastern wall.',
  'Bicycle Stands': 'RESOLVED that bicycle stands be set up behind the market.',
  'Gulls and Bins': 'RESOLVED that bins with lids be placed along the promenade.',
  'Band Concerts': 'RESOLVED that band concerts be held on Sundays in summer.',
  Lifebelts: 'RESOLVED that lifebelts be hung every fifty yards.',
  'Dredger Hire': 'RESOLVED that a dredger be hired in autumn.',
})

describe('entries', () => {
  test('a decision has its words, its item, who moved it, and its votes as counts', async () => {
    const [decision] = await decisionsIn({
      'june.txt': minutes('Thursday 6 June 2019', {
        'Ferry Fares': [
          'Proposed by Cllr Roach, seconded by Mr Pike.',
          'RESOLVED that ferry fares be frozen, by 7 votes to 3.',
        ],
      }),
    })
    expect(decision).toMatchObject({
      text: 'RESOLVED that ferry fares be frozen, by 7 votes to 3.',
      matter: 'Ferry Fares',
      mover: 'Cllr Roach',
      seconder: 'Mr Pike',
      votes: { for: 7, against: 3, abstained: null },
      bodyId: 'harbour-scrutiny-panel',
      meetingId: 'harbour-scrutiny-panel-2019-06-06',
      date: '2019-06-06',
    })
    expect(Object.keys(decision?.votes ?? {})).not.toContain('named')
  })

  test('the same words twice in one document are two decisions with two ids', async () => {
    const decisions = await decisionsIn({
      'june.txt': minutes('Thursday 6 June 2019', {
        'Ferry Fares': 'RESOLVED that the report be noted.',
        'Slipway Repairs': 'RESOLVED that the report be noted.',
      }),
    })
    const [first, second] = decisions.map(({ id }) => id)
    expect(first).toMatch(/^june\.[a-z2-7]{8}$/)
    expect(second).toBe(`${first ?? ''}-2`)
  })

  test('decisions stand in the order of time', async () => {
    const decisions = await decisionsIn({
      'a.txt': minutes('Thursday 3 October 2019', { 'Ferry Fares': 'RESOLVED that fares be raised.' }),
      'b.txt': minutes('Thursday 6 June 2019', { 'Ferry Fares': 'RESOLVED that fares be frozen.' }),
    })
    expect(decisions.map(({ date }) => date)).toEqual(['2019-06-06', '2019-10-03'])
  })
})

/** The decisions on the same matter, as `text of one -> text of the other`. */
async function relatedIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const decisions = await decisionsIn({ ...files, 'other.txt': OTHER_BUSINESS })
  const texts = new Map(decisions.map(({ id, text }) => [id, text]))
  return decisions.flatMap(({ text, related }) =>
    related.map((link) => `${text} -> ${texts.get(link.id) ?? ''} (${link.evidence.join('; ')})`),
  )
}

const NAME = { printed: 'Gannet', isName: true, rarity: 0.9 }
/** Of a decision on Gannet Point. */
const subject: Subject = {
  matter: new Map(),
  words: new Map([
    ['gannet', NAME],
    ['point', { ...NAME, printed: 'Point' }],
  ]),
  addresses: new Map(),
  parties: new Map(),
}

describe('decisions on the same matter', () => {
  test('those of other meetings that name the same place and thing are related, both ways', async () => {
    const first = 'RESOLVED that the slipway at Gannet Point be repaired.'
    const second = 'RESOLVED that repairs to the slipway at Gannet Point be put out to tender.'
    expect(
      await relatedIn({
        'june.txt': minutes('Thursday 6 June 2019', { Works: first }),
        'july.txt': minutes('Thursday 4 July 2019', { Works: second }),
      }),
    ).toEqual([
      `${first} -> ${second} (same words: repairs, slipway, Gannet, Point)`,
      `${second} -> ${first} (same words: repairs, slipway, Gannet, Point)`,
    ])
  })

  test('the same kind of work at another place is another matter', async () => {
    expect(
      await relatedIn({
        'june.txt': minutes('Thursday 6 June 2019', {
          Works: 'RESOLVED that the slipway at Gannet Point be repaired.',
        }),
        'july.txt': minutes('Thursday 4 July 2019', {
          Works: 'RESOLVED that the slipway at Heron Bay be repaired.',
        }),
      }),
    ).toEqual([])
  })

  test('where the words say only that a report was noted, the title of the item tells', async () => {
    const noted = 'RESOLVED that the report be noted.'
    expect(
      await relatedIn({
        'june.txt': minutes('Thursday 6 June 2019', { 'Ferry Reliability - Update': noted }),
        'july.txt': minutes('Thursday 4 July 2019', { 'Ferry Reliability': noted }),
      }),
    ).toEqual([
      `${noted} -> ${noted} (same item: Ferry, Reliability)`,
      `${noted} -> ${noted} (same item: Ferry, Reliability)`,
    ])
  })

  test('houses of one street are told apart by their numbers, and one house is one matter', async () => {
    const sold = (house: string, buyer: string): string =>
      `RESOLVED that the cottage at ${house} Fishwives Row be sold to ${buyer}.`
    expect(
      await relatedIn({
        'june.txt': minutes('Thursday 6 June 2019', { Disposals: sold('8', 'Jane Marsh') }),
        'july.txt': minutes('Thursday 4 July 2019', { Disposals: sold('9', 'Tom Reed') }),
        'august.txt': minutes('Thursday 1 August 2019', { Disposals: sold('8', 'Ann Brook') }),
      }),
    ).toEqual([
      `${sold('8', 'Jane Marsh')} -> ${sold('8', 'Ann Brook')} (same address: 8 Fishwives)`,
      `${sold('8', 'Ann Brook')} -> ${sold('8', 'Jane Marsh')} (same address: 8 Fishwives)`,
    ])
  })

  test('those who decided do not make one matter of two', async () => {
    expect(
      await relatedIn({
        'june.txt': minutes('Thursday 6 June 2019', {
          Works:
            'RESOLVED, proposed by Cllr Zephyr Roach, seconded by Mr Quentin Pike, that a pump be bought.',
        }),
        'july.txt': minutes('Thursday 4 July 2019', {
          Works:
            'RESOLVED, proposed by Cllr Zephyr Roach, seconded by Mr Quentin Pike, that a flag be hoisted.',
        }),
      }),
    ).toEqual([])
  })

  test('confirming minutes, noting correspondence and fixing dates recur, and are found but not related', async () => {
    const each = (month: string): Readonly<Record<string, string>> => ({
      'Minutes of the Previous Meeting': `RESOLVED that the minutes of the meeting held in ${month} be confirmed.`,
      Correspondence: 'RESOLVED that the letters from Gannet Point Sailing Club be noted.',
      'Date of Next Meeting': 'RESOLVED that the next meeting be held at Gannet Point Chapel.',
    })
    const files = {
      'june.txt': minutes('Thursday 6 June 2019', each('May')),
      'july.txt': minutes('Thursday 4 July 2019', each('June')),
    }
    const decisions = await decisionsIn(files)
    expect(decisions.map(({ matter }) => matter)).toEqual([
      ...Object.keys(each('')),
      ...Object.keys(each('')),
    ])
    expect(decisions.flatMap(({ related }) => related)).toEqual([])
  })

  test('of many that are alike the six nearest in time are listed, by date', () => {
    const years = ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018']
    const related = relatedDecisions(
      years.map((id) => ({ id, bodyId: 'harbour-panel', date: `${id}-06-06`, itemKey: null, subject })),
    )
    expect(related.get('2018')?.map(({ id }) => id)).toEqual(years.slice(2, 8))
    expect(related.get('2010')?.map(({ id }) => id)).toEqual(years.slice(1, 7))
  })

  test('nothing is related across bodies, or within one meeting', () => {
    const decision = { id: 'a', bodyId: 'harbour-panel', date: '2019-06-06', itemKey: null, subject }
    expect(
      relatedDecisions([
        decision,
        { ...decision, id: 'b' },
        { ...decision, id: 'c', bodyId: 'ferry-board', date: '2019-07-04' },
      ]).size,
    ).toBe(0)
  })
})

/** What took the place of decisions, as `earlier <- the words of the later`. */
async function supersededIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const decisions = await decisionsIn({ ...files, 'other.txt': OTHER_BUSINESS })
  return decisions.flatMap(({ text, supersededBy }) =>
    supersededBy ? `${text} <- ${supersededBy.text}` : [],
  )
}

describe('what takes the place of a decision', () => {
  const sale = 'RESOLVED that the net loft at Gannet Point be let to Jane Marsh.'
  const may = minutes('Thursday 6 June 2019', {
    'Net Loft': sale,
    'Ice House': 'RESOLVED that the ice house at Heron Bay be let.',
  })

  test('a later one whose own words rescind it, by the day of its meeting and its matter', async () => {
    const later =
      'RESOLVED that the net loft at Gannet Point be let to Tom Reed. This resolution rescinds the previous resolution passed at the meeting held on 6 June 2019.'
    expect(
      await supersededIn({
        'june.txt': may,
        'july.txt': minutes('Thursday 4 July 2019', { 'Net Loft': later }),
      }),
    ).toEqual([
      `${sale} <- This resolution rescinds the previous resolution passed at the meeting held on 6 June 2019.`,
    ])
  })

  test('also where the matter is told only by the title of the item', async () => {
    const later = 'RESOLVED that the decision taken on 6 June 2019 be revoked.'
    expect(
      await supersededIn({
        'june.txt': may,
        'july.txt': minutes('Thursday 4 July 2019', { 'Net Loft': later }),
      }),
    ).toEqual([`${sale} <- ${later}`])
  })

  test.each([
    [
      'a day on which nothing was decided',
      'RESOLVED that the decision of 7 June 2019 on the net loft be rescinded.',
    ],
    ['no day', 'RESOLVED that the previous decision on the net loft be rescinded.'],
    ['another matter', 'RESOLVED that the decision of 6 June 2019 on the weighbridge be rescinded.'],
    ['a refusal', 'RESOLVED that the decision of 6 June 2019 on the net loft not be rescinded.'],
    [
      'a motion that was lost',
      'RESOLVED that the motion to rescind the decision of 6 June 2019 on the net loft be rejected.',
    ],
  ])('%s takes the place of none', async (_, later) => {
    expect(
      await supersededIn({
        'june.txt': may,
        'july.txt': minutes('Thursday 4 July 2019', { 'Any Business': later }),
      }),
    ).toEqual([])
  })
})

const PACK = [
  'AGENDA',
  'HARBOUR SCRUTINY PANEL',
  'Notice is hereby given that a meeting of the Harbour Scrutiny Panel will be held on Thursday 6 June 2019',
  'B1 Ferry Reliability - Update (Pages 3 - 4)',
  'B2 Dredging of the Inner Basin (Pages 5 - 6)',
  'To: Harbour Scrutiny Panel\nSubject: Ferry Reliability - Update\nDate: 6 June 2019',
  'The ferry was late on nine days of the month of April.',
  'To: Harbour Scrutiny Panel\nSubject: Dredging of the Inner Basin\nDate: 6 June 2019',
  'The inner basin was dredged twice in the spring.',
].join('\n\n')

async function reportsIn(items: Readonly<Record<string, readonly string[] | string>>): Promise<string[]> {
  const decisions = await decisionsIn({
    'pack.txt': PACK,
    'minutes.txt': minutes('Thursday 6 June 2019', items),
  })
  return decisions.map(({ reports }) => reports.map(({ title }) => title).join('; '))
}

describe('the reports that a decision rested on', () => {
  test('those of the same meeting with the title of the item', async () => {
    expect(await reportsIn({ 'Ferry Reliability': 'RESOLVED that the report be noted.' })).toEqual([
      'Ferry Reliability - Update',
    ])
  })

  test('that to which the reference of the item leads', async () => {
    expect(await reportsIn({ 'Our Boats': ['(Item B2)', 'RESOLVED that the report be noted.'] })).toEqual([
      'Dredging of the Inner Basin',
    ])
  })

  test('that which its own words name', async () => {
    expect(
      await reportsIn({
        'Any Business': 'RESOLVED that the report on the dredging of the inner basin be noted.',
      }),
    ).toEqual(['Dredging of the Inner Basin'])
  })

  test('none where the title is another, or the report was given by word of mouth', async () => {
    expect(
      await reportsIn({
        'Harbour Dues': 'RESOLVED that the report be noted.',
        'Ferry Reliability': 'RESOLVED that the verbal update be noted.',
      }),
    ).toEqual(['', ''])
  })
})

describe('rules', () => {
  test.each(PROCEDURAL_DECISIONS)('procedural: $example', ({ pattern, example }) => {
    expect(example).toMatch(pattern)
  })

  test.each(SUPERSEDING_WORDS)('takes the place: $example', ({ pattern, example }) => {
    expect(pattern.exec(example)?.[1]).toContain('4 June 2019')
    expect(NOT_SUPERSEDING.some((rule) => rule.pattern.test(example))).toBe(false)
  })

  test.each(NOT_SUPERSEDING)('takes the place of none: $example', ({ pattern, example }) => {
    expect(example).toMatch(pattern)
  })

  test.each([...REFERENCES, ...REPORT_SUBJECTS])('reports: $example', ({ pattern, example }) => {
    expect(example).toMatch(pattern)
  })

  test('business is not procedural', () => {
    expect(isProcedural('RESOLVED that the slipway at Gannet Point be repaired.', 'Works')).toBe(false)
  })
})
