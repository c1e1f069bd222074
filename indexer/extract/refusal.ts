/** Why a file is not in the index, and what its owner can do about it. */
export class Refusal extends Error {
  readonly remedy: string

  constructor(reason: string, remedy: string) {
    super(reason)
    this.name = 'Refusal'
    this.remedy = remedy
  }
}
