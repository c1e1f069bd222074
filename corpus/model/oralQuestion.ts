import type { Speaker } from './paragraph.ts'
import type { ReplyState } from './register.ts'

/** A question that was asked at the meeting, in reported speech, with the reply as the record reports it. */
export interface OralQuestion {
  readonly part: number
  readonly item: number | null
  /** The asking sentences, verbatim. */
  readonly text: string
  readonly paragraphId: string
  /** Null where the record does not say who asked. */
  readonly asker: Speaker | null
  readonly reply: ReplyState
  /** The replying sentences, verbatim; those of one paragraph. */
  readonly answer: string | null
  readonly answerParagraphId: string | null
  readonly answerer: Speaker | null
}
