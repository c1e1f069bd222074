import type { Span } from './document.ts'

/** Text, and for each of its UTF-16 code units where in the source it stands. */
export interface SourcedText {
  readonly text: string
  readonly offsets: readonly number[]
}

export const NO_TEXT: SourcedText = { text: '', offsets: [] }

/** A stretch of the source, white space collapsed to single spaces and trimmed; `keeps` tells which characters stay. */
export function collapse(
  source: string,
  [start, end]: Span,
  keeps: (offset: number) => boolean = () => true,
): SourcedText {
  const characters: string[] = []
  const offsets: number[] = []
  let space = -1
  for (let at = start; at < end; at++) {
    if (!keeps(at)) continue
    const character = source[at] ?? ''
    if (/\s/.test(character)) {
      if (space < 0) space = at
      continue
    }
    if (space >= 0 && characters.length > 0) {
      characters.push(' ')
      offsets.push(space)
    }
    space = -1
    characters.push(character)
    offsets.push(at)
  }
  return { text: characters.join(''), offsets }
}

export function slice({ text, offsets }: SourcedText, start: number, end?: number): SourcedText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) }
}

/** Two texts in a row, with a space between them unless `glue` is set. */
export function append(first: SourcedText, second: SourcedText, glue = false): SourcedText {
  if (first.text === '') return second
  if (second.text === '') return first
  const between = glue ? [] : [(first.offsets.at(-1) ?? 0) + 1]
  return {
    text: first.text + (glue ? '' : ' ') + second.text,
    offsets: [...first.offsets, ...between, ...second.offsets],
  }
}

/** The stretches of the source that a text was made of: a gap of more than white space parts two of them. */
export function spansOf({ text, offsets }: SourcedText, source: string): Span[] {
  const spans: [number, number][] = []
  for (const [index, offset] of offsets.entries()) {
    if (text[index] === ' ') continue
    const last = spans.at(-1)
    if (last && offset >= last[1] && isSpace(source, last[1], offset)) last[1] = offset + 1
    else if (!last || offset >= last[1]) spans.push([offset, offset + 1])
  }
  return spans
}

function isSpace(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(source[at] ?? '')) return false
  return true
}
