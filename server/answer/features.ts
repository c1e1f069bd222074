import { formatDate } from '../../corpus/model/formatDate.ts'
import type { ParagraphInContext, Surroundings } from '../../corpus/store/paragraphs.ts'
import { remembering } from '../../indexer/analysis/remember.ts'
import { termsOfWord } from '../../indexer/analysis/terms.ts'
import type { Token } from '../../indexer/analysis/tokens.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Asked } from './asked.ts'
import { beginningOf } from './asked.ts'
import type { Features, Window } from './candidates.ts'
import type { CueName } from './evidence.ts'
import { CUE_OF_TYPE, cuesIn, OPENS_WITH_POINTER } from './evidence.ts'
import { kindredGroups } from './kindred.ts'
import type { Mention } from './mentions.ts'
import { datesMentioned, namesMentioned, quantitiesMentioned } from './mentions.ts'
import { monthsApart } from './periods.ts'

/** A text with what is asked of it for every question. */
interface ReadText {
  readonly tokens: readonly Token[]
  /** The terms of each token. */
  readonly terms: readonly (readonly string[])[]
}

const REMEMBERED_TEXTS = 6_000

const readText = remembering((text): ReadText => {
  const tokens = tokenize(text)
  return { tokens, terms: tokens.map((token) => termsOfWord(token.text)) }
}, REMEMBERED_TEXTS)

const mentionsIn = remembering((text): readonly Mention[] => {
  const dates = datesMentioned(text)
  return [...dates, ...quantitiesMentioned(text, dates), ...namesMentioned(text)]
}, REMEMBERED_TEXTS)

type Words = ReadonlySet<number>

/** Which words of the question stand where in a text. */
interface Marked {
  readonly tokens: readonly Token[]
  /** For each token the word that it stands for; -1 for none. */
  readonly exact: readonly number[]
  /** The same for words that begin alike or are of one sense. */
  readonly alike: readonly number[]
  /** Is the token of what is counted or named? */
  readonly isFocus: readonly boolean[]
}

/** A paragraph's own text held against a question. */
export interface MarkedParagraph {
  readonly marked: Marked
  readonly mentions: readonly Mention[]
}

export const markParagraph = (text: string, asked: Asked): MarkedParagraph => ({
  marked: mark(text, asked),
  mentions: mentionsIn(text),
})

/** A paragraph held against a question, with what it stands in. */
export interface PassageReading extends MarkedParagraph {
  readonly context: ParagraphInContext
  readonly heading: Words
  readonly withMeeting: Words
  /** What is the same for every candidate of the paragraph. */
  readonly features: Record<string, number>
}

export function readPassage(
  context: ParagraphInContext,
  surroundings: Surroundings,
  asked: Asked,
  found: { readonly rank: number; readonly score: number },
): PassageReading {
  const { paragraph, item, meeting, part, document, date } = context
  const wordsIn = (text: string): Words => wordsOf(text, asked)
  const { marked, mentions } = markParagraph(paragraph.text, asked)
  const own = distinct(marked.exact)
  const heads = [...paragraph.headings, item?.title ?? ''].join(' . ')
  const heading = wordsIn(heads)
  const years = yearsIn(paragraph.text)
  const meetingWords = wordsIn(
    [meeting?.title, meeting?.body, part.title, document.title, spoken(date)].join(' . '),
  )
  const leadIn = wordsIn(surroundings.leadIn)
  const before = wordsIn(surroundings.before)
  const after = wordsIn(surroundings.after)
  const anywhere = union(own, heading, meetingWords, leadIn)
  const around = union(anywhere, before, after)
  const missing = asked.words.filter((_, index) => !anywhere.has(index))
  const weigh = (words: Words): number => weightOf([words], asked) / asked.totalWeight
  const { roles } = asked.interpretation
  return {
    context,
    marked,
    mentions,
    heading,
    withMeeting: union(heading, meetingWords),
    features: {
      rank: Math.log1p(found.rank),
      score: found.score,
      coverageParagraph: weigh(own),
      coverageHeading: weigh(heading),
      coverageMeeting: weigh(meetingWords),
      coverageBefore: weigh(before),
      coverageAfter: weigh(after),
      coverageContext: weigh(anywhere),
      coverageAround: weigh(around),
      wordsMissing: missing.length,
      rarestMissing: Math.max(0, ...missing.map(({ weight }) => weight)),
      namesContext: share(asked.names, union(anywhere, before)),
      digitsContext: share(asked.digits, anywhere),
      speakerRole:
        roles.length === 0 ? -1 : paragraph.speakers.some(({ role }) => roles.includes(role)) ? 1 : 0,
      speakerPerson:
        asked.people.size === 0
          ? -1
          : context.people.some((person) => person !== null && asked.people.has(person.id))
            ? 1
            : 0,
      monthsFromMeeting: monthsFromMeeting(date, asked),
      meetingMonth: meetingMonth(date, asked),
      yearsAgree: yearsAgree(years, asked),
      yearsAgreeAround: yearsAgree(
        new Set([...years, ...yearsIn(surroundings.before), ...yearsIn(heads)]),
        asked,
      ),
      kindList: paragraph.kind === 'list_item' ? 1 : 0,
    },
  }
}

/** `2022-12-06` as `December 2022`: how a question names a meeting. */
const spoken = (date: string | null): string =>
  date === null ? '' : formatDate(date.slice(0, 'YYYY-MM'.length))

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g

const yearsIn = remembering((text): ReadonlySet<string> => new Set(text.match(YEAR)), REMEMBERED_TEXTS)

function wordsOf(text: string, { byTerm }: Asked): Words {
  const found = new Set<number>()
  if (text === '') return found
  for (const own of readText(text).terms)
    for (const term of own) {
      const word = byTerm.get(term)
      if (word !== undefined) found.add(word)
    }
  return found
}

function mark(text: string, asked: Asked): Marked {
  const { tokens, terms } = readText(text)
  const exact = terms.map((own) => wordOf(own, asked))
  for (const phrase of asked.phrases) markPhrase(exact, terms, phrase)
  return {
    tokens,
    exact,
    alike: terms.map((own, at) => ((exact[at] ?? -1) >= 0 ? -1 : wordAlike(own[0], asked))),
    isFocus: terms.map((own) => own.some((term) => asked.focus.has(term))),
  }
}

function wordOf(terms: readonly string[], { byTerm }: Asked): number {
  for (const term of terms) {
    const word = byTerm.get(term)
    if (word !== undefined) return word
  }
  return -1
}

function wordAlike(term: string | undefined, { byBeginning, byGroup }: Asked): number {
  if (term === undefined) return -1
  const beginning = beginningOf(term)
  const word = beginning === null ? undefined : byBeginning.get(beginning)
  if (word !== undefined) return word
  for (const group of kindredGroups(term)) {
    const kin = byGroup.get(group)
    if (kin !== undefined) return kin
  }
  return -1
}

function markPhrase(
  exact: number[],
  terms: readonly (readonly string[])[],
  { terms: phrase, words }: Asked['phrases'][number],
): void {
  for (let at = 0; at < terms.length; at++) {
    if (terms[at]?.[0] !== phrase[0]) continue
    const places = runFrom(terms, at, phrase)
    for (const [offset, place] of places.entries())
      exact[place] = words[Math.min(offset, words.length - 1)] ?? -1
  }
}

/** Where the terms of a phrase stand one after another, stop words between them passed over. */
function runFrom(terms: readonly (readonly string[])[], from: number, phrase: readonly string[]): number[] {
  const places: number[] = []
  for (let at = from; at < terms.length && places.length < phrase.length; at++) {
    const [term] = terms[at] ?? []
    if (term === undefined) continue
    if (term !== phrase[places.length]) return []
    places.push(at)
  }
  return places.length === phrase.length ? places : []
}

function distinct(words: readonly number[]): Set<number> {
  const found = new Set(words)
  found.delete(-1)
  return found
}

const share = (indexes: readonly number[], words: Words): number =>
  indexes.length === 0 ? -1 : indexes.filter((index) => words.has(index)).length / indexes.length

export function featuresOf(
  { start, end, sentences }: Window,
  reading: PassageReading,
  asked: Asked,
): Features {
  const { paragraph } = reading.context
  const { type } = asked.interpretation
  const { text } = paragraph
  const window = windowOf(reading.marked, start, end)
  const carried = windowOf(reading.marked, start - CARRIED, end)
  const weigh = (...sets: readonly Words[]): number => weightOf(sets, asked) / asked.totalWeight
  const has = (cue: CueName): number =>
    cues.get(cue)?.some(([from, to]) => from >= start && to <= end) ? 1 : 0
  const cues = cuesIn(text)
  const cue = CUE_OF_TYPE[type]
  let rarestFound = 0
  for (const word of window.words) rarestFound = Math.max(rarestFound, asked.words[word]?.weight ?? 0)
  let rarestMissingHere = 0
  for (const [index, { weight }] of asked.words.entries())
    if (!window.words.has(index) && !reading.heading.has(index))
      rarestMissingHere = Math.max(rarestMissingHere, weight)
  const features: Features = {
    coverage: weigh(window.words),
    coverageAlike: weigh(window.words, window.alike),
    coverageAlikeContext: weigh(window.words, window.alike, reading.withMeeting),
    coverageCarried: weigh(carried.words),
    coverageWithHeading: weigh(window.words, reading.withMeeting),
    wordsFound: window.words.size,
    rarestMissingHere,
    rarestFound,
    names: share(asked.names, window.words),
    digits: share(asked.digits, window.words),
    orderedPairs: window.orderedPairs,
    nearness: window.nearness,
    density: window.words.size / Math.max(1, window.to - window.from),
    cueOfType: cue === undefined ? -1 : has(cue),
    undertaking: has('undertaking'),
    decision: has('decision'),
    motion: has('motion'),
    opinion: has('opinion'),
    reason: has('reason'),
    definition: has('definition'),
    change: has('change'),
    negation: has('negation'),
    hedge: has('hedge'),
    asking: has('asking'),
    pronoun: OPENS_WITH_POINTER.test(text.slice(start, start + LONGEST_POINTER)) ? 1 : 0,
    defines: definesWord(reading.marked, window, text) ? 1 : 0,
    opensList: text[end - 1] === ':' ? 1 : 0,
    length: end - start,
    sentences,
    wordsOfWindow: window.to - window.from,
    position: start / Math.max(1, text.length),
    isWhole: start === 0 && end >= text.length ? 1 : 0,
    isLast: end >= text.length ? 1 : 0,
  }
  return Object.assign(
    features,
    reading.features,
    evidenceOf(reading, window, start, end, asked),
    asked.features,
  )
}

/** Longer than any word that only points, with what ends it. */
const LONGEST_POINTER = 16

const DEFINING =
  /^['"\u2019\u201d]?(?: ?\(|,? (?:is|was|are|were) (?:an?|the|our|where|when)\b|,? (?:means?|stands? for|refers? to|aims? to|seeks? to|provides?|allows?|enables?|consists? of|comprises?)\b| ?[\u2013-] )/

/** Is a word of the question said to be something: `PEEL (police effectiveness, ...)`, `Operation Voice is a ...`? */
function definesWord({ tokens, exact }: Marked, { from, to }: WindowWords, text: string): boolean {
  for (let at = from; at < to; at++) {
    if ((exact[at] ?? -1) < 0 || (exact[at + 1] ?? -1) >= 0) continue
    const token = tokens[at]
    if (!token) continue
    if (DEFINING.test(text.slice(token.end, token.end + 20))) return true
    if (text[token.start - 1] === '(' && text[token.end] === ')') return true
  }
  return false
}

/** How many characters before a window may name what its first sentence only points to. */
const CARRIED = 250

/** What the words that are in any of the sets weigh together. */
function weightOf(sets: readonly Words[], { words }: Asked): number {
  let total = 0
  for (const [index, { weight }] of words.entries()) if (sets.some((set) => set.has(index))) total += weight
  return total
}

function union(...sets: readonly Words[]): Set<number> {
  const all = new Set<number>()
  for (const set of sets) for (const one of set) all.add(one)
  return all
}

interface WindowWords {
  /** Tokens `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly words: Words
  readonly alike: Words
  /** Share of the question's words side by side that stand in that order here, close together. */
  readonly orderedPairs: number
  /** How closely the found words stand together: 1 where nothing is between them. */
  readonly nearness: number
}

const NEAR = 4

function windowOf({ tokens, exact, alike }: Marked, start: number, end: number): WindowWords {
  const from = firstFrom(tokens, start)
  const words = new Set<number>()
  const alikes = new Set<number>()
  const pairs = new Set<number>()
  let first = -1
  let last = -1
  let to = from
  for (; to < tokens.length && (tokens[to]?.end ?? 0) <= end; to++) {
    const word = exact[to] ?? -1
    const other = alike[to] ?? -1
    if (other >= 0) alikes.add(other)
    if (word < 0) continue
    words.add(word)
    if (first < 0) first = to
    last = to
    for (let next = to + 1; next <= to + NEAR; next++)
      if (exact[next] === word + 1 && (tokens[next]?.end ?? Infinity) <= end) pairs.add(word)
  }
  return {
    from,
    to,
    words,
    alike: alikes,
    orderedPairs: words.size === 0 ? 0 : pairs.size / Math.max(1, words.size - 1),
    nearness: words.size < 2 ? 0 : words.size / (last - first + 1),
  }
}

/** The first token that begins at an offset or after it. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** What of the window could be the short answer, as the question's type has it. */
function evidenceOf(
  { mentions, marked }: PassageReading,
  window: WindowWords,
  start: number,
  end: number,
  asked: Asked,
): Features {
  const fresh = mentions.filter(
    (mention) => mention.start >= start && mention.end <= end && isNew(mention, marked),
  )
  const wanted = fresh.filter((mention) => isWanted(mention, asked))
  const count = (...kinds: readonly Mention['kind'][]): number =>
    Math.min(9, fresh.filter(({ kind }) => kinds.includes(kind)).length)
  return {
    wanted: Math.min(9, wanted.length),
    hasWanted: needsMention(asked) ? (wanted.length > 0 ? 1 : 0) : -1,
    wantedNear: Math.max(0, ...wanted.map((mention) => nearnessTo(mention, marked, window))),
    wantedAtFocus: wanted.some((mention) => isAtFocus(mention, marked)) ? 1 : 0,
    money: count('money'),
    percent: count('percent'),
    counts: count('count', 'duration', 'measure'),
    dates: count('date'),
    people: count('person'),
    organisations: count('organisation'),
  }
}

/** Does a mention say something that the question does not? */
export function isNew({ start, end }: Mention, { tokens, exact }: Marked): boolean {
  for (let at = firstFrom(tokens, start); at < tokens.length && (tokens[at]?.start ?? end) < end; at++)
    if ((exact[at] ?? -1) < 0) return true
  return false
}

export function needsMention({ interpretation: { type } }: Asked): boolean {
  return type === 'number' || type === 'who' || type === 'date'
}

export const QUANTITIES: ReadonlySet<string> = new Set([
  'money',
  'percent',
  'duration',
  'measure',
  'count',
  'number_word',
])

/** Is a mention of the kind that the question asks for? */
export function isWanted({ kind }: Mention, { interpretation: { type, measure } }: Asked): boolean {
  if (type === 'date') return kind === 'date'
  if (type === 'who') return kind === 'person' || kind === 'organisation'
  if (type !== 'number' && type !== 'comparison') return false
  if (measure === 'money' || measure === 'percent' || measure === 'duration') return kind === measure
  return measure === 'measure'
    ? kind === 'measure' || kind === 'count'
    : QUANTITIES.has(kind) && kind !== 'money'
}

const FAR = 12

/** How near a mention stands to a word of the question within the window: 1 beside it, 0 far away. */
function nearnessTo(
  mention: Mention,
  { tokens, exact }: Marked,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const at = firstFrom(tokens, mention.start)
  for (let distance = 1; distance <= FAR; distance++) {
    const isBefore = at - distance >= from && (exact[at - distance] ?? -1) >= 0
    const isAfter = at + distance < to && (exact[at + distance] ?? -1) >= 0
    if (isBefore || isAfter) return 1 / distance
  }
  return 0
}

const AFTER_MENTION = 3

/** Does what is counted follow the number: `70 cadets` where cadets are asked for? */
export function isAtFocus({ start }: Mention, { tokens, isFocus }: Marked): boolean {
  const at = firstFrom(tokens, start)
  return isFocus.slice(at + 1, at + 1 + AFTER_MENTION).includes(true)
}

const MOST_MONTHS_APART = 60

/** Months between the meeting and the nearest time that the question names; -1 where one of them is not known. */
function monthsFromMeeting(date: string | null, { interpretation: { periods } }: Asked): number {
  if (date === null || periods.length === 0) return -1
  return Math.min(MOST_MONTHS_APART, ...periods.map((period) => monthsApart(date, period)))
}

/** Does the text name a year that the question names? 0: it names others; -1: one of them names none. */
function yearsAgree(years: ReadonlySet<string>, { years: asked }: Asked): number {
  if (asked.size === 0 || years.size === 0) return -1
  return [...asked].some((year) => years.has(year)) ? 1 : 0
}

/** 1: the meeting was in a month that the question names, with a year or without; 0: in another; -1: one of them is not known. */
function meetingMonth(date: string | null, { interpretation: { months } }: Asked): number {
  if (date === null || months.size === 0) return -1
  return months.has(Number(date.slice(5, 7))) ? 1 : 0
}

/** Features that hold a candidate against the best of all: what is good depends on what else there is. */
const COMPARED = [
  'coverage',
  'coverageAlikeContext',
  'coverageContext',
  'coverageWithHeading',
  'coverageAround',
  'orderedPairs',
  'score',
] as const

export function addMargins(all: readonly Features[]): void {
  for (const name of COMPARED) {
    let best = 0
    for (const features of all) best = Math.max(best, features[name] ?? 0)
    for (const features of all) features[`${name}ToBest`] = (features[name] ?? 0) - best
  }
}
