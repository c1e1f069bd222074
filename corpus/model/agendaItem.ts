/** An item of business in minutes or meeting notes. */
export interface AgendaItem {
  readonly index: number
  readonly part: number
  /** As printed (`118`); null where the record prints none. */
  readonly number: string | null
  readonly title: string
  /** The agenda's own reference, such as `Item B1`. */
  readonly reference: string | null
}
