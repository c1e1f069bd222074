import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../corpus/root.ts'
import { SCHEMA_VERSION } from '../corpus/store/schema.ts'

/**
 * A fingerprint of what a generation is made with: the programs of the indexer and the store, the exact versions of the
 * libraries that they rest on, and the taxonomy. A document
 * is taken over from the last generation only if it was read with the same, so that a better parser reads every file anew.
 */
export async function recipeOf(taxonomyFile: string): Promise<string> {
  const hash = createHash('sha256').update(String(SCHEMA_VERSION))
  const here = dirname(fileURLToPath(import.meta.url))
  for (const folder of [here, join(here, '../corpus')]) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (/\.[jt]s$/.test(name)) hash.update(await readFile(join(folder, name)))
    }
  }
  hash.update(await libraryVersions())
  return hash.update(await readFile(taxonomyFile)).digest('hex')
}

async function libraryVersions(): Promise<string> {
  // The project's own file, in which versions are exact.
  const { dependencies } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return JSON.stringify(dependencies)
}
