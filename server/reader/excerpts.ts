/** Words of a passage that are read at once: `[from, to)`. */
export interface Excerpt {
  readonly from: number
  readonly to: number
}

/**
 * More are not read, so that ten passages are thirty pairs at most: what is longer than some four hundred words and yet one
 * paragraph is a table or a list that nothing divides.
 */
const MOST_EXCERPTS = 3

/**
 * Cuts a passage into excerpts that can be read with the question. Each begins half an excerpt after the one before it, so
 * that every word has what stands around it in one of them; the last is as long as the others. Of a passage that is longer
 * than three excerpts only the beginning is read.
 *
 * @param tokensBefore how many tokens stand before each word, and at last how many there are
 * @param most the tokens of an excerpt; a longer word is an excerpt by itself
 */
export function excerptsOf(tokensBefore: readonly number[], most: number): Excerpt[] {
  const words = tokensBefore.length - 1
  const before = (word: number): number => tokensBefore[word] ?? Number.POSITIVE_INFINITY
  const beginOfLast = firstWordAt(before, 0, before(words) - most)
  const excerpts: Excerpt[] = []
  let from = 0
  while (excerpts.length < MOST_EXCERPTS) {
    const to = lastWordWithin(before, from, words, most)
    excerpts.push({ from, to })
    if (to === words) break
    const half = firstWordAt(before, from + 1, before(from) + most / 2)
    from = Math.min(half, Math.max(beginOfLast, from + 1), to)
  }
  return excerpts
}

function lastWordWithin(before: (word: number) => number, from: number, words: number, most: number): number {
  let to = Math.min(from + 1, words)
  while (to < words && before(to + 1) - before(from) <= most) to++
  return to
}

function firstWordAt(before: (word: number) => number, from: number, tokens: number): number {
  let word = from
  while (before(word) < tokens) word++
  return word
}
