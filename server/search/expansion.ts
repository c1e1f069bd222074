import type { ExplainedAcronym } from '../../indexer/analysis/acronyms.ts'
import type { LeafNode, SearchEngine } from '../../indexer/engine/engine.ts'
import type { FieldValues } from './fieldValues.ts'
import type { Replacement, TypedWord } from './words.ts'

/** What a collection knows of its own words. */
export interface Knowledge {
  readonly engine: SearchEngine
  readonly acronyms: readonly ExplainedAcronym[]
  readonly values: FieldValues
}

/** Something searched along with words of the reader's, and what of the query it stands for. */
export interface Expansion extends Replacement {
  readonly kind: 'acronym' | 'spelling' | 'speaker' | 'title'
  /** Ways in which it is written: each adds to the score. */
  readonly nodes: readonly LeafNode[]
  /** Which of the typed words it stands for. */
  readonly words: readonly TypedWord[]
}
