import { stem } from './stemmer.ts'
import { STOP_WORDS } from './stopWords.ts'
import { tokenize } from './tokens.ts'

const CACHED_WORDS = 200_000
/** Longer words in capitals are words that somebody shouted. */
const ACRONYM = /^[A-Z][A-Z&/]{0,4}[A-Z]s?$/
const HYPHEN = /[-\u2010\u2011]/
const ALL_LETTERS = /^[a-z]+$/

const cache = new Map<string, readonly string[]>()

/**
 * The terms under which a word of a text is indexed, the principal one first; none for a stop word.
 *
 * NFKC, quotes and case folded, possessives dropped, Porter stems. Acronyms are not stemmed (`DAMS` is not a dam). A
 * word with a hyphen gives the joined word and its halves (`anti-social`: antisoci, anti, social), a word with a slash
 * itself and its halves, a sum or percentage also its bare number.
 */
export function termsOfWord(word: string): readonly string[] {
  const known = cache.get(word)
  if (known) return known
  const terms = isStopWord(word) ? [] : analyse(word)
  if (cache.size >= CACHED_WORDS) cache.clear()
  cache.set(word, terms)
  return terms
}

/** The terms of a whole text, in reading order, stop words left out. */
export function termsOfText(text: string): string[] {
  const terms: string[] = []
  for (const token of tokenize(text)) for (const term of termsOfWord(token.text)) terms.push(term)
  return terms
}

/** A stop word as it is written in running text: `it` and `It` are, `IT` (the department) is not. */
export function isStopWord(word: string): boolean {
  return (
    STOP_WORDS.has(foldWord(word)) &&
    !(word.length > 1 && word === word.toUpperCase() && /^[A-Z]+$/.test(word))
  )
}

/** Lower case, NFKC, straight apostrophes, no possessive. */
export function foldWord(word: string): string {
  const folded = word
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .toLowerCase()
  if (folded.endsWith("'s")) return folded.slice(0, -2)
  return folded.endsWith("'") ? folded.slice(0, -1) : folded
}

function analyse(word: string): readonly string[] {
  const folded = foldWord(word)
  if (ACRONYM.test(word)) return acronymTerms(folded, word.endsWith('s'))
  if (HYPHEN.test(folded)) return hyphenTerms(folded.split(HYPHEN))
  if (folded.includes('/')) return distinct([folded, ...folded.split('/').map(simpleTerm)])
  return quantityTerms(folded)
}

/** A sum or a percentage is found with its sign and without. */
function quantityTerms(folded: string): readonly string[] {
  if (/^[£$€]/.test(folded)) return [number(folded), number(folded.slice(1))]
  if (folded.endsWith('%')) return [number(folded), number(folded.slice(0, -1))]
  return [simpleTerm(folded)]
}

function acronymTerms(folded: string, plural: boolean): readonly string[] {
  const acronym = plural ? folded.slice(0, -1) : folded
  return acronym.includes('/')
    ? distinct([acronym, ...acronym.split('/').filter((half) => half.length > 1)])
    : [acronym]
}

/** `17-18%` is two numbers; `anti-social` is one word that some write as two. */
function hyphenTerms(halves: readonly string[]): readonly string[] {
  const terms = halves.flatMap(quantityTerms).filter((term) => !STOP_WORDS.has(term))
  const isRange = halves.every((half) => /^[£$€]?\d/.test(half))
  return distinct(isRange ? terms : [simpleTerm(halves.join('')), ...terms])
}

function simpleTerm(folded: string): string {
  const word = folded.replaceAll("'", '')
  if (/^\d/.test(word)) return number(word)
  return ALL_LETTERS.test(word) && word.length > 2 ? stem(word) : word
}

/** `15,500` and `15500` are one number. */
function number(text: string): string {
  return text.replaceAll(',', '')
}

function distinct(terms: readonly string[]): readonly string[] {
  return [...new Set(terms.filter((term) => term !== ''))]
}
