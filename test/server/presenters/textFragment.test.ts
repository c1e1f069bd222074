import { describe, expect, test } from '@jest/globals'
import { textFragment } from '../../../server/presenters/textFragment.ts'

describe('the words that an address leads to', () => {
  test('are all of a short text', () => {
    expect(textFragment('RESOLVED that the dues be agreed.', '', '')).toBe(
      '#:~:text=RESOLVED%20that%20the%20dues%20be%20agreed.',
    )
  })

  test('are the first and the last few of a longer one', () => {
    const text = 'The Chief Executive reported that the ferry had run on time in every month.'
    expect(textFragment(text, '', '')).toBe(
      '#:~:text=The%20Chief%20Executive%20reported,time%20in%20every%20month.',
    )
  })

  test('are more where the first few stand before it on the page', () => {
    const before = 'THE CHIEF EXECUTIVE REPORTED THAT fares had risen.'
    const text = 'The Chief Executive reported that the ferry had run on time in every month.'
    expect(textFragment(text, before, '')).toContain('text=The%20Chief%20Executive%20reported%20that%20the,')
  })

  test('are more where the last few stand within it', () => {
    const text = 'Dues were paid in full and on time; fares in the summer were paid in full and on time'
    expect(textFragment(text, '', '')).toContain(',summer%20were%20paid%20in%20full%20and%20on%20time')
    expect(textFragment('one two three four one two three four one', '', '')).toContain('text=one')
  })

  test('are told apart by what stands right before them where they stand on the page already', () => {
    expect(textFragment('Ferry dues', 'Ferry dues and fares', '12.')).toBe('#:~:text=12.-,Ferry%20dues')
    const text = 'one two three four five six seven eight nine'
    expect(textFragment(text, text, 'of those before')).toBe(
      `#:~:text=of%20those%20before-,${text.replaceAll(' ', '%20')}`,
    )
  })

  test.each([
    ['well-known', 'well%2Dknown'],
    ['1,250 & more', '1%2C250%20%26%20more'],
    ['Sir \u2013 50%', 'Sir%20%E2%80%93%2050%25'],
    ['half \ud83d a character', 'half%20%EF%BF%BD%20a%20character'],
  ])('%s is encoded', (text, encoded) => {
    expect(textFragment(text, '', '')).toBe(`#:~:text=${encoded}`)
  })
})
