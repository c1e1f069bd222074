import type { CommitmentEntry, CommitmentLink, Quote } from '../../corpus/model/register.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'

const PANEL = 'harbour-scrutiny-panel'

/** Words of the Harbour Scrutiny Panel's minutes of a day. */
export function quoteOf(date: string | null, text: string): Quote {
  return {
    documentId: `minutes-${date ?? 'undated'}`,
    part: 0,
    item: null,
    paragraphId: `minutes-${date ?? 'undated'}.abcdefgh`,
    meetingId: date === null ? null : `${PANEL}-${date}`,
    bodyId: PANEL,
    date,
    text,
  }
}

export function commitmentEntry(overrides: Partial<CommitmentEntry> = {}): CommitmentEntry {
  return {
    ...quoteOf('2024-10-10', 'The Chief Executive agreed to share the ferry timetable.'),
    id: 'minutes-2024-10-10.timetabl',
    topics: [],
    kind: 'commitment',
    owners: ['Chief Executive'],
    personId: null,
    toWhom: null,
    what: 'agreed to share the ferry timetable.',
    due: null,
    dueText: null,
    status: null,
    isOpened: true,
    restatements: [],
    links: [],
    ...overrides,
  }
}

export function commitmentLink(
  date: string | null,
  text: string,
  overrides: Partial<CommitmentLink> = {},
): CommitmentLink {
  return {
    ...quoteOf(date, text),
    kind: 'update',
    strength: 0.9,
    isAsserted: true,
    openingText: 'The Chief Executive agreed to share the ferry timetable.',
    evidence: ['same words: ferry timetable'],
    ...overrides,
  }
}

/** A recorded meeting of the Harbour Scrutiny Panel. */
export function meetingOn(date: string): MeetingSummary {
  return {
    id: `${PANEL}-${date}`,
    title: `Harbour Scrutiny Panel, ${date}`,
    bodyId: PANEL,
    body: 'Harbour Scrutiny Panel',
    date,
    isRecorded: true,
  }
}
