import type { Span } from '../../corpus/model/document.ts'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidates.ts'
import type { MarkedParagraph } from './features.ts'
import { isAtFocus, isNew, isWanted, markParagraph, QUANTITIES } from './features.ts'
import { TYPE_RULES } from './interpret.ts'
import type { Mention } from './mentions.ts'

const LONGEST_VALUE = 80

/** The very words of a candidate that answer, as offsets into its quote; null where the question wants no such words. */
export function valueIn({ context, start, end }: Candidate, asked: Asked): Span | null {
  const { marked, mentions } = markParagraph(context.paragraph.text, asked)
  const inside = mentions
    .flatMap((mention) => eachPerson(mention, context.paragraph.text))
    .filter(
      (mention) =>
        mention.start >= start && mention.end <= end && mention.end - mention.start <= LONGEST_VALUE,
    )
  const wanted = [
    inside.filter((mention) => isWanted(mention, asked) && isNew(mention, marked)),
    inside.filter((mention) => isNearlyWanted(mention, asked) && isNew(mention, marked)),
    inside.filter((mention) => isNearlyWanted(mention, asked)),
  ].find((found) => found.length > 0)
  const [best] = (wanted ?? [])
    .map((mention) => ({
      mention,
      worth:
        closeness(mention, marked, asked, [start, end]) +
        (isAtFocus(mention, marked) ? 1 : 0) +
        fitness(mention, context.paragraph.text.slice(mention.start, mention.end), asked),
    }))
    .sort((a, b) => b.worth - a.worth)
  return best ? [best.mention.start - start, best.mention.end - start] : null
}

/** `Stephen Gray and Nancy Sayer` are two. */
function eachPerson(mention: Mention, text: string): Mention[] {
  if (mention.kind !== 'person') return [mention]
  let { start } = mention
  return text
    .slice(mention.start, mention.end)
    .split(/( and | & )/)
    .flatMap((piece, index) => {
      const own = { kind: mention.kind, start, end: start + piece.length }
      start = own.end
      return index % 2 === 0 ? [own] : []
    })
}

/** What may answer where nothing of the kind that was asked for is there; of a question in bare words, a quantity. */
function isNearlyWanted({ kind }: Mention, { interpretation: { type }, question }: Asked): boolean {
  if (type === 'number' || type === 'other' || (type !== 'date' && type !== 'who' && asksForNumber(question)))
    return QUANTITIES.has(kind)
  if (type === 'date') return kind === 'date' || kind === 'duration'
  return type === 'who' && (kind === 'person' || kind === 'organisation')
}

/** Does a question of another type name an amount all the same: "what is the target of the appeal"? */
const asksForNumber = (question: string): boolean =>
  TYPE_RULES.some(({ type, pattern }) => type === 'number' && pattern.test(question))

/** How closely the question's words stand around a mention, the rare ones counting most; up to 1. */
function closeness(
  { start, end, kind }: Mention,
  { tokens, exact, alike }: MarkedParagraph['marked'],
  asked: Asked,
  quote: Span,
): number {
  const isQuantity = QUANTITIES.has(kind)
  const from = tokens.findIndex((token) => token.start >= start)
  const to = tokens.findLastIndex((token) => token.end <= end)
  const best = new Map<number, number>()
  for (const [at, token] of tokens.entries()) {
    if (token.start < quote[0] || token.end > quote[1]) continue
    const word = Math.max(exact[at] ?? -1, alike[at] ?? -1)
    if (word < 0) continue
    const distance = at < from ? from - at : Math.max(0, at - to)
    best.set(word, Math.max(best.get(word) ?? 0, distance > 0 ? 1 / (2 + distance) : isQuantity ? 1 : 0))
  }
  let sum = 0
  for (const [word, near] of best) sum += near * (asked.words[word]?.weight ?? 0)
  return (3 * sum) / asked.totalWeight
}

const ASKS_FOR_PERSON = /\b(?:who|whom|councillors?|cllr|member|officer|person|minister|director|engineer)\b/i
const PERSON = /^\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){0,4}$/u
const POSSESSIVE = /['\u2019]s\b/

/** How far the form of a mention is that of an answer. */
function fitness({ kind }: Mention, text: string, { interpretation: { type }, question }: Asked): number {
  if (kind === 'number_word') return -0.5
  if (type === 'date') return /\d/.test(text) ? 0.5 : 0
  if (type !== 'who') return kind === 'percent' || kind === 'measure' ? -0.3 : 0
  if (text.length < SHORTEST_NAME) return -2
  const isPerson = kind === 'person' && PERSON.test(text) && !POSSESSIVE.test(text)
  if (isPerson !== ASKS_FOR_PERSON.test(question)) return 0
  return text.includes(' ') ? 1.5 : 1
}

const SHORTEST_NAME = 3
