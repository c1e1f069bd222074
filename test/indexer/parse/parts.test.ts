import { describe, expect, test } from '@jest/globals'
import { minutesText } from '../../builders/corpusFolder.ts'
import { parsed } from '../../builders/record.ts'

const partsOf = (text: string) =>
  parsed(text).parts.map(({ kind, body, date, title }) => ({ kind, body, date, title }))

const AGENDA = [
  'AGENDA',
  'HARBOUR SCRUTINY PANEL',
  'Notice is hereby given that a meeting of the **HARBOUR SCRUTINY PANEL** will be held on **Wednesday, 18th December, 2024, at 10.00 am**',
  '- 1 Minutes of the Panel held on 10 October 2024 (Pages 1 - 10)',
].join('\n\n')

const REPORT = [
  'To: Harbour Scrutiny Panel',
  'Subject: Ferry Fares',
  'Date: 18 December 2024',
  'Introduction:',
  '1. This paper reports on fares.',
  'Recommendation:',
  '2. The Panel is asked to note this report.',
].join('\n\n')

describe('a pack is split into its parts', () => {
  test('agenda, minutes and report', () => {
    expect(partsOf([AGENDA, 'HARBOUR COUNCIL', minutesText(), REPORT].join('\n\n'))).toEqual([
      {
        kind: 'agenda',
        body: 'Harbour Scrutiny Panel',
        date: '2024-12-18',
        title: 'Agenda of the Harbour Scrutiny Panel, 18 December 2024',
      },
      {
        kind: 'minutes',
        body: 'Harbour Scrutiny Panel',
        date: '2024-10-10',
        title: 'Minutes of the Harbour Scrutiny Panel, 10 October 2024',
      },
      { kind: 'report', body: 'Harbour Scrutiny Panel', date: '2024-12-18', title: 'Ferry Fares' },
    ])
  })

  test('an agenda line that names earlier minutes begins no part', () => {
    expect(partsOf(AGENDA)).toHaveLength(1)
  })

  test('notes name their board in a title line', () => {
    const notes = [
      'Meeting Notes',
      'Title: Special - Performance and Delivery Board',
      'Date & time: Monday 31 October 2022',
      '1. Welcome',
      '- The Chair welcomed those present.',
    ].join('\n\n')
    expect(partsOf(notes)).toEqual([
      {
        kind: 'meeting_notes',
        body: 'Performance and Delivery Board',
        date: '2022-10-31',
        title: 'Performance and Delivery Board - Meeting Notes, 31 October 2022',
      },
    ])
  })

  // A web page heads an item "Minutes of the Panel held on ...": it was once taken for the minutes themselves.
  test('on a web page, the item about earlier minutes is no part', () => {
    const page = [
      'Agenda and minutes',
      'Harbour Scrutiny Panel - Tuesday, 24th September, 2019 2.00 pm',
      'Minutes of the Harbour Panel meeting held on 12 June 2019 pdf icon PDF 245 KB',
      'Additional documents:',
      'RESOLVED that the minutes of the meeting held on 12 June 2019 be noted.',
    ].join('\n\n')
    expect(partsOf(page)).toMatchObject([
      { kind: 'minutes', body: 'Harbour Scrutiny Panel', date: '2019-09-24' },
    ])
  })
})

const POINT = 'The ferry was late on nine days of the month, as it had been in each of the months before.'

describe('the head of minutes', () => {
  test.each<[string, readonly string[], { body: string | null; date: string | null }]>([
    [
      'in capitals, broken over many lines',
      [
        'MINUTES OF A MEETING OF THE',
        'HARBOUR AND FERRIES COMMITTEE',
        'HELD IN THE TOWN HALL ON',
        'MONDAY 6 MAY 2024',
        'AT 10.00 AM',
      ],
      { body: 'Harbour and Ferries Committee', date: '2024-05-06' },
    ],
    [
      'in capitals, with a paragraph mark that is none',
      ['MINUTES OF A MEETING OF THE HARBOUR COMMITTEE HELD ON', '6 MAY 2024'],
      { body: 'Harbour Committee', date: '2024-05-06' },
    ],
    [
      'with the body before the word meeting',
      ['Minutes of the Harbour Committee meeting held on 6 May 2024'],
      { body: 'Harbour Committee', date: '2024-05-06' },
    ],
    [
      'with the sort of the meeting after the body',
      ['SKERRY COMMUNITY COUNCIL - MONTHLY MEETING', 'Minutes of meeting held on 6 May 2024'],
      { body: 'Skerry Community Council', date: '2024-05-06' },
    ],
    [
      'in a council chamber, which is no council',
      ['HARBOUR COMMITTEE', 'COUNCIL CHAMBER', 'Minutes of the meeting held on 6 May 2024'],
      { body: 'Harbour Committee', date: '2024-05-06' },
    ],
    [
      'below a line that is no part of them',
      ['Download the minutes here', 'Minutes of a meeting of the Harbour Board held on 6 May 2024'],
      { body: 'Harbour Board', date: '2024-05-06' },
    ],
    [
      'with a day in a line of its own',
      ['Minutes of a meeting of the Harbour Board', 'Date: 6 May 2024'],
      { body: 'Harbour Board', date: '2024-05-06' },
    ],
    [
      'above minutes of another day that were approved',
      [
        'HARBOUR COMMITTEE',
        'Minutes of the meeting',
        'Minutes of the meeting held on 8 April 2024 were approved.',
      ],
      { body: 'Harbour Committee', date: null },
    ],
    [
      'above items that tell of other days',
      ['Minutes of a meeting of the Harbour Board', '1. Minutes of 8 April 2024', POINT],
      { body: 'Harbour Board', date: null },
    ],
  ])('%s', (_, lines, expected) => {
    expect(partsOf([...lines, POINT].join('\n\n'))).toMatchObject([{ kind: 'minutes', ...expected }])
  })

  test('a day without its year is of the one year of the text in which it has that weekday', () => {
    const head = 'Minutes of a meeting of the Harbour Board held on Thursday 15th July'
    const dateWith = (text: string) => partsOf([head, POINT, text].join('\n\n'))[0]?.date
    expect(dateWith('The accounts of 2020 were presented.')).toBe('2021-07-15')
    expect(dateWith('The accounts of 2021 and the plan of 2023 were presented.')).toBe('2021-07-15')
    expect(dateWith('The accounts of 2023 were presented.')).toBeNull()
    expect(dateWith('The charter of 1920 and the plan of 2021 were presented.')).toBeNull()
    expect(dateWith('The accounts were presented.')).toBeNull()
  })
})

describe('drafts', () => {
  const isDraft = (...lines: string[]) =>
    parsed([...lines, POINT].join('\n\n')).parts.map((part) => part.isDraft)
  const HEAD = 'MINUTES of a meeting of the Harbour Board held on 6 May 2024.'

  test.each([
    ['DRAFT', HEAD],
    ['Draft minutes of a meeting of the Harbour Board held on 6 May 2024.', 'PRESENT: Cllr A Roach'],
    [HEAD, 'These minutes are subject to approval at the next meeting.'],
    [HEAD, '(Draft)'],
    ['Unconfirmed minutes', HEAD],
  ])('%s / %s', (...lines) => {
    expect(isDraft(...lines)).toEqual([true])
  })

  test.each([
    [HEAD, 'The draft budget was presented by the harbour master.'],
    [HEAD, 'The plan is a draft.'],
    [
      HEAD,
      'The harbour master said that the draft minutes of the regatta, which had been sent to all the owners of boats in the harbour in the week before, were wrong in each of their seven points.',
    ],
  ])('%s / %s is none', (...lines) => {
    expect(isDraft(...lines)).toEqual([false])
  })

  test('what is no record of a meeting is no draft of one', () => {
    expect(isDraft('To: Harbour Board', 'Subject: Draft minutes', 'Date: 6 May 2024')).toEqual([false])
  })
})
