import { describe, expect, test } from '@jest/globals'
import { enriched, minutesOfItem } from '../../builders/record.ts'

const declaredIn = (title: string, text: string) =>
  enriched(minutesOfItem(title, text)).declarations.map((declaration) => [declaration.name, declaration.text])

describe('interests that members declared', () => {
  test.each([
    ['under their item', 'Declarations of Interest', 'Cllr Roach declared that she owned a boat.'],
    ['elsewhere, called an interest', 'Fares', 'Cllr Roach declared a personal interest in the ferry.'],
  ])('%s', (_, title, text) => {
    expect(declaredIn(title, text)).toEqual([['Cllr Roach', text]])
  })

  test('of several sentences each that declares', () => {
    expect(
      declaredIn(
        'Declarations of Interest',
        'Cllr Roach declared an interest in the ferry. She left the room. Mr Pike declared an interest in the quay.',
      ),
    ).toEqual([
      ['Cllr Roach', 'Cllr Roach declared an interest in the ferry.'],
      ['Mr Pike', 'Mr Pike declared an interest in the quay.'],
    ])
  })

  test.each([
    ['nobody', 'Declarations of Interest', 'There were no declarations of interest.'],
    ['nobody who is named', 'Declarations of Interest', 'A member declared an interest in the ferry.'],
    ['none, said by the Chair', 'Interests', 'Mrs Fisher declared that there were none.'],
    ['the meeting open', 'Declarations', 'Mrs Fisher declared that the meeting was open.'],
    ['something else, elsewhere', 'Fares', 'Cllr Roach declared that fares were too high.'],
  ])('none: %s', (_, title, text) => {
    expect(declaredIn(title, text)).toEqual([])
  })
})
