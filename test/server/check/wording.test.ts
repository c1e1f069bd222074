import { describe, expect, test } from '@jest/globals'
import { align } from '../../../server/check/align.ts'
import { readQuotation } from '../../../server/check/quotation.ts'
import { Spacing } from '../../../server/check/spacing.ts'
import type { Stretch } from '../../../server/check/stretch.ts'
import { stretchOf } from '../../../server/check/stretch.ts'
import type { Wording } from '../../../server/check/wording.ts'
import { wordingOf } from '../../../server/check/wording.ts'
import { paragraphInContext } from '../../builders/paragraphInContext.ts'

const MINUTES = [
  'The Chief Executive reported that 1,250 passengers used the ferry in September. She did not expect it to be full.',
  'Cllr Roach asked when the Sunday service would return; the Panel had recognised the anti-social behaviour at the harbour.',
]

function laid(pasted: string, record: readonly string[] = MINUTES): Wording {
  const [first, ...others] = record.map((text, index) => paragraphInContext({ text, label: `${index + 1}.` }))
  if (!first) throw new Error('there is no record')
  const given = stretchOf([first, ...others])
  const spacing = new Spacing(readQuotation(pasted)[0])
  const quotation = spacing.ofQuotation(given.words)
  const stretch: Stretch = { ...given, words: spacing.ofRecord(given.words) }
  return wordingOf(quotation, stretch, align(quotation, stretch.words))
}

/** The parts in short: `-record`, `+quoted`, in brackets what is let pass, with what weighs in it. */
function inShort(wording: Wording): string {
  return wording.parts
    .map(({ kind, record, quoted, difference }) => {
      const weight = difference === null || difference === 'word' ? '' : ` (${difference})`
      if (kind === 'kept') return '='
      const both = [record === '' ? '' : `-${record}`, quoted === '' ? '' : `+${quoted}`]
        .filter(Boolean)
        .join(' ')
      return `${difference === null ? `[${both}]` : both}${weight}`
    })
    .join(' ')
}

describe('nothing differs', () => {
  test.each([
    ['as it stands', 'passengers used the ferry in September'],
    ['in other capitals', 'PASSENGERS used the ferry in september'],
    ['without the comma of thousands', 'reported that 1250 passengers used the ferry'],
    ['with thousands apart', 'reported that 1 250 passengers used the ferry'],
    ['in American spelling', 'the Panel had recognized the anti-social behavior at the harbor'],
    ['with a word as two', 'the anti social behaviour at the harbour'],
    ['with two words as one', 'the antisocial behaviour at the har bour'],
    ['over two paragraphs', 'did not expect it to be full. Cllr Roach asked when'],
    [
      'over two paragraphs with the marker of the second',
      'did not expect it to be full. 2. Cllr Roach asked when',
    ],
    ['with a letter in brackets', '[P]assengers used the ferry'],
    ['with an ending in brackets', 'Cllr Roach ask[s] when the Sunday service'],
    ['with a capital in brackets beside the letter', 't[T]he Panel had recognised the anti-social'],
  ])('%s', (_, pasted) => {
    expect(inShort(laid(pasted))).toBe('=')
  })

  test.each([
    ['an ellipsis', 'The Chief Executive reported \u2026 passengers used the ferry', '= [-that 1,250] ='],
    [
      'an ellipsis between paragraphs',
      'used the ferry \u2026 asked when the Sunday',
      '= [-in September. She did not expect it to be full.\nCllr Roach] =',
    ],
    ['brackets for a word', '[The Chief Executive] did not expect it to be full', '[+The Chief Executive] ='],
    ['brackets within', 'did not expect [the ferry] to be full', '= [-it +the ferry] ='],
  ])('%s', (_, pasted, short) => {
    expect(
      inShort(laid(pasted)).replace(
        /She did not expect it to be full\n/,
        'She did not expect it to be full.\n',
      ),
    ).toBe(short)
  })

  test('and what was let pass is told', () => {
    const { spellings, spacings } = laid('the Panel had recognized the antisocial behaviour')
    expect(spellings).toEqual([['recognised', 'recognized']])
    expect(spacings).toEqual([['anti-social', 'antisocial']])
  })

  test('a word that the scanner parted is one word', () => {
    expect(inShort(laid('the harbour commissioner spoke', ['The harbour commis sioner spoke.']))).toBe('=')
  })
})

describe('what differs is told word by word', () => {
  test.each([
    ['a number', 'reported that 1,520 passengers used the ferry', '= -1,250 +1,520 (number) ='],
    [
      'a number with its digits elsewhere',
      'reported that 12 50 passengers used the ferry',
      '= -1,250 +12 50 (number) =',
    ],
    ['a month', 'passengers used the ferry in October', '= -September +October (number)'],
    ['a not that is left out', 'She did expect it to be full', '= -not (negation) ='],
    ['a not that is put in', 'the Panel had not recognised the anti-social behaviour', '= +not (negation) ='],
    ['a name', 'Cllr Pike asked when the Sunday service', '= -Roach +Pike (name) ='],
    ['a word', 'asked when the daily service would return', '= -Sunday +daily (number) ='],
    ['words left out', 'asked when the service would return', '= -Sunday (number) ='],
    ['words put in', 'passengers used the very old ferry in September', '= +very old ='],
    ['"for" in the place of "four"', 'a fleet for ferries', '= -of four +for (number) ='],
    ['a not left out at an ellipsis', 'She did \u2026 expect it to be full', '= -not (negation) ='],
    ['a number in brackets', 'reported that [1,520] passengers used the ferry', '= -1,250 +1,520 (number) ='],
    ['a name behind brackets', '[the mayor] asked when the Sunday service', '[+the mayor] ='],
    ['a name that brackets replace', 'to be full. Cllr [Pike] asked when the', '= -Roach +Pike (name) ='],
  ])('%s', (_, pasted, short) => {
    expect(
      inShort(laid(pasted, pasted.includes('fleet') ? ['It has a fleet of four ferries.'] : MINUTES)),
    ).toBe(short)
  })
})

describe('letters in brackets once let any word of that beginning pass', () => {
  test.each([
    [
      'was[nt] completed on time and in full',
      'The work was completed on time and in full.',
      '-was +wasnt (negation) =',
    ],
    [
      'Members a[bhor] the minutes of the meeting',
      'Members agreed the minutes of the meeting.',
      '= -agreed +abhor =',
    ],
    [
      'the meeting of 14 No[w] 2016 was noted',
      'The meeting of 14 November 2016 was noted.',
      '= -November +Now (number) =',
    ],
  ])('%s', (pasted, record, short) => {
    expect(inShort(laid(pasted, [record]))).toBe(short)
  })

  test('and another ending than the record has is told by itself', () => {
    const { endings, spellings } = laid('Cllr Roach ask[s] when the [S]unday service')
    expect(endings).toEqual([['asked', 'asks']])
    expect(spellings).toEqual([])
  })
})

test('a quotation of 5,000 characters is laid along 1,000 words within bounds of time', () => {
  const record = Array.from({ length: 1_000 }, (_, index) => `word${index % 300}`).join(' ')
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    laid(record.slice(500, 5_500), [record])
    return performance.now() - begun
  })
  // Some 30 ms where the machine has nothing else to do.
  expect(Math.min(...times)).toBeLessThan(500)
})
