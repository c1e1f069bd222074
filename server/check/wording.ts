import type { Span } from '../../corpus/model/document.ts'
import type { Step } from './align.ts'
import { isBesideBrackets } from './align.ts'
import type { Quotation } from './quotation.ts'
import type { RecordWord, Stretch } from './stretch.ts'
import { isWithOtherEnding } from './endings.ts'
import { isNegation, isNumber } from './wordKinds.ts'

/**
 * How a run of words of the quotation stands to the record: `kept`; `left_out`, `put_in`, or `replaced` by others without a
 * sign; left out at an `ellipsis`; or in `brackets`, which stand for words of the record or explain them.
 */
export type PartKind = 'kept' | 'left_out' | 'put_in' | 'replaced' | 'ellipsis' | 'brackets'

/** What of a difference weighs most, the heaviest first. */
export const DIFFERENCES = ['number', 'negation', 'name', 'word'] as const
export type Difference = (typeof DIFFERENCES)[number]

/** Words of one paragraph; `paragraph` is its number in the stretch, the others are offsets into its text. */
export interface PlaceSpan {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

export interface WordingPart {
  readonly kind: PartKind
  /** The record's words, one span for each paragraph; none where it has none. */
  readonly spans: readonly PlaceSpan[]
  readonly record: string
  readonly quoted: string
  /** How many words the record has. */
  readonly recordWords: number
  /** Null where nothing is amiss. */
  readonly difference: Difference | null
}

/** One word in two ways. */
export type WordPair = readonly [record: string, quoted: string]

/** A quotation laid along the record. */
export interface Wording {
  readonly parts: readonly WordingPart[]
  /** Words that are the same and written otherwise: by spelling, by the spaces in them, by capitals. */
  readonly spellings: readonly WordPair[]
  readonly spacings: readonly WordPair[]
  readonly capitals: readonly WordPair[]
  /** Words to which square brackets give another ending than the record: `reports` and `report[ed]`. */
  readonly endings: readonly WordPair[]
  /** Numbers of the quotation's words that the record has. */
  readonly kept: readonly number[]
  /** The most words that are kept in a row, as offsets into the quotation's text; empty where none is. */
  readonly longestKept: Span
}

interface Group {
  readonly kind: 'kept' | 'change' | 'ellipsis' | 'brackets'
  /** Numbers of words, in order. */
  readonly quoted: number[]
  readonly record: number[]
}

/** Brackets stand for so many words of the record at most. */
const MOST_WORDS_FOR_BRACKETS = 10

/** The steps of an alignment in words, with what is a difference told from what is none. */
export function wordingOf(quotation: Quotation, stretch: Stretch, steps: readonly Step[]): Wording {
  const groups = withoutOverhang(groupsOf(quotation, stretch.words, steps))
  const kept = groups.filter(({ kind }) => kind === 'kept')
  const beside = kept.flatMap(({ quoted, record }) =>
    quoted.flatMap((number, index) => wordsBeside(quotation, stretch, number, record[index] ?? 0)),
  )
  const pairs = beside.filter(({ hasOtherEnding }) => !hasOtherEnding).map(({ pair }) => pair)
  const isSpaced = (pair: WordPair): boolean => pair.some((word) => /[\s\p{Pd}]/u.test(word))
  const differing = pairs.filter(([record, quoted]) => lettersOf(record) !== lettersOf(quoted))
  return {
    parts: groups.map((group) => partOf(group, quotation, stretch)),
    spellings: distinct(differing.filter((pair) => !isSpaced(pair))),
    spacings: distinct(pairs.filter((pair) => isSpaced(pair) && pair[0] !== pair[1])),
    capitals: distinct(
      pairs
        .slice(1)
        .filter(([record, quoted]) => record !== quoted && record.toLowerCase() === quoted.toLowerCase()),
    ),
    endings: distinct(beside.filter(({ hasOtherEnding }) => hasOtherEnding).map(({ pair }) => pair)),
    kept: kept.flatMap(({ quoted }) => quoted),
    longestKept: longestOf(kept, quotation),
  }
}

function wordsBeside(
  quotation: Quotation,
  stretch: Stretch,
  quoted: number,
  record: number,
): { readonly pair: WordPair; readonly hasOtherEnding: boolean }[] {
  const [word, own] = [quotation.words[quoted], stretch.words[record]]
  if (!word || !own) return []
  return [
    {
      pair: [
        textOf(stretch, own.paragraph).slice(own.start, own.end),
        quotation.text.slice(word.start, word.end),
      ],
      hasOtherEnding: word.text !== own.text && isWithOtherEnding(word, own.text),
    },
  ]
}

function longestOf(kept: readonly Group[], { words }: Quotation): Span {
  const [longest] = kept.toSorted((a, b) => b.quoted.length - a.quoted.length)
  const [first, last] = [words[longest?.quoted[0] ?? -1], words[longest?.quoted.at(-1) ?? -1]]
  return first && last ? [first.start, last.end] : [0, 0]
}

function groupsOf(quotation: Quotation, record: readonly RecordWord[], steps: readonly Step[]): Group[] {
  const groups: Group[] = []
  let row = 0
  for (const step of steps) {
    const kind = kindOf(step, row, quotation, record)
    if (step.quoted !== null) row = step.quoted + 1
    if (kind === null) continue
    const last = groups.at(-1)
    const group: Group = last?.kind === kind ? last : { kind, quoted: [], record: [] }
    if (group !== last) groups.push(group)
    if (step.quoted !== null) group.quoted.push(step.quoted)
    if (step.record !== null) group.record.push(step.record)
  }
  return groups
}

/** At its ends, more words of a quotation than these stand for none of the record: somebody added them. */
const MOST_REPLACED_AT_ENDS = 2

function withoutOverhang(groups: readonly Group[]): Group[] {
  return groups.map((group, index) => {
    const isAtEnd = index === 0 || index === groups.length - 1
    return group.kind === 'change' && isAtEnd && group.quoted.length > MOST_REPLACED_AT_ENDS
      ? { ...group, record: [] }
      : group
  })
}

/** Null for a paragraph's marker, whether it is quoted or not. */
function kindOf(
  { quoted, record, isSame }: Step,
  row: number,
  { words, gaps }: Quotation,
  recordWords: readonly RecordWord[],
): Group['kind'] | null {
  if (record !== null && recordWords[record]?.isLabel === true) return null
  if (isSame) return 'kept'
  if (quoted !== null) return words[quoted]?.brackets === null ? 'change' : 'brackets'
  return gaps.has(row) ? 'ellipsis' : isBesideBrackets(row, words) ? 'brackets' : 'change'
}

function partOf(group: Group, quotation: Quotation, stretch: Stretch): WordingPart {
  const spans = spansOf(group.record, stretch)
  const [first, last] = [quotation.words[group.quoted[0] ?? -1], quotation.words[group.quoted.at(-1) ?? -1]]
  return {
    kind: partKind(group),
    spans,
    record: spans.map(({ paragraph, start, end }) => textOf(stretch, paragraph).slice(start, end)).join('\n'),
    quoted: first && last ? quotation.text.slice(first.start, last.end) : '',
    recordWords: group.record.length,
    difference: differenceOf(group, quotation, stretch),
  }
}

function partKind({ kind, quoted, record }: Group): PartKind {
  if (kind !== 'change') return kind
  if (quoted.length === 0) return 'left_out'
  return record.length === 0 ? 'put_in' : 'replaced'
}

/** What is compared of the words of one side. */
interface Weighty {
  readonly numbers: readonly string[]
  readonly negations: readonly string[]
  readonly names: readonly string[]
}

function differenceOf(group: Group, quotation: Quotation, stretch: Stretch): Difference | null {
  if (group.kind === 'kept') return null
  const record = group.record.flatMap((number) => stretch.words[number] ?? [])
  if (group.kind === 'ellipsis') return differenceAtEllipsis(record, stretch)
  const quotedWords = group.quoted.flatMap((number) => quotation.words[number] ?? [])
  const said = weightyOf(record, (word) => textOf(stretch, word.paragraph))
  const quoted = weightyOf(quotedWords, () => quotation.text)
  if (!isSame(said.numbers, quoted.numbers)) return 'number'
  if (!isSame(said.negations, quoted.negations)) return 'negation'
  if (group.kind === 'brackets') {
    if (said.names.some((name) => !quoted.names.includes(name))) return 'name'
    return record.length > MOST_WORDS_FOR_BRACKETS ? 'word' : null
  }
  const isReplaced = record.length > 0 && quotedWords.length > 0
  return isReplaced && !isSame(said.names, quoted.names) ? 'name' : 'word'
}

/** An ellipsis leaves out what it likes, but for the "not" of a sentence of which it keeps both ends, and whole paragraphs. */
function differenceAtEllipsis(record: readonly RecordWord[], stretch: Stretch): Difference | null {
  const [first, last] = [record[0], record.at(-1)]
  if (!first || !last) return null
  if (last.paragraph - first.paragraph > 1) return 'word'
  if (first.paragraph !== last.paragraph) return null
  const words = stretch.words
  const next = words[words.indexOf(last) + 1]
  const end = next?.paragraph === last.paragraph ? next.start : last.end
  const isWithinSentence = !SENTENCE_END.test(textOf(stretch, first.paragraph).slice(first.start, end))
  return isWithinSentence && record.some(({ text }) => isNegation(text)) ? 'negation' : null
}

const SENTENCE_END = /[.!?]["'\u2019\u201d)\]]?\s/
const SENTENCE_BEFORE = /(?:^|[.!?:]["'\u2019\u201d)\]]?\s)["'\u2018\u201c([]?$/
const CAPITAL = /^\p{Lu}/u

function weightyOf<Word extends { readonly text: string; readonly start: number; readonly end: number }>(
  words: readonly Word[],
  textAround: (word: Word) => string,
): Weighty {
  const isName = (word: Word): boolean => {
    const text = textAround(word)
    return CAPITAL.test(text.slice(word.start)) && !SENTENCE_BEFORE.test(text.slice(0, word.start).slice(-4))
  }
  return {
    numbers: words.filter(({ text }) => isNumber(text)).map(({ text }) => text),
    negations: words.filter(({ text }) => isNegation(text)).map(({ text }) => text),
    names: words.filter(isName).map(({ text }) => text),
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join(' ') === other.toSorted().join(' ')

function spansOf(numbers: readonly number[], { words }: Stretch): PlaceSpan[] {
  const spans: { paragraph: number; start: number; end: number }[] = []
  for (const number of numbers) {
    const word = words[number]
    if (!word) continue
    const last = spans.at(-1)
    if (last?.paragraph === word.paragraph) last.end = word.end
    else spans.push({ paragraph: word.paragraph, start: word.start, end: word.end })
  }
  return spans
}

const textOf = ({ paragraphs }: Stretch, paragraph: number): string =>
  paragraphs[paragraph]?.paragraph.text ?? ''

const NO_LETTER = /[^\p{L}\p{N}]/gu
const lettersOf = (word: string): string => word.normalize('NFKC').toLowerCase().replace(NO_LETTER, '')

function distinct(pairs: readonly WordPair[]): WordPair[] {
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}
