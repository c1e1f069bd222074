/** `Violence Reduction Unit (VRU)` in a text. */
export interface ExplainedAcronym {
  readonly acronym: string
  readonly expansion: string
}

const IN_BRACKETS = /\(([A-Z][A-Za-z&/]{1,8})\)/g
const MOST_WORDS = 9
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'and',
  'of',
  'the',
  'for',
  'in',
  'on',
  'to',
  'with',
  'a',
  'an',
  '&',
])

/** The acronyms that a text explains, each with the words before its brackets whose initials it is. */
export function acronymsIn(text: string): ExplainedAcronym[] {
  const found: ExplainedAcronym[] = []
  for (const match of text.matchAll(IN_BRACKETS)) {
    const acronym = (match[1] ?? '').replace(/s$/, '')
    if (acronym.length < 2 || acronym.replace(/[^A-Z]/g, '').length < 2) continue
    const words = text.slice(0, match.index).trimEnd().split(/\s+/).slice(-MOST_WORDS)
    const expansion = expansionOf(acronym, words)
    if (expansion) found.push({ acronym, expansion })
  }
  return found
}

/** The shortest run of last words whose initials, in order, are the acronym's letters. */
function expansionOf(acronym: string, words: readonly string[]): string | null {
  const letters = acronym.toLowerCase().replace(/[^a-z]/g, '')
  for (let count = 2; count <= words.length; count++) {
    const run = words.slice(-count)
    if (spells(letters, run)) return run.join(' ').replace(/^["'(\u2018\u201c]+/, '')
  }
  return null
}

function spells(letters: string, words: readonly string[]): boolean {
  const initials = words.flatMap((word) =>
    word
      .split(/[-/]/)
      .map((piece) => piece.replace(/^[^\p{L}]+/u, '').toLowerCase())
      .filter(Boolean),
  )
  if (!initials[0]?.startsWith(letters.charAt(0)) || words.slice(0, -1).some((word) => /[.;:!?]$/.test(word)))
    return false
  let at = 0
  for (const word of initials) {
    if (at < letters.length && word.startsWith(letters.charAt(at))) at++
    else if (!SMALL_WORDS.has(word)) return false
  }
  return at === letters.length
}
