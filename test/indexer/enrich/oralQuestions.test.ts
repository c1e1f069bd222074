import { describe, expect, test } from '@jest/globals'
import { GIVEN_ELSEWHERE, isGivenElsewhere } from '../../../indexer/analysis/givenElsewhere.ts'
import { ASKING, NO_QUESTION } from '../../../indexer/enrich/asking.ts'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const questionsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Ferries', ...paragraphs)).oralQuestions

describe('a question asked at the meeting', () => {
  test('is told with who asked, who replied, and the words of both', () => {
    const asked = 'Cllr Roach asked when the Sunday service would return.'
    const replied =
      'The Chief Executive said that it would return in April. She added that two ferries were needed.'
    expect(questionsIn(`${asked} ${replied}`)).toEqual([
      expect.objectContaining({
        text: asked,
        asker: { role: 'Panel Member', name: 'Cllr Roach' },
        reply: 'answered',
        answer: replied,
        answerer: { role: 'Chief Executive', name: null },
      }),
    ])
  })

  test('whoever is asked of does not become the asker', () => {
    const [question] = questionsIn(
      'The Chair asked whether the Chief Executive felt sure of the date. The Chief Executive confirmed that she was.',
    )
    expect(question?.asker?.role).toBe('Chair')
  })

  test('the reply may be the next paragraph of the item', () => {
    const found = questionsIn(
      'A Member asked whether fares would rise.',
      'The Chief Executive said that they would.',
    )
    expect(found).toMatchObject([{ reply: 'answered', answer: 'The Chief Executive said that they would.' }])
    expect(found[0]?.answerParagraphId).not.toBe(found[0]?.paragraphId)
  })

  test('a question and its reply in one sentence are told apart', () => {
    expect(
      questionsIn(
        'In response to a question about the winter timetable, the Chief Executive explained that it was printed.',
      ),
    ).toMatchObject([
      {
        text: 'In response to a question about the winter timetable',
        answer: 'the Chief Executive explained that it was printed.',
      },
    ])
    expect(
      questionsIn('Members queried who paid for the pier and were informed that the Council did.'),
    ).toMatchObject([
      { text: 'Members queried who paid for the pier', answer: 'and were informed that the Council did.' },
    ])
  })

  test('what one asks on in the same breath is one question', () => {
    expect(
      questionsIn(
        'Cllr Roach asked about fares. She also asked if they would fall. The Chief Executive said not yet.',
      ),
    ).toMatchObject([{ text: 'Cllr Roach asked about fares. She also asked if they would fall.' }])
  })

  test('a reply that names its asker is his, whatever stands between', () => {
    const found = questionsIn(
      'Cllr Roach asked how many tickets were sold. Mr Pike asked who cleans the slipway.',
      'In response to Cllr Roach, the Chief Executive advised that the total was 900.',
    )
    expect(found).toMatchObject([{ asker: { name: 'Cllr Roach' }, reply: 'answered' }])
  })

  test.each(ASKING.map(({ example }) => [example]))('%s', (example) => {
    expect(questionsIn(`${example} The Clerk replied that it would be looked at.`)).toHaveLength(1)
  })

  test.each([
    ...NO_QUESTION.map(({ example }) => [example]),
    ['The Panel asked for an update on fares.'],
    ['Cllr Roach asked that a letter be sent.'],
    ['The Chair asked the Clerk to write to the ferry company.'],
    ['The Chair had asked whether fares would rise.'],
  ])('no question: %s', (example) => {
    expect(questionsIn(`${example} The Clerk replied that it would be looked at.`)).toEqual([])
  })
})

describe('a question without a reply', () => {
  test('is told where the item ends with it', () => {
    expect(questionsIn('Cllr Roach asked who cleans the slipway.')).toMatchObject([
      { reply: 'none', answer: null, answerer: null },
    ])
  })

  test.each([
    ['Cllr Roach asked who cleans the slipway.', 'The slipway is cleaned by the harbour staff.'],
    ['Cllr Roach asked who cleans the slipway.', 'Cllr Perch stated that the harbour staff did.'],
    ['Cllr Roach asked if a lamp could be put up.', 'RESOLVED that the report be noted.'],
    ['Mr Pike queried the cost.', 'RESOLVED that the report be noted.'],
  ])('is left out where something may be one, or none was wanted: %s %s', (...paragraphs) => {
    expect(questionsIn(...paragraphs)).toEqual([])
  })
})

describe('a reply that is given elsewhere', () => {
  test.each(GIVEN_ELSEWHERE.map(({ example }) => [example]))('%s', (example) => {
    expect(isGivenElsewhere(example)).toBe(true)
  })

  test('is told by its own words', () => {
    expect(
      questionsIn(
        'Cllr Roach asked what it cost. The Clerk said that the cost would be provided in writing.',
      ),
    ).toMatchObject([{ reply: 'elsewhere' }])
  })

  test('is none where the rest of it speaks of what was asked', () => {
    expect(
      isGivenElsewhere(
        'She would revert to Members. The pier cost 900 pounds.',
        'He asked what the pier cost.',
      ),
    ).toBe(false)
  })
})
