import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { EngineImplementation, IndexedParagraph, SearchEngine } from '../engine.ts'
import type { StoredColumns } from './columns.ts'
import { ColumnsBuilder, openColumns } from './columns.ts'
import { IndexBuilder } from './indexBuilder.ts'
import type { MiniSearchDocument } from './options.ts'
import { MINISEARCH_OPTIONS } from './options.ts'
import { numbersOf, openPositions } from './positions.ts'
import { Postings } from './postings.ts'
import { MiniSearchEngine } from './search.ts'
import type { StoredVocabulary } from './vocabulary.ts'

const FILES = {
  index: 'minisearch.json',
  columns: 'columns.json',
  vocabulary: 'vocabulary.json',
  words: 'words.json',
  positions: 'positions.bin',
} as const

/** MiniSearch, with typed columns beside it for what it does not do itself. It holds everything in memory. */
export const miniSearchEngine: EngineImplementation = { build, open }

async function build(
  folder: string,
  paragraphs: Iterable<IndexedParagraph> | AsyncIterable<IndexedParagraph>,
): Promise<void> {
  const index = new IndexBuilder()
  const columns = new ColumnsBuilder()
  for await (const paragraph of paragraphs) {
    index.add(paragraph)
    columns.add(paragraph)
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, FILES.index), inChunks(index.json()))
  await writeFile(join(folder, FILES.columns), JSON.stringify(columns.finish()))
  await writeFile(join(folder, FILES.vocabulary), JSON.stringify(index.vocabulary()))
  const positions = index.positions()
  await writeFile(join(folder, FILES.words), JSON.stringify(positions.words))
  await writeFile(join(folder, FILES.positions), numbersOf(positions))
}

/** Characters written at a time: a large index as one text would fill the memory. */
const CHUNK_LENGTH = 1_000_000

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK_LENGTH) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

async function open(folder: string): Promise<SearchEngine> {
  const [index, columns, vocabulary, words, numbers] = await Promise.all([
    readJson<AsPlainObject>(join(folder, FILES.index)),
    readJson<StoredColumns>(join(folder, FILES.columns)),
    readJson<StoredVocabulary>(join(folder, FILES.vocabulary)),
    readJson<string[]>(join(folder, FILES.words)),
    readNumbers(join(folder, FILES.positions)),
  ])
  const loaded = await MiniSearch.loadJSAsync<MiniSearchDocument>(index, MINISEARCH_OPTIONS)
  return new MiniSearchEngine(
    {
      columns: openColumns(columns),
      positions: openPositions(words, numbers),
      postings: new Postings(loaded),
    },
    vocabulary,
  )
}

async function readNumbers(file: string): Promise<Uint32Array> {
  const bytes = await readFile(file)
  // A copy of its own: a buffer may begin at an address that numbers of four bytes cannot.
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}

/** Our own file of a whole generation: its form is known. */
async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}
