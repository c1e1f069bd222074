import { describe, expect, test } from '@jest/globals'
import { fitOf, isKnown, namedSpeaker } from '../../../server/check/claim.ts'
import { FieldValues } from '../../../server/search/fieldValues.ts'
import { paragraphInContext } from '../../builders/paragraphInContext.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  role: ['Chief Executive', 'Chair'],
  person: ['maria-ling', 'anna-roach'],
}
const values = new FieldValues(
  { facetValues: (field) => VALUES[field] ?? [] },
  ['role', 'person'],
  (_, value) => [value.split('-').join(' ')],
)
const claim = (saidBy: string | null, from: string | null = null, to = from) => ({ saidBy, from, to })

const BY_LING = paragraphInContext({
  text: 'The Chief Executive said that the ferry was late.',
  speakers: [{ role: 'Chief Executive', name: null }],
  people: [{ id: 'maria-ling', name: 'Maria Ling' }],
})
const BY_A_CHAIR = paragraphInContext({
  text: 'The Chair agreed.',
  speakers: [{ role: 'Chair', name: null }],
})

const isSaidBy = (saidBy: string, context = BY_LING): boolean | null => {
  const asked = claim(saidBy)
  return fitOf(asked, namedSpeaker(asked, values), [context]).speaker
}

describe('who is said to have said it', () => {
  test.each([
    ['Chief Executive', true],
    ['the chief executive', true],
    ['Maria Ling', true],
    ['Ms Ling', true],
    ['Chief Executive Maria Ling', true],
    ['Chair', false],
    ['Cllr Roach', false],
    ['John Ling', false],
    ['Chief Executive Anna Roach', false],
    ['the harbour porpoise', false],
  ])('%s is the speaker: %s', (saidBy, is) => {
    expect(isSaidBy(saidBy)).toBe(is)
  })

  test('a post decides where its holder is not known', () => {
    expect(isSaidBy('Chair Anna Roach', BY_A_CHAIR)).toBe(true)
  })

  test('one whom the record does not have is known to be nobody', () => {
    const named = namedSpeaker(claim('Napoleon Bonaparte'), values)
    expect(named && isKnown(named)).toBe(false)
  })
})

describe('when it is said to have been said', () => {
  test.each([
    ['2024-10-10', '2024-10-10', '2024-10-10', true],
    ['2024-10-10', '2024-10', '2024-10', true],
    ['2024-10', '2024-10-03', '2024-10-03', true],
    ['2024-10-10', '2024-10-11', '2024-10-11', false],
    ['2024-10-10', '2024-01-01', null, true],
    ['2024-10-10', null, '2024-09-30', false],
    [null, '2024', '2024', false],
  ])('a passage of %s, claimed from %s to %s: %s', (date, from, to, is) => {
    const context = paragraphInContext({ text: 'It was late.', date })
    expect(fitOf({ saidBy: null, from, to }, null, [context]).date).toBe(is)
  })

  test('nothing is claimed where nothing is given', () => {
    expect(fitOf(claim(null), null, [BY_LING])).toEqual({ speaker: null, date: null })
  })
})
