/** How a list writes its numbers. */
export type NumberForm =
  'decimal' | 'decimalZero' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman' | 'ordinal'

export const BULLET = '\u2022'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
const LARGEST_ROMAN = 3_999
/** A letter repeated more often is written as a number. */
const MOST_REPEATED_LETTERS = 20
const ROMAN: readonly (readonly [value: number, numeral: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/**
 * A number of a list as a reader sees it, without the point or bracket after it.
 *
 * @param letters what follows `z`: browsers write `aa, ab`, Word `aa, bb`
 */
export function numberInForm(number: number, form: NumberForm, letters: 'ab' | 'bb'): string {
  switch (form) {
    case 'lowerLetter':
      return lettered(number, letters)
    case 'upperLetter':
      return lettered(number, letters).toUpperCase()
    case 'lowerRoman':
      return roman(number)
    case 'upperRoman':
      return roman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return `${number}${ordinalEnd(number)}`
    case 'decimal':
      return String(number)
  }
}

function lettered(number: number, letters: 'ab' | 'bb'): string {
  const letter = ALPHABET[(number - 1) % ALPHABET.length] ?? ''
  const round = Math.floor((number - 1) / ALPHABET.length)
  if (number < 1 || round >= MOST_REPEATED_LETTERS) return String(number)
  if (letters === 'bb') return letter.repeat(round + 1)
  return round === 0 ? letter : lettered(round, letters) + letter
}

function roman(number: number): string {
  if (number < 1 || number > LARGEST_ROMAN) return String(number)
  let rest = number
  let written = ''
  for (const [value, numeral] of ROMAN) for (; rest >= value; rest -= value) written += numeral
  return written
}

function ordinalEnd(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
}
