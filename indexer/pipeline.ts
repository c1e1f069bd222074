import { readFile, stat } from 'node:fs/promises'
import type { DocumentRecord } from '../corpus/model/record.ts'
import type { RefusedFile } from '../corpus/model/refusedFile.ts'
import type { Database } from '../corpus/store/database.ts'
import { deleteDocument, documentFingerprints, loadRecord, saveDocument } from '../corpus/store/documents.ts'
import { generationFolder, indexFolder, lockFile, readCurrent } from '../corpus/store/generations.ts'
import { listRefusedFiles, saveRefusedFiles } from '../corpus/store/refusedFiles.ts'
import { listRetiredParagraphs, saveRetiredParagraphs } from '../corpus/store/retiredParagraphs.ts'
import { readCatalogue } from './catalogue.ts'
import type { FoundFile } from './corpusFiles.ts'
import { listCorpus } from './corpusFiles.ts'
import { miniSearchEngine } from './engine/minisearch/index.ts'
import { enrich } from './enrich/index.ts'
import { readTaxonomy } from './enrich/taxonomy.ts'
import type { TopicReader } from './enrich/topics.ts'
import { topicReader } from './enrich/topics.ts'
import { extract } from './extract/index.ts'
import { Refusal } from './extract/refusal.ts'
import { beginGeneration, lastGeneration, publishGeneration, removeOtherGenerations } from './generation.ts'
import { indexedParagraphs } from './indexedParagraphs.ts'
import { lock } from './lock.ts'
import { parse } from './parse/index.ts'
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
  const topics = topicReader(await readTaxonomy(settings.taxonomy))
  const recipe = await recipeOf(settings.taxonomy)
  const listing = await listCorpus(corpusDir, await readCatalogue(corpusDir), settings.maxFileMb)
  for (const file of listing.refused) progress.refused(file)

  const last = await lastGeneration(dataDir, corpusDir, full)
  if (last.remark !== null) progress.remark(last.remark)
  await removeUnfinished(dataDir)
  const generation = await beginGeneration(dataDir, last)
  try {
    const changes = await storeChanges(generation.db, listing.files, recipe, topics, progress)
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
    const paragraphs = await indexedParagraphs(generation.db)
    await miniSearchEngine.build(indexFolder(generation.folder), paragraphs)
    await generation.db.destroy()
    await publishGeneration(dataDir, corpusDir, generation)
    return { ...summary, generation: generation.number, paragraphs: paragraphs.length }
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
  topics: TopicReader,
  progress: Progress,
): Promise<Changes> {
  const known = await documentFingerprints(db)
  const changed = files.filter((file) => known.get(file.file)?.fingerprint !== fingerprintOf(file, recipe))
  const present = new Set(files.map(({ file }) => file))
  const gone = [...known.keys()].filter((file) => !present.has(file)).sort()
  for (const file of gone) await deleteDocument(db, known.get(file)?.id ?? '')

  progress.begin(changed.length)
  const read: string[] = []
  const refused: RefusedFile[] = []
  for (const file of changed) {
    const made = await readDocument(file, topics)
    if ('reason' in made) {
      await deleteDocument(db, known.get(file.file)?.id ?? '')
      refused.push(made)
      progress.refused(made)
    } else {
      await storeDocument(db, made, fingerprintOf(file, recipe), known.get(file.file)?.id)
      read.push(file.file)
      progress.read(file.file)
    }
  }
  return { read, refused, gone, unchanged: files.length - changed.length }
}

async function readDocument(file: FoundFile, topics: TopicReader): Promise<DocumentRecord | RefusedFile> {
  try {
    const record = enrich(parse(file, await extract(await readFile(file.path))), topics)
    if (record.paragraphs.length === 0)
      throw new Refusal('it has no text', 'publish the file again, or remove it')
    return record
  } catch (error) {
    if (error instanceof Refusal) return { file: file.file, reason: error.message, remedy: error.remedy }
    const reason = `it could not be read: ${error instanceof Error ? error.message : String(error)}`
    return { file: file.file, reason, remedy: 'this is a fault of the program: please report it' }
  }
}

/** Puts a document in the store; the ids that it had before go on leading to its text. */
async function storeDocument(
  db: Database,
  record: DocumentRecord,
  fingerprint: string,
  formerId: string | undefined,
): Promise<void> {
  const { id } = record.document
  const former = formerId === undefined ? null : await loadRecord(db, formerId)
  const retired = retireParagraphs(
    id,
    former?.paragraphs ?? [],
    await listRetiredParagraphs(db, formerId ?? id),
    record.paragraphs,
  )
  if (formerId !== undefined && formerId !== id) await deleteDocument(db, formerId)
  await saveDocument(db, record, fingerprint)
  await saveRetiredParagraphs(db, retired)
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
