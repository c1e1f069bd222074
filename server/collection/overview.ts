import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { PublishedDocument } from '../../corpus/model/document.ts'
import { listDocuments } from '../../corpus/store/documents.ts'
import type { FacetCount } from '../../indexer/engine/engine.ts'
import { groupedBy } from '../groupedBy.ts'
import type { Gap } from '../meetings/gaps.ts'
import { gapsOf } from '../meetings/gaps.ts'
import { meetingsOf } from '../register/registerLists.ts'
import type { ExampleGround, Examples } from './examples.ts'
import { examplesOf } from './examples.ts'
import type { LatestMeetings } from './latestMeetings.ts'
import { latestMeetingsOf } from './latestMeetings.ts'

/** What the start page and the list of documents say of the collection: worked out once for each generation. */
export interface CollectionOverview {
  /** The one with the most meetings first. */
  readonly bodies: readonly BodyHeld[]
  readonly latestMeetings: LatestMeetings
  /** With the number of their paragraphs, the largest first. */
  readonly topics: readonly FacetCount[]
  readonly examples: Examples
  readonly documents: readonly DocumentHeld[]
}

/** A body, and how much of its meetings the collection has. */
export interface BodyHeld {
  readonly id: string
  readonly name: string
  readonly meetings: number
  /** The first and the last of them; null where there is none. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly gaps: readonly Gap[]
}

export type DocumentHeld = PublishedDocument & { readonly paragraphs: number }

export async function loadOverview(ground: Omit<ExampleGround, 'topics' | 'latestMeetings'>) {
  const { db, engine, places, register } = ground
  const topics = engine
    .facetCounts('topic')
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const latestMeetings = latestMeetingsOf(register, places)
  return {
    bodies: bodiesOf(ground),
    latestMeetings,
    topics,
    examples: await examplesOf({ ...ground, topics, latestMeetings }),
    documents: await listDocuments(db),
  } satisfies CollectionOverview
}

function bodiesOf({
  collection,
  register,
}: Pick<ExampleGround, 'collection' | 'register'>): readonly BodyHeld[] {
  const byBody = groupedBy(register.meetings, ({ bodyId }) => bodyId)
  return collection.bodies
    .map(({ id, name }) => {
      const own = byBody.get(id) ?? []
      return {
        id,
        name,
        meetings: own.length,
        from: own[0]?.date ?? null,
        to: own.at(-1)?.date ?? null,
        gaps: gapsOf(meetingsOf(register.recordedMeetings, id)),
      }
    })
    .sort((a, b) => b.meetings - a.meetings)
}
