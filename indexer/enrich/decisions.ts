import type { Decision, DecisionKind } from '../../corpus/model/decision.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { Movers } from './movers.ts'
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
/** Where a web page breaks a minute off. */
const CUT_SHORT = /(?:\.\.\.|\u2026) view the full minutes text.*$/
/** As many characters alike tell that a decision is printed again. */
const REPEATED_CHARACTERS = 40
/** Who moved and how the vote went stand within this many paragraphs of a decision. */
const LINES_BESIDE = 2
/** How many paragraphs a list of the points of one decision may have. */
const MOST_POINTS = 40

/** What was decided: RESOLVED paragraphs whole, with the points that they open; other deciding sentences of minutes and notes. */
export function findDecisions(parsed: ParsedDocument): Decision[] {
  const taken = new Set<string>()
  const decisions = parsed.paragraphs.flatMap((paragraph, index) => {
    if (paragraph.kind === 'decision')
      return [
        decisionFrom(
          paragraph,
          resolutionText(parsed.paragraphs, index),
          linesBeside(parsed.paragraphs, index),
          taken,
        ),
      ]
    const partKind = parsed.parts[paragraph.part]?.kind
    const isReported =
      (partKind === 'minutes' || partKind === 'meeting_notes') && paragraph.kind !== 'heading'
    if (!isReported || !MAY_DECIDE.test(paragraph.text)) return []
    return sentencesOf(paragraph.text)
      .map(([start, end]) => paragraph.text.slice(start, end))
      .filter((sentence) => DECIDING_SENTENCES.some(({ pattern }) => pattern.test(sentence)))
      .map((text) => decisionFrom(paragraph, text, linesBeside(parsed.paragraphs, index), taken))
  })
  return withoutRepeats(decisions)
}

/** A web page prints a decision in its own block and again at the end of the minute, maybe cut short: it is one. */
function withoutRepeats(decisions: readonly Decision[]): Decision[] {
  const known = new Map<string, string[]>()
  return decisions.filter(({ item, text }) => {
    const words = decidedWords(text)
    if (item === null || words.length < REPEATED_CHARACTERS) return true
    const key = `${item} ${words.slice(0, REPEATED_CHARACTERS)}`
    const earlier = known.get(key) ?? []
    if (earlier.some((other) => other.startsWith(words) || words.startsWith(other))) return false
    known.set(key, [...earlier, words])
    return true
  })
}

/** From the deciding verb on, white space and points folded. */
function decidedWords(text: string): string {
  return text
    .replace(/^.{0,60}?\bresolved\b/i, '')
    .replace(CUT_SHORT, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The lines of the same item before and after a paragraph, nearest first, as far as another decision. */
interface LinesBeside {
  readonly before: readonly Paragraph[]
  readonly after: readonly Paragraph[]
}

function linesBeside(paragraphs: readonly Paragraph[], index: number): LinesBeside {
  const own = paragraphs[index]
  const untilDecision = (lines: readonly Paragraph[]): readonly Paragraph[] => {
    const end = lines.findIndex(({ kind, item }) => kind === 'decision' || item !== own?.item)
    return end < 0 ? lines : lines.slice(0, end)
  }
  return {
    before: untilDecision(paragraphs.slice(Math.max(0, index - LINES_BESIDE), index).reverse()),
    after: untilDecision(paragraphs.slice(index + 1, index + 1 + LINES_BESIDE)),
  }
}

function namesMovers({ mover, seconder }: Movers): boolean {
  return mover !== null || seconder !== null
}

/** @param taken lines that told of an earlier decision: they tell nothing of this one */
function decisionFrom(paragraph: Paragraph, text: string, beside: LinesBeside, taken: Set<string>): Decision {
  const sides = [[paragraph], beside.before, beside.after].map((lines) =>
    lines.filter(({ id }) => !taken.has(id)),
  )
  const moving = sides.find((lines) => namesMovers(moversIn(lines))) ?? []
  const voting = sides.find((lines) => votesIn(lines.map((line) => line.text)) !== null) ?? []
  for (const { id } of [...moving, ...voting]) if (id !== paragraph.id) taken.add(id)
  return {
    part: paragraph.part,
    item: paragraph.item,
    text,
    kind: decisionKind(text),
    paragraphId: paragraph.id,
    ...moversIn(moving),
    votes: votesIn(voting.map((line) => line.text)),
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
