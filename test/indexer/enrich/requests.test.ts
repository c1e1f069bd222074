import { describe, expect, test } from '@jest/globals'
import { NO_REQUEST, REQUESTING, requestIn } from '../../../indexer/enrich/requesting.ts'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const requestsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Ferries', ...paragraphs)).requests

describe('a request for a report', () => {
  test('is told with who asked, what on and for when', () => {
    const text = 'Cllr Roach requested an update on the slipway lighting at the December Panel meeting.'
    expect(requestsIn(text)).toMatchObject([
      {
        text,
        requester: { role: 'Panel Member', name: 'Cllr Roach' },
        askedOf: null,
        subject: 'the slipway lighting',
        dueText: 'at the December Panel meeting',
        answer: null,
      },
    ])
  })

  test('names who is to write it, where the sentence does', () => {
    expect(requestsIn('The Panel asked the Chief Executive to provide a report on fares.')).toMatchObject([
      { askedOf: 'Chief Executive', subject: 'fares' },
    ])
    expect(requestsIn('Members requested a report from the Harbour Office on fares.')).toMatchObject([
      { askedOf: 'Harbour Office', subject: 'fares' },
    ])
  })

  test('keeps what was replied at once', () => {
    expect(
      requestsIn('Cllr Roach asked for an update on fares. The Chief Executive said that they had risen.'),
    ).toMatchObject([{ answer: 'The Chief Executive said that they had risen.' }])
  })

  test('by resolution is one of the body', () => {
    expect(
      requestsIn('RESOLVED: to note the report and agree to a further update at the February 2025 meeting.'),
    ).toMatchObject([
      { requester: { role: 'Harbour Scrutiny Panel', name: null }, dueText: 'at the February 2025 meeting' },
    ])
  })

  test('in a motion is one of its mover', () => {
    const minutes = minutesOfItem(
      'Notice of Motion submitted by Councillor A Roach',
      'I will move at the next Meeting that this Council call for a report from the Executive on ferry fares.',
    )
    expect(enriched(minutes).requests).toMatchObject([
      { requester: { name: 'Councillor A Roach' }, askedOf: 'Executive', subject: 'ferry fares' },
    ])
  })

  test.each(REQUESTING.map(({ example, resolved }) => [example, resolved] as const))(
    '%s',
    (example, resolved) => {
      expect(requestIn(example, resolved)).not.toBeNull()
    },
  )

  test.each([
    ...NO_REQUEST.map(({ example }) => [example]),
    ['The report was noted.'],
    ['Members received a presentation from the ferry company where funding was sought.'],
    ['The Chair asked whether a report was due.'],
    ['Members had requested an update on fares.'],
  ])('no request: %s', (example) => {
    expect(requestIn(example)).toBeNull()
  })
})
