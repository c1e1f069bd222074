import { describe, expect, test } from '@jest/globals'
import { ShortForms } from '../../../server/presenters/shortForms.ts'

const OWN = [
  { acronym: 'VRU', expansion: 'Violence Reduction Unit' },
  { acronym: 'A&E', expansion: 'accident and emergency' },
]
const COLLECTION = [
  { acronym: 'VRU', expansion: 'Vessel Registration Unit' },
  { acronym: 'PCC', expansion: 'Police and Crime Commissioner' },
  { acronym: 'PCC', expansion: 'Police & Crime Commissioners' },
  { acronym: 'DAC', expansion: 'Designated Activity Company' },
  { acronym: 'DAC', expansion: 'Disability Access Certificate' },
  { acronym: 'AE', expansion: 'acoustic enclosure' },
]

const linked = (forms: ShortForms, text: string, stretch = 'item 1'): string[] =>
  forms.linksIn(text, stretch).map(({ span: [start, end] }) => text.slice(start, end))

describe('a short form', () => {
  test('is linked where it first occurs in an item, and again in the next', () => {
    const forms = new ShortForms(OWN, COLLECTION)
    expect(linked(forms, 'The VRU said that the VRU had grown.')).toEqual(['VRU'])
    expect(linked(forms, 'The VRU is funded for a year.')).toEqual([])
    expect(linked(forms, 'The VRU is funded for a year.', 'item 2')).toEqual(['VRU'])
  })

  test.each([
    ['in the plural', 'Two PCCs met.', ['PCC']],
    ['before a hyphen', 'a VRU-led scheme', ['VRU']],
    ['beside another', 'the VRU/PCC meeting', ['VRU', 'PCC']],
    ['with a mark within', 'waits in A&E rose', ['A&E']],
    ['in small letters it is a word', 'the vru', []],
    ['as a part of a word it is none', 'the VRUX, the \u00c9PCC and the PCC\u00e9', []],
  ])('%s', (_case, text, found) => {
    expect(linked(new ShortForms(OWN, COLLECTION), text)).toEqual(found)
  })

  test('means what the document says before what others say', () => {
    const forms = new ShortForms(OWN, COLLECTION)
    linked(forms, 'The VRU, the PCC and a DAC.')
    expect(
      forms.listed().map(({ acronym, meanings, isExplainedHere }) => [acronym, meanings, isExplainedHere]),
    ).toEqual([
      ['DAC', ['Designated Activity Company', 'Disability Access Certificate'], false],
      ['PCC', ['Police and Crime Commissioner'], false],
      ['VRU', ['Violence Reduction Unit'], true],
    ])
  })

  test('that does not occur is not listed, and no two have one anchor', () => {
    const forms = new ShortForms(OWN, COLLECTION)
    linked(forms, 'A&E and AE')
    expect(forms.listed().map(({ id }) => id)).toEqual(['acronym-a-e', 'acronym-ae'])
    expect(new Set(forms.listed().map(({ id }) => id)).size).toBe(2)
  })
})
