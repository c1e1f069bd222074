import type { FacetCount } from '../../indexer/engine/engine.ts'
import type { Meetings } from '../meetings/holdings.ts'
import type { ExampleGround } from './example.ts'
import type { Examples } from './examples.ts'
import { examplesOf } from './examples.ts'
import type { LatestMeetings } from './latestMeetings.ts'
import { latestMeetingsOf } from './latestMeetings.ts'

/** What the start page says of the collection: worked out once for each generation. */
export interface CollectionOverview {
  readonly latestMeetings: LatestMeetings
  /** With the number of their paragraphs, the largest first. */
  readonly topics: readonly FacetCount[]
  readonly examples: Examples
}

interface Sources extends Omit<ExampleGround, 'topics' | 'latestMeetings'> {
  readonly meetings: Meetings
}

export async function loadOverview({ meetings, ...ground }: Sources): Promise<CollectionOverview> {
  const topics = ground.engine
    .facetCounts('topic')
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  const latestMeetings = latestMeetingsOf(meetings)
  return {
    latestMeetings,
    topics,
    examples: await examplesOf({ ...ground, topics, latestMeetings }),
  }
}
