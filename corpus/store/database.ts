import { pathToFileURL } from 'node:url'
import knex, { type Knex } from 'knex'

/** A connection to the store of one generation. */
export type Database = Knex

/** What fails is thrown to the caller; knex need not print it as well. */
const nothing = (): void => undefined
export const QUIET = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing }

const PAGE_CACHE_KB = 65_536

/** For the indexer: its own generation, which nobody else has open until it is whole. */
export function openForWriting(file: string): Database {
  return knex({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: QUIET,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: PragmaRunner, done: (error: Error | null) => void) => {
        // A run that dies leaves a generation that nobody opens: nothing is gained by syncing, or by rolling back.
        connection.exec(
          `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
           PRAGMA temp_store = MEMORY; PRAGMA cache_size = -${PAGE_CACHE_KB}`,
          done,
        )
      },
    },
  })
}

/** For the server. One connection that is never given up: the file may be unlinked while it is in use. */
export function openReadOnly(file: string): Database {
  return knex({
    client: 'sqlite3',
    // Knex always asks for writing too; only the address can say that there is none.
    connection: { filename: `${pathToFileURL(file).href}?mode=ro`, flags: ['OPEN_URI'] },
    useNullAsDefault: true,
    log: QUIET,
    pool: { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1 },
  })
}

interface PragmaRunner {
  exec(sql: string, done: (error: Error | null) => void): void
}

/** @throws Error where the file is no whole SQLite database */
export async function assertIntact(db: Database): Promise<void> {
  const rows = await db.raw<{ quick_check: string }[]>('PRAGMA quick_check(1)')
  if (rows[0]?.quick_check !== 'ok')
    throw new Error(`the database is damaged: ${rows[0]?.quick_check ?? 'it cannot be read'}`)
}

/** Inserts rows in one statement for many, through `json_each`: several times faster than a statement a row. */
export async function insertRows(
  db: Database,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const batch = rows
      .slice(start, start + ROWS_PER_STATEMENT)
      .map((row) => columns.map((column) => row[column] ?? null))
    await insertJson(db, table, columns, JSON.stringify(batch))
  }
}

/** Inserts the rows of a JSON array, each an array of the columns' values. */
export async function insertJson(
  db: Database,
  table: string,
  columns: readonly string[],
  rows: string,
): Promise<void> {
  const names = columns.map(() => '??').join(', ')
  const values = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')
  await db.raw(`INSERT INTO ?? (${names}) SELECT ${values} FROM json_each(?)`, [table, ...columns, rows])
}

const ROWS_PER_STATEMENT = 2_000
