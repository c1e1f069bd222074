import type { CalendarDate } from '../model/calendarDate.ts'
import type { Database } from './database.ts'

/** What a short form stands for, as documents explain it. */
export interface AcronymExpansion {
  readonly acronym: string
  readonly expansion: string
  /** Documents that explain it so. */
  readonly documents: number
}

/** What a collection holds. */
export interface Collection {
  readonly documents: number
  readonly paragraphs: number
  readonly meetings: number
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  /** By the alphabet; of one acronym what most documents explain it by comes first. */
  readonly acronyms: readonly AcronymExpansion[]
  /** First and last day that a meeting is dated by; null where none is dated. */
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

export async function loadCollection(db: Database): Promise<Collection> {
  const count = async (table: string): Promise<number> =>
    (await db(table).count<{ count: number }[]>({ count: '*' }))[0]?.count ?? 0
  const dates = await db('meetings').select<{ first: string | null; last: string | null }[]>(
    db.raw('min(date) AS first'),
    db.raw('max(date) AS last'),
  )
  return {
    documents: await count('documents'),
    paragraphs: await count('paragraphs'),
    meetings: await count('meetings'),
    bodies: await db('bodies').orderBy('name').select<{ id: string; name: string }[]>('id', 'name'),
    acronyms: await db('acronym_expansions')
      .orderBy(['acronym', { column: 'documents', order: 'desc' }, 'expansion'])
      .select<AcronymExpansion[]>('acronym', 'expansion', 'documents'),
    from: dates[0]?.first ?? null,
    to: dates[0]?.last ?? null,
  }
}
