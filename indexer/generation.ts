import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Database } from '../corpus/store/database.ts'
import { assertIntact, openForWriting } from '../corpus/store/database.ts'
import type { CurrentGeneration } from '../corpus/store/generations.ts'
import {
  databaseFile,
  generationFolder,
  generationsFolder,
  publishCurrent,
  readCurrent,
} from '../corpus/store/generations.ts'
import { createSchema, SCHEMA_VERSION } from '../corpus/store/schema.ts'

export class WrongCorpusError extends Error {
  constructor(dataDir: string, corpus: string) {
    super(
      `The data folder ${dataDir} belongs to another corpus folder, ${corpus}. Give this corpus a data folder of its own (DATA_DIR), or start again with --full.`,
    )
    this.name = 'WrongCorpusError'
  }
}

/** The generation that a run starts from: what is current, and why it cannot be built on where it cannot. */
export interface LastGeneration {
  /** Its number; 0 where there is none. */
  readonly number: number
  /** Can the next one start from its database? */
  readonly isUsable: boolean
  /** Why it is made again from the corpus; null where it is not. */
  readonly remark: string | null
}

/** How many whole generations stay: the current one, and the one that a server may be about to leave. */
const KEPT_GENERATIONS = 2

/** @throws WrongCorpusError where the data folder belongs to another corpus folder and `full` is not set */
export async function lastGeneration(
  dataDir: string,
  corpusDir: string,
  full: boolean,
): Promise<LastGeneration> {
  const current = await readCurrent(dataDir)
  const numbers = await generationNumbers(dataDir)
  const highest = Math.max(0, current?.generation ?? 0, ...numbers)
  if (full) return { number: highest, isUsable: false, remark: null }
  if (!current) {
    const remark =
      numbers.length > 0
        ? 'The data folder has no current generation: it is made again from the corpus.'
        : null
    return { number: highest, isUsable: false, remark }
  }
  if (current.schemaVersion !== SCHEMA_VERSION) {
    return {
      number: highest,
      isUsable: false,
      remark: `The data folder is of version ${current.schemaVersion}, not ${SCHEMA_VERSION}: it is made again from the corpus.`,
    }
  }
  if (current.corpus !== relative(dataDir, corpusDir)) throw new WrongCorpusError(dataDir, current.corpus)
  const damage = await damageOf(databaseFile(generationFolder(dataDir, current.generation)))
  if (damage !== null)
    return {
      number: highest,
      isUsable: false,
      remark: `The database of generation ${current.generation} cannot be read (${damage}): it is made again from the corpus.`,
    }
  return { number: current.generation, isUsable: true, remark: null }
}

async function damageOf(file: string): Promise<string | null> {
  try {
    await (await open(file, 'r')).close()
    const db = openForWriting(file)
    try {
      await assertIntact(db)
    } finally {
      await db.destroy()
    }
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A generation in the making. */
export interface NewGeneration {
  readonly number: number
  readonly folder: string
  readonly db: Database
}

/** Begins the generation after the last one, from its database where that is usable. */
export async function beginGeneration(dataDir: string, last: LastGeneration): Promise<NewGeneration> {
  const number = last.number + 1
  const folder = generationFolder(dataDir, number)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const file = databaseFile(folder)
  if (last.isUsable) await copyFile(databaseFile(generationFolder(dataDir, last.number)), file)
  const db = openForWriting(file)
  if (!last.isUsable) await createSchema(db)
  return { number, folder, db }
}

/** Makes a whole generation the current one, and removes those that nobody needs. */
export async function publishGeneration(
  dataDir: string,
  corpusDir: string,
  { number, folder }: NewGeneration,
): Promise<void> {
  const database = await open(databaseFile(folder), 'r+')
  await database.sync()
  await database.close()
  const current: CurrentGeneration = {
    schemaVersion: SCHEMA_VERSION,
    corpus: relative(dataDir, corpusDir),
    generation: number,
    id: randomUUID(),
  }
  await publishCurrent(dataDir, current)
  await removeOtherGenerations(dataDir, number)
}

/** Removes what runs that died have left, and generations older than the one before `current`. */
export async function removeOtherGenerations(dataDir: string, current: number): Promise<void> {
  for (const number of await generationNumbers(dataDir)) {
    if (number > current || number <= current - KEPT_GENERATIONS)
      await rm(generationFolder(dataDir, number), { recursive: true, force: true })
  }
}

async function generationNumbers(dataDir: string): Promise<number[]> {
  const names = await readdir(generationsFolder(dataDir)).catch(() => [])
  return names.filter((name) => /^\d+$/.test(name)).map(Number)
}
