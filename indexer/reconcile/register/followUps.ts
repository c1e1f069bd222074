import { isAfter } from '../../../corpus/model/calendarDate.ts'
import type { CommitmentLink } from '../../../corpus/model/register.ts'
import type { Undertaking } from './restatements.ts'
import { isFinishedStatus } from '../../analysis/discharges.ts'
import { coverage } from './similarWords.ts'
import type { FollowUp, Statement } from './statements.ts'

/** What meetings were told of an undertaking. */
export interface Followed {
  readonly undertaking: Undertaking
  /** False where no document of the collection opened it. */
  readonly isOpened: boolean
  readonly links: readonly CommitmentLink[]
}

/** Of the words that name the action the opening must have this share, and of the opening's they this. */
const LEAST_OF_NAME = 0.7
const LEAST_OF_OPENING = 0.4
/** Where the record names the day of the opening meeting, this is enough. */
const LEAST_ON_THE_DAY = 0.4

/**
 * Updates on actions of earlier meetings of the body, each with the undertaking that it is on. Those on one that no
 * document opened are put together, and the first of them stands for it.
 */
export function followedUndertakings(
  undertakings: readonly Undertaking[],
  followUps: readonly FollowUp[],
): Followed[] {
  const opened = new Map<Undertaking, CommitmentLink[]>(undertakings.map((undertaking) => [undertaking, []]))
  const unopened: { readonly first: FollowUp; readonly links: CommitmentLink[] }[] = []
  for (const followUp of [...followUps].sort(byDate)) {
    const [undertaking] = undertakings
      .map((candidate) => ({ candidate, likeness: likenessOf(followUp, candidate) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || laterFirst(a.candidate, b.candidate))
      .map(({ candidate }) => candidate)
    if (undertaking) {
      opened.get(undertaking)?.push(linkOf(followUp, undertaking))
      continue
    }
    const known = unopened.find(
      ({ first }) => likenessOf(followUp, [first]) > 0 && isOneOpening(followUp, first),
    )
    if (known) known.links.push(linkOf(followUp, [known.first]))
    else unopened.push({ first: followUp, links: [] })
  }
  return [
    ...[...opened].map(([undertaking, links]) => ({ undertaking, isOpened: true, links })),
    ...unopened.map(({ first, links }): Followed => ({
      undertaking: [first],
      isOpened: false,
      links: first.isDischarge || first.update !== first.quote ? [ownUpdate(first), ...links] : links,
    })),
  ]
}

/** Rows of an action table that an earlier meeting's table had: the same words for the same owner, due on the same day or finished. */
export function carriedActions(undertakings: readonly Undertaking[]): Map<Undertaking, Undertaking> {
  const carried = new Map<Undertaking, Undertaking>()
  const known = new Map<string, Undertaking[]>()
  for (const undertaking of [...undertakings].sort(([a], [b]) => byDate(a, b))) {
    const row = undertaking.find(({ kind, status }) => kind === 'action' && status !== null)
    if (!row) continue
    const key = `${String(row.quote.bodyId)} ${row.quote.text.toLowerCase()} ${row.owners.join()}`
    const before = (known.get(key) ?? []).find((other) => isCarried(row, other))
    if (before) carried.set(undertaking, before)
    else known.set(key, [...(known.get(key) ?? []), undertaking])
  }
  return carried
}

function isCarried(row: Statement, [first, ...others]: Undertaking): boolean {
  if (!isOfLaterMeeting(row, first) || row.quote.bodyId === null) return false
  const isSameDay = [first, ...others].some(({ due }) => due !== null && due === row.due)
  return isSameDay || isFinishedStatus(row.status)
}

/** The link of a row that was carried to a later meeting's table. */
export function carriedLink(row: Statement, [first]: Undertaking): CommitmentLink {
  return {
    ...row.quote,
    kind: isFinishedStatus(row.status) ? 'discharge' : 'update',
    strength: 1,
    isAsserted: true,
    openingText: first.quote.text,
    evidence: ['the same action in a later action table'],
  }
}

function likenessOf(followUp: FollowUp, undertaking: Undertaking): number {
  const [first] = undertaking
  const { openedOn } = followUp
  if (
    first.quote.bodyId === null ||
    first.quote.bodyId !== followUp.quote.bodyId ||
    !isOfLaterMeeting(followUp, first)
  )
    return 0
  const isOnTheDay = openedOn !== null && isOneDay(openedOn, first.quote.date)
  if (openedOn !== null && !isOnTheDay && !isFollowUp(first)) return 0
  return Math.max(
    0,
    ...undertaking.map(({ words }) => {
      const ofName = coverage(followUp.words, words)
      const ofOpening = coverage(words, followUp.words)
      const isLike = isOnTheDay
        ? ofName >= LEAST_ON_THE_DAY
        : ofName >= LEAST_OF_NAME && ofOpening >= LEAST_OF_OPENING
      return isLike ? ofName + ofOpening : 0
    }),
  )
}

function isFollowUp(statement: Statement): statement is FollowUp {
  return 'update' in statement
}

/** Where both name the day on which the action was opened, it is one day. */
function isOneOpening(a: FollowUp, b: FollowUp): boolean {
  return a.openedOn === null || b.openedOn === null || isOneDay(a.openedOn, b.openedOn)
}

/** `2022-03` is one day with `2022-03-09`, as far as the record tells. */
function isOneDay(a: string, b: string | null): boolean {
  return b !== null && (a.startsWith(b) || b.startsWith(a))
}

function isOfLaterMeeting(later: Statement, earlier: Statement): boolean {
  return (
    later.quote.date !== null && earlier.quote.date !== null && isAfter(later.quote.date, earlier.quote.date)
  )
}

function linkOf(followUp: FollowUp, [first]: Undertaking): CommitmentLink {
  const namesDay = followUp.openedOn !== null && isOneDay(followUp.openedOn, first.quote.date)
  const sharesOwner = followUp.owners.some((owner) => first.owners.includes(owner))
  return {
    ...ownUpdate(followUp),
    openingText: first.quote.text,
    evidence: [
      ...recordedAs(followUp),
      `same words: ${followUp.what}`,
      ...(namesDay ? ['names the date of the meeting'] : []),
      ...(sharesOwner ? ['same owner'] : []),
    ],
  }
}

/** Where the update itself does not say that the action is discharged, the line above its list does. */
function recordedAs({ announcement, isDischarge, status }: FollowUp): string[] {
  const under =
    announcement !== null && isDischarge && status === null ? ` under \u201c${announcement}\u201d` : ''
  return [`recorded as an update on an action${under}`]
}

function ownUpdate(followUp: FollowUp): CommitmentLink {
  return {
    ...followUp.update,
    kind: followUp.isDischarge ? 'discharge' : 'update',
    strength: 1,
    isAsserted: true,
    openingText: followUp.what,
    evidence: recordedAs(followUp),
  }
}

function byDate(a: Statement, b: Statement): number {
  const [first, second] = [a, b].map(({ quote }) => `${quote.date ?? '~'} ${quote.documentId}`)
  return (first ?? '') < (second ?? '') ? -1 : (first ?? '') > (second ?? '') ? 1 : 0
}

function laterFirst([a]: Undertaking, [b]: Undertaking): number {
  return byDate(b, a)
}
