/** An acronym that the document explains: `Violence Reduction Unit (VRU)`. */
export interface Acronym {
  readonly acronym: string
  readonly expansion: string
  /** Where it is first explained. */
  readonly paragraphId: string
}
