import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SCHEMA_VERSION } from '../corpus/store/schema.ts'

/** The folders whose programs decide what is made of a file. */
const PROGRAM_FOLDERS = ['extract', 'parse', 'enrich', 'analysis'] as const

/**
 * A fingerprint of what documents are read with: the program itself and the taxonomy. A document is taken over from the
 * last generation only if it was read with the same, so that a better parser reads every file anew.
 */
export async function recipeOf(taxonomyFile: string): Promise<string> {
  const hash = createHash('sha256').update(String(SCHEMA_VERSION))
  const here = dirname(fileURLToPath(import.meta.url))
  for (const folder of PROGRAM_FOLDERS) {
    for (const name of (await readdir(join(here, folder))).sort()) {
      if (/\.[jt]s$/.test(name)) hash.update(await readFile(join(here, folder, name)))
    }
  }
  return hash.update(await readFile(taxonomyFile)).digest('hex')
}
