import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import type { DecisionEntry } from '../../../corpus/model/register.ts'
import { daysIn } from '../../analysis/dates.ts'
import { sentencesOf } from '../../analysis/sentences.ts'
import type { Subject, Words } from './decisionSubjects.ts'
import { sharedWeight } from './relatedDecisions.ts'

type Supersession = NonNullable<DecisionEntry['supersededBy']>

/** A decision as far as what takes its place is told. */
export interface DatedDecision {
  readonly id: string
  readonly text: string
  readonly paragraphId: string
  readonly bodyId: string
  readonly date: CalendarDate
  readonly subject: Subject
}

const EARLIER =
  "(?:(?:the|its|our|any|all|that|this|council['\\u2019]s) )?(?:(?:previous|earlier|former|original|existing) )?(?:resolutions?|decisions?|minutes? (?:no\\.? ?)?\\d{1,4}|polic(?:y|ies))"
const UNDOING = 'rescind(?:s|ing)?|revok(?:es?|ing)|supersed(?:es?|ing)|replac(?:es?|ing)|amend(?:s|ing)?'
const UNDONE = 'rescinded|revoked|superseded|replaced|amended|set aside|overturned'

/** Words that take the place of an earlier decision; what follows or stands between names its day. */
export const SUPERSEDING_WORDS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: new RegExp(`\\b(?:${UNDOING}) ${EARLIER}\\b(.{0,200})`, 'i'),
    example: 'This resolution rescinds previous resolution passed at the meeting held on 4 June 2019.',
  },
  {
    pattern: new RegExp(
      `\\b${EARLIER}\\b(.{0,200}?)\\b(?:be|is|are|was|were) (?:and (?:is|are) )?(?:hereby )?(?:${UNDONE})\\b`,
      'i',
    ),
    example: 'RESOLVED that the decision taken on 4 June 2019 be rescinded.',
  },
  {
    pattern: new RegExp(`\\b(?:rescission|revocation) of ${EARLIER}\\b(.{0,200})`, 'i'),
    example: 'RESOLVED to approve the rescission of the resolution of 4 June 2019.',
  },
]

/** The same words where nothing is undone: refused, put off, or asked of somebody else. */
export const NOT_SUPERSEDING: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: new RegExp(
      `\\b(?:not|never|nor|against|oppose[sd]?)\\b.{0,40}\\b(?:${UNDOING}|${UNDONE})\\b`,
      'i',
    ),
    example: 'RESOLVED that the decision of 4 June 2019 not be rescinded.',
  },
  {
    pattern: new RegExp(
      `\\b(?:ask|request|call|write|urge|consider|refer|invite|notice|whether|if)\\w*\\b.{0,80}\\b(?:${UNDOING}|${UNDONE})\\b`,
      'i',
    ),
    example: 'RESOLVED to ask the Minister to revoke the decision of 4 June 2019.',
  },
  {
    pattern: new RegExp(
      `\\b(?:${UNDOING}|${UNDONE})\\b.{0,200}\\b(?:lost|refused|rejected|withdrawn|deferred|referred|fell|not carried)\\b`,
      'i',
    ),
    example: 'The motion to rescind the decision of 4 June 2019 was lost.',
  },
]

const MAY_SUPERSEDE = new RegExp(`\\b(?:${UNDOING}|${UNDONE}|rescission|revocation)\\b`, 'i')
/** How much less the next decision of that day may share than the one that shares most. */
const CLEARLY_LESS = 0.8

/**
 * Which decisions a later one of the same body takes the place of, by its own words and the day that they name. Of the
 * decisions of that day it is the one that shares rare words with the later one, and clearly more than any other.
 */
export function supersessions(decisions: readonly DatedDecision[]): Map<string, Supersession> {
  const byDay = new Map<string, DatedDecision[]>()
  for (const decision of decisions) {
    const day = dayOf(decision.bodyId, decision.date)
    byDay.set(day, [...(byDay.get(day) ?? []), decision])
  }
  const superseded = new Map<string, Supersession>()
  const byDate = [...decisions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  for (const decision of byDate)
    for (const { sentence, date } of supersedingIn(decision)) {
      const earlier = likeliest(decision, byDay.get(dayOf(decision.bodyId, date)) ?? [])
      if (earlier && !superseded.has(earlier.id))
        superseded.set(earlier.id, { id: decision.id, text: sentence, paragraphId: decision.paragraphId })
    }
  return superseded
}

function dayOf(bodyId: string, date: CalendarDate): string {
  return `${bodyId} ${date}`
}

/** The sentences of a decision that undo earlier ones, each with an earlier day that it names. */
function supersedingIn({ text, date }: DatedDecision): { sentence: string; date: CalendarDate }[] {
  if (!MAY_SUPERSEDE.test(text)) return []
  return sentencesOf(text).flatMap(([start, end]) => {
    const sentence = text.slice(start, end)
    if (NOT_SUPERSEDING.some(({ pattern }) => pattern.test(sentence))) return []
    const named = SUPERSEDING_WORDS.map(({ pattern }) => pattern.exec(sentence)?.[1]).find(
      (words) => words !== undefined,
    )
    return daysIn(named ?? '')
      .filter((day) => day < date)
      .map((day) => ({ sentence, date: day }))
  })
}

function likeliest(decision: DatedDecision, earlier: readonly DatedDecision[]): DatedDecision | null {
  const words = allWords(decision.subject)
  const [best, next] = earlier
    .map((candidate) => ({ candidate, shared: sharedWeight(words, allWords(candidate.subject)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
  if (!best || (next && next.shared > CLEARLY_LESS * best.shared)) return null
  return best.candidate
}

function allWords({ matter, words, parties }: Subject): Words {
  return new Map([...matter, ...words, ...parties])
}
