/** An interest that a member declared. */
export interface Declaration {
  readonly part: number
  readonly item: number | null
  /** As printed. */
  readonly name: string
  /** The declaring sentence, verbatim. */
  readonly text: string
  readonly paragraphId: string
}
