import type { Decision, DecisionKind } from '../../corpus/model/decision.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'

interface DecisionRule {
  readonly pattern: RegExp
  readonly example: string
}

/** Sentences that decide without the word RESOLVED. The subject comes first, or the decision is somebody else's. */
export const DECIDING_SENTENCES: readonly DecisionRule[] = [
  {
    pattern:
      /^(?:the )?(?:meeting )?(?:notes|minutes)\b.{0,120}?\b(?:was|were) (?:agreed|approved|noted|confirmed|accepted|adopted)\b/i,
    example: 'The notes were agreed as a true and accurate record.',
  },
  {
    pattern: /\b(?:was|were) therefore (?:agreed|approved|noted|supported|adopted)\b/i,
    example: 'The Terms of Reference were therefore approved.',
  },
  {
    pattern: /^it was (?:unanimously )?(?:agreed|resolved|noted|approved)\b/i,
    example: 'It was agreed that the policy be adopted.',
  },
]

const OPERATIVE_VERBS: readonly (readonly [verb: RegExp, kind: DecisionKind])[] = [
  [/\bnote[ds]?\b/i, 'noted'],
  [/\bagree[ds]?\b/i, 'agreed'],
  [/\bsupport(?:s|ed)?\b/i, 'supported'],
  [/\b(?:approve[ds]?|adopted)\b/i, 'approved'],
]

/** What was decided: RESOLVED paragraphs whole, other deciding sentences of minutes and notes. */
export function findDecisions(parsed: ParsedDocument): Decision[] {
  return parsed.paragraphs.flatMap((paragraph) => {
    const partKind = parsed.parts[paragraph.part]?.kind
    const place = { part: paragraph.part, item: paragraph.item, paragraphId: paragraph.id }
    if (paragraph.kind === 'decision')
      return [{ ...place, text: paragraph.text, kind: decisionKind(paragraph.text) }]
    const isReported =
      (partKind === 'minutes' || partKind === 'meeting_notes') && paragraph.kind !== 'heading'
    if (!isReported || !MAY_DECIDE.test(paragraph.text)) return []
    return sentencesOf(paragraph.text)
      .map(([start, end]) => paragraph.text.slice(start, end))
      .filter((sentence) => DECIDING_SENTENCES.some(({ pattern }) => pattern.test(sentence)))
      .map((text) => ({ ...place, text, kind: decisionKind(text) }))
  })
}

const MAY_DECIDE = /\b(?:agreed|approved|noted|confirmed|accepted|adopted|resolved|supported)\b/i

/** The kind of the operative verb that comes first; `resolved` where there is none of them. */
export function decisionKind(text: string): DecisionKind {
  const found = OPERATIVE_VERBS.map(([verb, kind]) => ({ kind, at: text.search(verb) })).filter(
    ({ at }) => at >= 0,
  )
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? 'resolved'
}
