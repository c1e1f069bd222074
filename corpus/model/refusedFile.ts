/** A file of the corpus folder that is not in the index, why, and what its owner can do. */
export interface RefusedFile {
  readonly file: string
  /** A clause that follows the file's name: `it is empty`. */
  readonly reason: string
  readonly remedy: string
}
