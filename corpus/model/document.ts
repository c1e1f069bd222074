import type { CalendarDate } from './calendarDate.ts'

export const DOCUMENT_KINDS = ['pack', 'minutes', 'notes', 'report', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A stretch of the source text, in UTF-16 code units: `[start, end)`. */
export type Span = readonly [start: number, end: number]

/** A published file, and what is known of it as a whole. */
export interface PublishedDocument {
  readonly id: string
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string
  readonly title: string
  readonly kind: DocumentKind
  readonly body: string | null
  readonly date: CalendarDate | null
  readonly publisher: string | null
  readonly sourceUrl: string | null
  readonly licence: string | null
  /** Pages that the file marks; null where it marks none. */
  readonly pages: number | null
  readonly sha256: string
  readonly bytes: number
}
