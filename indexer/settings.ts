import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../corpus/root.ts'
import { readSettings } from '../corpus/settings.ts'

/** Each takes a few hundred MB. */
const MOST_READERS = 4

/** What the indexer takes from the environment. Relative paths are below the project's folder. */
const settingsSchema = z.object({
  CORPUS_DIR: z.string().min(1).default('corpus/documents'),
  DATA_DIR: z.string().min(1).default('data'),
  MAX_FILE_MB: z.coerce.number().positive().max(4_096).default(64),
  TAXONOMY: z.string().min(1).default('corpus/taxonomy.json'),
  READERS: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), MOST_READERS)),
  READ_SECONDS: z.coerce.number().positive().max(86_400).default(120),
  READ_MEMORY_MB: z.coerce.number().int().min(64).max(65_536).default(512),
})

export interface IndexerSettings {
  readonly corpusDir: string
  readonly dataDir: string
  readonly maxFileMb: number
  readonly taxonomy: string
  /** How many child processes read files; 0 reads them in this process, where nothing holds a file to its limits. */
  readonly readers: number
  /** The longest that one file may take. */
  readonly readSeconds: number
  /** The most memory that one file may take. */
  readonly readMemoryMb: number
}

/** @throws Error naming each setting that is malformed, its value and what is allowed */
export function readIndexerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): IndexerSettings {
  const given = readSettings(settingsSchema, environment)
  const below = (path: string): string => resolve(projectRoot, path)
  return {
    corpusDir: below(given.CORPUS_DIR),
    dataDir: below(given.DATA_DIR),
    maxFileMb: given.MAX_FILE_MB,
    taxonomy: below(given.TAXONOMY),
    readers: given.READERS,
    readSeconds: given.READ_SECONDS,
    readMemoryMb: given.READ_MEMORY_MB,
  }
}
