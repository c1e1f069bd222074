import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { ReadPassages } from '../../server/answer/reading.ts'
import type { PassageReading } from '../../server/reader/passageReading.ts'

/** As where there is no reader. */
export const nothingRead: ReadPassages = () => Promise.resolve(null)

/** A reading that points to some words of a text and to the sentence `evidence`, as surely as `answerable` says. */
export function readingOf(
  text: string,
  { answerable, words = '', evidence = words }: { answerable: number; words?: string; evidence?: string },
): PassageReading {
  const tokens = tokenize(text)
  const [first, after] = stretchOf(text, words)
  const [from, to] = stretchOf(text, evidence)
  const score = (isThere: (token: { start: number; end: number }) => boolean): Float32Array<ArrayBuffer> =>
    Float32Array.from(tokens, (token) => (isThere(token) ? 4 : -4))
  return {
    answerable,
    starts: Uint32Array.from(tokens, ({ start }) => start),
    ends: Uint32Array.from(tokens, ({ end }) => end),
    spanStart: score(({ start }) => start === first),
    spanEnd: score(({ end }) => end === after),
    evidence: score(({ start, end }) => start >= from && end <= to),
  }
}

function stretchOf(text: string, part: string): [number, number] {
  const at = part === '' ? -1 : text.indexOf(part)
  return at < 0 ? [-1, -1] : [at, at + part.length]
}
