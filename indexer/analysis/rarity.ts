/** Inverse document frequency, as BM25 has it (Robertson and Sparck Jones, 1976, with Lucene's addition of one). */
export function rarityOf(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
}
