import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { CorpusFile, CatalogueEntry } from '../corpus/model/catalogue.ts'
import type { RefusedFile } from '../corpus/model/refusedFile.ts'
import { CATALOGUE_FILE } from './catalogue.ts'
import { documentId } from './parse/ids.ts'

/** A file to be read, and where it lies. */
export interface FoundFile extends CorpusFile {
  readonly path: string
}

export interface CorpusListing {
  /** By path, so that every run meets them in the same order. */
  readonly files: readonly FoundFile[]
  readonly refused: readonly RefusedFile[]
}

const BYTES_IN_MB = 1024 * 1024
const READ_ENDINGS: ReadonlySet<string> = new Set(['', '.txt', '.text', '.md', '.markdown'])
/** Read by their first bytes, which tell better what they are. */
const KNOWN_ENDINGS: ReadonlySet<string> = new Set(['.pdf', '.doc', '.docx', '.odt', '.rtf', '.html', '.htm'])

/** The files below the corpus folder. Hidden files are passed over; links that lead out of the folder are refused. */
export async function listCorpus(
  folder: string,
  catalogue: Readonly<Record<string, CatalogueEntry>>,
  maxFileMb: number,
): Promise<CorpusListing> {
  const root = await realpath(folder)
  const files: FoundFile[] = []
  const refused: RefusedFile[] = []
  const ids = new Map<string, string>()
  const prints = new Map<string, string>()
  for (const path of await filesBelow(folder)) {
    const file = relative(folder, path).split(sep).join('/')
    const refusal = await whyRefused(path, root, maxFileMb)
    if (refusal) {
      refused.push({ file, ...refusal })
      continue
    }
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) {
      refused.push({
        file,
        reason: 'it cannot be opened',
        remedy: 'let the account that runs the indexer read it',
      })
      continue
    }
    const entry = catalogue[file] ?? {}
    const id = entry.id ?? documentId(file)
    const namesake = ids.get(id)
    if (namesake !== undefined) {
      refused.push({
        file,
        reason: `its id, ${id}, is that of ${namesake}`,
        remedy: `rename one of the two, or give one an id in ${CATALOGUE_FILE}`,
      })
      continue
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const twin = prints.get(sha256)
    if (twin !== undefined) {
      refused.push({
        file,
        reason: `it is the same file as ${twin}, byte for byte`,
        remedy: 'remove one of the two',
      })
      continue
    }
    prints.set(sha256, file)
    ids.set(id, file)
    files.push({
      id,
      file,
      path,
      sha256,
      bytes: bytes.length,
      catalogue: entry,
    })
  }
  return { files, refused }
}

async function filesBelow(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === CATALOGUE_FILE) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(await filesBelow(path)))
    else paths.push(path)
  }
  return paths.sort()
}

async function whyRefused(
  path: string,
  root: string,
  maxFileMb: number,
): Promise<Omit<RefusedFile, 'file'> | null> {
  const target = await realpath(path).catch(() => null)
  if (target === null) return { reason: 'it is a link to nothing', remedy: 'mend the link or remove it' }
  if (target !== root && !target.startsWith(root + sep)) {
    return {
      reason: 'it is a link that leads out of the corpus folder',
      remedy: 'put the file itself in the folder',
    }
  }
  const facts = await stat(target)
  if (facts.isDirectory())
    return { reason: 'it is a link to a folder', remedy: 'put the files themselves in the folder' }
  if (!facts.isFile()) return { reason: 'it is not a file', remedy: 'remove it from the corpus folder' }
  if (facts.size > maxFileMb * BYTES_IN_MB) {
    return {
      reason: `it has ${Math.ceil(facts.size / BYTES_IN_MB)} MB, more than the ${maxFileMb} MB that are read`,
      remedy: 'split it, or raise MAX_FILE_MB',
    }
  }
  const ending = extname(path).toLowerCase()
  if (!READ_ENDINGS.has(ending) && !KNOWN_ENDINGS.has(ending)) {
    return {
      reason: `files of the type ${ending} are not read`,
      remedy: 'save it as plain text (.txt), or remove it from the corpus folder',
    }
  }
  return null
}
