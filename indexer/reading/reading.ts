import type { RefusedFile } from '../../corpus/model/refusedFile.ts'
import type { DocumentRows } from '../../corpus/store/documentRows.ts'
import { rowsOf } from '../../corpus/store/documentRows.ts'
import type { FoundFile } from '../corpusFiles.ts'
import type { TopicReader } from '../enrich/topics.ts'
import { readDocument } from './readDocument.ts'

/** A file, and what it will have been read with. */
export interface FileToRead extends FoundFile {
  readonly fingerprint: string
}

/** What comes of reading a file: its rows, ready for the store, or why it is refused. */
export type Reading = DocumentRows | RefusedFile

export function isRefused(reading: Reading): reading is RefusedFile {
  return 'reason' in reading
}

/** Reads a file to its rows: the little that has to travel from one process to another. */
export async function readToRows(file: FileToRead, topics: TopicReader): Promise<Reading> {
  const made = await readDocument(file, topics)
  return 'reason' in made ? made : rowsOf(made, file.fingerprint)
}
