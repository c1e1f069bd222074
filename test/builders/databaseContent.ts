import { openReadOnly } from '../../corpus/store/database.ts'
import { databaseFile } from '../../corpus/store/generations.ts'

/** Every row of every table of a generation, in the order of its columns: equal where two databases hold the same. */
export async function contentOf(generationFolder: string): Promise<Record<string, string[]>> {
  const db = openReadOnly(databaseFile(generationFolder))
  const tables = await db('sqlite_master').where({ type: 'table' }).orderBy('name').pluck<string[]>('name')
  const content: Record<string, string[]> = {}
  for (const table of tables)
    content[table] = (await db(table).select<object[]>('*')).map((row) => JSON.stringify(row)).sort()
  await db.destroy()
  return content
}
