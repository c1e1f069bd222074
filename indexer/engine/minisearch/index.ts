import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { EngineImplementation, IndexedParagraph, SearchEngine } from '../engine.ts'
import type { StoredColumns } from './columns.ts'
import { ColumnsBuilder, openColumns } from './columns.ts'
import type { MiniSearchDocument } from './options.ts'
import { MINISEARCH_OPTIONS } from './options.ts'
import { MiniSearchEngine } from './search.ts'
import type { StoredVocabulary } from './vocabulary.ts'
import { VocabularyBuilder } from './vocabulary.ts'

const FILES = { index: 'minisearch.json', columns: 'columns.json', vocabulary: 'vocabulary.json' } as const

/** MiniSearch, with typed columns beside it for what it does not do itself. It holds everything in memory. */
export const miniSearchEngine: EngineImplementation = { build, open }

async function build(
  folder: string,
  paragraphs: Iterable<IndexedParagraph> | AsyncIterable<IndexedParagraph>,
): Promise<void> {
  const index = new MiniSearch<MiniSearchDocument>(MINISEARCH_OPTIONS)
  const columns = new ColumnsBuilder()
  const vocabulary = new VocabularyBuilder()
  let id = 0
  for await (const paragraph of paragraphs) {
    const { text, heading, meeting } = paragraph
    index.add({ id: id++, text, heading, meeting })
    columns.add(paragraph)
    vocabulary.add([text, heading, meeting])
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, FILES.index), JSON.stringify(index))
  await writeFile(join(folder, FILES.columns), JSON.stringify(columns.finish()))
  await writeFile(join(folder, FILES.vocabulary), JSON.stringify(vocabulary.finish()))
}

async function open(folder: string): Promise<SearchEngine> {
  const [index, columns, vocabulary] = await Promise.all([
    readJson<AsPlainObject>(join(folder, FILES.index)),
    readJson<StoredColumns>(join(folder, FILES.columns)),
    readJson<StoredVocabulary>(join(folder, FILES.vocabulary)),
  ])
  const loaded = await MiniSearch.loadJSAsync<MiniSearchDocument>(index, MINISEARCH_OPTIONS)
  return new MiniSearchEngine(loaded, openColumns(columns), vocabulary)
}

/** Our own file of a whole generation: its form is known. */
async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}
