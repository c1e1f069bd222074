import type { Span } from './document.ts'

export const PARAGRAPH_KINDS = [
  'text',
  'list_item',
  'table_row',
  'heading',
  'decision',
  'action',
  'question',
  'answer',
  'attendance',
] as const
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number]

/** A paragraph as printed: joined across lines and pages, never merged with its neighbours. */
export interface Paragraph {
  /** `<document id>.<fingerprint>`: see `paragraphIds`. */
  readonly id: string
  readonly part: number
  /** `AgendaItem.index`; null outside items. */
  readonly item: number | null
  /** The source's words: white space collapsed; mark-up, page furniture and the label left out. */
  readonly text: string
  /** Its printed marker: `1.`, `a.`, `•`. */
  readonly label: string | null
  /** The file's own page, from 1; the number printed on it where the file has lost its pages; null where neither tells. */
  readonly page: number | null
  /** What its page is called, where the file says so: `17`, `iv`. */
  readonly pageLabel: string | null
  readonly kind: ParagraphKind
  /** A row of a table: its cells as offsets into `text`, empty ones included; else empty. */
  readonly cells: readonly Span[]
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
  /** The stretches of the source that it was made of, in order. */
  readonly spans: readonly Span[]
  /** Offsets in `text` where page furniture was taken out; no quote crosses one. */
  readonly seams: readonly number[]
}

/** Who speaks in a paragraph. */
export interface Speaker {
  /** Canonical name of the post (`Chief Constable`); see `indexer/analysis/roles.ts`. */
  readonly role: string
  /** As printed in the paragraph; null where it names only the role. */
  readonly name: string | null
}

/** What `enrich` adds to a paragraph. */
export interface EnrichedParagraph extends Paragraph {
  /** In order of speaking. */
  readonly speakers: readonly Speaker[]
  /** Labels of the taxonomy. */
  readonly topics: readonly string[]
  /** Its sentences, as offsets into `text`. */
  readonly sentences: readonly Span[]
}
