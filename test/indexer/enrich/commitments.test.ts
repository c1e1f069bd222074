import { describe, expect, test } from '@jest/globals'
import { DUE_PHRASES, duePhraseIn } from '../../../indexer/enrich/undertakings.ts'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const commitmentsIn = (...paragraphs: readonly string[]) =>
  enriched(minutesOfItem('Ferries', ...paragraphs)).commitments

const report = (...paragraphs: readonly string[]) =>
  enriched(['To: Harbour Panel', 'Subject: Fares', 'Date: 6 May 2024', ...paragraphs].join('\n\n'))
    .commitments

describe('what a sentence undertakes', () => {
  test('is told with who, what and when, and the sentence whole', () => {
    const sentence = 'The Chief Executive said that he would report to the Panel by 3 June 2024.'
    expect(commitmentsIn(`Fares rose. ${sentence}`)).toEqual([
      expect.objectContaining({
        text: sentence,
        who: 'Chief Executive',
        what: 'would report to the Panel by 3 June 2024.',
        due: '2024-06-03',
        dueText: 'by 3 June 2024',
      }),
    ])
  })

  test.each([
    'The Clerk offered to write to the ferry company.',
    'The Clerk agreed to circulate the timetable.',
    'The Clerk pledged a faster ferry.',
    'The timetable would be circulated to members.',
    'The Clerk said that details would follow.',
    'The new ferry was due to be introduced.',
    'The Clerk said that the slip was on schedule for May 2025.',
    'The Clerk said that the ferry would be in place by spring.',
  ])('%s', (text) => {
    expect(commitmentsIn(text)).toMatchObject([{ text }])
  })

  test.each([
    ['a question', 'Would the Clerk write to the ferry company?'],
    ['a reported question', 'Cllr Roach asked whether the Clerk would write to the ferry company.'],
    ['a request', 'Cllr Roach requested that the timetable would be circulated.'],
    ['a hope', 'The Clerk hoped that he would report on it.'],
    ['a wish', 'Members would like a ferry that could be introduced.'],
    ['what a thing would do', 'The Clerk said that it would provide shelter.'],
    ['an expectation without a day', 'The Clerk expected it to be dry.'],
    ['what was done', 'The Clerk had written to the ferry company.'],
  ])('nothing: %s', (_, text) => {
    expect(commitmentsIn(text)).toEqual([])
  })

  test('a report undertakes only what it dates, or calls a commitment', () => {
    expect(report('1. Officers will provide a timetable.')).toEqual([])
    expect(report('1. Officers will provide a timetable by June 2025.')).toMatchObject([{ who: 'Officer' }])
    expect(report('1. The Council has committed to lowering fares.')).toMatchObject([{ who: 'Council' }])
  })
})

describe('who is to act', () => {
  test.each([
    ['the one who speaks', 'The Chief Executive said that he would write to them.', 'Chief Executive'],
    ['a post', 'The Chair said that the Clerk would write to them.', 'Clerk'],
    ['an organisation', 'The Chair said that the Committee would write to them.', 'Committee'],
    ['the body that meets', 'The Chair said that we would write to them.', 'Harbour Scrutiny Panel'],
    ['the subject of the first verb', 'The Clerk thanked them and agreed to write to them.', 'Clerk'],
    ['a member who speaks', 'Cllr Roach said that she would write to them.', 'Panel Member'],
    ['those whom a chief speaks for', 'The Chief Constable said that figures would be circulated.', 'Force'],
    ['officers, where members are told', 'The Chair said that figures would be circulated.', 'Officer'],
  ])('%s', (_, text, who) => {
    expect(commitmentsIn(text)).toMatchObject([{ who }])
  })

  test('a member of a council who is a councillor is called one', () => {
    const text = minutesOfItem('Ferries', 'Cllr Roach said that she would write to them.')
    const commitments = enriched(text.replace('Harbour Scrutiny Panel', 'Harbour Board')).commitments
    expect(commitments).toMatchObject([{ who: 'Councillor' }])
  })

  test('the authority at the head of the minutes is the Council', () => {
    const text = minutesOfItem('Ferries', 'The Chair said that the Council would write to them.')
    expect(enriched(`SKERRY AND SANDS COUNTY COUNCIL\n\n${text}`).commitments).toMatchObject([
      { who: 'Skerry and Sands County Council' },
    ])
  })
})

describe('words for when', () => {
  test.each(DUE_PHRASES.map(({ example }) => [example]))('%s', (example) => {
    expect(duePhraseIn(`It will be done ${example}.`)).toBe(example)
  })

  test('the first of them counts', () => {
    expect(duePhraseIn('Next year the ferry, and in Spring 2027 the quay.')).toBe('Next year')
    expect(duePhraseIn('The ferry will be painted.')).toBeNull()
  })
})

describe('what gives nobody anything to do', () => {
  test.each([
    ['notice of a question', 'I will ask at the next meeting when the slip will be mended.'],
    ['notice of a motion', 'We will move at the next Meeting that the slip be mended.'],
    ['a grant', 'It was agreed to allocate £2,000 to the pier.'],
    ['a referral', 'It was agreed that this Motion would be referred to the Fisheries Committee.'],
    ['the day of a meeting', 'It was agreed to hold the November Meeting on Wednesday, 2 November 2024.'],
    ['the order of business', 'It was agreed that Item 3 would be taken first.'],
  ])('%s', (_, text) => {
    expect(commitmentsIn(text)).toEqual([])
  })

  test('an officer who agrees to refer a matter undertakes it', () => {
    expect(commitmentsIn('The Clerk agreed to refer the matter to the ferry company.')).toHaveLength(1)
  })
})
