import type { Acronym } from './acronym.ts'
import type { Action } from './action.ts'
import type { AgendaItem } from './agendaItem.ts'
import type { Attendee } from './attendee.ts'
import type { Commitment } from './commitment.ts'
import type { Decision } from './decision.ts'
import type { Declaration } from './declaration.ts'
import type { PublishedDocument } from './document.ts'
import type { Doubt } from './doubt.ts'
import type { Figure } from './figure.ts'
import type { NoticeQuestion } from './noticeQuestion.ts'
import type { OralQuestion } from './oralQuestion.ts'
import type { EnrichedParagraph, Paragraph } from './paragraph.ts'
import type { Part } from './part.ts'
import type { ReportRequest } from './reportRequest.ts'

/** What `parse` makes of a file. */
export interface ParsedDocument {
  readonly document: PublishedDocument
  readonly parts: readonly Part[]
  readonly items: readonly AgendaItem[]
  readonly attendees: readonly Attendee[]
  readonly paragraphs: readonly Paragraph[]
  readonly doubts: readonly Doubt[]
}

/** Everything understood of one document: what `enrich` gives and the store keeps. */
export interface DocumentRecord extends Omit<ParsedDocument, 'paragraphs'> {
  readonly paragraphs: readonly EnrichedParagraph[]
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
  readonly commitments: readonly Commitment[]
  readonly questions: readonly NoticeQuestion[]
  readonly oralQuestions: readonly OralQuestion[]
  readonly requests: readonly ReportRequest[]
  readonly figures: readonly Figure[]
  readonly declarations: readonly Declaration[]
  readonly acronyms: readonly Acronym[]
}
