import type { Decision, DecisionKind } from '../../corpus/model/decision.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import { moversIn } from './movers.ts'
import { votesIn } from './votes.ts'

interface DecisionRule {
  readonly pattern: RegExp
  readonly example: string
}

/** Sentences that decide without the word RESOLVED. The subject comes first, or the decision is somebody else's. */
export const DECIDING_SENTENCES: readonly DecisionRule[] = [
  {
    pattern:
      /^(?:the )?(?:meeting )?(?:notes|minutes)\b.{0,160}?\b(?:was|were) (?:then )?(?:agreed|approved|noted|confirmed|accepted|adopted|taken as read|signed)\b/i,
    example: 'The notes were agreed as a true and accurate record.',
  },
  {
    pattern:
      /^(?:these|they|the (?:minutes|notes)\b.{0,120}?)(?:,? having been \w+,)? (?:was|were) (?:moved|proposed|approved|agreed|adopted)\b/i,
    example: 'These were moved as correct by two members.',
  },
  {
    pattern: /\b(?:was|were) therefore (?:agreed|approved|noted|supported|adopted)\b/i,
    example: 'The Terms of Reference were therefore approved.',
  },
  {
    pattern:
      /^(?:(?:following|after) (?:a )?(?:\w+ )?(?:discussion|debate|consideration),? )?it was (?:then |therefore |unanimously |further |also )?(?:agreed|resolved|approved)\b/i,
    example: 'It was agreed that the policy be adopted.',
  },
  {
    pattern: /\b(?:and|;|\.|therefore,) it was (?:unanimously )?(?:agreed|resolved|approved) (?:that|to)\b/i,
    example: 'The matter was discussed and it was agreed that the fee be waived.',
  },
  {
    pattern: /^(?:agreed|approved|resolved|noted)(?:\s?[:\u2013-]| to | that )/i,
    example: 'Agreed to come back to this issue.',
  },
  {
    pattern:
      /^(?:(?:[Tt]he|[Tt]his) )?(?:Committee|Panel|Board|Cabinet|Council|Commission|Sub-Committee|Forum|Authority|Executive|Members)\b(?: \w+)? (?:unanimously |formally )?(?:noted|agreed|approved|resolved|adopted|endorsed|accepted|RESOLVED|AGREED|NOTED|APPROVED)(?: the (?:\w+ ){0,4}(?:report|update|minutes|contents?|recommendations?|decision|position|programme|plan|budget|accounts|progress)| that the (?:minutes|report)| to (?:approve|note|adopt|support|recommend)|:)/,
    example: 'The Committee noted the decision progress update.',
  },
]

const OPERATIVE_VERBS: readonly (readonly [verb: RegExp, kind: DecisionKind])[] = [
  [
    /\bnoted\b|\b(?:to|be|and|that|[a-z]\)|will|would|agree to:?) note\b|\b(?:Panel|Committee|Council|Board|Cabinet|Members) notes?\b|^note\b/i,
    'noted',
  ],
  [/\bagree[ds]?\b/i, 'agreed'],
  [/\bsupport(?:s|ed)?\b/i, 'supported'],
  [/\b(?:approve[ds]?|adopted|adopt|moved as correct)\b/i, 'approved'],
]

const MAY_DECIDE =
  /\b(?:agreed|approved|noted|confirmed|accepted|adopted|resolved|supported|moved|proposed|signed|read|endorsed)\b/i
/** As many characters alike tell that a decision is printed again. */
const REPEATED_CHARACTERS = 40
/** How many paragraphs a list of the points of one decision may have. */
const MOST_POINTS = 40

/** What was decided: RESOLVED paragraphs whole, with the points that they open; other deciding sentences of minutes and notes. */
export function findDecisions(parsed: ParsedDocument): Decision[] {
  const decisions = parsed.paragraphs.flatMap((paragraph, index) => {
    if (paragraph.kind === 'decision')
      return [decisionFrom(paragraph, resolutionText(parsed.paragraphs, index), parsed, index)]
    const partKind = parsed.parts[paragraph.part]?.kind
    const isReported =
      (partKind === 'minutes' || partKind === 'meeting_notes') && paragraph.kind !== 'heading'
    if (!isReported || !MAY_DECIDE.test(paragraph.text)) return []
    return sentencesOf(paragraph.text)
      .map(([start, end]) => paragraph.text.slice(start, end))
      .filter((sentence) => DECIDING_SENTENCES.some(({ pattern }) => pattern.test(sentence)))
      .map((text) => decisionFrom(paragraph, text, parsed, index))
  })
  return decisions.filter((decision, index) => !repeats(decision, decisions.slice(0, index)))
}

/** A web page prints a decision in its own block and again at the end of the minute, maybe cut short: it is one. */
function repeats({ item, text }: Decision, before: readonly Decision[]): boolean {
  const opening = decidedWords(text).slice(0, REPEATED_CHARACTERS)
  if (item === null || opening.length < REPEATED_CHARACTERS) return false
  return before.some((earlier) => earlier.item === item && decidedWords(earlier.text).startsWith(opening))
}

/** From the deciding verb on, white space and points folded. */
function decidedWords(text: string): string {
  return text
    .replace(/^.{0,60}?\bresolved\b/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function decisionFrom(paragraph: Paragraph, text: string, parsed: ParsedDocument, index: number): Decision {
  const around = parsed.paragraphs
    .slice(Math.max(0, index - 2), index + 3)
    .filter(({ item }) => item === paragraph.item)
  return {
    part: paragraph.part,
    item: paragraph.item,
    text,
    kind: decisionKind(text),
    paragraphId: paragraph.id,
    ...moversIn(paragraph, around),
    votes: votesIn(around.map((near) => near.text)),
  }
}

/** A resolution that ends with a colon goes on in the points of the list below it. */
function resolutionText(paragraphs: readonly Paragraph[], index: number): string {
  const [first, ...rest] = paragraphs.slice(index, index + MOST_POINTS)
  if (!first) return ''
  if (!/:$|\bto$|\bthat$/.test(first.text)) return first.text
  const quoted = rest[0]
  if (quoted?.item === first.item && /^(?:["'\u2018\u201c]|That\b)/.test(quoted.text))
    return `${first.text} ${quoted.text}`
  const end = rest.findIndex(
    (point) => point.item !== first.item || point.label === null || point.kind === 'heading',
  )
  const points = rest.slice(0, end < 0 ? rest.length : end)
  return [first.text, ...points.map(({ label, text }) => `${label ?? ''} ${text}`)].join(' ')
}

/** The kind of the operative verb that comes first; `resolved` where there is none of them. */
export function decisionKind(text: string): DecisionKind {
  const found = OPERATIVE_VERBS.map(([verb, kind]) => ({ kind, at: text.search(verb) })).filter(
    ({ at }) => at >= 0,
  )
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? 'resolved'
}
