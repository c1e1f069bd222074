import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { FigureEntry, Link, RequestEntry } from '../../corpus/model/register.ts'
import type { MeetingSummary } from '../../corpus/store/meetings.ts'
import { listMeetings } from '../../corpus/store/meetings.ts'
import type { Database } from '../../corpus/store/database.ts'
import type { Places } from '../../corpus/store/places.ts'
import type { Register } from '../../corpus/store/register.ts'
import { loadRegister } from '../../corpus/store/register.ts'
import { groupedBy } from '../groupedBy.ts'
import { commitmentAsOf, decisionAsOf, figureAsOf, questionAsOf, requestAsOf } from './asOf.ts'
import { standingOf } from './commitmentStanding.ts'

export type ListName = keyof Register
export type EntryOf<Name extends ListName> = Register[Name][number]

/** What each list can be narrowed by, in the order of its page. */
export const LIST_FIELDS = {
  commitments: ['state', 'owner', 'person', 'topic', 'body', 'kind'],
  decisions: ['topic', 'body', 'kind', 'person', 'standing'],
  questions: ['reply', 'role', 'person', 'topic', 'body', 'form'],
  requests: ['stage', 'role', 'person', 'topic', 'body'],
  figures: ['topic', 'body', 'unit', 'points'],
} as const satisfies Readonly<Record<ListName, readonly string[]>>

export const LIST_NAMES = Object.keys(LIST_FIELDS) as readonly ListName[]

export type ListField = (typeof LIST_FIELDS)[ListName][number]

/** How a list is read: what of it was there on a day, and what its entries are narrowed, found and sorted by. */
export interface EntryList<Name extends ListName> {
  readonly name: Name
  readonly entries: readonly EntryOf<Name>[]
  readonly byId: ReadonlyMap<string, EntryOf<Name>>
  /** The entry as it stood at the end of a day; null where it was not on record yet. */
  asOf(entry: EntryOf<Name>, day: CalendarDate): EntryOf<Name> | null
  /** What it can be narrowed by: for each field of the list its values. */
  valuesOf(entry: EntryOf<Name>, day: CalendarDate): Readonly<Partial<Record<ListField, readonly string[]>>>
  /** The days that its words are dated by. */
  datesOf(entry: EntryOf<Name>): readonly CalendarDate[]
  /** The day of the latest words about it, its own or later ones that are sure; null where nothing is dated. */
  updatedOf(entry: EntryOf<Name>): CalendarDate | null
  dueOf(entry: EntryOf<Name>): CalendarDate | null
  /** Where its own words stand: a search for words looks there. */
  paragraphIdsOf(entry: EntryOf<Name>): readonly string[]
}

export type EntryLists = { readonly [Name in ListName]: EntryList<Name> }

export interface RegisterLists {
  readonly lists: EntryLists
  /** All meetings, by body and day. */
  readonly meetings: readonly MeetingSummary[]
  /** The recorded meetings of each body, by day. */
  readonly recordedMeetings: ReadonlyMap<string, readonly MeetingSummary[]>
}

/** Read once for each generation. */
export async function openRegister(db: Database, places: Places): Promise<RegisterLists> {
  const register = await loadRegister(db)
  const meetings = await listMeetings(db)
  const recordedMeetings = groupedBy(
    meetings.filter(({ isRecorded }) => isRecorded),
    ({ bodyId }) => bodyId,
  )
  const personOf = personByPrintedName(places)
  const decisions = named('decisions', register)
  const lists: EntryLists = {
    commitments: {
      ...named('commitments', register),
      asOf: commitmentAsOf,
      valuesOf: (entry, day) => ({
        state: standingOf(entry, day, meetingsOf(recordedMeetings, entry.bodyId)).states,
        owner: entry.owners,
        person: present(entry.personId),
        topic: entry.topics,
        body: present(entry.bodyId),
        kind: [entry.kind],
      }),
      datesOf: ({ date }) => present(date),
      updatedOf: ({ date, links }) => latestDay([date, ...assertedDates(links)]),
      dueOf: ({ due }) => due,
      paragraphIdsOf: ({ paragraphId, restatements }) => [
        paragraphId,
        ...restatements.map((restatement) => restatement.paragraphId),
      ],
    },
    decisions: {
      ...decisions,
      asOf: (entry, day) => decisionAsOf(entry, day, decisions.byId),
      valuesOf: (entry) => ({
        topic: entry.topics,
        body: present(entry.bodyId),
        kind: [entry.kind],
        person: [...new Set([entry.mover, entry.seconder].flatMap((name) => present(personOf(name))))],
        standing: entry.supersededBy === null ? [] : ['superseded'],
      }),
      datesOf: ({ date }) => present(date),
      updatedOf: ({ date, supersededBy }) =>
        latestDay([date, supersededBy === null ? null : (decisions.byId.get(supersededBy.id)?.date ?? null)]),
      dueOf: () => null,
      paragraphIdsOf: ({ paragraphId }) => [paragraphId],
    },
    questions: {
      ...named('questions', register),
      asOf: questionAsOf,
      valuesOf: (entry) => ({
        reply: [entry.reply],
        role: present(entry.asker.role),
        person: present(entry.asker.personId ?? personOf(entry.asker.name)),
        topic: entry.topics,
        body: present(entry.bodyId),
        form: [entry.form],
      }),
      datesOf: ({ date }) => present(date),
      updatedOf: ({ date }) => date,
      dueOf: () => null,
      paragraphIdsOf: ({ paragraphId, answerParagraphIds }) => [paragraphId, ...answerParagraphIds],
    },
    requests: {
      ...named('requests', register),
      asOf: requestAsOf,
      valuesOf: (entry) => ({
        stage: [stageOf(entry)],
        role: present(entry.requester.role),
        person: present(entry.requester.personId),
        topic: entry.topics,
        body: present(entry.bodyId),
      }),
      datesOf: ({ date }) => present(date),
      updatedOf: ({ date, steps }) => latestDay([date, ...assertedDates(steps)]),
      dueOf: () => null,
      paragraphIdsOf: ({ paragraphId }) => [paragraphId],
    },
    figures: {
      ...named('figures', register),
      asOf: figureAsOf,
      valuesOf: (entry) => ({
        topic: entry.topics,
        body: [...new Set(entry.points.flatMap(({ bodyId }) => present(bodyId)))],
        unit: [entry.unit],
        points: [isSeries(entry) ? 'several' : 'one'],
      }),
      datesOf: ({ points }) => points.flatMap(({ date }) => present(date)),
      updatedOf: ({ points }) => latestDay(points.map(({ date }) => date)),
      dueOf: () => null,
      paragraphIdsOf: ({ points }) => points.map(({ paragraphId }) => paragraphId),
    },
  }
  return { lists, meetings, recordedMeetings }
}

function named<Name extends ListName>(name: Name, register: Register) {
  const entries: readonly EntryOf<Name>[] = register[name]
  return { name, entries, byId: new Map(entries.map((entry) => [entry.id, entry])) }
}

export function meetingsOf(
  meetings: RegisterLists['recordedMeetings'],
  bodyId: string | null,
): readonly MeetingSummary[] {
  return bodyId === null ? [] : (meetings.get(bodyId) ?? [])
}

/** How far a request came: the last step that the record supports; `replied` where a reply was given at once. */
export const REQUEST_STAGES = ['requested', 'replied', 'programmed', 'tabled', 'decided'] as const
export type RequestStage = (typeof REQUEST_STAGES)[number]

export function stageOf({ answer, steps }: RequestEntry): RequestStage {
  const steppedTo = new Set<RequestStage>(steps.flatMap(({ kind, isAsserted }) => (isAsserted ? [kind] : [])))
  return (
    REQUEST_STAGES.findLast((stage) => steppedTo.has(stage)) ?? (answer === null ? 'requested' : 'replied')
  )
}

/** Are there values of two periods or more, which a chart can show? */
export function isSeries(figure: FigureEntry): boolean {
  return periodsOf(figure) > 1
}

/** Of how many periods there are values. */
export function periodsOf({ points }: FigureEntry): number {
  return new Set(points.flatMap(({ period }) => (period === null ? [] : [`${period.from} ${period.to}`])))
    .size
}

function assertedDates(links: readonly Link[]): (CalendarDate | null)[] {
  return links.filter(({ isAsserted }) => isAsserted).map(({ date }) => date)
}

function latestDay(dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.reduce(
    (latest, date) => (date !== null && (latest === null || date > latest) ? date : latest),
    null,
  )
}

/** The person whose name is printed so; null where that may be several, or nobody known. */
export function personByPrintedName({ printedNames }: Places): (name: string | null) => string | null {
  const people = new Map<string, string | null>()
  for (const [person, names] of printedNames)
    for (const name of names)
      people.set(name, people.has(name) && people.get(name) !== person ? null : person)
  return (name) => (name === null ? null : (people.get(name) ?? null))
}

function present<T>(value: T | null): readonly T[] {
  return value === null ? [] : [value]
}
