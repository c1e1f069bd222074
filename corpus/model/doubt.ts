/** Something that the indexer could not make out, with its place. */
export interface Doubt {
  readonly kind: 'no_date' | 'no_body' | 'no_meeting' | 'item_out_of_sequence'
  readonly paragraphId: string | null
  readonly text: string
}
