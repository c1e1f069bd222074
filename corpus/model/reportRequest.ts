import type { Speaker } from './paragraph.ts'

/** A report, update, briefing or figures that somebody asked for. */
export interface ReportRequest {
  readonly part: number
  readonly item: number | null
  /** The sentence, verbatim. */
  readonly text: string
  /** Who asked: a speaker, or the body itself as `role` (`Harbour Scrutiny Panel`). */
  readonly requester: Speaker | null
  /** Who was asked for it: a role or an organisation. */
  readonly askedOf: string | null
  /** The words of the sentence that say what on. */
  readonly subject: string
  /** The sentence's words for when. */
  readonly dueText: string | null
  /** What was replied at once, verbatim; null where the record has no reply that can be told to be one. */
  readonly answer: string | null
  readonly answerParagraphId: string | null
  readonly paragraphId: string
}
