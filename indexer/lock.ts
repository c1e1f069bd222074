import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import knex from 'knex'
import { QUIET } from '../corpus/store/database.ts'

export class LockedError extends Error {
  constructor(dataDir: string) {
    super(
      `Another indexer is at work on ${dataDir}. Wait until it is done, or give this one a data folder of its own (DATA_DIR).`,
    )
    this.name = 'LockedError'
  }
}

/**
 * Keeps other indexers from a data folder until released. The lock is a transaction that SQLite holds, so that it dies
 * with the process, however that ends.
 *
 * @throws LockedError where another process holds it
 */
export async function lock(file: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true })
  const db = knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: QUIET,
    pool: { min: 1, max: 1 },
  })
  try {
    await db.raw('PRAGMA busy_timeout = 0')
    await db.raw('BEGIN EXCLUSIVE')
  } catch (error) {
    await db.destroy()
    if (isBusy(error)) throw new LockedError(dirname(file))
    throw error
  }
  return async () => {
    await db.raw('ROLLBACK')
    await db.destroy()
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_BUSY'
}
