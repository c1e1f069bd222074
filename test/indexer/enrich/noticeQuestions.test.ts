import { describe, expect, test } from '@jest/globals'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const questionsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Questions to the Commissioner', ...paragraphs)).questions

describe('questions on notice', () => {
  test('an item of its own names the asker, and the reply begins where the record says so', () => {
    const { questions } = enriched(
      minutesOfItem(
        'Question submitted by Councillor Ada Roach',
        'I will ask at the next meeting when the ferry returns.',
        'REPLY:',
        'It returns in May.',
      ),
    )
    expect(questions).toMatchObject([
      {
        asker: 'Councillor Ada Roach',
        text: 'I will ask at the next meeting when the ferry returns.',
        answer: 'It returns in May.',
      },
    ])
  })

  test('a question, its asker and its answer', () => {
    expect(
      questionsIn(
        'Q1: When does the ferry return?',
        '(Cllr Ada Roach, Skerry Borough Council)',
        'It returns in May.',
        'So does the bus.',
      ),
    ).toMatchObject([
      {
        number: '1',
        asker: 'Cllr Ada Roach',
        authority: 'Skerry Borough Council',
        text: 'When does the ferry return?',
        answer: 'It returns in May. So does the bus.',
        supplementary: null,
      },
    ])
  })

  test('the asker may stand at the end of the question, which may have several paragraphs', () => {
    expect(
      questionsIn('Q1: The ferry is late.', 'When will it be on time? (Mr B Ling)', 'In May.'),
    ).toMatchObject([
      {
        asker: 'Mr B Ling',
        authority: null,
        text: 'The ferry is late. When will it be on time?',
        answer: 'In May.',
      },
    ])
  })

  test('headings number them', () => {
    expect(
      questionsIn(
        'Question 1',
        'Is it late? (Mr B Ling)',
        'No.',
        'Question 2',
        'Is it early? (Mr C Pike)',
        'No.',
      ),
    ).toMatchObject([
      { number: '1', asker: 'Mr B Ling', text: 'Is it late?', answer: 'No.' },
      { number: '2', asker: 'Mr C Pike', text: 'Is it early?', answer: 'No.' },
    ])
  })

  test('numbered paragraphs are questions where an asker follows', () => {
    expect(
      questionsIn('1. Is the ferry late?', '(Mr B Ling)', 'No.', '2. The Chair thanked all who had come.'),
    ).toMatchObject([
      { number: '1', text: 'Is the ferry late?', answer: 'No. The Chair thanked all who had come.' },
    ])
  })

  test('what is asked on is no part of the answer', () => {
    expect(
      questionsIn(
        'Q1: Is the ferry late? (Mr B Ling)',
        'No.',
        'Mr Ling asked a supplementary question: was it ever?',
        'It was.',
      ),
    ).toMatchObject([
      { answer: 'No.', supplementary: 'Mr Ling asked a supplementary question: was it ever? It was.' },
    ])
  })

  test('the paragraphs of the question are told apart from all of them, and the asker speaks in his', () => {
    const { questions, paragraphs } = enriched(
      minutesOfItem('Questions', 'Question 1', 'Is it late? (Mr B Ling)', 'It is not late.'),
    )
    const textOf = (id: string) => paragraphs.find((paragraph) => paragraph.id === id)?.text
    expect(questions[0]?.questionParagraphIds.map(textOf)).toEqual(['Is it late? (Mr B Ling)'])
    expect(questions[0]?.paragraphIds.map(textOf)).toEqual([
      'Question 1',
      'Is it late? (Mr B Ling)',
      'It is not late.',
    ])
    expect(paragraphs.find(({ text }) => text.startsWith('Is it late'))?.speakers).toEqual([
      { role: 'Panel Member', name: 'Mr B Ling' },
    ])
  })

  test.each<[string, string, readonly string[]]>([
    ['another item', 'Fares', ['Q1: Is it late? (Mr B Ling)', 'No.']],
    ['nobody who asks', 'Questions', ['Q1: Is it late?', 'No.']],
    ['brackets that name nobody', 'Questions', ['Q1: Is it late? (see Appendix 2)', 'No.']],
    ['a bare surname, which may be a place', 'Questions', ['Q1: Is it late? (Skerry)', 'No.']],
    ['brackets within a sentence', 'Questions', ['Q1: Is the ferry late, as he (Mr B Ling) says?', 'No.']],
  ])('none: %s', (_, title, paragraphs) => {
    expect(enriched(minutesOfItem(title, ...paragraphs)).questions).toEqual([])
  })
})
