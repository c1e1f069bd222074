import { isWholeDay } from '../../../corpus/model/calendarDate.ts'
import { formatDate } from '../../../corpus/model/formatDate.ts'
import type { CommitmentEntry } from '../../../corpus/model/register.ts'
import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import type { Names } from '../../labels.ts'
import type { CommitmentStanding, CommitmentState } from '../../register/commitmentStanding.ts'
import { presentEntryPlace } from './entryPlace.ts'
import { valueLabel } from './words.ts'

/** How a commitment stands, in words: a tag for each state, and sentences that say what it rests on. */
export function presentStanding(entry: CommitmentEntry, standing: CommitmentStanding, names: Names) {
  return {
    asOf: formatDate(standing.asOf),
    tags: standing.states.map((state) => ({ state, label: tagOf(state, entry, names) })),
    sentences: [
      ...(entry.isOpened
        ? []
        : ['No document of this collection opened this action: the record here has only updates on it.']),
      ...dischargeSentence(standing, names),
      ...dueSentences(entry, standing),
      ...(standing.discharge === null ? updateSentence(standing, names) : []),
      ...(standing.discharge === null ? silenceSentence(entry, standing) : []),
    ],
  }
}

function tagOf(state: CommitmentState, { due }: CommitmentEntry, names: Names): string {
  return state === 'due' && due !== null ? `Due ${formatDate(due)}` : valueLabel('state', state, names)
}

function dischargeSentence({ discharge }: CommitmentStanding, names: Names): string[] {
  if (discharge === null) return []
  return [`The record itself says that it is discharged: ${presentEntryPlace(discharge, names).where}.`]
}

function dueSentences(
  { due, dueText }: CommitmentEntry,
  { discharge, isDueBeforeMade, states }: CommitmentStanding,
): string[] {
  if (due === null)
    return dueText === null ? [] : [`When, in the record\u2019s words: \u201c${dueText}\u201d.`]
  if (isDueBeforeMade)
    return [
      `The due date as printed, ${formatDate(due)}, is before the meeting itself, so that it is not counted as overdue.`,
    ]
  const words =
    isWholeDay(due) || dueText === null ? '' : ` (in the record\u2019s words: \u201c${dueText}\u201d)`
  if (discharge !== null || !states.includes('overdue')) return [`Due ${formatDate(due)}${words}.`]
  return [
    `Due ${formatDate(due)}${words}, which is past; nothing found in this collection says that it is done.`,
  ]
}

function updateSentence({ latestUpdate }: CommitmentStanding, names: Names): string[] {
  if (latestUpdate === null) return []
  return [`An update is recorded: ${presentEntryPlace(latestUpdate, names).where}.`]
}

function silenceSentence({ bodyId }: CommitmentEntry, standing: CommitmentStanding): string[] {
  const { meetingsSince, possibleSince, lastMention } = standing
  if (bodyId === null || lastMention === null)
    return ['The record does not date it, so that nothing can be said of what came after.']
  if (meetingsSince.length === 0)
    return ['This collection has no minutes or notes of a later meeting of the body.']
  const where = `in ${meetingsInWords(meetingsSince)} whose record it has`
  if (possibleSince === 0) return [`No mention was found since ${where}.`]
  const passages = possibleSince === 1 ? 'One later passage' : `${possibleSince} later passages`
  return [`No sure mention was found since ${where}. ${passages} may be about it.`]
}

/** `the 3 meetings of the Panel in this collection (5 May 2022 to 3 June 2023)` */
export function meetingsInWords(meetings: readonly MeetingSummary[]): string {
  const days = meetings.map(({ date }) => date).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'no meeting'
  const [body = '', ...others] = new Set(meetings.map((meeting) => meeting.body))
  const of = others.length === 0 ? `the ${body}` : `${others.length + 1} bodies`
  return meetings.length === 1
    ? `the one meeting of ${of} in this collection (${formatDate(first)})`
    : `the ${meetings.length.toLocaleString('en-GB')} meetings of ${of} in this collection (${formatDate(first)} to ${formatDate(last)})`
}
