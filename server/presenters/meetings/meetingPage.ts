import { formatDate } from '../../../corpus/model/formatDate.ts'
import type { AttendanceStatus } from '../../../corpus/model/attendee.ts'
import type { Declaration } from '../../../corpus/model/declaration.ts'
import type { Confirmation, ItemOfPart, MeetingPart } from '../../../corpus/store/meetings.ts'
import { declarationsOfPart, itemsOfPart } from '../../../corpus/store/meetings.ts'
import type { Generation } from '../../generations.ts'
import { groupedBy } from '../../groupedBy.ts'
import { sentenceCase } from '../../labels.ts'
import type { Attendance, Attending } from '../../meetings/attendance.ts'
import { attendanceOf } from '../../meetings/attendance.ts'
import type { MeetingHoldings } from '../../meetings/holdings.ts'
import { isOnlyOneOfItsDay } from '../../meetings/holdings.ts'
import { paragraphAnchor, paragraphPath, partAddress, PATHS, pathTo, withQuery } from '../../paths.ts'
import { today } from '../../register/listRequest.ts'
import type { EntryOf, ListName } from '../../register/registerLists.ts'
import type { PageHead } from '../pageHead.ts'
import { LINK_WORDS } from '../register/entryPages.ts'
import type { AsOf, EntryRow } from '../register/rows.ts'
import { partyInWords, presentRow } from '../register/rows.ts'
import { eventNode } from '../schemaNodes.ts'
import { presentMeetingLink } from './meetingList.ts'
import { countsInWords, heldInWords, isDraft, PART_WORDS } from './meetingWords.ts'

/** What is read of a meeting for its page alone. */
export interface MeetingDetails {
  readonly attendance: Attendance
  readonly items: readonly { readonly record: MeetingPart; readonly items: readonly ItemOfPart[] }[]
  readonly declarations: readonly Declaration[]
}

export async function loadMeetingDetails(
  { db, meetings }: Generation,
  holdings: MeetingHoldings,
): Promise<MeetingDetails> {
  const { records } = holdings
  return {
    attendance: await attendanceOf(db, holdings, meetings),
    items: await Promise.all(
      records.map(async (record) => ({ record, items: await itemsOfPart(db, record) })),
    ),
    declarations: (await Promise.all(records.map((record) => declarationsOfPart(db, record)))).flat(),
  }
}

/** The page of a meeting: what it decided, who was there, and what the collection has of it. */
export function presentMeetingPage(
  holdings: MeetingHoldings,
  { attendance, items, declarations }: MeetingDetails,
  generation: Generation,
) {
  const { meeting, previous, next } = holdings
  const asOf = { asOf: today(), isAsOfGiven: false }
  const shown = (name: ShownList) => rowsOf(name, holdings[name], asOf, generation)
  const bodyHref = pathTo('body', meeting.bodyId)
  const ofDay = isOnlyOneOfItsDay(holdings)
    ? { body: meeting.bodyId, from: meeting.date, to: meeting.date }
    : null
  return {
    head: {
      title: meeting.title,
      description: descriptionOf(holdings),
      path: pathTo('meeting', meeting.id),
      section: 'meetings',
      crumbs: [
        { label: 'Meetings', href: PATHS.meetings },
        { label: meeting.body, href: bodyHref },
      ],
      here: formatDate(meeting.date),
      kind: 'article',
      about: (absolute) => [eventNode(meeting, absolute)],
    } satisfies PageHead,
    title: meeting.title,
    body: { name: meeting.body, href: bodyHref },
    held: heldInWords(holdings),
    isRecorded: meeting.isRecorded,
    isDraft: isDraft(holdings),
    sameRecordAs: holdings.sameRecordAs && presentMeetingLink(holdings.sameRecordAs),
    lastRecorded: meeting.isRecorded ? null : lastRecordedBefore(holdings, generation),
    confirmedBy: confirmationsOf(
      holdings.confirmedBy,
      ({ confirmedAtMeetingId }) => confirmedAtMeetingId,
      generation,
    ),
    confirms: confirmationsOf(holdings.confirms, ({ meetingId }) => meetingId, generation),
    asOf: formatDate(asOf.asOf),
    decisions: shown('decisions'),
    commitments: shown('commitments'),
    followUps: followUpRows(holdings, asOf, generation),
    questions: holdings.questions.flatMap((question) =>
      rowsOf('questions', [question], asOf, generation).map((row) => ({ ...row, reply: replyTo(question) })),
    ),
    requests: shown('requests'),
    attendance: presentAttendance(attendance),
    hasAttendance: Object.values(attendance).some((list) => list.length > 0),
    items: items
      .filter((one) => one.items.length > 0)
      .map(({ record, items: business }) => ({
        title: record.title,
        items: business.map((item) => presentItem(record, item)),
      })),
    declarations: declarations.map(({ name, text, paragraphId }) => ({
      name,
      text,
      href: paragraphPath(paragraphId),
    })),
    documents: presentDocuments(holdings, generation),
    searchHref: ofDay && withQuery(PATHS.search, ofDay),
    csvHref: ofDay && withQuery(PATHS.apiDecisions, { format: 'csv', ...ofDay }),
    jsonHref: pathTo('apiMeeting', meeting.id),
    pagination: {
      ...(previous === null ? {} : { previous: neighbour('Previous meeting', previous) }),
      ...(next === null ? {} : { next: neighbour('Next meeting', next) }),
    },
  }
}

const neighbour = (text: string, meeting: MeetingHoldings['meeting']) => ({
  text,
  labelText: meeting.title,
  href: pathTo('meeting', meeting.id),
})

function descriptionOf(holdings: MeetingHoldings): string {
  return `${[`${holdings.meeting.title}: ${heldInWords(holdings)}`, ...countsInWords(holdings)].join('; ')}.`
}

type ShownList = Exclude<ListName, 'figures'>

/** The rows of a list's entries as they stand on a day; where they stand is the page itself. */
function rowsOf<Name extends ShownList>(
  name: Name,
  entries: readonly EntryOf<Name>[],
  asOf: AsOf,
  generation: Generation,
): EntryRow[] {
  return entries.flatMap((whole) => {
    const entry = generation.register.lists[name].asOf(whole, asOf.asOf)
    return entry ? [{ ...presentRow(name, entry, asOf, generation), where: '' }] : []
  })
}

/** What the record has here of commitments of other meetings, in its words. */
function followUpRows({ followUps }: MeetingHoldings, asOf: AsOf, generation: Generation): EntryRow[] {
  return followUps.map(({ commitment, link }) => {
    const row = presentRow('commitments', commitment, asOf, generation)
    return {
      ...row,
      tags: [{ state: link.kind, label: LINK_WORDS[link.kind] }],
      where: `Made: ${row.where}`,
      quote: link.text,
      notes: [],
    }
  })
}

function replyTo({ answer, answerer }: EntryOf<'questions'>) {
  return answer === null ? null : { text: answer, by: answerer === null ? '' : partyInWords(answerer) }
}

/** The latest meeting of the body before this one whose minutes or notes the collection has. */
function lastRecordedBefore({ meeting }: MeetingHoldings, { register }: Generation) {
  const earlier = (register.recordedMeetings.get(meeting.bodyId) ?? []).findLast(
    ({ date }) => date < meeting.date,
  )
  return earlier ? presentMeetingLink(earlier) : null
}

/** Each meeting once, with the paragraph that says so. */
function confirmationsOf(
  confirmations: readonly Confirmation[],
  meetingIdOf: (confirmation: Confirmation) => string,
  { meetings }: Generation,
) {
  return [...groupedBy(confirmations, meetingIdOf)].flatMap(([id, [first]]) => {
    const other = meetings.byId.get(id)?.meeting
    return first && other
      ? [{ ...presentMeetingLink(other), paragraphHref: paragraphPath(first.paragraphId) }]
      : []
  })
}

const ATTENDANCE_WORDS: Readonly<Record<AttendanceStatus, string>> = {
  present: 'Present',
  'in attendance': 'In attendance',
  apologies: 'Apologies',
  substitute: 'Substitutes',
}
/** Said of every meeting, even where nobody is on record. */
const ALWAYS_SAID: ReadonlySet<AttendanceStatus> = new Set(['present', 'apologies'])
const STATUS_ORDER = ['present', 'substitute', 'in attendance', 'apologies'] as const

function presentAttendance(attendance: Attendance) {
  const listedElsewhere = new Set(
    Object.values(attendance).flatMap((people) => people.flatMap(({ alsoListedAs }) => alsoListedAs)),
  )
  return STATUS_ORDER.filter((status) => ALWAYS_SAID.has(status) || attendance[status].length > 0).map(
    (status) => ({
      title: ATTENDANCE_WORDS[status],
      people: attendance[status].map(presentAttending),
      absence: listedElsewhere.has(status) ? 'Nobody else is listed.' : 'Nobody is listed.',
    }),
  )
}

function presentAttending({ name, role, organisation, personId, alsoListedAs }: Attending) {
  return {
    name,
    post: [role, organisation].filter((words) => words !== null).join(', '),
    href: personId === null ? null : pathTo('person', personId),
    also: alsoListedAs.map((status) => ATTENDANCE_WORDS[status]).join(' and '),
  }
}

function presentItem({ documentId, part }: MeetingPart, { number, title, paragraphId }: ItemOfPart) {
  return {
    number,
    title,
    href: paragraphId === null ? partAddress(documentId, part) : paragraphAnchor(documentId, paragraphId),
  }
}

/** The documents that have something of the meeting, and what. */
function presentDocuments({ parts }: MeetingHoldings, { places }: Generation) {
  const documents = [...groupedBy(parts, ({ documentId }) => documentId)]
  const titles = documents.map(([id]) => places.documents.get(id)?.title ?? id)
  return documents.map(([id, own], index) => ({
    name:
      titles.filter((title) => title === titles[index]).length > 1
        ? `${titles[index] ?? ''} (${id})`
        : titles[index],
    href: pathTo('document', id),
    fileHref: pathTo('file', id),
    parts: own.map(({ part, title, kind, isDraft: isDraftPart, copyOf }) => ({
      title,
      href: partAddress(id, part),
      kind: [
        sentenceCase(PART_WORDS[kind][0]),
        ...(isDraftPart ? ['draft'] : []),
        ...(copyOf === null ? [] : ['a copy of the same record']),
      ].join(', '),
    })),
  }))
}
