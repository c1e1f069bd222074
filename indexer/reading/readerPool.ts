import { fileURLToPath } from 'node:url'
import { readTaxonomy } from '../enrich/taxonomy.ts'
import { topicReader } from '../enrich/topics.ts'
import type { IndexerSettings } from '../settings.ts'
import type { ReaderProgram } from './readerProcess.ts'
import { ReaderProcess } from './readerProcess.ts'
import type { FileToRead, Reading } from './reading.ts'
import { readToRows } from './reading.ts'

/** Files that each reader may be ahead of what has been taken: enough to bridge a long one, too few to fill the memory. */
const FILES_AHEAD = 8

export interface FileRead {
  readonly file: FileToRead
  readonly reading: Reading
}

/** Reads one file; it never fails, but may refuse. */
interface Reader {
  read(file: FileToRead): Promise<Reading>
  end(): void
}

/**
 * Reads files in child processes, `settings.readers` at a time, so that no file can stop a run; with none, in this process.
 * Readings come in the order of the files, and no more are begun than a few before the one that is taken. The children end
 * when the last reading, or the interest in them, does.
 *
 * @param program what the children run
 */
export async function* readFiles(
  files: readonly FileToRead[],
  settings: IndexerSettings,
  program: ReaderProgram = readerProgram(settings),
): AsyncGenerator<FileRead> {
  const limits = { seconds: settings.readSeconds, memoryMb: settings.readMemoryMb }
  const readers =
    settings.readers === 0
      ? [await readerInside(settings)]
      : Array.from(
          { length: Math.min(settings.readers, files.length) },
          () => new ReaderProcess(program, limits),
        )
  try {
    yield* inOrder(files, readers, settings.readers === 0 ? 1 : FILES_AHEAD * readers.length)
  } finally {
    for (const reader of readers) reader.end()
  }
}

async function* inOrder(
  files: readonly FileToRead[],
  readers: readonly Reader[],
  ahead: number,
): AsyncGenerator<FileRead> {
  const free = new FreeReaders(readers)
  const begun: { file: FileToRead; reading: Promise<Reading> }[] = []
  let next = 0
  for (;;) {
    for (let file = files[next]; file && begun.length < ahead; file = files[++next])
      begun.push({ file, reading: free.read(file) })
    const first = begun.shift()
    if (!first) return
    yield { file: first.file, reading: await first.reading }
  }
}

/** Gives each file to the first reader that is free, in the order of asking. */
class FreeReaders {
  readonly #free: Reader[]
  readonly #waiting: ((reader: Reader) => void)[] = []

  constructor(readers: readonly Reader[]) {
    this.#free = [...readers]
  }

  async read(file: FileToRead): Promise<Reading> {
    const reader =
      this.#free.pop() ?? (await new Promise<Reader>((resolve) => void this.#waiting.push(resolve)))
    try {
      return await reader.read(file)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(reader)
      else this.#free.push(reader)
    }
  }
}

async function readerInside({ taxonomy }: IndexerSettings): Promise<Reader> {
  const topics = topicReader(await readTaxonomy(taxonomy))
  return { read: (file) => readToRows(file, topics), end: () => undefined }
}

function readerProgram({ taxonomy }: IndexerSettings): ReaderProgram {
  return { entry: fileURLToPath(new URL('./reader.js', import.meta.url)), args: [taxonomy] }
}
