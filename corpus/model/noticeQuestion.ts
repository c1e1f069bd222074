/** A question put on notice: written before the meeting, printed with its answer. */
export interface NoticeQuestion {
  readonly part: number
  readonly item: number | null
  /** As printed; null where the record numbers none. */
  readonly number: string | null
  /** As printed: `Cllr Richard Palmer`. */
  readonly asker: string | null
  /** The authority or group printed with the asker's name. */
  readonly authority: string | null
  /** Verbatim; paragraphs follow one another after a space. */
  readonly text: string
  readonly answer: string | null
  /** From the words that ask on: question and reply as the record reports them. */
  readonly supplementary: string | null
  /** The paragraphs of the question itself. */
  readonly questionParagraphIds: readonly string[]
  /** Of question, asker and answer, in order. */
  readonly paragraphIds: readonly string[]
}
