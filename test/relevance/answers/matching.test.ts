import { describe, expect, test } from '@jest/globals'
import { holdsAnswer } from './matching.ts'

describe('a text has an answer', () => {
  test.each([
    ['8%', 'It was 8% of victims.'],
    ['17-18%', 'in around 17-18% something was found'],
    ['£7.1 million', 'a full saving of £7.1 million being achieved'],
    ['135,000', 'delivered over 135,000 hours'],
    ['78.17', 'PCSO strength was 78.17 fte'],
    ['21 September', 'went live on Wednesday 21 September.'],
    ['T/CC', 'The T/CC advised'],
  ])('of whole words: %s', (answer, text) => {
    expect(holdsAnswer(text, answer)).toBe(true)
  })

  test.each([
    ['small and capital letters', 'tim smith', 'Mr TIM SMITH'],
    ['curly apostrophes', "didn't think", 'he didn’t think it right'],
    ['marks of markdown', '70 cadets', 'there were **70** _cadets_'],
    ['dashes', '2021-22', 'the year 2021–22'],
    ['compatible characters', '£5', '￡5 each'],
    ['white space', 'after 13 years', 'after\u00A013\n  years'],
    ['punctuation between words', 'Prevent, Protect and Pursue', 'prevent protect and pursue'],
  ])('whatever the %s', (_, answer, text) => {
    expect(holdsAnswer(text, answer)).toBe(true)
  })

  test.each([
    ['5%', 'It was 15%.'],
    ['5%', 'It was 2.5%.'],
    ['5', 'It was 5%.'],
    ['22', 'in March 2022'],
    ['20', 'in 2019/20'],
    ['19', 'since Covid-19'],
    ['000', 'delivered over 135,000 hours'],
    ['2', 'made 2,500 charges'],
    ['7', 'saved £7.1m'],
    ['93', 'saved £93 million'],
    ['ward', 'every Warden'],
    ['Tim Smith', 'Smith, Tim'],
    ['Tim Smith', 'Tim met Mr Smith'],
  ])('but not of pieces or of words apart: %s in "%s"', (answer, text) => {
    expect(holdsAnswer(text, answer)).toBe(false)
  })

  test.each([
    ['8263', '8,263'],
    ['8,263', '8263'],
  ])('and thousands as they are written: %s is not %s', (answer, text) => {
    expect(holdsAnswer(text, answer)).toBe(false)
  })

  test('of which there is nothing to find is in no text', () => {
    expect(holdsAnswer('anything', ' - ')).toBe(false)
  })
})
