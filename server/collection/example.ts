import type { Collection } from '../../corpus/store/collection.ts'
import type { Database } from '../../corpus/store/database.ts'
import type { FacetCount, SearchEngine } from '../../indexer/engine/engine.ts'
import { PATHS, withQuery } from '../paths.ts'
import type { RegisterLists } from '../register/registerLists.ts'
import type { RolesHeld } from '../rolesHeld.ts'
import type { LatestMeetings } from './latestMeetings.ts'

/** Something that can be asked of this very collection, in words with the words of the record apart. */
export interface Example {
  readonly before: string
  /** Words of the record; null where it needs none. */
  readonly quoted: string | null
  readonly after: string
  readonly href: string
}

/** What examples are taken from. */
export interface ExampleGround {
  readonly db: Database
  readonly engine: SearchEngine
  readonly collection: Collection
  readonly register: RegisterLists
  readonly rolesHeld: RolesHeld
  /** The largest first. */
  readonly topics: readonly FacetCount[]
  readonly latestMeetings: LatestMeetings
}

/** Makes an example where the collection has the ground for it. Each is true of what is there: none leads to nothing. */
export type MakeExample = (ground: ExampleGround) => Example | null | Promise<Example | null>

/** One that is all in our words. */
export const inOurWords = (before: string, href: string): Example => ({
  before,
  quoted: null,
  after: '',
  href,
})

/** A question as it would be typed in the one box. */
export const typed = (question: string): Example =>
  inOurWords(question, withQuery(PATHS.search, { q: question }))
