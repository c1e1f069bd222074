import { describe, expect, test } from '@jest/globals'
import { extractText } from '../../../indexer/extract/text.ts'
import { parse } from '../../../indexer/parse/index.ts'
import { minutesText } from '../../builders/corpusFolder.ts'

const partsOf = (text: string) =>
  parse({ id: 'pack', file: 'pack.txt', sha256: '', bytes: 0, catalogue: {} }, extractText(text)).parts.map(
    ({ kind, body, date, title }) => ({ kind, body, date, title }),
  )

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
