import { isStopWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Verdict } from '../../server/check/check.ts'
import { isNegation, isNumber } from '../../server/check/wordKinds.ts'
import { INVENTED } from './invented.ts'

/** A quotation made of the record, or not of it, and the verdicts that are right. */
export interface SeededQuotation {
  readonly kind: string
  readonly quote: string
  readonly saidBy?: string
  readonly date?: string
  readonly right: readonly Verdict[]
  /** The paragraph that it was made of. */
  readonly source: string | null
}

type Random = () => number

const FEWEST_WORDS = 10
const MOST_WORDS = 45

/** Sentences of running text that are long enough to be quoted. */
function sentencesOf(record: readonly ParagraphInContext[]): { text: string; context: ParagraphInContext }[] {
  return record.flatMap((context) =>
    context.paragraph.kind === 'heading' || context.paragraph.kind === 'attendance'
      ? []
      : context.paragraph.sentences
          .map(([start, end]) => ({ text: context.paragraph.text.slice(start, end), context }))
          .filter(({ text }) => {
            const words = tokenize(text).length
            return (
              words >= FEWEST_WORDS &&
              words <= MOST_WORDS &&
              /[a-z]/.test(text) &&
              !/[[\]"\u201c\u2026]/.test(text)
            )
          }),
  )
}

/** What is made of a sentence; null where it has nothing to be changed so. */
type Edit = (
  text: string,
  random: Random,
  context: ParagraphInContext,
) => Omit<SeededQuotation, 'kind' | 'source'> | null

const OTHER_WORDS = ['purple', 'harbour', 'orchestra', 'lantern', 'meadow', 'violin', 'biscuit', 'saddle']

const pick = <T>(values: readonly T[], random: Random): T | undefined =>
  values[Math.floor(random() * values.length)]

const plainWords = (text: string) =>
  tokenize(text)
    .slice(1, -1)
    .filter(
      ({ text: word }) =>
        /^[a-z]{4,}$/.test(word) && !isStopWord(word) && !isNumber(word) && !isNegation(word),
    )

const cut = (text: string, start: number, end: number, put: string): string =>
  text.slice(0, start) + put + text.slice(end)

/** A few words from the middle of a sentence: neither its first two nor its last two. */
function middle(
  text: string,
  random: Random,
  length: number,
): { start: number; end: number; words: string[] } | null {
  const tokens = tokenize(text)
  const first = 2 + Math.floor(random() * Math.max(1, tokens.length - length - 4))
  const taken = tokens.slice(first, first + length)
  const [from, to] = [taken[0], taken.at(-1)]
  return from && to && tokens.length > length + 4
    ? { start: from.start, end: to.end, words: taken.map((token) => token.text) }
    : null
}

const altered: readonly Verdict[] = ['altered']
const verbatim: readonly Verdict[] = ['verbatim']

export const EDITS: Readonly<Record<string, Edit>> = {
  'as it stands': (text) => ({ quote: text, right: verbatim }),
  'in quotation marks': (text) => ({
    quote: `\u201c${text.charAt(0).toLowerCase()}${text.slice(1)}\u201d`,
    right: verbatim,
  }),
  'with who said it outside': (text) => ({
    quote: `"${text}" said a spokesman for the force.`,
    right: verbatim,
  }),
  'with an ellipsis': (text, random) => {
    const gap = middle(text, random, 2 + Math.floor(random() * 4))
    if (gap?.words.some((word) => isNegation(word.toLowerCase())) !== false) return null
    return { quote: cut(text, gap.start, gap.end, random() < 0.5 ? '...' : '[\u2026]'), right: verbatim }
  },
  'with brackets': (text, random) => {
    const gap = middle(text, random, 1)
    const isPlain = gap?.words.every((word) => /^[a-z]+$/.test(word) && !isNegation(word) && !isNumber(word))
    if (!gap || isPlain !== true) return null
    return { quote: cut(text, gap.start, gap.end, '[the matter]'), right: verbatim }
  },
  'one word changed': (text, random) => {
    const word = pick(plainWords(text), random)
    return word
      ? { quote: cut(text, word.start, word.end, pick(OTHER_WORDS, random) ?? ''), right: altered }
      : null
  },
  'a number changed': (text, random) => {
    const word = pick(
      tokenize(text).filter(({ text: token }) => /\d/.test(token)),
      random,
    )
    if (!word) return null
    const other = word.text.replace(/\d/, (digit) => String((Number(digit) + 3) % 10))
    return { quote: cut(text, word.start, word.end, other), right: altered }
  },
  'a negation put in': (text) => {
    const verb = /\b(?:would|was|were|had|is|are|will|could) (?!not|no\b)/.exec(text)
    return verb
      ? { quote: cut(text, verb.index + verb[0].length, verb.index + verb[0].length, 'not '), right: altered }
      : null
  },
  'words dropped': (text, random) => {
    const gap = middle(text, random, 2 + Math.floor(random() * 3))
    return gap ? { quote: cut(text, gap.start, gap.end + 1, ''), right: altered } : null
  },
  'words put in': (text, random) => {
    const gap = middle(text, random, 1)
    const words = [pick(OTHER_WORDS, random), pick(OTHER_WORDS, random), pick(OTHER_WORDS, random)]
    return gap ? { quote: cut(text, gap.start, gap.start, `${words.join(' ')} `), right: altered } : null
  },
  'of somebody else': (text, _random, { paragraph }) =>
    paragraph.speakers.length > 0
      ? { quote: text, saidBy: 'Minute Secretary', right: ['other_speaker'] }
      : null,
  'of another day': (text) => ({ quote: text, date: '2011-02-03', right: ['other_date'] }),
}

/** Quotations of every kind made of a record, the same for the same seed. @param each how many of each kind */
export function seededQuotations(
  record: readonly ParagraphInContext[],
  random: Random,
  each: number,
): SeededQuotation[] {
  const sentences = sentencesOf(record)
  const edited = Object.entries(EDITS).flatMap(([kind, edit]) => {
    const made: SeededQuotation[] = []
    while (made.length < each) {
      const sentence = pick(sentences, random)
      const quotation = sentence && edit(sentence.text, random, sentence.context)
      if (quotation) made.push({ ...quotation, kind, source: sentence.context.paragraph.id })
    }
    return made
  })
  return [
    ...edited,
    ...Array.from({ length: each }, () => acrossParagraphs(record, random)),
    ...Array.from({ length: each }, () => joined(sentences, random)),
    ...Array.from({ length: each }, () => chained(sentences, random)),
    ...INVENTED.slice(0, each).map((quote): SeededQuotation => {
      return { kind: 'invented by hand', quote, right: ['not_in_record'], source: null }
    }),
  ]
}

function acrossParagraphs(record: readonly ParagraphInContext[], random: Random): SeededQuotation {
  for (;;) {
    const at = Math.floor(random() * (record.length - 1))
    const [one, other] = [record[at], record[at + 1]]
    if (!one || one.document.id !== other?.document.id) continue
    const words = [one, other].map(({ paragraph }) => tokenize(paragraph.text).length)
    if (words.some((count) => count < FEWEST_WORDS || count > 100)) continue
    return {
      kind: 'over two paragraphs',
      quote: `${one.paragraph.text.slice(one.paragraph.text.indexOf(' ', one.paragraph.text.length / 2))} ${other.paragraph.text}`,
      right: verbatim,
      source: other.paragraph.id,
    }
  }
}

function joined(
  sentences: readonly { text: string; context: ParagraphInContext }[],
  random: Random,
): SeededQuotation {
  const [one, other] = [pick(sentences, random), pick(sentences, random)]
  return {
    kind: 'two sentences joined',
    quote: `${one?.text ?? ''} ${other?.text ?? ''}`,
    right: altered,
    source: one?.context.paragraph.id ?? null,
  }
}

const CHAIN_WORDS = 22

/** Words of the record, each of which follows the one before it somewhere: they sound like it and say nothing of it. */
function chained(sentences: readonly { text: string }[], random: Random): SeededQuotation {
  const words = sentences.map(({ text }) => tokenize(text).map((token) => token.text))
  const chain = [pick(words, random)?.[0] ?? 'The']
  while (chain.length < CHAIN_WORDS) {
    const next = words.flatMap((sentence) =>
      sentence.filter((_, index) => sentence[index - 1]?.toLowerCase() === chain.at(-1)?.toLowerCase()),
    )
    chain.push(pick(next, random) ?? pick(pick(words, random) ?? [], random) ?? 'the')
  }
  return {
    kind: 'words of the record chained',
    quote: chain.join(' '),
    right: ['not_in_record'],
    source: null,
  }
}
