import { describe, expect, test } from '@jest/globals'
import { readName } from '../../../indexer/analysis/names.ts'
import { canonicalRole, memberRole, ROLES } from '../../../indexer/analysis/roles.ts'

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

describe('names', () => {
  test.each([
    ['Mr P M Hill, OBE', 'hill', ['P', 'M'], 'Mr'],
    ['Cllr Mrs J Hollingsbee', 'hollingsbee', ['J'], 'Cllr'],
    ['Matthew Scott', 'scott', ['Matthew'], null],
    ['Cllr S Mochrie-Cox', 'mochrie-cox', ['S'], 'Cllr'],
    ['Cllr N O’Brien', "o'brien", ['N'], 'Cllr'],
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
