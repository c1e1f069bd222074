/** A passage as it is given to the reader. */
export interface Passage {
  /** What it stands in, as the model was trained: `Body, day of the meeting. Item. Sub-heading: `, or empty. */
  readonly head: string
  readonly text: string
}

/**
 * What the model says of one passage. The lists have one entry for each word of its text, in order; marks of punctuation are
 * words. All scores are log odds as the model has them, not probabilities.
 */
export interface PassageReading {
  /** That the passage answers the question. */
  readonly answerable: number
  /** Where each word begins in the text, in UTF-16 code units. */
  readonly starts: Uint32Array
  /** Where it ends, exclusive. */
  readonly ends: Uint32Array
  /** That the words which answer begin with this one, less that there are none: above 0 the model holds that they do. */
  readonly spanStart: Float32Array
  /** That they end with it, less that there are none. */
  readonly spanEnd: Float32Array
  /** That the word stands in the sentence which answers. */
  readonly evidence: Float32Array
}
