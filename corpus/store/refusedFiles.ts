import type { RefusedFile } from '../model/refusedFile.ts'
import type { Database } from './database.ts'
import { insertRows } from './database.ts'

export async function saveRefusedFiles(db: Database, refused: readonly RefusedFile[]): Promise<void> {
  await db('refused_files').delete()
  await insertRows(
    db,
    'refused_files',
    refused.map(({ file, reason, remedy }) => ({ file, reason, remedy })),
  )
}

export async function listRefusedFiles(db: Database): Promise<RefusedFile[]> {
  return db<RefusedFile>('refused_files').select('file', 'reason', 'remedy').orderBy('file')
}
