import type { Span } from '../../corpus/model/document.ts'
import { foldWord } from '../../indexer/analysis/terms.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Asked } from './asked.ts'
import { CUE_OF_TYPE, cuesIn } from './evidence.ts'
import { isNew, isWanted, markParagraph, needsMention } from './features.ts'
import { isForeignFunctionWord } from './foreignWords.ts'
import type { QuestionType } from './interpret.ts'
import type { Mention } from './mentions.ts'
import { MONTHS } from '../../corpus/model/months.ts'
import { verbsAskedBy } from './named.ts'
import { decidingWordsIn } from './premise.ts'
import type { Ranked } from './rank.ts'

/** Why there is no answer. */
export type SilenceKind = 'not_said' | 'said_to_be_unknown' | 'outside_the_record'

interface UnknownRule {
  readonly pattern: RegExp
  readonly example: string
}

/** Words by which a record says that something is not known, or not yet. */
export const SAID_TO_BE_UNKNOWN: readonly UnknownRule[] = [
  {
    pattern:
      /\b(?:is|are|was|were|be|been) not (?:yet |currently |readily )?(?:known|available(?! to attend)|finali[sz]ed|decided|determined|confirmed)\b/i,
    example: 'The figure for May is not yet available.',
  },
  { pattern: /\b(?:unknown|too (?:early|soon) to (?:say|tell))\b/i, example: 'The cause is unknown.' },
  {
    pattern:
      /\bno (?:\w+ )?(?:figures?|information|data|details?|timelines?|timeframes?|dates?|costings?|statistics|breakdown) (?:\w+ ){0,3}(?:available|held|kept|known|provided|recorded|set|agreed|given|yet)\b/i,
    example: 'There were no figures available for rural areas.',
  },
  {
    pattern:
      /\b(?:(?:unable|not able|not (?:yet )?in a position) to|could not|cannot) (?:say|give|state|provide|confirm|answer|comment)\b/i,
    example: 'The Chief Executive was not in a position to give a date.',
  },
  {
    pattern:
      /\b(?:does|do|did) not (?:currently )?(?:have|hold|keep|know) (?:\w+ ){0,3}(?:figures?|information|data|details?|dates?|timelines?)\b/i,
    example: 'She did not have those figures to hand.',
  },
  {
    pattern: /\b(?:to be (?:confirmed|determined|advised)|TBC|TBA|awaited)\b/,
    example: 'Completion date: TBC',
  },
  {
    pattern:
      /\b(?:would|will) be (?:provided|circulated|forwarded|supplied)\b|\b(?:would|will|could) (?:provide|circulate|forward|supply|send) (?:\w+ ){0,4}(?:figures?|numbers?|information|details?|data|breakdown|costs?|list|reply|response|answer)\b|\b(?:would|will) (?:revert|come back|report back|reply)\b/i,
    example: 'The number of cases would be circulated after the meeting.',
  },
]

/** Questions to which a promise to say it later, or that a thing is not settled, is itself the answer. */
const ANSWERED_SO: ReadonlySet<QuestionType> = new Set(['commitment', 'decision', 'position'])

/** Of the question's words, by how much they tell, the sentence that says so has this share, and its passage that. */
const LEAST_IN_SENTENCE = 0.3
const LEAST_IN_PASSAGE = 0.5
/** How many of the best candidates are looked at. */
const LOOKED_AT = 3

/** The first of the best candidates that says that what was asked is not known; null where none does. */
export function saidToBeUnknown(ranked: readonly Ranked[], asked: Asked): Ranked | null {
  if (ANSWERED_SO.has(asked.interpretation.type)) return null
  return ranked.slice(0, LOOKED_AT).find((candidate) => saysUnknown(candidate, asked)) ?? null
}

function saysUnknown(candidate: Ranked, asked: Asked): boolean {
  const { start, end, features } = candidate
  const { text, sentences } = candidate.context.paragraph
  if ((features.coverageAround ?? 0) < LEAST_IN_PASSAGE) return false
  if (needsMention(asked) && hasWanted(candidate, asked)) return false
  return sentences.some(
    ([from, to]) =>
      from >= start &&
      to <= end &&
      SAID_TO_BE_UNKNOWN.some(({ pattern }) => pattern.test(text.slice(from, to))) &&
      shareWithin(text, [from, to], asked) >= LEAST_IN_SENTENCE,
  )
}

/** How much of the question's words a stretch of a text has, by how much they tell. */
function shareWithin(text: string, [start, end]: Span, asked: Asked): number {
  const { tokens, exact, alike } = markParagraph(text, asked).marked
  const words = new Set<number>()
  for (const [at, token] of tokens.entries())
    if (token.start >= start && token.end <= end) words.add(Math.max(exact[at] ?? -1, alike[at] ?? -1))
  let weight = 0
  for (const word of words) weight += asked.words[word]?.weight ?? 0
  return weight / asked.totalWeight
}

const quoteOf = ({ context, start, end }: Ranked): string => context.paragraph.text.slice(start, end)

function hasWanted(candidate: Ranked, asked: Asked): boolean {
  return newMentions(candidate, asked).some((mention) => isWanted(mention, asked))
}

/** What could be a short answer in a candidate, and is not in the question. */
function newMentions({ context, start, end }: Ranked, asked: Asked): Mention[] {
  const { marked, mentions } = markParagraph(context.paragraph.text, asked)
  return mentions.filter((mention) => mention.start >= start && mention.end <= end && isNew(mention, marked))
}

/** What a sentence gives, where it is worth saying: names are in most. */
const MENTIONED: Readonly<Partial<Record<Mention['kind'], string>>> = {
  money: 'a sum of money',
  percent: 'a percentage',
  duration: 'a length of time',
  measure: 'a measure',
  count: 'a number',
  number_word: 'a number',
  date: 'a date',
}

const LACKING: Readonly<Partial<Record<QuestionType, string>>> = {
  who: 'who it was',
  date: 'when',
  commitment: 'what was promised',
  decision: 'what was decided',
  position: 'what anybody thought of it',
  reason: 'why',
  definition: 'what it is',
  comparison: 'how it changed',
}

const LACKING_MEASURE = {
  money: 'how much money',
  percent: 'what share',
  duration: 'how long',
  measure: 'how much of it',
  count: 'how many',
} as const

const MOST_WORDS = 2

/** What a candidate does not say of what was asked, in a sentence. @param missing words of the question that its paragraph lacks */
export function shortcomingOf(candidate: Ranked, missing: readonly string[], asked: Asked): string {
  const given = [...new Set(newMentions(candidate, asked).flatMap(({ kind }) => MENTIONED[kind] ?? []))]
  const lacking = lackingIn(candidate, asked)
  const words = tellingFirst(
    missing.filter((word) => isAskedAbout(word, asked)),
    asked,
  )
    .slice(0, MOST_WORDS)
    .map((word) => `\u201c${word}\u201d`)
  const sentences = [
    ...(lacking === null
      ? []
      : [
          given.length === 0
            ? `It does not say ${lacking}`
            : `It gives ${listed(given)}, but does not say ${lacking}`,
        ]),
    ...(words.length === 0 ? [] : [`It does not speak of ${listed(words, 'or')}`]),
  ]
  if (sentences.length > 0) return `${sentences.join('. ')}.`
  return needsMention(asked) && given.length > 0
    ? `It gives ${listed(given)}, but hardly what is asked for.`
    : 'It speaks of the matter, but hardly answers the question.'
}

const TAG = /<[^<>]*>/g
const STANDS_FOR = /\b(?:stands? for|mean|means|meaning of|define)\b/gi
const PART_OF_PERIOD =
  /^(?:early|mid|late|beginning|start|end|spring|summer|autumn|winter|\d{1,2}(?:st|nd|rd|th)?)$/i

/** Is a word of the question of its matter? Not how it asks, its period, what is in a tag, or of another language. */
function isAskedAbout(word: string, { question, interpretation, years }: Asked): boolean {
  const isOfPeriod =
    interpretation.periods.length > 0 && (years.has(word) || isMonth(word) || PART_OF_PERIOD.test(word))
  const matter = question.replace(TAG, ' ').replace(STANDS_FOR, ' ')
  return (
    !isOfPeriod &&
    word.length > 1 &&
    !isForeignFunctionWord(word) &&
    !verbsAskedBy(question).includes(foldWord(word)) &&
    !decidingWordsIn(question).some(({ text }) => text === word) &&
    tokenize(matter).some(({ text }) => text === word)
  )
}

const isMonth = (word: string): boolean => MONTHS.some((month) => month.toLowerCase() === word.toLowerCase())

function tellingFirst(words: readonly string[], asked: Asked): string[] {
  const weightOf = (word: string): number => asked.words.find(({ text }) => text === word)?.weight ?? 0
  return words.toSorted((a, b) => weightOf(b) - weightOf(a))
}

/** What the question's type asks for and the candidate shows no sign of; null where it has one. */
function lackingIn(candidate: Ranked, asked: Asked): string | null {
  const { type, measure } = asked.interpretation
  if (needsMention(asked)) {
    if (hasWanted(candidate, asked)) return null
    return type === 'number' ? LACKING_MEASURE[measure ?? 'count'] : (LACKING[type] ?? null)
  }
  const cue = CUE_OF_TYPE[type]
  const hasCue = cue === undefined || (cuesIn(quoteOf(candidate)).get(cue) ?? []).length > 0
  return hasCue ? null : (LACKING[type] ?? null)
}

function listed(all: readonly string[], joining = 'and'): string {
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${joining} ${last}`
}
