import { otherSpellings } from '../../indexer/analysis/spellings.ts'
import { foldWord, isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { Expansion, Knowledge } from './expansion.ts'
import type { TypedWord } from './words.ts'

/** The same word spelt otherwise: with z for s, as one word or as two. Only what the collection has. */
export function spellingsOf(words: readonly TypedWord[], { engine }: Knowledge): Expansion[] {
  const asWord = (from: string, to: string, found: readonly TypedWord[]): Expansion[] => {
    const terms = termsOfWord(to).slice(0, 1)
    const isNew = !found.some(({ text }) => termsOfWord(text)[0] === terms[0])
    const isKnown = terms.some((term) => engine.paragraphFrequency(term) > 0)
    const node = { type: 'word', text: to, terms } as const
    return isNew && isKnown ? [{ kind: 'spelling', from, to, nodes: [node], words: found }] : []
  }
  return words.flatMap((word, index) => {
    const { text, place } = word
    const next = words[index + 1]
    const joined = next?.place === place + 1 ? foldWord(text) + foldWord(next.text) : null
    return [
      ...otherSpellings(foldWord(text)).flatMap((other) => asWord(text, other, [word])),
      ...(next
        ? sectionsOf(word, next).flatMap((section) => asWord(`${text} ${next.text}`, section, [word, next]))
        : []),
      ...(next && joined !== null && engine.phraseFrequency([joined]) > 0
        ? asWord(`${text} ${next.text}`, joined, [word, next])
        : []),
      ...partings(text)
        .filter((halves) => engine.phraseFrequency(halves) > 0)
        .map((halves): Expansion => {
          const to = halves.join(' ')
          return {
            kind: 'spelling',
            from: text,
            to,
            nodes: [{ type: 'phrase', words: halves, isPrefix: false, within: null }],
            words: [word],
          }
        }),
    ]
  })
}

/** A section of an Act is written with its number behind an s: `section 136`, `S136`. */
function sectionsOf(word: TypedWord, next: TypedWord): string[] {
  const isSection = foldWord(word.text) === 'section' && next.place === word.place + 1
  return isSection && /^\d{1,4}[A-Za-z]?$/.test(next.text) ? [`s${next.text}`] : []
}

const SHORTEST_HALF = 3

/** The ways to write one word as two: at its hyphen, or else anywhere between two words that could stand alone. */
function partings(word: string): (readonly [string, string])[] {
  const folded = foldWord(word)
  const section = /^s(\d{1,4}[a-z]?)$/.exec(folded)
  if (section) return [['section', section[1] ?? '']]
  const hyphen = /^(\p{L}+)[-\u2010\u2011](\p{L}+)$/u.exec(folded)
  if (hyphen)
    return [[hyphen[1] ?? '', hyphen[2] ?? ''] as const].filter((halves) => !halves.some(isStopWord))
  if (!/^[a-z]+$/.test(folded)) return []
  return Array.from({ length: Math.max(0, folded.length - 2 * SHORTEST_HALF + 1) }, (_, index) => {
    const at = index + SHORTEST_HALF
    return [folded.slice(0, at), folded.slice(at)] as const
  }).filter((halves) => !halves.some(isStopWord))
}
