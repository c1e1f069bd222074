import { stat } from 'node:fs/promises'
import type { RefusedFile } from '../corpus/model/refusedFile.ts'
import type { Database } from '../corpus/store/database.ts'
import type { KnownParagraph } from '../corpus/store/documents.ts'
import {
  deleteDocument,
  documentFingerprints,
  DocumentWriter,
  paragraphTexts,
} from '../corpus/store/documents.ts'
import { generationFolder, indexFolder, lockFile, readCurrent } from '../corpus/store/generations.ts'
import { listRefusedFiles, saveRefusedFiles } from '../corpus/store/refusedFiles.ts'
import type { RetiredParagraph } from '../corpus/store/retiredParagraphs.ts'
import { listRetiredParagraphs, saveRetiredParagraphs } from '../corpus/store/retiredParagraphs.ts'
import { readCatalogue } from './catalogue.ts'
import type { FoundFile } from './corpusFiles.ts'
import { listCorpus } from './corpusFiles.ts'
import { miniSearchEngine } from './engine/minisearch/index.ts'
import { readTaxonomy } from './enrich/taxonomy.ts'
import { beginGeneration, lastGeneration, publishGeneration, removeOtherGenerations } from './generation.ts'
import { indexedParagraphs } from './indexedParagraphs.ts'
import { lock } from './lock.ts'
import { readFiles } from './reading/readerPool.ts'
import type { FileToRead } from './reading/reading.ts'
import { isRefused } from './reading/reading.ts'
import { recipeOf } from './recipe.ts'
import { reconcile } from './reconcile/index.ts'
import { retireParagraphs } from './retire.ts'
import type { IndexerSettings } from './settings.ts'

/** What a run tells as it goes on. */
export interface Progress {
  /** Something that the owner should know: a data folder that is made again. */
  remark(text: string): void
  /** How many files there are to read. */
  begin(files: number): void
  read(file: string): void
  refused(file: RefusedFile): void
  /** All files are read; what is left is the collection as a whole. */
  step(name: 'reconcile' | 'index'): void
}

export interface IndexSummary {
  readonly generation: number
  /** Files read anew. */
  readonly read: readonly string[]
  /** Files taken over from the last generation, unchanged. */
  readonly unchanged: number
  /** Files that were in the last generation and are not any more. */
  readonly gone: readonly string[]
  readonly refused: readonly RefusedFile[]
  readonly paragraphs: number
}

/** Nothing could be done, for a reason that the message tells. */
export class NothingToIndexError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NothingToIndexError'
  }
}

/**
 * Brings the data folder up to date with the corpus folder: extract, parse, enrich and store what is new or changed, then
 * reconcile and index the whole. All of it happens in a new generation, which becomes the current one in a single rename.
 *
 * @param full read every file anew, whatever the data folder holds
 * @throws NothingToIndexError, LockedError, WrongCorpusError
 */
export async function indexCorpus(
  settings: IndexerSettings,
  full: boolean,
  progress: Progress,
): Promise<IndexSummary> {
  await assertFolder(settings.corpusDir)
  const release = await lock(lockFile(settings.dataDir))
  try {
    return await run(settings, full, progress)
  } finally {
    await release()
  }
}

async function run(settings: IndexerSettings, full: boolean, progress: Progress): Promise<IndexSummary> {
  const { corpusDir, dataDir } = settings
  await readTaxonomy(settings.taxonomy)
  const recipe = await recipeOf(settings.taxonomy)
  const listing = await listCorpus(corpusDir, await readCatalogue(corpusDir), settings.maxFileMb)
  for (const file of listing.refused) progress.refused(file)

  const last = await lastGeneration(dataDir, corpusDir, full)
  if (last.remark !== null) progress.remark(last.remark)
  await removeUnfinished(dataDir)
  const generation = await beginGeneration(dataDir, last)
  try {
    const changes = await storeChanges(generation.db, listing.files, recipe, settings, progress)
    const refused = [...listing.refused, ...changes.refused].sort((a, b) => (a.file < b.file ? -1 : 1))
    const isSame =
      last.isUsable &&
      changes.read.length + changes.gone.length === 0 &&
      sameFiles(refused, await listRefusedFiles(generation.db))
    const summary = { read: changes.read, unchanged: changes.unchanged, gone: changes.gone, refused }
    if (changes.read.length + changes.unchanged === 0)
      throw new NothingToIndexError(noDocumentIn(corpusDir, refused))
    if (isSame && (await canBeOpened(generationFolder(dataDir, last.number))))
      return { ...summary, generation: last.number, paragraphs: await countParagraphs(generation.db) }

    await saveRefusedFiles(generation.db, refused)
    progress.step('reconcile')
    await reconcile(generation.db)
    progress.step('index')
    await miniSearchEngine.build(indexFolder(generation.folder), indexedParagraphs(generation.db))
    const paragraphs = await countParagraphs(generation.db)
    await generation.db.destroy()
    await publishGeneration(dataDir, corpusDir, generation)
    return { ...summary, generation: generation.number, paragraphs }
  } finally {
    await generation.db.destroy()
    await removeUnfinished(dataDir)
  }
}

interface Changes {
  readonly read: string[]
  readonly refused: RefusedFile[]
  readonly gone: readonly string[]
  readonly unchanged: number
}

/** Reads what is new or changed, and drops what is gone or cannot be read any more. */
async function storeChanges(
  db: Database,
  files: readonly FoundFile[],
  recipe: string,
  settings: IndexerSettings,
  progress: Progress,
): Promise<Changes> {
  const known = await documentFingerprints(db)
  const changed = files
    .map((file): FileToRead => ({ ...file, fingerprint: fingerprintOf(file, recipe) }))
    .filter((file) => known.get(file.file)?.fingerprint !== file.fingerprint)
  const present = new Set(files.map(({ file }) => file))
  const gone = [...known.keys()].filter((file) => !present.has(file)).sort()
  const former = await takeOut(db, [...gone, ...changed.map(({ file }) => file)], known, present)

  progress.begin(changed.length)
  const read: string[] = []
  const refused: RefusedFile[] = []
  const writer = new DocumentWriter(db)
  for await (const { file, reading } of readFiles(changed, settings)) {
    if (isRefused(reading)) {
      refused.push(reading)
      progress.refused(reading)
    } else {
      await writer.add(reading)
      read.push(file.file)
      progress.read(file.file)
    }
  }
  await writer.flush()
  for (const file of changed) await retireFormer(db, file.id, former.get(file.file))
  return { read, refused, gone, unchanged: files.length - changed.length }
}

/** The paragraphs that a document had, and the ids that it had retired. */
interface FormerDocument {
  readonly paragraphs: readonly KnownParagraph[]
  readonly retired: readonly RetiredParagraph[]
}

/**
 * Takes documents out of the store before any other takes their place: two files may have swapped their ids.
 *
 * @returns by file, what those that are still there have been
 */
async function takeOut(
  db: Database,
  files: readonly string[],
  known: Awaited<ReturnType<typeof documentFingerprints>>,
  present: ReadonlySet<string>,
): Promise<Map<string, FormerDocument>> {
  const former = new Map<string, FormerDocument>()
  for (const file of files) {
    const id = known.get(file)?.id
    if (id === undefined) continue
    if (present.has(file))
      former.set(file, {
        paragraphs: await paragraphTexts(db, id),
        retired: await listRetiredParagraphs(db, id),
      })
    await deleteDocument(db, id)
  }
  return former
}

/** The ids that a document had before go on leading to its text. */
async function retireFormer(db: Database, id: string, former: FormerDocument | undefined): Promise<void> {
  const now = former ? await paragraphTexts(db, id) : []
  if (!former || now.length === 0) return
  await saveRetiredParagraphs(db, retireParagraphs(id, former.paragraphs, former.retired, now))
}

/** What a document is made of: its bytes, what the catalogue says of it, and the program. */
function fingerprintOf(file: FoundFile, recipe: string): string {
  return [file.sha256, JSON.stringify(file.catalogue), file.id, recipe].join(' ')
}

async function assertFolder(corpusDir: string): Promise<void> {
  const facts = await stat(corpusDir).catch(() => null)
  if (!facts?.isDirectory())
    throw new NothingToIndexError(
      `There is no corpus folder ${corpusDir}. Set CORPUS_DIR to the folder of published files.`,
    )
}

function noDocumentIn(corpusDir: string, refused: readonly RefusedFile[]): string {
  const named = refused.slice(0, 20).map(({ file, reason, remedy }) => `\n  ${file}: ${reason}; ${remedy}`)
  return `There is no readable document in ${corpusDir}.${named.join('')}`
}

function sameFiles(a: readonly RefusedFile[], b: readonly RefusedFile[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

async function countParagraphs(db: Database): Promise<number> {
  const row = await db('paragraphs').count<{ count: number }[]>({ count: '*' })
  return row[0]?.count ?? 0
}

/** Removes what is not the current generation or the one before it; where none is current, nothing is touched. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const current = await readCurrent(dataDir)
  if (current) await removeOtherGenerations(dataDir, current.generation)
}

/** Is the index whole? One that is not is made again, though no document has changed. */
async function canBeOpened(folder: string): Promise<boolean> {
  try {
    await (await miniSearchEngine.open(indexFolder(folder))).close()
    return true
  } catch {
    return false
  }
}
