import { MONTHS } from '../../../corpus/model/months.ts'
import type { DecisionEntry } from '../../../corpus/model/register.ts'
import { isTitle } from '../../analysis/names.ts'
import { termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { Token } from '../../analysis/tokens.ts'
import { rarityOf } from '../../analysis/rarity.ts'

/** What decisions are held against one another by. */
export interface Subject {
  /** Terms of the title of the agenda item. */
  readonly matter: Words
  /** Terms of the decision's own words. */
  readonly words: Words
  /** As printed, by number and street's term (`53 lawrenc`): houses of a street are told apart by their numbers. */
  readonly addresses: ReadonlyMap<string, string>
  /** Terms of the names of those to whom something is given: `to John Dempsey`. */
  readonly parties: Words
}

export type Words = ReadonlyMap<string, SubjectWord>

export interface SubjectWord {
  readonly printed: string
  /** Printed with a capital within a sentence of the decision. */
  readonly isName: boolean
  /** Among all decisions, from 0 to 1. */
  readonly rarity: number
}

/** The words that say what a decision is about. */
export interface DecisionWords {
  readonly bodyId: string
  readonly matter: string
  readonly texts: readonly string[]
}

/** Words of resolutions, meetings and papers, which every decision may have whatever it is about. */
const FORMULA =
  `resolved resolve resolution decided decision agreed agree agreement approved approve approval noted note
  supported support adopted adopt endorsed endorse accepted accept confirmed confirm recommended recommend recommendation
  moved move motion motions notice notices proposed propose proposal seconded amendment amended carried referred refer defer
  deferred submitted submit circulated presented outlined received consider considered consideration discussed discussion
  following request requested write letter report reports update updates verbal contents content information paper briefing
  presentation item items agenda matter minute minutes meeting meetings next future member members councillor councillors
  committee sub-committee panel board cabinet council councils commission authority executive chair chairman chairperson
  hereby given accordance provisions section act regulations pursuant amended particulars contained statutory dated subject
  terms conditions covenants contract sum district municipal county city officer director new year years month months date
  call calls ask please also one two three number general draft original file copy attached page document
  look revert back reply replying response respond forward convey inform clarification sought seek representative attend
  invite deputation`.split(/\s+/)
const WORDS_OF_ANY_DECISION: ReadonlySet<string> = new Set(
  [...FORMULA, ...MONTHS].flatMap((word) => termsOfWord(word)),
)
const HAS_DIGIT = /\d/
const LEAST_LETTERS = 3
const CAPITAL = /^\p{Lu}/u
/** Words that join the words of a name: `Director of Planning and Roads`. */
const JOINS_NAMES = /^(?:of|and|the|for|&)$/
/** The last word of the name of a body, a post or a statute, which stand in decisions on anything. */
const ENDS_AUTHORITY =
  /^(?:committees?|sub-committees?|spcs?|councils?|groups?|forums?|sections?|departments?|directorates?|units?|agency|offices?|officers?|engineers?|directors?|administrators?|managers?|executives?|co-ordinators?|secretary|clerk|solicitor|minister|mayor|acts?|regulations|orders?)$/i
const TELLS_ORGANISATION =
  /^(?:trustees?|trust|club|associations?|compan(?:y|ies)|limited|ltd|board|charity|society|university|college)$/i
/** The first word of such a name. */
const OPENS_AUTHORITY = /^(?:minister|department|director|head|office|section|acts?|regulations|schedule)$/i
/** A year is none. */
const HOUSE_NUMBER = /^(?!(?:19|20)\d\d$)\d{1,4}[a-zA-Z]?$/
/** The name of a street follows the number of a house within so many words: `8, St. Munchin's Street`. */
const WORDS_TO_STREET = 2
const BESIDE_NUMBER = /^[\s,.A-Za-z]*$/
const LEAST_STREET_LETTERS = 4

type Printed = Omit<SubjectWord, 'rarity'>
type PrintedWords = ReadonlyMap<string, Printed>

/** The subjects of decisions, in the order of their words. @param people terms of the names of members */
export function subjectsOf(decisions: readonly DecisionWords[], people: ReadonlySet<string>): Subject[] {
  const printed = decisions.map(({ bodyId, matter, texts }) => {
    const ofBody = new Set(bodyId.split('-').flatMap(termsOfWord))
    const isOmitted = (term: string): boolean => people.has(term) || ofBody.has(term)
    const named = texts.flatMap(namedWords)
    const title = tokenize(matter).map(({ text: word }): NamedWord => ({
      word,
      role: 'word',
      isParty: false,
    }))
    return {
      matter: printedWords(title, isOmitted),
      words: printedWords(
        named.filter(({ isParty, role }) => !isParty && role !== 'authority'),
        isOmitted,
      ),
      parties: printedWords(
        named.filter(({ isParty }) => isParty),
        isOmitted,
      ),
    }
  })
  const frequencies = new Map<string, number>()
  for (const { matter, words, parties } of printed)
    for (const term of new Set([...matter.keys(), ...words.keys(), ...parties.keys()]))
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const rarest = rarityOf(1, decisions.length)
  const weighed = (words: PrintedWords): Words =>
    new Map(
      [...words].map(([term, word]) => [
        term,
        { ...word, rarity: rarityOf(frequencies.get(term) ?? 0, decisions.length) / rarest },
      ]),
    )
  return printed.map(({ matter, words, parties }, index) => ({
    matter: weighed(matter),
    words: weighed(words),
    addresses: addressesIn(decisions[index]?.texts ?? []),
    parties: weighed(parties),
  }))
}

/** The terms of a title that tell what it is of, in the order of their words. */
export function termsOfTitle(title: string): Set<string> {
  return new Set(tokenize(title).flatMap(({ text }) => tellingTerm(text) ?? []))
}

/** The terms of the names of those who move and second: they tell who decided, not what of. */
export function termsOfMovers(entries: readonly Pick<DecisionEntry, 'mover' | 'seconder'>[]): Set<string> {
  return new Set(
    entries
      .flatMap(({ mover, seconder }) => [mover ?? '', seconder ?? ''])
      .flatMap((name) => tokenize(name).flatMap(({ text }) => termsOfWord(text))),
  )
}

/** A word and what it is as far as capitals tell: an `authority` is a body, a post or a statute. */
interface NamedWord {
  readonly word: string
  readonly role: 'word' | 'name' | 'authority'
  readonly isParty: boolean
}

/** The words of a decision, with bodies, posts and statutes told from names. */
function namedWords(text: string): NamedWord[] {
  const tokens = tokenize(text)
  const words: NamedWord[] = []
  for (let at = 0; at < tokens.length;) {
    const end = Math.max(at + 1, endOfName(tokens, at, text))
    const run = tokens.slice(at, end)
    const isName =
      CAPITAL.test(run[0]?.text ?? '') && (run.length > 1 || !opensSentence(text, run[0]?.start ?? 0))
    const authorityEnd = endOfAuthority(run)
    const isParty = isPartyAt(tokens, at, run)
    run.forEach(({ text: word }, index) => {
      const role = index < authorityEnd ? 'authority' : isName ? 'name' : 'word'
      words.push({ word, role, isParty })
    })
    at = end
  }
  return words
}

/** The end of the run of capitalised words that begins at a word; itself where none does. */
function endOfName(tokens: readonly Token[], start: number, text: string): number {
  let end = start
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || (at > start && endsSentence(text.slice(tokens[at - 1]?.end ?? 0, token.start)))) break
    if (CAPITAL.test(token.text)) end = at + 1
    else if (at === start || !JOINS_NAMES.test(token.text)) break
  }
  return end
}

function endsSentence(between: string): boolean {
  return /[:;?!"\u201c\u201d(]/.test(between) || (/\.\s+$/.test(between) && between.length > 2)
}

/** How many words of a run of names name a body, a post or a statute: of `Council Tax Scheme`, one. */
function endOfAuthority(run: readonly Token[]): number {
  if (run.length > 1 && OPENS_AUTHORITY.test(run[0]?.text ?? '')) return run.length
  return run.findLastIndex(({ text }) => CAPITAL.test(text) && ENDS_AUTHORITY.test(text)) + 1
}

/** `to John Dempsey`, `to the Cultural Committee`, `on the Ferry Forum`, `Mrs Kathleen Pike`. */
function isPartyAt(tokens: readonly Token[], start: number, run: readonly Token[]): boolean {
  if (!CAPITAL.test(run[0]?.text ?? '')) return false
  if (isTitle(run[0]?.text ?? '')) return true
  const [before, previous] = [tokens[start - 2]?.text, tokens[start - 1]?.text]
  const preposition = previous === 'the' ? before : previous
  if (endOfAuthority(run) === run.length) return preposition === 'to' || preposition === 'on'
  const isOrganisation = run.some(({ text }) => TELLS_ORGANISATION.test(text))
  return previous === 'to' || (preposition === 'to' && isOrganisation)
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.:!?\u201c"'\u2018(])\s*$/.test(text.slice(Math.max(0, start - 3), start))
}

type IsOmitted = (term: string) => boolean

function printedWords(named: readonly NamedWord[], isOmitted: IsOmitted): Map<string, Printed> {
  const words = new Map<string, Printed>()
  for (const { word, role } of named) {
    const term = tellingTerm(word, isOmitted)
    if (term !== null && !words.has(term))
      words.set(term, { printed: word, isName: role === 'name' && CAPITAL.test(word) })
  }
  return words
}

/** The term of a word that may tell one matter from another; null of numbers and forms of words. */
function tellingTerm(word: string, isOmitted: IsOmitted = () => false): string | null {
  const terms = termsOfWord(word)
  const [term] = terms
  if (term === undefined || term.length < LEAST_LETTERS || HAS_DIGIT.test(term)) return null
  return WORDS_OF_ANY_DECISION.has(term) || terms.some(isOmitted) || isTitle(word) ? null : term
}

function addressesIn(texts: readonly string[]): Map<string, string> {
  const addresses = new Map<string, string>()
  for (const text of texts) {
    const tokens = tokenize(text)
    tokens.forEach((number, index) => {
      if (!HOUSE_NUMBER.test(number.text)) return
      const street = tokens
        .slice(index + 1, index + 1 + WORDS_TO_STREET)
        .find(({ text: word }) => CAPITAL.test(word) && word.length >= LEAST_STREET_LETTERS)
      const [term] = street ? termsOfWord(street.text) : []
      if (!street || term === undefined || WORDS_OF_ANY_DECISION.has(term)) return
      if (!BESIDE_NUMBER.test(text.slice(number.end, street.start))) return
      addresses.set(`${number.text} ${term}`, text.slice(number.start, street.end))
    })
  }
  return addresses
}
