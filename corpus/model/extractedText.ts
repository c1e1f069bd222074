import type { Span } from './document.ts'
import type { SourcedText } from './sourcedText.ts'

/** A line of a file as a reader sees it: white space collapsed, mark-up left out, never empty. */
export interface SourceLine extends SourcedText {
  /** Level of a heading by mark-up (1 is the highest); null where the mark-up says nothing. */
  readonly headingLevel: number | null
  /** All of it is set in strong type. */
  readonly strong: boolean
  /** Where it is a row of a table, its cells as offsets into `text`, empty ones included; else empty. */
  readonly cells: readonly Span[]
  /** The format tells that it is no part of the record: a running head or foot, a page number, a site's navigation. */
  readonly furniture: boolean
  /** An item of a list whose bullet the file has lost. */
  readonly listItem: boolean
  /** Blank lines before it. */
  readonly blankBefore: number
  /** The first line of a page. */
  readonly pageStart: boolean
  /** The page that it stands on, from 1; null where the file has no pages. */
  readonly page: number | null
  /** What its page is called (`iv`, `17`), where the file says so. */
  readonly pageLabel: string | null
}

/** What every extractor gives: the decoded text of a file, and its lines in reading order. */
export interface ExtractedText {
  /** The text that all offsets point into. */
  readonly source: string
  readonly lines: readonly SourceLine[]
  /** Pages of the file; null where it has none. */
  readonly pages: number | null
  /** Are the lines as long as the page is wide? If not, each is a whole paragraph. */
  readonly wrapped: boolean
}
