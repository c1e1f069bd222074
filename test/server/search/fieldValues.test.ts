import { describe, expect, test } from '@jest/globals'
import { FieldValues, isTitle } from '../../../server/search/fieldValues.ts'
import type { FilterField } from '../../../indexer/engine/engine.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  role: [
    'Chair',
    'Vice-Chair',
    'Chief Constable',
    'Deputy Chief Constable',
    'Officer',
    'Chief Finance Officer',
    'Lead Councillor',
    'Lord Mayor',
  ],
  person: ['matthew-scott', 'anna-scott', 'p-hill'],
  topic: ['domestic-abuse'],
  kind: ['decision', 'list_item'],
}
const NAMES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'matthew-scott': ['Matthew Scott', 'Mr M Scott'],
  'anna-scott': ['Cllr Anna Scott'],
  'p-hill': ['Mr P M Hill'],
  'domestic-abuse': ['Domestic abuse'],
  list_item: ['List item'],
}
const values = new FieldValues(
  { facetValues: (field) => VALUES[field] ?? [] },
  ['role', 'person', 'topic', 'kind', 'body'],
  (_, value) => NAMES[value] ?? [value],
)
const meant = (field: FilterField, asked: string): string[] =>
  values.meant(field, asked).map(({ value }) => value)

describe('the value of a field that a few words mean', () => {
  test.each<[string, FilterField, string, string[]]>([
    ['its name', 'role', 'Chief Constable', ['Chief Constable']],
    ['its name in small letters', 'role', 'chief constable', ['Chief Constable']],
    ['another form of the role', 'role', 'T/CC', ['Chief Constable']],
    ['another form of the role', 'role', 'chairman', ['Chair']],
    ['a name that others have in theirs', 'role', 'officer', ['Officer']],
    ['a word of two names', 'role', 'constable', ['Chief Constable', 'Deputy Chief Constable']],
    ['words in another order', 'role', 'finance chief', ['Chief Finance Officer']],
    ['a surname that two have', 'person', 'scott', ['matthew-scott', 'anna-scott']],
    ['a full name', 'person', 'Matthew Scott', ['matthew-scott']],
    ['a name as it is printed elsewhere', 'person', 'M Scott', ['matthew-scott']],
    ['a name under another title', 'person', 'Councillor Hill', ['p-hill']],
    ['a value as the address has it', 'person', 'p-hill', ['p-hill']],
    ['a value as the address has it', 'topic', 'domestic-abuse', ['domestic-abuse']],
    ['a name with a space', 'topic', 'domestic abuse', ['domestic-abuse']],
    ['a value in code', 'kind', 'list_item', ['list_item']],
    ['its name in words', 'kind', 'list item', ['list_item']],
    ['one of its words', 'kind', 'item', ['list_item']],
    ['a title that is part of a role', 'role', 'councillor', ['Lead Councillor']],
    ['a role with a title in it', 'role', 'lord mayor', ['Lord Mayor']],
    ['what there is not', 'role', 'Mayoress', []],
    ['a title alone', 'person', 'Mr', []],
    ['signs alone', 'person', '?', []],
    ['a field of which there is none', 'body', 'panel', []],
  ])('%s: %s:%s', (_, field, asked, found) => {
    expect(meant(field, asked)).toEqual(found)
  })

  test('all of them, with the name to show first', () => {
    expect(values.all('person').map(({ names: [name] }) => name)).toEqual([
      'Matthew Scott',
      'Cllr Anna Scott',
      'Mr P M Hill',
    ])
    expect(values.all('document')).toEqual([])
  })
})

test('titles go before names', () => {
  expect(['Cllr', 'councillor', 'Mr', 'DR', 'Scott'].map(isTitle)).toEqual([true, true, true, true, false])
})
