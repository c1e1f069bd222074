import type { Logger } from 'pino'
import type { Collection } from '../corpus/store/collection.ts'
import { loadCollection } from '../corpus/store/collection.ts'
import type { Database } from '../corpus/store/database.ts'
import { openReadOnly } from '../corpus/store/database.ts'
import { loadHeadings } from '../corpus/store/headings.ts'
import { ParagraphReader } from '../corpus/store/paragraphs.ts'
import type { Places } from '../corpus/store/places.ts'
import { loadPlaces } from '../corpus/store/places.ts'
import { databaseFile, generationFolder, indexFolder, readCurrent } from '../corpus/store/generations.ts'
import { SCHEMA_VERSION } from '../corpus/store/schema.ts'
import { WELL_KNOWN_ACRONYMS } from '../indexer/analysis/wellKnownAcronyms.ts'
import type { SearchEngine } from '../indexer/engine/engine.ts'
import type { CollectionOverview } from './collection/overview.ts'
import { loadOverview } from './collection/overview.ts'
import { namesOfValues } from './labels.ts'
import type { Meetings } from './meetings/holdings.ts'
import { openMeetings } from './meetings/holdings.ts'
import type { Profiles } from './profiles/profiles.ts'
import { openProfiles } from './profiles/profiles.ts'
import type { EntriesOfLists } from './register/entriesByValue.ts'
import { indexLists } from './register/entriesByValue.ts'
import type { RegisterLists } from './register/registerLists.ts'
import { openRegister } from './register/registerLists.ts'
import type { RolesHeld } from './rolesHeld.ts'
import { loadRolesHeld } from './rolesHeld.ts'
import { Completions } from './search/completions.ts'
import type { ExampleQuery } from './search/exampleQueries.ts'
import { exampleQueries } from './search/exampleQueries.ts'
import type { Knowledge } from './search/expansion.ts'
import { FieldValues } from './search/fieldValues.ts'
import { miniSearchEngine } from '../indexer/engine/minisearch/index.ts'
import { FILTER_FIELDS } from '../indexer/engine/engine.ts'

/** An opened generation: the store, the index, and what is shown of the collection as a whole. */
export interface Generation {
  readonly number: number
  readonly db: Database
  readonly engine: SearchEngine
  readonly collection: Collection
  readonly places: Places
  readonly paragraphs: ParagraphReader
  readonly knowledge: Knowledge
  readonly completions: Completions
  readonly examples: readonly ExampleQuery[]
  readonly rolesHeld: RolesHeld
  readonly register: RegisterLists
  /** The register's entries by what they are about. */
  readonly entriesByValue: EntriesOfLists
  readonly meetings: Meetings
  readonly profiles: Profiles
  readonly overview: CollectionOverview
}

/** A generation held open for one request. */
export interface Lease {
  readonly generation: Generation
  readonly release: () => void
}

interface Open {
  /** As the data folder has it: a folder made again counts its generations from 1 once more. */
  readonly id: string
  readonly generation: Generation
  leases: number
  isCurrent: boolean
}

const POLL_MS = 1_000

/**
 * Keeps the current generation of a data folder open. When a new one is published it is opened beside the old; new
 * requests take the new one, and the old is closed when its last request is done.
 */
export class Generations {
  readonly #dataDir: string
  readonly #log: Logger
  #current: Open | null = null
  #timer: NodeJS.Timeout | null = null
  #opening: Promise<void> | null = null
  #complaint = ''

  constructor(dataDir: string, log: Logger) {
    this.#dataDir = dataDir
    this.#log = log
  }

  /** Opens what is current, and goes on looking for newer generations. */
  async start(): Promise<void> {
    await this.refresh()
    this.#timer = setInterval(() => void this.refresh(), POLL_MS)
    this.#timer.unref()
  }

  /** Opens the current generation if it is not open already. Calls made meanwhile wait for the same opening. */
  refresh(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  /** The current generation, to be released when the request is done; null until one is open. */
  acquire(): Lease | null {
    const open = this.#current
    if (!open) return null
    open.leases++
    let isHeld = true
    return {
      generation: open.generation,
      release: () => {
        if (!isHeld) return
        isHeld = false
        open.leases--
        void this.#closeIfLeft(open)
      },
    }
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#opening
    const open = this.#current
    this.#current = null
    if (!open) return
    open.isCurrent = false
    await this.#closeIfLeft(open)
  }

  async #open(): Promise<void> {
    const current = await readCurrent(this.#dataDir)
    if (current === null || current.id === this.#current?.id) return
    try {
      if (current.schemaVersion !== SCHEMA_VERSION) {
        throw new Error(
          `it is of version ${current.schemaVersion}, and this program reads version ${SCHEMA_VERSION}: run "npm run index"`,
        )
      }
      const generation = await openGeneration(this.#dataDir, current.generation)
      const former = this.#current
      this.#current = { id: current.id, generation, leases: 0, isCurrent: true }
      this.#log.info(
        { generation: generation.number, paragraphs: generation.collection.paragraphs },
        'generation opened',
      )
      if (former) {
        former.isCurrent = false
        await this.#closeIfLeft(former)
      }
    } catch (error) {
      this.#complain(
        `Generation ${current.generation} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  /** Says once what is wrong, not at every look. */
  #complain(complaint: string): void {
    if (complaint !== this.#complaint) this.#log.error(complaint)
    this.#complaint = complaint
  }

  async #closeIfLeft(open: Open): Promise<void> {
    if (open.isCurrent || open.leases > 0) return
    await open.generation.engine.close()
    await open.generation.paragraphs.close()
    await open.generation.db.destroy()
    this.#log.info({ generation: open.generation.number }, 'generation closed')
  }
}

async function openGeneration(dataDir: string, number: number): Promise<Generation> {
  const folder = generationFolder(dataDir, number)
  const db = openReadOnly(databaseFile(folder))
  try {
    const collection = await loadCollection(db)
    const places = await loadPlaces(db)
    const engine = await miniSearchEngine.open(indexFolder(folder))
    const paragraphs = await ParagraphReader.open(databaseFile(folder), places)
    const values = new FieldValues(engine, FILTER_FIELDS, namesOfValues({ collection, places }))
    const acronyms = [...collection.acronyms, ...WELL_KNOWN_ACRONYMS]
    const knowledge = { engine, acronyms, values }
    const rolesHeld = await loadRolesHeld(db)
    const headings = await loadHeadings(db)
    const completions = new Completions(engine, values, collection.acronyms, headings)
    const examples = await exampleQueries({ engine, knowledge }, headings, rolesHeld)
    const register = await openRegister(db, places)
    const entriesByValue = indexLists(register.lists)
    const meetings = await openMeetings({ db, engine, collection, places, register })
    const profiles = await openProfiles({ db, engine, places, rolesHeld, register })
    const overview = await loadOverview({ db, engine, collection, register, rolesHeld, meetings })
    return {
      number,
      db,
      engine,
      collection,
      places,
      paragraphs,
      knowledge,
      completions,
      examples,
      rolesHeld,
      register,
      entriesByValue,
      meetings,
      profiles,
      overview,
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
