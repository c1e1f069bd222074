import { MONTHS } from '../../../corpus/model/months.ts'
import type { DecisionEntry } from '../../../corpus/model/register.ts'
import { isTitle } from '../../analysis/names.ts'
import { termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import type { Token } from '../../analysis/tokens.ts'
import { rarityOf } from '../../engine/rarity.ts'

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
  call calls ask please also one two three number general draft original file copy attached page document`.split(
    /\s+/,
  )
const WORDS_OF_ANY_DECISION: ReadonlySet<string> = new Set(
  [...FORMULA, ...MONTHS].flatMap((word) => termsOfWord(word)),
)
const HAS_DIGIT = /\d/
const CAPITAL = /^\p{Lu}/u
/** Words that join the words of a name: `Director of Planning and Roads`. */
const JOINS_NAMES = /^(?:of|and|the|for|&)$/
/** The last word of the name of a body, a post or a statute, which stand in decisions on anything. */
const ENDS_AUTHORITY =
  /^(?:committees?|sub-committees?|spcs?|councils?|groups?|forums?|sections?|departments?|directorates?|units?|agency|offices?|officers?|engineers?|directors?|administrators?|managers?|executives?|co-ordinators?|secretary|clerk|solicitor|minister|mayor|acts?|regulations|orders?)$/i
/** The first one. */
const OPENS_AUTHORITY = /^(?:minister|department|director|head|office|section|acts?|regulations|schedule)$/i
/** A year is none. */
const HOUSE_NUMBER = /^(?!(?:19|20)\d\d$)\d{1,4}[a-zA-Z]?$/
/** The name of a street follows the number of a house within so many words: `8, St. Munchin's Street`. */
const WORDS_TO_STREET = 2
const BESIDE_NUMBER = /^[\s,.A-Za-z]*$/
const LEAST_STREET_LETTERS = 4

type Printed = Omit<SubjectWord, 'rarity'>
type PrintedWords = ReadonlyMap<string, Printed>

const NOBODY: ReadonlySet<string> = new Set()

/** The subjects of decisions, in the order of their words. @param people terms of the names of members */
export function subjectsOf(decisions: readonly DecisionWords[], people: ReadonlySet<string>): Subject[] {
  const printed = decisions.map(({ matter, texts }) => {
    const named = texts.flatMap((text) => namesIn(text, true))
    return {
      matter: printedWords(namesIn(matter, false), people),
      words: printedWords(
        named.filter(({ isParty }) => !isParty),
        people,
      ),
      parties: printedWords(
        named.filter(({ isParty }) => isParty).map((word) => ({ ...word, role: 'name' })),
        people,
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

/** A word with what it is as far as capitals tell: an `authority` is a body, a post or a statute. */
interface NamedWord {
  readonly word: string
  readonly role: 'word' | 'name' | 'authority'
  readonly isParty: boolean
}

function namesIn(text: string, areNames: boolean): NamedWord[] {
  const tokens = tokenize(text)
  const words: NamedWord[] = []
  for (let at = 0; at < tokens.length;) {
    const end = endOfName(tokens, at, text)
    if (end === at) words.push({ word: tokens[at++]?.text ?? '', role: 'word', isParty: false })
    else {
      const role = roleOf(tokens, at, end, text)
      const isParty = isPartyAt(tokens, at, role)
      for (; at < end; at++)
        words.push({
          word: tokens[at]?.text ?? '',
          role: role === 'name' && !areNames ? 'word' : role,
          isParty,
        })
    }
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

function roleOf(tokens: readonly Token[], start: number, end: number, text: string): NamedWord['role'] {
  const first = tokens[start]
  const run = tokens.slice(start, end)
  if (run.some(({ text: word }) => ENDS_AUTHORITY.test(word)) || OPENS_AUTHORITY.test(first?.text ?? ''))
    return 'authority'
  return end - start === 1 && opensSentence(text, first?.start ?? 0) ? 'word' : 'name'
}

/** `to John Dempsey`, `to the Cultural Committee`, `on the Ferry Forum`, `Mrs Kathleen Pike`. */
function isPartyAt(tokens: readonly Token[], start: number, role: NamedWord['role']): boolean {
  if (isTitle(tokens[start]?.text ?? '')) return true
  const previous = tokens[start - 1]?.text
  if (role !== 'authority') return previous === 'to'
  return /^(?:to|on)$/.test((previous === 'the' ? tokens[start - 2]?.text : previous) ?? '')
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.:!?\u201c"'\u2018(])\s*$/.test(text.slice(Math.max(0, start - 3), start))
}

function printedWords(named: readonly NamedWord[], people: ReadonlySet<string>): Map<string, Printed> {
  const words = new Map<string, Printed>()
  for (const { word, role } of named) {
    const term = tellingTerm(word, people)
    if (term === null || role === 'authority' || words.has(term)) continue
    words.set(term, { printed: word, isName: role === 'name' && CAPITAL.test(word) })
  }
  return words
}

/** The term of a word that may tell one matter from another; null of numbers, forms of words and names of members. */
function tellingTerm(word: string, people: ReadonlySet<string> = NOBODY): string | null {
  const [term] = termsOfWord(word)
  if (term === undefined || term.length < 3 || HAS_DIGIT.test(term)) return null
  return WORDS_OF_ANY_DECISION.has(term) || people.has(term) || isTitle(word) ? null : term
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
