/** Something that the indexer could not make out, with its place. */
export interface Doubt {
  readonly kind:
    | 'no_date'
    | 'several_dates'
    | 'no_body'
    | 'no_meeting'
    | 'meeting_not_held'
    | 'no_attendance'
    | 'item_out_of_sequence'
    | 'number_missing'
    | 'cut_short'
    | 'speaker_not_resolved'
  readonly paragraphId: string | null
  readonly text: string
}
