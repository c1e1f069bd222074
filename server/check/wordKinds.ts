import { MONTHS } from '../../corpus/model/months.ts'
import { otherSpellings } from '../../indexer/analysis/spellings.ts'

// What a word is that may not differ, and which words are one in two spellings. Words are folded as phrases compare them.

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions ' +
    'billion billions zero nil half quarter third quarters thirds dozen once twice double doubled triple trebled first ' +
    'second fourth fifth £ $ € % monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)
/** Without May, which is a verb as well. */
const MONTH_NAMES: ReadonlySet<string> = new Set(
  MONTHS.map((month) => month.toLowerCase()).filter((month) => month !== 'may'),
)
const DIGIT = /\p{N}/u

/** Is the word a number, a part of a sum or of a date? */
export function isNumber(word: string): boolean {
  return DIGIT.test(word) || NUMBER_WORDS.has(word) || MONTH_NAMES.has(word)
}

/** As they are folded, without apostrophes. */
const NEGATIONS: ReadonlySet<string> = new Set(
  (
    'not no never none nor neither nothing nobody nowhere without cannot cant wont dont doesnt didnt isnt arent wasnt ' +
    'werent hasnt havent hadnt shouldnt wouldnt couldnt mustnt neednt mightnt shant hardly unable'
  ).split(' '),
)

export function isNegation(word: string): boolean {
  return NEGATIONS.has(word)
}

/** From so many letters on at its beginning a pair is one word in two spellings: "four" and "for" are two words. */
const LEAST_COMMON_BEGINNING = 3
/** Nor are short words spelt in two ways at their beginning: "enquiry" and "inquiry" are. */
const LEAST_LETTERS = 6

/** The other spellings of a word: `organization` of `organisation`. */
export function spellingsOf(word: string): string[] {
  if (isNumber(word)) return []
  return otherSpellings(word).filter(
    (other) =>
      other.startsWith(word.slice(0, LEAST_COMMON_BEGINNING)) ||
      Math.min(word.length, other.length) >= LEAST_LETTERS,
  )
}

const GROUPED_THOUSANDS = /^\d{1,3}(?: \d{3})+$/

/** Are the words the same letters with the spaces elsewhere: `anti social` and `antisocial`? Numbers only by thousands. */
export function isOtherSpacing(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') !== other.join('') || one.length === 0) return false
  if (![...one, ...other].some((word) => DIGIT.test(word))) return true
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  return shorter.length === 1 && GROUPED_THOUSANDS.test(longer.join(' '))
}
