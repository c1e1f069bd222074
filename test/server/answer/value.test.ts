import { expect, test } from '@jest/globals'
import type { Analysis } from '../../../server/search/analyse.ts'
import type { Candidate } from '../../../server/answer/candidates.ts'
import { askedOf } from '../../../server/answer/asked.ts'
import { interpret } from '../../../server/answer/interpret.ts'
import { valueIn } from '../../../server/answer/value.ts'
import type { PassageReading } from '../../../server/reader/passageReading.ts'
import { readingOf } from '../../builders/readings.ts'
import { isStopWord, termsOfWord } from '../../../indexer/analysis/terms.ts'
import { tokenize } from '../../../indexer/analysis/tokens.ts'

/** The value of a quote that is a paragraph but for what is said before, every word of the question counting alike. */
function valueOf(question: string, quote: string, before = '', reading?: PassageReading): string | null {
  const words = tokenize(question)
    .filter(({ text }) => !isStopWord(text))
    .map(({ text }) => ({ text, terms: termsOfWord(text) }))
  const analysis = { query: { words, should: [] }, expansions: [] } as unknown as Analysis
  const asked = askedOf(question, analysis, interpret(question), { paragraphFrequency: () => 1, size: 100 })
  const text = `${before}${quote}`
  const context = { paragraph: { text } } as unknown as Candidate['context']
  const window = { start: before.length, end: text.length, sentences: 1 }
  const span = valueIn({ context, ...window, rank: 0, features: {} }, asked, reading)
  return span && quote.slice(...span)
}

test.each([
  ['How many cadets joined the scheme?', 'Of 410 volunteers, 70 cadets joined the scheme in 2019.', '70'],
  [
    'How much was given to the dog park?',
    'It was agreed to allocate \u20ac15,000 to the dog park under item 7, which has 3 gates.',
    '\u20ac15,000',
  ],
  [
    'What percentage of calls was answered?',
    'Of 2,300 calls, 86% were answered, at a cost of \u00a312,000.',
    '86%',
  ],
  [
    'When will the road open?',
    'It was agreed on 5 May that the road would open on 12 June 2020.',
    '12 June 2020',
  ],
  [
    'Who chaired the meeting?',
    'Councillor Daly chaired the meeting in the Council Chamber, Dooradoyle.',
    'Councillor Daly',
  ],
  [
    'Who carried out the energy study?',
    'The Council noted that the energy study was carried out by Malachy Walsh Ltd.',
    'Malachy Walsh Ltd',
  ],
  [
    'Which minister was to be asked about the rivers?',
    "It was proposed by Councillor Sheahan that Minister O'Donovan be asked about the rivers.",
    "Minister O'Donovan",
  ],
  [
    'Who is the Chief Executive of the Office?',
    'RESOLVED: to support the appointment of Mr David Paul as Chief Executive of the Office of the Kent Commissioner.',
    'Mr David Paul',
  ],
  [
    'When will the bike contract go to tender?',
    'The bike contract goes to tender in 18 months.',
    '18 months',
  ],
])('the value for %j is found in its quote', (question, quote, value) => {
  expect(valueOf(question, quote)).toBe(value)
})

test('what else its paragraph says is not looked at', () => {
  const before = 'In 2018, 90 cadets joined the scheme. '.repeat(1_000)
  expect(valueOf('How many cadets joined the scheme?', 'Then 70 cadets joined it.', before)).toBe('70')
})

test.each([
  ['Why did call times rise?', 'Call times rose from 40 to 70 seconds because of the new line.'],
  ['Did the Panel support the appointment?', 'The Panel supported the appointment of Mr John Gray on 5 May.'],
])('%j wants a sentence, and has no value', (question, quote) => {
  expect(valueOf(question, quote)).toBeNull()
})

test('a councillor whom the question names under another title is not who it asks for', () => {
  expect(valueOf('Who seconded Cllr Keary?', 'Councillor Keary was seconded by Councillor Foley.')).toBe(
    'Councillor Foley',
  )
})

test.each([
  [
    'Who was appointed as Chief Constable?',
    'The Chief Constable post for Kent Police was advertised on the website of the College of Policing.',
  ],
  ['Who is the chair of the panel?', 'The Vice Chair thanked the Chief Constable for his support.'],
  ['Who is the Police and Crime Commissioner?', 'The Commissioner spoke of the Select Committee.'],
])('who holds an office is no body and no other office: %j', (question, quote) => {
  expect(valueOf(question, quote)).toBeNull()
})

test('a length of time does not say when something was', () => {
  expect(valueOf('When did Mr Harper retire?', 'Mr Harper retired after 41 years of service.')).toBeNull()
})

test('of two figures of one form the one that the reader points to is the value', () => {
  const quote = 'There were 310 reports in the north and 290 reports in the south.'
  const reading = (words: string) => readingOf(quote, { answerable: 3, words })
  expect(valueOf('How many reports were there by the coast?', quote, '', reading('310'))).toBe('310')
  expect(valueOf('How many reports were there by the coast?', quote, '', reading('290'))).toBe('290')
})

test('where nothing has the form of what is asked for, the value is what the reader points to', () => {
  const quote = 'The route was planned by a firm of engineers from Delft.'
  const reading = readingOf(quote, { answerable: 3, words: 'a firm of engineers' })
  expect(valueOf('How many planned the route?', quote)).toBeNull()
  expect(valueOf('How many planned the route?', quote, '', reading)).toBe('a firm of engineers')
})
