import type { NamedVote, Votes } from '../../corpus/model/decision.ts'
import { ONE_TO_TWELVE } from '../analysis/numberWords.ts'
import { readName } from '../analysis/names.ts'

type Vote = NamedVote['vote']

const NUMBER_WORDS = ['no', ...ONE_TO_TWELVE]
const COUNT = `(\\d{1,3}|${['none', 'nil', ...NUMBER_WORDS].join('|')})`
/** The number is no part of a date, a sum or a fraction: `the budget 2024/25 for roads` counts nobody. */
const ALONE = '(?<![/\u00a3\u20ac$.,\\d])\\b'

/** How the record counts votes, each with the vote that it counts. */
export const VOTE_COUNTS: readonly {
  readonly vote: Vote
  readonly pattern: RegExp
  readonly example: string
}[] = [
  {
    vote: 'for',
    pattern: new RegExp(
      `${ALONE}${COUNT} (?:(?:members? |councillors? |votes? )?(?:voted |voting )?in favour|(?:members? |councillors? )(?:voted |voting )for|votes? for|for,? (?:and )?${COUNT} against)\\b`,
      'i',
    ),
    example: '7 votes for',
  },
  {
    vote: 'for',
    pattern: new RegExp(`\\b(?:in favour|for(?: the motion)?)\\s?[:(\\u2013-]\\s?${COUNT}\\b`, 'i'),
    example: 'For: 7',
  },
  {
    vote: 'for',
    pattern: new RegExp(`\\bby ${COUNT} votes?(?: in favour)? to\\b`, 'i'),
    example: 'by 7 votes to 3',
  },
  {
    vote: 'against',
    pattern: new RegExp(
      `${ALONE}${COUNT} (?:members? |councillors? |votes? )?(?:voted |voting )?against\\b`,
      'i',
    ),
    example: '3 against',
  },
  {
    vote: 'against',
    pattern: new RegExp(`\\bagainst(?: the motion)?\\s?[:(\\u2013-]\\s?${COUNT}\\b`, 'i'),
    example: 'Against: 3',
  },
  {
    vote: 'against',
    pattern: new RegExp(`\\bvotes?(?: in favour)? to ${COUNT}\\b`, 'i'),
    example: 'by 7 votes to 3',
  },
  {
    vote: 'abstained',
    pattern: new RegExp(
      `\\b${COUNT} (?:members? |councillors? )?(?:abstentions?|abstained|abstaining)\\b`,
      'i',
    ),
    example: '2 abstentions',
  },
  {
    vote: 'abstained',
    pattern: new RegExp(`\\b(?:abstentions?|abstained|abstaining)\\s?[:(\\u2013-]\\s?${COUNT}\\b`, 'i'),
    example: 'Abstained: 2',
  },
]

/** The line that opens the names of those who voted one way. */
export const NAMED_VOTE_HEADS: readonly {
  readonly vote: Vote
  readonly pattern: RegExp
  readonly example: string
}[] = [
  {
    vote: 'for',
    pattern:
      /^(?:voting )?(?:in favour|for)(?: the (?:motion|amendment|recommendation))?\s?(?:\(\d{1,3}\))?\s?[:\u2013-]\s?/i,
    example: 'For: Cllr Roach, Cllr Ling',
  },
  {
    vote: 'against',
    pattern:
      /^(?:voting )?against(?: the (?:motion|amendment|recommendation))?\s?(?:\(\d{1,3}\))?\s?[:\u2013-]\s?/i,
    example: 'Against (1): Mr Pike',
  },
  {
    vote: 'abstained',
    pattern: /^(?:voting )?(?:abstentions?|abstained|abstaining)\s?(?:\(\d{1,3}\))?\s?[:\u2013-]\s?/i,
    example: 'Abstained: Mrs Fisher',
  },
]

const VOTED = /\bvot(?:e|es|ed|ing)\b|\babst(?:ain|ention)|\bin favour\b|\b(?:for|against)(?: \(\d{1,3}\))?:/i

/** The vote that paragraphs about a decision give; null where they give no count and no names. */
export function votesIn(texts: readonly string[]): Votes | null {
  const voting = texts.filter((text) => VOTED.test(text))
  if (voting.length === 0) return null
  const named = voting.flatMap(namedVotes)
  const count = (vote: Vote): number | null => {
    const counted = voting.map((text) => countOf(vote, text)).find((number) => number !== null)
    const names = named.filter((one) => one.vote === vote).length
    return counted ?? (names > 0 ? names : null)
  }
  const votes: Votes = { for: count('for'), against: count('against'), abstained: count('abstained'), named }
  return votes.for === null && votes.against === null ? null : votes
}

function countOf(vote: Vote, text: string): number | null {
  for (const rule of VOTE_COUNTS) {
    const match = rule.vote === vote ? rule.pattern.exec(text)?.[1]?.toLowerCase() : undefined
    if (match !== undefined)
      return /\d/.test(match) ? Number(match) : Math.max(0, NUMBER_WORDS.indexOf(match))
  }
  return null
}

function namedVotes(text: string): NamedVote[] {
  const head = NAMED_VOTE_HEADS.find(({ pattern }) => pattern.test(text))
  if (!head) return []
  const names = text.replace(head.pattern, '').split(/ ?[,;] ?| and /)
  return names.flatMap((entry) => {
    const name = readName(entry.replace(/\.$/, ''))
    return name ? [{ name: name.printed, vote: head.vote }] : []
  })
}
