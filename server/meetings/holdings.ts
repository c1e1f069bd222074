import { isWholeDay } from '../../corpus/model/calendarDate.ts'
import type {
  CommitmentEntry,
  CommitmentLink,
  DecisionEntry,
  QuestionEntry,
  RequestEntry,
} from '../../corpus/model/register.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { Database } from '../../corpus/store/database.ts'
import type { Confirmation, MeetingPart, MeetingSummary } from '../../corpus/store/meetings.ts'
import { listConfirmations, listMeetingParts } from '../../corpus/store/meetings.ts'
import type { Places } from '../../corpus/store/places.ts'
import { placeKey } from '../../corpus/store/places.ts'
import type { SearchEngine } from '../../indexer/engine/engine.ts'
import { groupedBy } from '../groupedBy.ts'
import type { RegisterLists } from '../register/registerLists.ts'
import { personByPrintedName } from '../register/registerLists.ts'
import { BodyTopics } from './bodyTopics.ts'
import type { Gap } from './gaps.ts'
import { gapsOf } from './gaps.ts'

/** What the collection has of a meeting. */
export interface MeetingHoldings {
  readonly meeting: MeetingSummary
  /** The meetings of the body before and after it, of which the collection has something. */
  readonly previous: MeetingSummary | null
  readonly next: MeetingSummary | null
  /** In reading order. */
  readonly parts: readonly MeetingPart[]
  /** Those of the parts that record the meeting, each record once. */
  readonly records: readonly MeetingPart[]
  /** Another meeting under whose name the same record stands; null where none does. */
  readonly sameRecordAs: MeetingSummary | null
  readonly decisions: readonly DecisionEntry[]
  readonly commitments: readonly CommitmentEntry[]
  readonly questions: readonly QuestionEntry[]
  readonly requests: readonly RequestEntry[]
  readonly followUps: readonly FollowUp[]
  /** Where later meetings confirmed its minutes. */
  readonly confirmedBy: readonly Confirmation[]
  /** The minutes that it confirmed. */
  readonly confirms: readonly Confirmation[]
}

/** What the record of a meeting surely has of a commitment that another meeting made. */
export interface FollowUp {
  readonly commitment: CommitmentEntry
  readonly link: CommitmentLink
}

/** What the collection has of the meetings of a body. */
export interface BodyHoldings {
  readonly id: string
  readonly name: string
  readonly newestFirst: readonly MeetingHoldings[]
  /** The earliest first. */
  readonly gaps: readonly Gap[]
}

export interface Meetings {
  /** By day, of one day by body. */
  readonly newestFirst: readonly MeetingHoldings[]
  readonly byId: ReadonlyMap<string, MeetingHoldings>
  /** By id; the one with the most meetings first, and last those of which no meeting has a known day. */
  readonly byBody: ReadonlyMap<string, BodyHoldings>
  /** The person whose name is printed so; null where that may be several, or nobody known. */
  readonly personOf: (name: string) => string | null
  readonly topics: BodyTopics
}

interface Sources {
  readonly db: Database
  readonly engine: SearchEngine
  readonly collection: Collection
  readonly places: Places
  readonly register: RegisterLists
}

/** Read once for each generation. */
export async function openMeetings({ db, engine, collection, places, register }: Sources): Promise<Meetings> {
  const { lists, meetings } = register
  const summaries = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const parts = await listMeetingParts(db)
  const meetingOfPart = new Map(parts.map((part) => [placeKey(part.documentId, part.part), part.meetingId]))
  const originalMeetingOf = ({ copyOf }: MeetingPart): string | null =>
    copyOf === null ? null : (meetingOfPart.get(placeKey(copyOf.documentId, copyOf.part)) ?? null)
  const confirmations = await listConfirmations(db)
  const index = {
    parts: groupedBy(parts, ({ meetingId }) => meetingId),
    decisions: byMeeting(lists.decisions.entries),
    commitments: byMeeting(lists.commitments.entries),
    questions: byMeeting(lists.questions.entries),
    requests: byMeeting(lists.requests.entries),
    followUps: groupedBy(followUpsOf(lists.commitments.entries), ({ link }) => link.meetingId ?? ''),
    confirmedBy: groupedBy(confirmations, ({ meetingId }) => meetingId),
    confirms: groupedBy(confirmations, ({ confirmedAtMeetingId }) => confirmedAtMeetingId),
  }
  const holdings = [...groupedBy(meetings, ({ bodyId }) => bodyId).values()].flatMap((ofBody) =>
    ofBody.map((meeting, position): MeetingHoldings => {
      const { id } = meeting
      const own = index.parts.get(id) ?? []
      const records = own.filter(
        (part) =>
          (part.kind === 'minutes' || part.kind === 'meeting_notes') && originalMeetingOf(part) !== id,
      )
      const original = records.map(originalMeetingOf).find((other) => other !== null)
      return {
        meeting,
        previous: ofBody[position - 1] ?? null,
        next: ofBody[position + 1] ?? null,
        parts: own,
        records,
        sameRecordAs: original === undefined ? null : (summaries.get(original) ?? null),
        decisions: index.decisions.get(id) ?? [],
        commitments: index.commitments.get(id) ?? [],
        questions: index.questions.get(id) ?? [],
        requests: index.requests.get(id) ?? [],
        followUps: index.followUps.get(id) ?? [],
        confirmedBy: index.confirmedBy.get(id) ?? [],
        confirms: index.confirms.get(id) ?? [],
      }
    }),
  )
  const newestFirst = holdings.sort(({ meeting: a }, { meeting: b }) =>
    a.date === b.date ? inOrder(a.bodyId, b.bodyId) || inOrder(a.id, b.id) : inOrder(b.date, a.date),
  )
  return {
    newestFirst,
    byBody: bodiesOf(collection, newestFirst),
    byId: new Map(holdings.map((one) => [one.meeting.id, one])),
    personOf: personByPrintedName(places),
    topics: new BodyTopics(engine),
  }
}

/** Is what is dated by its day surely of this meeting, and of no other of the body? */
export function isOnlyOneOfItsDay({
  meeting,
  previous,
  next,
}: Pick<MeetingHoldings, 'meeting' | 'previous' | 'next'>): boolean {
  return isWholeDay(meeting.date) && previous?.date !== meeting.date && next?.date !== meeting.date
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function bodiesOf(
  { bodies }: Collection,
  newestFirst: readonly MeetingHoldings[],
): ReadonlyMap<string, BodyHoldings> {
  const byBody = groupedBy(newestFirst, ({ meeting }) => meeting.bodyId)
  const holdings = bodies.map(({ id, name }): BodyHoldings => {
    const own = byBody.get(id) ?? []
    return { id, name, newestFirst: own, gaps: gapsOf(own.map(({ meeting }) => meeting)) }
  })
  const mostFirst = holdings.sort((a, b) => b.newestFirst.length - a.newestFirst.length)
  return new Map(mostFirst.map((body) => [body.id, body]))
}

function byMeeting<Entry extends { readonly meetingId: string | null }>(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  return groupedBy(
    entries.filter(({ meetingId }) => meetingId !== null),
    ({ meetingId }) => meetingId ?? '',
  )
}

function followUpsOf(commitments: readonly CommitmentEntry[]): FollowUp[] {
  return commitments.flatMap((commitment) =>
    commitment.links
      .filter(
        ({ isAsserted, meetingId }) => isAsserted && meetingId !== null && meetingId !== commitment.meetingId,
      )
      .map((link) => ({ commitment, link })),
  )
}
