import { readFileSync } from 'node:fs'
import type { DocumentRecord } from '../../corpus/model/record.ts'
import type { RefusedFile } from '../../corpus/model/refusedFile.ts'
import type { FoundFile } from '../corpusFiles.ts'
import { enrich } from '../enrich/index.ts'
import type { TopicReader } from '../enrich/topics.ts'
import { extract } from '../extract/index.ts'
import { Refusal } from '../extract/refusal.ts'
import { parse } from '../parse/index.ts'

/** One file in; everything understood of it out, or why it is refused. It never throws. */
export async function readDocument(
  file: FoundFile,
  topics: TopicReader,
): Promise<DocumentRecord | RefusedFile> {
  try {
    // All at once: whoever reads has nothing else to do, and a promised file costs ten times as much to read.
    const bytes = readFileSync(file.path)
    const record = enrich(parse(file, await extract(bytes)), topics)
    if (record.paragraphs.length === 0)
      throw new Refusal('it has no text', 'publish the file again, or remove it')
    return record
  } catch (error) {
    return refused(file, error)
  }
}

function refused({ file }: FoundFile, error: unknown): RefusedFile {
  if (error instanceof Refusal) return { file, reason: error.message, remedy: error.remedy }
  const reason = `it could not be read: ${error instanceof Error ? error.message : String(error)}`
  return { file, reason, remedy: 'this is a fault of the program: please report it' }
}
