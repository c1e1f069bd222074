import type { QuotedWord } from './quotation.ts'
import { isNegation, isNumber } from './wordKinds.ts'

/** Endings that brackets may put in the place of one another, so that a word fits the quoter's sentence. */
const ENDINGS: ReadonlySet<string> = new Set([
  's', // report[ed] for reports; as words are folded, Panel[s] for Panel's
  'es', // pass[ed] for passes
  'ed', // report[s] for reported
  'd', // agree[s] for agreed
  'ing', // report[ed] for reporting
  'er', // report[ing] for reporter
  'e', // decid[ing] for decide
])
/** Those before which an `e` is dropped: `decid[ing]` may stand for `decide`, and `her[s]` not for `here`. */
const ENDINGS_WITHOUT_E: ReadonlySet<string> = new Set(['es', 'ed', 'ing', 'er'])
/** `was[n't]`, `can[not]`, `use[less]`. */
const NEGATING_ENDINGS: ReadonlySet<string> = new Set(['nt', 'not', 'less'])

/**
 * Is a word of the record what brackets gave another ending: their stem by itself, or with an ending of the table in the place
 * of another? Never where either word is a number or a negation.
 */
export function isWithOtherEnding(
  { text, stem }: Pick<QuotedWord, 'text' | 'stem'>,
  record: string,
): boolean {
  if (stem === null || !record.startsWith(stem)) return false
  if ([text, record].some((word) => isNumber(word) || isNegation(word))) return false
  const [given, own] = [text.slice(stem.length), record.slice(stem.length)]
  if (NEGATING_ENDINGS.has(given)) return false
  return own === '' || (ENDINGS.has(given) && ENDINGS.has(own) && isEndingOf(stem, own, given))
}

function isEndingOf(stem: string, ending: string, other: string): boolean {
  if (ending === 'd') return stem.endsWith('e')
  return ending !== 'e' || ENDINGS_WITHOUT_E.has(other)
}
