import { acronymsIn } from '../../analysis/acronyms.ts'
import { termsOfWord } from '../../analysis/terms.ts'
import { tokenize } from '../../analysis/tokens.ts'
import { MONTHS } from '../../../corpus/model/months.ts'

/** A word that tells what a text is about. */
export interface ContentWord {
  readonly term: string
  /** As the text first has it. */
  readonly printed: string
  /** 0 for a word in every paragraph of the ground, 1 for one that stands in one alone. */
  readonly weight: number
  /** A word that the record writes with a capital, or with digits: a place, a scheme, the number of a road. */
  readonly isName: boolean
  /** Which word of the text it is. */
  readonly at: number
}

export type ContentWords = ReadonlyMap<string, ContentWord>

export interface Vocabulary {
  /** The words of a text that tell what it is about, by term, in reading order. */
  contentOf(text: string): ContentWords
}

interface Occurrence {
  paragraphs: number
  /** Paragraphs in which it stands with a capital though no sentence begins there. */
  capitals: number
  /** Paragraphs in which it follows a title of a person. */
  titled: number
}

/** Words of procedure, which no two passages share because they are about the same matter. */
const PROCEDURE = [
  'provide|provided|share|send|sent|circulate|circulated|forward|issue|present|presentation|report|update|updated|brief|briefing|bring|brought',
  'inform|notify|advise|confirm|clarify|write|writing|letter|respond|response|reply|replying|contact|email|speak|meet|meeting|liaise|correspondence',
  'look|investigate|review|check|examine|explore|follow|consider|considered|raise|raised|ask|asked|request|requested|seek|refer|referred|take|taken',
  'arrange|organise|invite|attend|visit|host|discuss|discussion|discussed|ensure|establish|include|undertake|carry|carried|agree|agreed|undertook',
  'propose|proposed|proposal|second|seconded|resolve|resolved|adopt|adopted|approve|approved|note|noted|welcome|welcomed|outline|outlined|state|stated',
  'council|councillor|councillors|committee|panel|board|member|members|elected|officer|officers|official|director|directorate|chief|executive|chair|chairman|chairperson',
  'cathaoirleach|mayor|force|commissioner|constable|department|section|office|authority|service|services|public|local|county|city|district|municipal|metropolitan|area',
  'item|matter|issue|point|agenda|minutes|motion|notice|question|action|actions|copy|information|detail|details|progress|current|position|status|outcome|further',
  'next|future|previous|last|course|due|date|time|day|week|month|year|meetings|senior|engineer|administrator|administrative|manager|place|regard|regarding|relation|respect',
  'disappointment|disappointed|concern|concerns|frustration|appreciation|thanks|special|soon|added|anticipated|expected|estimated|estimate|approximately|appointed|intended|intention|sought|made|received|later|existing|location|including|prepared|submitted|submission|application|applied|full|final|draft|team|staff|representative|representatives|call|proposals|address|aim|improve|improvement|improvements|measures|required|view|order|part|side|two|one|three|four|advance|advanced|together|allow|continue|currently|advanced|put|state|thanked|expressed|assist|support|help|lead',
  'cllr|cllrs|mr|mrs|ms|miss|dr|deputy|senator|minister|reply|sec|seconder|proposer|hold|held|work|works|complete|completed|completion|commence|commenced|ongoing|subject|funding|available|relevant|necessary|possible|appropriate|number|various|new|need|provision|provide',
]
  .join('|')
  .split('|')

const PROCEDURAL: ReadonlySet<string> = new Set(
  [
    ...PROCEDURE,
    ...MONTHS,
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ].flatMap((word) => termsOfWord(word.toLowerCase())),
)
const TITLE = /^(?:cllrs?|councillors?|mr|mrs|ms|miss|dr|deputy|senator|minister|cathaoirleach|mayor)$/i
const INITIAL = /^[A-Z]$/
const CAPITAL = /^\p{Lu}/u
const NUMBER = /^[£$€]?[\d.,/%-]+(?:st|nd|rd|th|am|pm|m|k)?$/i
/** `R523`, `M7`. */
export const CODE = /^(?=.{0,8}\d)(?=.{0,8}[A-Za-z])[A-Za-z\d]{2,9}$/
const SENTENCE_END = /[.?!:;"\u201c\u2022]\s*$/
/** A word that follows the title of a person in this share of its paragraphs is a surname. */
const SURNAME_SHARE = 0.25
const NAME_SHARE = 0.75
const LETTERS_OF_BEGINNING = 6
/** A word in fewer paragraphs than this tells something of a matter; a name, of one place, scheme or body. */
export const TELLING = 0.4
export const SPECIFIC = 0.5

/** How rare the words of a collection are, and which of them are names. */
export function readVocabulary(texts: readonly string[]): Vocabulary {
  const acronyms = expansionsOf(texts)
  const termOf = termsByWord()
  const occurrences = new Map<string, Occurrence>()
  for (const text of texts) countWords(withAcronyms(text, acronyms), termOf, occurrences)
  const scale = Math.log(Math.max(texts.length, 2))
  const wordOf = (term: string, printed: string, at: number): ContentWord | null => {
    const { paragraphs, capitals, titled } = occurrences.get(term) ?? {
      paragraphs: 1,
      capitals: 0,
      titled: 0,
    }
    if (titled > SURNAME_SHARE * paragraphs) return null
    const weight = Math.max(0, Math.min(1, Math.log(texts.length / paragraphs) / scale))
    return { term, printed, at, weight, isName: CODE.test(printed) || capitals > NAME_SHARE * paragraphs }
  }
  return {
    contentOf: (text) => {
      const words = new Map<string, ContentWord>()
      for (const [at, { text: printed }] of tokenize(withAcronyms(text, acronyms)).entries()) {
        const term = termOf(printed)
        const word = term === null || words.has(term) ? null : wordOf(term, printed, at)
        if (term !== null && word) words.set(term, word)
      }
      return words
    },
  }
}

function countWords(
  text: string,
  termOf: (printed: string) => string | null,
  occurrences: Map<string, Occurrence>,
): void {
  const seen = new Map<string, { capital: boolean; titled: boolean }>()
  let afterTitle = false
  for (const { text: printed, start } of tokenize(text)) {
    const isTitle = TITLE.test(printed)
    if (isTitle || INITIAL.test(printed)) {
      afterTitle ||= isTitle
      continue
    }
    const term = termOf(printed)
    const titled = afterTitle
    afterTitle = false
    if (term === null) continue
    const capital =
      CAPITAL.test(printed) && start > 0 && !SENTENCE_END.test(text.slice(Math.max(0, start - 3), start))
    const before = seen.get(term)
    seen.set(term, {
      capital: capital || (before?.capital ?? false),
      titled: titled || (before?.titled ?? false),
    })
  }
  for (const [term, { capital, titled }] of seen) {
    const occurrence = occurrences.get(term) ?? { paragraphs: 0, capitals: 0, titled: 0 }
    occurrence.paragraphs++
    if (capital) occurrence.capitals++
    if (titled) occurrence.titled++
    occurrences.set(term, occurrence)
  }
}

/** Each word is stemmed once. */
function termsByWord(): (printed: string) => string | null {
  const terms = new Map<string, string | null>()
  return (printed) => {
    const known = terms.get(printed)
    if (known !== undefined) return known
    const term = contentTerm(printed)
    terms.set(printed, term)
    return term
  }
}

/** The principal term of a word; null for a stop word, a number and a word of procedure. */
function contentTerm(printed: string): string | null {
  const term = termsOfWord(printed)[0]
  if (term === undefined || term.length < 2 || NUMBER.test(printed) || PROCEDURAL.has(term)) return null
  return term
}

/** What acronyms stand for, lower case, by the first six letters of it. */
type Expansions = ReadonlyMap<string, readonly (readonly [expansion: string, acronym: string])[]>

function expansionsOf(texts: readonly string[]): Expansions {
  const acronyms = new Map<string, string>()
  for (const text of texts) {
    if (!text.includes('(')) continue
    for (const { acronym, expansion } of acronymsIn(text))
      if (expansion.includes(' ')) acronyms.set(expansion.toLowerCase(), acronym)
  }
  const expansions = new Map<string, [string, string][]>()
  for (const [expansion, acronym] of [...acronyms].sort(
    ([a], [b]) => b.length - a.length || (a < b ? -1 : 1),
  )) {
    const beginning = expansion.slice(0, LETTERS_OF_BEGINNING)
    expansions.set(beginning, [...(expansions.get(beginning) ?? []), [expansion, acronym]])
  }
  return expansions
}

/** A text with acronyms in place of what they stand for, so that both are one word. */
function withAcronyms(text: string, expansions: Expansions): string {
  const folded = text.toLowerCase()
  if (folded.length !== text.length) return text
  let written = ''
  let from = 0
  for (let at = 0; at < folded.length; at = nextWord(folded, at)) {
    const [expansion, acronym] =
      expansions
        .get(folded.slice(at, at + LETTERS_OF_BEGINNING))
        ?.find(([words]) => folded.startsWith(words, at)) ?? []
    if (expansion === undefined || acronym === undefined) continue
    written += text.slice(from, at) + acronym
    from = at + expansion.length
    at = from
  }
  return written + text.slice(from)
}

/** Where the next word begins. */
function nextWord(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space + 1
}

/** Does a word name one place, scheme or body? */
export function isSpecificName({ isName, weight }: ContentWord): boolean {
  return isName && weight >= SPECIFIC
}

/** The sum of the weights of words. */
export function weightOf(words: Iterable<ContentWord>): number {
  let sum = 0
  for (const { weight } of words) sum += weight
  return sum
}

/** The words of one text that another has too. */
export function sharedWords(words: ContentWords, others: ContentWords): ContentWord[] {
  return [...words.values()].filter(({ term }) => others.has(term))
}

/** The share of the weight of a text's words that another text has too. */
export function coverage(words: ContentWords, others: ContentWords): number {
  const whole = weightOf(words.values())
  return whole === 0 ? 0 : weightOf(sharedWords(words, others)) / whole
}
