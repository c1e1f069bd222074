/** `Violence Reduction Unit (VRU)` in a text, or `VRU (Violence Reduction Unit)`. */
export interface ExplainedAcronym {
  readonly acronym: string
  readonly expansion: string
}

const IN_BRACKETS = /\(([A-Z][A-Za-z&/]{1,8})\)/g
const BEFORE_BRACKETS = /\b([A-Z][A-Za-z&/]{1,8}) \(([^()]{5,120})\)/g
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
  'or',
  'a',
  'an',
  '&',
])

/** The acronyms that a text explains, each with the words before or within brackets whose initials it is. */
export function acronymsIn(text: string): ExplainedAcronym[] {
  const found: ExplainedAcronym[] = []
  for (const match of text.matchAll(IN_BRACKETS)) {
    const acronym = acronymOf(match[1])
    if (acronym === null) continue
    const words = text.slice(0, match.index).trimEnd().split(/\s+/).slice(-MOST_WORDS)
    const expansion = expansionOf(acronym, words)
    if (expansion) found.push({ acronym, expansion })
  }
  for (const match of text.matchAll(BEFORE_BRACKETS)) {
    const acronym = acronymOf(match[1])
    const words = (match[2] ?? '').trim().split(/\s+/)
    if (acronym !== null && spells(lettersOf(acronym), words))
      found.push({ acronym, expansion: withoutQuotes(words.join(' ')) })
  }
  return found
}

/** Without the s of a plural; null where it is a word with a capital. */
function acronymOf(written = ''): string | null {
  const acronym = written.replace(/s$/, '')
  return acronym.replace(/[^A-Z]/g, '').length < 2 ? null : acronym
}

const lettersOf = (acronym: string): string => acronym.toLowerCase().replace(/[^a-z]/g, '')

const withoutQuotes = (text: string): string => text.replace(/^["'(\u2018\u201c]+|["'\u2019\u201d]+$/g, '')

/** The shortest run of last words whose initials, in order, are the acronym's letters. */
function expansionOf(acronym: string, words: readonly string[]): string | null {
  const letters = lettersOf(acronym)
  for (let count = 2; count <= words.length; count++) {
    const run = words.slice(-count)
    if (!SMALL_WORDS.has(run[0]?.toLowerCase() ?? '') && spells(letters, run))
      return withoutQuotes(run.join(' '))
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
