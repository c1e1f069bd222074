import type { Span } from '../../corpus/model/document.ts'
import { remembering } from '../../indexer/analysis/remember.ts'

/** What a character does to the word that it stands in. */
type CharacterKind = 'joined' | 'apart' | 'space' | 'dropped'

const LINE_SPACE = /[\t\n\r]/
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u
const SPACE = /\s/u
const PUNCTUATION = /^[\p{P}!-/:-@[-`{-~]/u
const ACCENTS = /\p{Mn}/gu

/** The blocks of ideographs, first and last, each of which is a word by itself. */
const IDEOGRAPHS = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
] as const

const REMEMBERED_CHARACTERS = 5_000

const kindOf = remembering<CharacterKind>(characterKind, REMEMBERED_CHARACTERS)

/**
 * Words as the model's tokenizer cuts them (BERT, uncased), with their places in the text, which its library does not tell.
 * Punctuation marks and ideographs are words by themselves. A soft hyphen or another character that is not seen parts
 * nothing, and begins and ends no word. All of Unicode is cut as the library in Python does, but for some 650 characters of
 * scripts that it is too old to know.
 */
export function bertWords(text: string): Span[] {
  const words: Span[] = []
  let start = -1
  let end = -1
  const finish = (): void => {
    if (start >= 0) words.push([start, end])
    start = -1
  }
  let place = 0
  for (const character of text) {
    const next = place + character.length
    const kind = kindOf(character)
    if (kind === 'space' || kind === 'apart') finish()
    if (kind === 'apart') words.push([place, next])
    if (kind === 'joined') {
      if (start < 0) start = place
      end = next
    }
    place = next
  }
  finish()
  return words
}

function characterKind(character: string): CharacterKind {
  if (LINE_SPACE.test(character)) return 'space'
  if (CONTROL.test(character)) return 'dropped'
  if (SPACE.test(character)) return 'space'
  if (isIdeograph(character.codePointAt(0) ?? 0)) return 'apart'
  const plain = character.normalize('NFD').replace(ACCENTS, '')
  if (plain === '') return 'dropped'
  return PUNCTUATION.test(plain) ? 'apart' : 'joined'
}

function isIdeograph(code: number): boolean {
  return IDEOGRAPHS.some(([first, last]) => code >= first && code <= last)
}
