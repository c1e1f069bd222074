export const DECISION_KINDS = ['resolved', 'agreed', 'noted', 'supported', 'approved'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export interface Decision {
  readonly part: number
  readonly item: number | null
  /** The deciding sentence, verbatim; the points of a list that it opens follow it, each with its label. */
  readonly text: string
  /** The first operative verb; `resolved` where it is none of the others. */
  readonly kind: DecisionKind
  /** Where the deciding sentence stands. */
  readonly paragraphId: string
  /** As printed; null where the record names nobody. */
  readonly mover: string | null
  readonly seconder: string | null
  /** Null where the record gives no count and no names. */
  readonly votes: Votes | null
}

/** How a vote went, as far as the record says. */
export interface Votes {
  readonly for: number | null
  readonly against: number | null
  readonly abstained: number | null
  /** Named votes, as printed. */
  readonly named: readonly NamedVote[]
}

export interface NamedVote {
  readonly name: string
  readonly vote: 'for' | 'against' | 'abstained'
}
