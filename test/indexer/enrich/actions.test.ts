import { describe, expect, test } from '@jest/globals'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const actionsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Ferries', ...paragraphs)).actions

describe('an actions section', () => {
  test.each([
    [
      'Clerk: send the timetable by the end of May 2024.',
      {
        owner: 'Clerk',
        text: 'send the timetable by the end of May 2024.',
        dueText: 'by the end of May 2024',
      },
    ],
    ['Clerk to send the timetable.', { owner: 'Clerk', text: 'Clerk to send the timetable.', dueText: null }],
    ['The Council to paint the quay.', { owner: 'The Council', text: 'The Council to paint the quay.' }],
    ['OPS to paint the quay.', { owner: 'OPS', text: 'OPS to paint the quay.' }],
    ['Ways to paint the quay.', { owner: null, text: 'Ways to paint the quay.' }],
    [
      'Report to the next meeting on 3 June 2024.',
      { owner: null, due: '2024-06-03', dueText: 'to the next meeting' },
    ],
  ])('%s', (line, action) => {
    expect(actionsIn('Actions:', `- ${line}`)).toEqual([
      expect.objectContaining({ kind: 'action', ...action }),
    ])
  })

  test('each point is one action, in its place, until another heading comes', () => {
    const record = enriched(
      minutesOfItem(
        'Ferries',
        'Action points',
        '- Clerk to write.',
        '- Clerk to ring.',
        '**Fares**',
        '- They rose.',
      ),
    )
    expect(record.actions.map(({ text }) => text)).toEqual(['Clerk to write.', 'Clerk to ring.'])
    const [action] = record.actions
    expect(record.paragraphs.find(({ id }) => id === action?.paragraphId)).toMatchObject({
      text: 'Clerk to write.',
      kind: 'action',
      item: action?.item,
    })
  })
})

describe('an action table', () => {
  test('columns are told apart by their names', () => {
    const rows = [
      'Ref\tAction\tOwner\tDue date\tStatus',
      '1a\tPaint the ferry\tHarbour Master\t1 May 2024\tOpen',
    ]
    expect(actionsIn(rows.join('\n'))).toMatchObject([
      {
        text: 'Paint the ferry',
        owner: 'Harbour Master',
        due: '2024-05-01',
        dueText: '1 May 2024',
        status: 'Open',
      },
    ])
  })

  test('what a row leaves empty is null', () => {
    expect(actionsIn(['Action\tOwner\tDue date', 'Paint the ferry\t\tspring'].join('\n'))).toMatchObject([
      { text: 'Paint the ferry', owner: null, due: null, dueText: 'spring', status: null },
    ])
  })

  test('where cells have run together, the words stand before status, owner and date', () => {
    expect(
      actionsIn('Status Owner Due date', 'Paint the ferry Open Harbour Master 01/05/2024'),
    ).toMatchObject([
      {
        text: 'Paint the ferry',
        owner: 'Harbour Master',
        due: '2024-05-01',
        dueText: '01/05/2024',
        status: 'Open',
      },
    ])
  })

  test('or in the paragraph before them', () => {
    expect(
      actionsIn(
        'Status Owner Due date',
        'Paint the ferry before the regatta.',
        'Open Harbour Master 01/05/2024',
      ),
    ).toMatchObject([
      { text: 'Paint the ferry before the regatta.', owner: 'Harbour Master', status: 'Open' },
    ])
  })

  test('a table of other things has none', () => {
    expect(actionsIn(['Route\tFare\tDue', 'North Quay\t2.50\t1 May 2024'].join('\n'))).toEqual([])
  })
})

describe('an action in running text', () => {
  test.each([
    [
      'ACTION: Clerk to write to the county council',
      { owner: 'Clerk', text: 'Clerk to write to the county council' },
    ],
    [
      'The slip was unsafe. (Action: Clerk to close it by 1 May 2024)',
      { owner: 'Clerk', text: 'Clerk to close it by 1 May 2024', due: '2024-05-01' },
    ],
    [
      'The slip would be closed. (Action: Clerk)',
      { owner: 'Clerk', text: 'The slip would be closed. (Action: Clerk)' },
    ],
  ])('%s', (text, action) => {
    expect(actionsIn(text)).toEqual([expect.objectContaining({ status: null, ...action })])
  })

  test.each([
    'The action: plan of the harbour was praised by all those who came.',
    'No further action was taken.',
  ])('%s is none', (text) => {
    expect(actionsIn(text)).toEqual([])
  })
})

describe('updates on earlier actions', () => {
  const followUps = (title: string, ...paragraphs: readonly string[]) =>
    enriched(minutesOfItem(title, ...paragraphs)).actions.map(({ kind, text, status, owner }) => [
      kind,
      text,
      status,
      owner,
    ])

  test('are the points announced as such under the notes of the last meeting', () => {
    expect(
      followUps(
        'Notes of Previous Meeting',
        '- The notes were agreed and the following action updates provided:',
        '- Clerk to paint the quay: completed in May.',
        '- The slip was closed.',
        '- Fares are still being looked at.',
      ),
    ).toEqual([
      ['follow_up', 'Clerk to paint the quay: completed in May.', 'completed', 'Clerk'],
      ['follow_up', 'The slip was closed.', 'closed', null],
      ['follow_up', 'Fares are still being looked at.', null, null],
    ])
  })

  test('all of them are discharged where the lead-in says so', () => {
    expect(
      followUps('Matters Arising', 'The following actions were discharged:', '- Fares are published.').map(
        ([, , status]) => status,
      ),
    ).toEqual(['discharged'])
  })

  test('under another item, or without the lead-in, there are none', () => {
    expect(followUps('Fares', 'Updates on actions:', '- Fares are published.')).toEqual([])
    expect(followUps('Matters Arising', 'The Chair spoke.', '- Fares are published.')).toEqual([])
  })
})
