import { resolve } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../corpus/root.ts'
import { readSettings } from '../corpus/settings.ts'

/** What the indexer takes from the environment. Relative paths are below the project's folder. */
const settingsSchema = z.object({
  CORPUS_DIR: z.string().min(1).default('corpus/documents'),
  DATA_DIR: z.string().min(1).default('data'),
  MAX_FILE_MB: z.coerce.number().positive().max(4_096).default(64),
  TAXONOMY: z.string().min(1).default('corpus/taxonomy.json'),
})

export interface IndexerSettings {
  readonly corpusDir: string
  readonly dataDir: string
  readonly maxFileMb: number
  readonly taxonomy: string
}

/** @throws Error naming each setting that is malformed, its value and what is allowed */
export function readIndexerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): IndexerSettings {
  const { CORPUS_DIR, DATA_DIR, MAX_FILE_MB, TAXONOMY } = readSettings(settingsSchema, environment)
  const below = (path: string): string => resolve(projectRoot, path)
  return {
    corpusDir: below(CORPUS_DIR),
    dataDir: below(DATA_DIR),
    maxFileMb: MAX_FILE_MB,
    taxonomy: below(TAXONOMY),
  }
}
