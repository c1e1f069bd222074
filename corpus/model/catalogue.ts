import type { CalendarDate } from './calendarDate.ts'

/** What a publisher's catalogue adds to a file: only what is known. */
export interface CatalogueEntry {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly body?: string | undefined
  readonly date?: CalendarDate | undefined
  readonly publisher?: string | undefined
  readonly sourceUrl?: string | undefined
  readonly licence?: string | undefined
}

/** A file of the corpus folder, as found. */
export interface CorpusFile {
  readonly id: string
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly catalogue: CatalogueEntry
}
