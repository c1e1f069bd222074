import { describe, expect, test } from '@jest/globals'
import { enriched, parsed } from '../../builders/record.ts'

const HEAD = 'MINUTES of a meeting of the Harbour Board held on Monday 6 May 2024.'
const PRESENT = 'PRESENT: Cllr A Roach'
const SENTENCE = 'The ferry was late on nine days of the month, as it had been in each of the months before.'

/** The doubts about a document of the given lines, each with the words of the paragraph that it is about. */
function doubtsOf(...lines: readonly string[]): [kind: string, text: string, paragraph: string | null][] {
  const { doubts, paragraphs } = enriched(lines.join('\n\n'))
  return doubts.map(({ kind, text, paragraphId }) => {
    const paragraph = paragraphs.find(({ id }) => id === paragraphId)
    return [kind, text, paragraph ? `${paragraph.label ?? ''}${paragraph.text}` : null]
  })
}

describe('what could not be made out', () => {
  test('minutes of which all is told leave no doubt', () => {
    expect(doubtsOf(HEAD, PRESENT, '1. Welcome', SENTENCE, '2. Fares', SENTENCE)).toEqual([])
  })

  test.each<[string, readonly string[], [kind: string, text: string, paragraph: string | null]]>([
    [
      'no meeting',
      ['To: Harbour Board', 'Subject: Fares', 'Date: 1 May 2024', SENTENCE],
      ['no_meeting', 'No minutes or notes of a meeting were found in the file.', null],
    ],
    [
      'no day',
      ['MINUTES of a meeting of the Harbour Board held in the Town Hall.', PRESENT],
      [
        'no_date',
        'No date was found for "Minutes of the Harbour Board".',
        'MINUTES of a meeting of the Harbour Board held in the Town Hall.',
      ],
    ],
    [
      'no body',
      ['Meeting Notes', 'Date: 6 May 2024', 'Attendees: Mary Ling (Chief Executive)'],
      ['no_body', 'No body was found for "body not named - Meeting Notes, 6 May 2024".', 'Meeting Notes'],
    ],
    [
      'nobody there',
      [HEAD, SENTENCE],
      [
        'no_attendance',
        'Nobody was found to have attended "Minutes of the Harbour Board, 6 May 2024".',
        HEAD,
      ],
    ],
    [
      'two days at the head',
      [HEAD, PRESENT, 'Adjourned from 29 April 2024, and held on 6 May 2024.'],
      [
        'several_dates',
        'The head names 29 April 2024 and 6 May 2024: 6 May 2024 was taken.',
        'Adjourned from 29 April 2024, and held on 6 May 2024.',
      ],
    ],
    [
      'no quorum',
      [HEAD, PRESENT, 'The meeting was abandoned because the ferry had sunk.'],
      [
        'meeting_not_held',
        'The meeting seems not to have been held.',
        'The meeting was abandoned because the ferry had sunk.',
      ],
    ],
    [
      'items that go back',
      [HEAD, PRESENT, '7. Fares', '(Item A2)', SENTENCE, '5. Quays', '(Item A3)', SENTENCE],
      ['item_out_of_sequence', 'Item 5 comes after item 7.', '5.Quays (Item A3)'],
    ],
    [
      'a paragraph lost',
      [HEAD, PRESENT, '7. Fares', '(Item A2)', `1. ${SENTENCE}`, `3. ${SENTENCE}`],
      ['number_missing', 'There is no paragraph 2.', `3.${SENTENCE}`],
    ],
    [
      'paragraphs lost',
      [HEAD, PRESENT, '7. Fares', '(Item A2)', `1. ${SENTENCE}`, `5. ${SENTENCE}`],
      ['number_missing', 'There are no paragraphs 2 to 4.', `5.${SENTENCE}`],
    ],
    [
      'a page cut short',
      [HEAD, PRESENT, 'The ferry was ... view the full minutes text for item 31'],
      [
        'cut_short',
        'The published page breaks off here, and says where the full text is.',
        'The ferry was ... view the full minutes text for item 31',
      ],
    ],
    [
      '"He" of whom nothing is told',
      [HEAD, PRESENT, 'He said that the ferry had sunk.'],
      ['speaker_not_resolved', 'It is not clear who "He" is.', 'He said that the ferry had sunk.'],
    ],
  ])('%s', (_, lines, doubt) => {
    expect(doubtsOf(...lines)).toEqual([doubt])
  })

  test.each<[string, readonly string[]]>([
    [
      'numbers of another item',
      ['7. Fares', '(Item A2)', `1. ${SENTENCE}`, '8. Quays', '(Item A3)', `4. ${SENTENCE}`],
    ],
    [
      'questions, which count as they like',
      ['7. Questions', '(Item A2)', `1. ${SENTENCE}`, `4. ${SENTENCE}`],
    ],
    ['"He" after a speaker', ['The Chair said that the ferry had sunk.', 'He added that it was insured.']],
    [
      'the day of an earlier meeting further down',
      [SENTENCE, SENTENCE, SENTENCE, 'The minutes of 29 April 2024 and 6 May 2024.'],
    ],
    ['another meeting that was put off', [...Array<string>(8).fill(SENTENCE), 'That meeting was postponed.']],
  ])('no doubt: %s', (_, lines) => {
    expect(doubtsOf(HEAD, PRESENT, ...lines)).toEqual([])
  })

  test('what the catalogue tells is in no doubt', () => {
    const text = 'Meeting Notes\n\nAttendees: Mary Ling (Chief Executive)'
    expect(parsed(text).doubts.map(({ kind }) => kind)).toEqual(['no_date', 'no_body'])
    expect(parsed(text, { date: '2024-05-06', body: 'Harbour Board' }).doubts).toEqual([])
  })
})
