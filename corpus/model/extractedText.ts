import type { SourcedText } from './sourcedText.ts'

/** A line of a file as a reader sees it: white space collapsed, mark-up left out, never empty. */
export interface SourceLine extends SourcedText {
  /** Level of a heading by mark-up (1 is the highest); null where the mark-up says nothing. */
  readonly headingLevel: number | null
  /** All of it is set in strong type. */
  readonly strong: boolean
  /** A row of a table: its cells were apart in the source. */
  readonly tableRow: boolean
  /** An item of a list whose bullet the file has lost. */
  readonly listItem: boolean
  /** Blank lines before it. */
  readonly blankBefore: number
  /** The first line of a page. */
  readonly pageStart: boolean
  /** The page that it stands on, from 1; null where the file has no pages. */
  readonly page: number | null
}

/** What every extractor gives: the decoded text of a file, and its lines in reading order. */
export interface ExtractedText {
  /** The text that all offsets point into. */
  readonly source: string
  readonly lines: readonly SourceLine[]
  /** Pages of the file; null where it has none. */
  readonly pages: number | null
}
