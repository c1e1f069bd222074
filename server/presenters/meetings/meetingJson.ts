import type { MeetingSummary } from '../../../corpus/store/meetings.ts'
import type { Generation } from '../../generations.ts'
import type { FollowUp, MeetingHoldings } from '../../meetings/holdings.ts'
import { paragraphAnchor, paragraphPath, partAddress, pathTo } from '../../paths.ts'
import { today } from '../../register/listRequest.ts'
import type { EntryOf, ListName } from '../../register/registerLists.ts'
import { presentEntry } from '../register/entryJson.ts'
import type { AsOf } from '../register/rows.ts'
import type { MeetingDetails } from './meetingPage.ts'
import { isDraft } from './meetingWords.ts'

// Meetings as JSON. Addresses in it are absolute, from the configured base.

/** A meeting in a list, with what the collection has of it in numbers. */
export function presentMeetingInList(holdings: MeetingHoldings, baseUrl: string) {
  const { meeting, parts, decisions, commitments, questions, requests } = holdings
  return {
    ...presentMeetingName(meeting, baseUrl),
    isRecorded: meeting.isRecorded,
    isDraft: isDraft(holdings),
    documents: new Set(parts.map(({ documentId }) => documentId)).size,
    decisions: decisions.length,
    commitments: commitments.length,
    questions: questions.length,
    requests: requests.length,
  }
}

export function presentMeetingName({ id, title, bodyId, body, date }: MeetingSummary, baseUrl: string) {
  return {
    id,
    title,
    body: { id: bodyId, name: body, url: baseUrl + pathTo('body', bodyId) },
    date,
    url: baseUrl + pathTo('meeting', id),
    apiUrl: baseUrl + pathTo('apiMeeting', id),
  }
}

/** All that the collection has of a meeting; its commitments as they stand today. */
export function presentMeetingJson(
  holdings: MeetingHoldings,
  { attendance, items, declarations }: MeetingDetails,
  generation: Generation,
  baseUrl: string,
) {
  const { meeting, parts, previous, next, sameRecordAs } = holdings
  const asOf = { asOf: today(), isAsOfGiven: false }
  const nameOf = (other: MeetingSummary | null) => other && presentMeetingName(other, baseUrl)
  const confirmed = (meetingId: string, paragraphId: string) => ({
    meeting: nameOf(generation.meetings.byId.get(meetingId)?.meeting ?? null),
    paragraphUrl: baseUrl + paragraphPath(paragraphId),
  })
  const entries = <Name extends Exclude<ListName, 'figures'>>(name: Name, list: readonly EntryOf<Name>[]) =>
    list.flatMap((whole) => {
      const entry = generation.register.lists[name].asOf(whole, asOf.asOf)
      return entry ? [presentEntry(name, entry, asOf, generation, baseUrl)] : []
    })
  return {
    meeting: presentMeetingName(meeting, baseUrl),
    isRecorded: meeting.isRecorded,
    isDraft: isDraft(holdings),
    asOf: asOf.asOf,
    previous: nameOf(previous),
    next: nameOf(next),
    sameRecordAs: nameOf(sameRecordAs),
    confirmedBy: holdings.confirmedBy.map(({ confirmedAtMeetingId, paragraphId }) =>
      confirmed(confirmedAtMeetingId, paragraphId),
    ),
    confirms: holdings.confirms.map(({ meetingId, paragraphId }) => confirmed(meetingId, paragraphId)),
    attendance: Object.entries(attendance).flatMap(([status, people]) =>
      people.map((person) => ({ ...person, status })),
    ),
    items: items.flatMap(({ record, items: business }) =>
      business.map((item) => ({
        ...item,
        url:
          baseUrl +
          (item.paragraphId === null
            ? partAddress(record.documentId, record.part)
            : paragraphAnchor(record.documentId, item.paragraphId)),
      })),
    ),
    decisions: entries('decisions', holdings.decisions),
    commitments: entries('commitments', holdings.commitments),
    followUps: holdings.followUps.map((followUp) => presentFollowUp(followUp, asOf, generation, baseUrl)),
    questions: entries('questions', holdings.questions),
    requests: entries('requests', holdings.requests),
    declarations: declarations.map(({ name, text, paragraphId }) => ({
      name,
      text,
      paragraphUrl: baseUrl + paragraphPath(paragraphId),
    })),
    parts: parts.map(({ documentId, part, title, kind, isDraft: isDraftPart, copyOf }) => ({
      documentId,
      part,
      title,
      kind,
      isDraft: isDraftPart,
      copyOf,
      url: baseUrl + partAddress(documentId, part),
    })),
  }
}

function presentFollowUp(
  { commitment, link }: FollowUp,
  asOf: AsOf,
  generation: Generation,
  baseUrl: string,
) {
  return {
    kind: link.kind,
    text: link.text,
    paragraphUrl: baseUrl + paragraphPath(link.paragraphId),
    commitment: presentEntry('commitments', commitment, asOf, generation, baseUrl),
  }
}
