export const DECISION_KINDS = ['resolved', 'agreed', 'noted', 'supported', 'approved'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export interface Decision {
  readonly part: number
  readonly item: number | null
  /** The deciding sentence, verbatim. */
  readonly text: string
  /** The first operative verb; `resolved` where it is none of the others. */
  readonly kind: DecisionKind
  readonly paragraphId: string
}
