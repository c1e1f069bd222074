import type { Statement } from './statements.ts'
import { coverage, sharedWords, weightOf } from './similarWords.ts'

/** Statements of one undertaking in the record of one meeting, in reading order. */
export type Undertaking = readonly [Statement, ...Statement[]]

/** Of the shorter statement's words the other must have this share, and of the longer one's this. */
const LEAST_OF_SHORTER = 0.75
const LEAST_OF_LONGER = 0.35
/** A sentence has more words than the action that is made of it. */
const LEAST_OF_SENTENCE = 0.2
/** Of an action's words the paragraph of `offered to report on it again` must have this share. */
const LEAST_OF_ACTION_IN_PARAGRAPH = 0.5
const SAME_TIME = 0.25
const REPORTING = /\b(?:update|report|brief|briefing|inform|feed back|figures|information|copy)\b/i
const WORD_OF_TIME = /\b(?:outside|next|future|later|due course)\b/i

/**
 * Statements of one meeting's record that are one undertaking are put together: what was said, the point of the actions
 * section and the row of the action table that were made of it.
 */
export function undertakingsOf(
  statements: readonly Statement[],
  contentOf: (statement: Statement) => Statement['words'],
): Undertaking[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const key = recordOf(statement)
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()].flatMap((group) => undertakingsOfMeeting(group, contentOf))
}

/** What has no meeting is compared within its part alone. */
function recordOf({ quote: { meetingId, documentId, part } }: Statement): string {
  return meetingId ?? `${documentId} ${part}`
}

function undertakingsOfMeeting(
  statements: readonly Statement[],
  contentOf: (statement: Statement) => Statement['words'],
): Undertaking[] {
  const undertakings: [Statement, ...Statement[]][] = []
  for (const action of statements.filter(({ kind }) => kind === 'action')) {
    const known = undertakings.find((others) => others.every((other) => areOneAction(action, other)))
    if (known) known.push(action)
    else undertakings.push([action])
  }
  const pairs = statements
    .filter(({ kind }) => kind === 'commitment')
    .flatMap((commitment) =>
      undertakings.map((undertaking) => ({
        commitment,
        undertaking,
        likeness: likenessOfSpeech(commitment, undertaking, contentOf),
      })),
    )
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  const placed = new Set<Statement>()
  const spoken = new Set<readonly Statement[]>()
  for (const { commitment, undertaking } of pairs) {
    if (placed.has(commitment) || spoken.has(undertaking)) continue
    placed.add(commitment)
    spoken.add(undertaking)
    undertaking.unshift(commitment)
  }
  for (const commitment of statements.filter(
    (statement) => statement.kind === 'commitment' && !placed.has(statement),
  )) {
    const same = undertakings.find((others) => others.some((other) => isSameSentence(commitment, other)))
    if (same) same.push(commitment)
    else undertakings.push([commitment])
  }
  const order = new Map(statements.map((statement, index) => [statement, index]))
  const placeOf = (statement: Statement): number => order.get(statement) ?? 0
  for (const undertaking of undertakings) undertaking.sort((a, b) => placeOf(a) - placeOf(b))
  return undertakings.sort(([a], [b]) => placeOf(a) - placeOf(b))
}

/** The same sentence in another document of the meeting. */
function isSameSentence(a: Statement, b: Statement): boolean {
  return a.quote.documentId !== b.quote.documentId && a.quote.text === b.quote.text
}

/** Two points of one list are two actions, however like each other. */
function areOneAction(a: Statement, b: Statement): boolean {
  return !areOfOneList(a, b) && !areDueApart(a, b) && areAlike(a, b, LEAST_OF_LONGER)
}

function areOfOneList(a: Statement, b: Statement): boolean {
  return (
    a.quote.documentId === b.quote.documentId &&
    a.quote.part === b.quote.part &&
    a.quote.item === b.quote.item &&
    a.paragraph.kind === b.paragraph.kind &&
    (a.status === null) === (b.status === null)
  )
}

function areDueApart(a: Statement, b: Statement): boolean {
  return a.due !== null && b.due !== null && a.due !== b.due
}

function areAlike(a: Statement, b: Statement, leastOfLonger: number): boolean {
  const [shorter, longer] =
    weightOf(a.words.values()) <= weightOf(b.words.values()) ? [a.words, b.words] : [b.words, a.words]
  return (
    sharedWords(shorter, longer).length > 0 &&
    coverage(shorter, longer) >= LEAST_OF_SHORTER &&
    coverage(longer, shorter) >= leastOfLonger
  )
}

/** How like what was said is to the action that may have been made of it; 0 where it is another. */
function likenessOfSpeech(
  commitment: Statement,
  undertaking: readonly Statement[],
  contentOf: (statement: Statement) => Statement['words'],
): number {
  return Math.max(
    0,
    ...undertaking.map((action) => {
      if (areDueApart(commitment, action)) return 0
      if (areAlike(commitment, action, LEAST_OF_SENTENCE)) return 1 + coverage(action.words, commitment.words)
      return likenessOfParagraph(commitment, action, contentOf)
    }),
  )
}

/** `He offered to report on it again`: what `it` is stands before, in the paragraph. */
function likenessOfParagraph(
  commitment: Statement,
  action: Statement,
  contentOf: (statement: Statement) => Statement['words'],
): number {
  const isReport = REPORTING.test(commitment.what) && REPORTING.test(action.what)
  if (!isReport || commitment.quote.documentId !== action.quote.documentId) return 0
  const share =
    coverage(action.words, contentOf(commitment)) + (areOfOneTime(commitment, action) ? SAME_TIME : 0)
  return share >= LEAST_OF_ACTION_IN_PARAGRAPH ? share / 2 : 0
}

function areOfOneTime(a: Statement, b: Statement): boolean {
  const [time, other] = [a, b].map(({ dueText }) => WORD_OF_TIME.exec(dueText ?? '')?.[0].toLowerCase())
  return time !== undefined && time === other
}
