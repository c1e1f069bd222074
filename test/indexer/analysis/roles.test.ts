import { describe, expect, test } from '@jest/globals'
import { readName } from '../../../indexer/analysis/names.ts'
import {
  canonicalRole,
  firstRole,
  memberRole,
  roleAtEnd,
  roleOfForm,
  roleOfPost,
  ROLES,
} from '../../../indexer/analysis/roles.ts'

describe('roles', () => {
  test.each(ROLES.map(({ name, example }) => [name, example]))('%s is found in "%s"', (name, example) => {
    expect(canonicalRole(example)).toBe(name)
  })

  test.each([
    ["PCC's Chief Finance Officer, OPCC", 'Chief Finance Officer'],
    ['Temporary Chief Constable (T/CC)', 'Chief Constable'],
    ['Head of Policy Coordination & Research', null],
  ])('%s, as printed after a name, is %s', (printed, role) => {
    expect(canonicalRole(printed)).toBe(role)
  })

  test('the members of a panel are panel members', () => {
    expect([memberRole('Harbour Scrutiny Panel'), memberRole('Parish Council'), memberRole(null)]).toEqual([
      'Panel Member',
      'Member',
      'Member',
    ])
  })
})

describe('where a text names a role', () => {
  test('the longest form counts', () => {
    expect(canonicalRole('Deputy Chief Constable')).toBe('Deputy Chief Constable')
    expect(roleAtEnd('as did the Deputy Leader of the Council')).toBe('Deputy Leader')
  })

  test.each([
    ['The ferry is run by the Town Clerk', 'Clerk'],
    ['The Town Clerk runs the ferry', null],
  ])('at its end: %s', (phrase, role) => {
    expect(roleAtEnd(phrase)).toBe(role)
  })

  test.each([
    ['He told the Mayor that the Clerk was away', 'Mayor'],
    ['He told the mayor that the Clerk was away', 'Clerk'],
    ['He told nobody', null],
  ])('first, and with a capital: %s', (text, role) => {
    expect(firstRole(text)).toBe(role)
  })

  test('a form is a role with nothing around it', () => {
    expect([roleOfForm('Cathaoirleach'), roleOfForm('vice-chair'), roleOfForm('the Chair')]).toEqual([
      'Chair',
      'Vice-Chair',
      null,
    ])
  })

  test.each([
    ['Chief Executive', 'Chief Executive'],
    ['Harbour Engineer', 'Officer'],
    ['Head of Ferries', 'Officer'],
    ['Substitute for Cllr Roach', null],
    ['Swale', null],
  ])('the post %s beside a name makes its holder %s', (printed, role) => {
    expect(roleOfPost(printed)).toBe(role)
  })
})

describe('names', () => {
  test.each([
    ['Mr P M Hill, OBE', 'hill', ['P', 'M'], 'Mr'],
    ['Cllr Mrs J Hollingsbee', 'hollingsbee', ['J'], 'Cllr'],
    ['Matthew Scott', 'scott', ['Matthew'], null],
    ['Cllr S Mochrie-Cox', 'mochrie-cox', ['S'], 'Cllr'],
    ['Cllr N O’Brien', "o'brien", ['N'], 'Cllr'],
    ['Cllr Roach (J)', 'roach', ['J'], 'Cllr'],
    ['Ling (M. K.)', 'ling', ['M. K.'], null],
    ['Cllr Pike (Snr)', 'pike', ['Snr'], 'Cllr'],
    ['Dr Ana de la Cod', 'cod', ['Ana', 'de', 'la'], 'Dr'],
  ])('%s', (printed, surname, givenNames, title) => {
    expect(readName(printed)).toMatchObject({ surname, givenNames, title })
  })

  test.each(['', 'the public', '12 officers', 'Mr', 'Members of the Panel and of the public'])(
    '%j is no name',
    (text) => {
      expect(readName(text)).toBeNull()
    },
  )
})
