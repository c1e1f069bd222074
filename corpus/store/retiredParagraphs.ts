import type { Database } from './database.ts'
import { insertRows } from './database.ts'

/** A paragraph that a document no longer has under this id, and the one that holds its text now. */
export interface RetiredParagraph {
  readonly id: string
  readonly documentId: string
  readonly text: string
  readonly successorId: string
}

/** An id that two documents had, one after the other, leads to the text that had it last. */
export async function saveRetiredParagraphs(
  db: Database,
  retired: readonly RetiredParagraph[],
): Promise<void> {
  const ids = JSON.stringify(retired.map(({ id }) => id))
  await db.raw('DELETE FROM retired_paragraphs WHERE id IN (SELECT value FROM json_each(?))', [ids])
  await insertRows(
    db,
    'retired_paragraphs',
    retired.map(({ id, documentId, text, successorId }) => ({
      id,
      document_id: documentId,
      text,
      successor_id: successorId,
    })),
  )
}

export async function listRetiredParagraphs(db: Database, documentId: string): Promise<RetiredParagraph[]> {
  const rows = await db('retired_paragraphs')
    .where('document_id', documentId)
    .orderBy('id')
    .select<{ id: string; text: string; successor_id: string }[]>('id', 'text', 'successor_id')
  return rows.map(({ id, text, successor_id }) => ({ id, documentId, text, successorId: successor_id }))
}

/** The id under which a retired paragraph's text is found now; null where it was never retired. */
export async function findSuccessor(db: Database, id: string): Promise<string | null> {
  const row = await db('retired_paragraphs')
    .where({ id })
    .first<{ successor_id: string } | undefined>('successor_id')
  return row?.successor_id ?? null
}
