import { expect, test } from '@jest/globals'
import { datesMentioned, namesMentioned, quantitiesMentioned } from '../../../server/answer/mentions.ts'

const written = (text: string, mentions: readonly { start: number; end: number; kind: string }[]): string[] =>
  mentions.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

test.each([
  ['It would open on Monday 11th January, 2016.', ['date: Monday 11th January, 2016']],
  ['Works start in early 2025 or Q2 of 2026.', ['date: early 2025', 'date: Q2 of 2026']],
  ['Due 18/05/20 before Christmas.', ['date: 18/05/20', 'date: Christmas']],
  ['It may be considered.', []],
  [
    'On 28" February, 2019 or in September/October 2022.',
    ['date: 28" February, 2019', 'date: September/October 2022'],
  ],
])('the dates of %j', (text, expected) => {
  expect(written(text, datesMentioned(text))).toEqual(expected)
})

test.each([
  ['The grant was \u20ac1.4 million.', ['money: \u20ac1.4 million']],
  ['A rise of 12% or 3 per cent.', ['percent: 12%', 'percent: 3 per cent']],
  ['Some 15,500 offences in 18 months.', ['count: 15,500', 'duration: 18 months']],
  ['Two members attended on 5 May 2022.', ['number_word: Two']],
  ['The limit is 50 km/h.', ['measure: 50 km/h']],
  ['A loss of \u20ac10-11 billion.', ['money: \u20ac10-11 billion']],
  ['The 4th plan has a limit of 60kph.', ['measure: 60kph']],
])('the quantities of %j', (text, expected) => {
  expect(written(text, quantitiesMentioned(text))).toEqual(expected)
})

test.each([
  [
    'Proposed by Councillor Daly, seconded by Cllr K. Sheahan.',
    ['person: Councillor Daly', 'person: Cllr K. Sheahan'],
  ],
  ['It was rejected by An Bord Plean\u00e1la.', ['organisation: An Bord Plean\u00e1la']],
  ['There was no more.', []],
  ['Agreed. Ms. McDonnell presented it.', ['organisation: Agreed', 'person: Ms. McDonnell']],
])('the names of %j', (text, expected) => {
  expect(written(text, namesMentioned(text)).filter((name) => !name.endsWith(': Proposed'))).toEqual(expected)
})

/** Read again from each of its pieces, it would take a minute, which is more than a test may. */
const LONG = 200_000

test.each([
  '1,',
  '1,,,,',
  '1 ',
  '1.',
  '1',
  '1-',
  '1 to ',
  'one ',
  '\u20ac1',
  '2019-',
  '1 Jan ',
  'January/',
  'the next ',
  'A ',
  'A.A.',
  'A and ',
  'Mr A, ',
  'consult-',
])('a paragraph of nothing but %j is read once', (piece) => {
  const text = piece.repeat(LONG / piece.length)
  const dates = datesMentioned(text)
  const mentions = [...dates, ...quantitiesMentioned(text, dates), ...namesMentioned(text)]
  expect(mentions.every(({ start, end }) => start < end && end <= text.length)).toBe(true)
})

test.each([
  ['what is longer than any number is', `Ref ${'1'.repeat(40)}`, []],
  ['the rest of a list of figures', '1,2,3,4,5,6,7,8,9,10,11,12,13,14% of it', []],
])('no quantity is read in %s', (_, text, expected) => {
  expect(written(text, quantitiesMentioned(text))).toEqual(expected)
})
