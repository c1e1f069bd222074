import { readFile, rename, open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

// DATA_DIR/
//   current.json      which generation is whole and current
//   generations/N/    record.sqlite and index/ of generation N
//   lock.sqlite       held by the indexer that is running

const currentSchema = z.object({
  schemaVersion: z.number().int(),
  /** The corpus folder, as a path from the data folder: both may be moved together. */
  corpus: z.string(),
  generation: z.number().int().positive(),
  /** Tells this generation from all others, whatever their numbers. */
  id: z.string(),
})

export type CurrentGeneration = z.infer<typeof currentSchema>

const currentFile = (dataDir: string): string => join(dataDir, 'current.json')

export const generationsFolder = (dataDir: string): string => join(dataDir, 'generations')
export const generationFolder = (dataDir: string, generation: number): string =>
  join(generationsFolder(dataDir), String(generation))
export const databaseFile = (folder: string): string => join(folder, 'record.sqlite')
export const indexFolder = (folder: string): string => join(folder, 'index')
export const lockFile = (dataDir: string): string => join(dataDir, 'lock.sqlite')

/** The current generation of a data folder; null where it has none, or none that can be read. */
export async function readCurrent(dataDir: string): Promise<CurrentGeneration | null> {
  try {
    return currentSchema.parse(JSON.parse(await readFile(currentFile(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Makes a generation the current one: the new file takes the old one's place in one rename. */
export async function publishCurrent(dataDir: string, current: CurrentGeneration): Promise<void> {
  const draft = `${currentFile(dataDir)}.new`
  const file = await open(draft, 'w')
  await file.writeFile(`${JSON.stringify(current)}\n`)
  await file.sync()
  await file.close()
  await rename(draft, currentFile(dataDir))
}
