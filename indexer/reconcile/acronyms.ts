import type { Database } from '../../corpus/store/database.ts'
import { insertRows } from '../../corpus/store/database.ts'

/** The long forms of each acronym in the collection, with the number of documents that explain it so. */
export async function reconcileAcronyms(db: Database): Promise<void> {
  const rows = await db('acronyms')
    .orderBy(['document_id', 'position'])
    .select<{ document_id: string; acronym: string; expansion: string }[]>(
      'document_id',
      'acronym',
      'expansion',
    )
  const forms = new Map<string, { acronym: string; expansion: string; documents: Set<string> }>()
  for (const { document_id, acronym, expansion } of rows) {
    const key = `${acronym} ${expansion.toLowerCase()}`
    const form = forms.get(key) ?? { acronym, expansion, documents: new Set() }
    form.documents.add(document_id)
    forms.set(key, form)
  }
  const sorted = [...forms].sort(([a], [b]) => (a < b ? -1 : 1))
  await insertRows(
    db,
    'acronym_expansions',
    sorted.map(([, { acronym, expansion, documents }]) => ({
      acronym,
      expansion,
      documents: documents.size,
    })),
  )
}
