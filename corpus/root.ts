import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project (the one with package.json), whether run from source or from `dist/`. */
export const projectRoot = ascendTo('package.json', dirname(fileURLToPath(import.meta.url)))

function ascendTo(file: string, folder: string): string {
  if (existsSync(join(folder, file))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`${file} is in no folder above ${import.meta.url}`)
  return ascendTo(file, parent)
}
