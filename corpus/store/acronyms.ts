import type { Database } from './database.ts'

/** What a short form stands for, as documents explain it. */
export interface AcronymExpansion {
  readonly acronym: string
  readonly expansion: string
  /** Documents that explain it so. */
  readonly documents: number
}

/** By short form, what most documents say first. */
export async function listAcronyms(db: Database): Promise<AcronymExpansion[]> {
  return db('acronym_expansions')
    .orderBy([{ column: 'acronym' }, { column: 'documents', order: 'desc' }, { column: 'expansion' }])
    .select<AcronymExpansion[]>('acronym', 'expansion', 'documents')
}
