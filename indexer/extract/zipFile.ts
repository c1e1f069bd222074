import { unzipSync, type UnzipFileInfo } from 'fflate'
import { Refusal } from './refusal.ts'

const BYTES_PER_MB = 1_048_576
/** A Word document larger than this, unpacked, is none that a council publishes. */
const MOST_UNPACKED_BYTES = 256 * BYTES_PER_MB
/** Text packs to a tenth or less; a file that packs much better was made to do harm. */
const MOST_PACKING_RATIO = 200
/** Below this size the ratio does no harm. */
const HARMLESS_BYTES = 16 * BYTES_PER_MB

const WORD_DOCUMENT = /^word\/document\d*\.xml$/
const OTHER_KINDS: readonly (readonly [name: RegExp, kind: string])[] = [
  [/^xl\/workbook\.(?:xml|bin)$/, 'a spreadsheet'],
  [/^ppt\/presentation\.xml$/, 'a presentation'],
]
const OPEN_DOCUMENT_KINDS: readonly (readonly [type: string, kind: string])[] = [
  ['opendocument.text', 'an OpenDocument text'],
  ['opendocument.spreadsheet', 'a spreadsheet'],
  ['opendocument.presentation', 'a presentation'],
  ['epub+zip', 'an e-book'],
]

/** The files of a DOCX by their paths, those that hold text or tell of it. */
export type WordFiles = Readonly<Record<string, Uint8Array>>

/**
 * Unpacks a DOCX without its pictures and fonts.
 *
 * @throws Refusal where the ZIP is damaged, holds something else, or unpacks to too much
 */
export function unpackDocx(bytes: Uint8Array): WordFiles {
  const directory = readDirectory(bytes)
  refuseBomb(directory, bytes.length)
  if (!directory.some(({ name }) => WORD_DOCUMENT.test(name))) refuseOther(bytes, directory)
  return unpack(bytes, ({ name }) => /\.(?:xml|rels)$/i.test(name))
}

function readDirectory(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = []
  unpack(bytes, (entry) => {
    entries.push(entry)
    return false
  })
  return entries
}

function unpack(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): WordFiles {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    throw new Refusal('it is a ZIP file that is damaged or cut short', 'publish the file again')
  }
}

function refuseBomb(directory: readonly UnzipFileInfo[], packed: number): void {
  const unpacked = directory.reduce((sum, { originalSize }) => sum + originalSize, 0)
  const isBomb = unpacked > HARMLESS_BYTES && unpacked > packed * MOST_PACKING_RATIO
  if (!isBomb && unpacked <= MOST_UNPACKED_BYTES) return
  throw new Refusal(
    `it unpacks to ${Math.ceil(unpacked / BYTES_PER_MB)} MB`,
    'check where the file comes from, and save its text as a new document',
  )
}

function refuseOther(bytes: Uint8Array, directory: readonly UnzipFileInfo[]): never {
  const byName = OTHER_KINDS.find(([name]) => directory.some((entry) => name.test(entry.name)))
  const kind = byName?.[1] ?? openDocumentKind(bytes) ?? 'a ZIP archive'
  throw new Refusal(
    `it is ${kind}, not a Word document`,
    kind === 'a ZIP archive' ? 'publish the files that it holds' : 'save it as DOCX, PDF or HTML',
  )
}

function openDocumentKind(bytes: Uint8Array): string | undefined {
  const { mimetype } = unpack(bytes, ({ name }) => name === 'mimetype')
  const type = mimetype ? new TextDecoder().decode(mimetype) : ''
  return OPEN_DOCUMENT_KINDS.find(([ending]) => type.includes(ending))?.[1]
}
