import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { isStopWord, termsOfWord } from '../../indexer/analysis/terms.ts'
import type { AnalysedQuery, PhraseNode, SearchOptions, WordNode } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import { alternativeTerms } from '../search/words.ts'
import type { Claim, NamedSpeaker } from './claim.ts'
import type { Quotation, QuotedWord } from './quotation.ts'

/** Words that follow one another and are sought as a phrase. */
const PHRASE_LENGTH = 4
const MOST_PHRASES = 32
const MOST_WORDS = 24
/** Paragraphs that have some of the phrases: so many places are told of words that stand in many. */
const MOST_BY_PHRASES = 100
const MOST_BY_WORDS = 30

/**
 * Paragraphs in which a quotation may stand: those with the most of its phrases; those with the rarest of its words, for where
 * no phrase is left as it was; and, where a speaker or time is named, the phrases there.
 */
export async function findCandidates(
  generation: Generation,
  quotation: Quotation,
  claim: Claim,
  speaker: NamedSpeaker | null,
): Promise<ParagraphInContext[]> {
  const phrases = phrasesOf(quotation)
  const words = rarestWords(quotation, generation)
  const byPhrases: AnalysedQuery = {
    match: 'any',
    words: [],
    must: [{ type: 'any', nodes: phrases }],
    should: [],
  }
  const search = async (query: AnalysedQuery, options: Partial<SearchOptions>): Promise<string[]> => {
    const { hits } = await generation.engine.search(query, { ...EVERYWHERE, ...options })
    return hits.map(({ id }) => id)
  }
  const ids = [
    ...(phrases.length === 0 ? [] : await search(byPhrases, { limit: MOST_BY_PHRASES })),
    ...(phrases.length === 0 || !claimsAnything(claim)
      ? []
      : await search(byPhrases, { ...claimed(claim, speaker), limit: MOST_BY_PHRASES })),
    ...(words.length === 0
      ? []
      : await search({ match: 'any', words, must: [], should: [] }, { limit: MOST_BY_WORDS })),
  ]
  return generation.paragraphs.load([...new Set(ids)])
}

export const EVERYWHERE: SearchOptions = {
  filters: [],
  from: null,
  to: null,
  facets: false,
  copies: 'one',
  sort: 'relevance',
  allWordsFirst: false,
  offset: 0,
  limit: 0,
}

const claimsAnything = ({ saidBy, from, to }: Claim): boolean =>
  saidBy !== null || from !== null || to !== null

function claimed({ from, to }: Claim, speaker: NamedSpeaker | null): Partial<SearchOptions> {
  const field = speaker && speaker.people.size > 0 ? 'person' : 'role'
  const values = speaker ? [...(field === 'person' ? speaker.people : speaker.roles)] : []
  return { from, to, filters: values.length === 0 ? [] : [{ field, values }] }
}

/** Words that follow one another with neither an ellipsis nor brackets between them. */
export function runsOf({ words, gaps }: Pick<Quotation, 'words' | 'gaps'>): QuotedWord[][] {
  const runs: QuotedWord[][] = [[]]
  for (const [number, word] of words.entries()) {
    if (gaps.has(number) || word.brackets !== null) runs.push([])
    if (word.brackets === null) runs.at(-1)?.push(word)
  }
  return runs.filter(({ length }) => length > 0)
}

/** The runs whole, and phrases of a few words at even distances. */
function phrasesOf(quotation: Quotation): PhraseNode[] {
  const runs = runsOf(quotation)
  const short = runs.flatMap((run) =>
    run.slice(PHRASE_LENGTH - 1).map((_, first) => run.slice(first, first + PHRASE_LENGTH)),
  )
  const step = Math.max(1, short.length / MOST_PHRASES)
  const spread = Array.from(
    { length: Math.min(short.length, MOST_PHRASES) },
    (_, index) => short[Math.floor(index * step)] ?? [],
  )
  return [...runs.filter(({ length }) => length >= PHRASE_LENGTH), ...spread].map((words) => ({
    type: 'phrase',
    words: words.map(({ text }) => text),
    isPrefix: false,
    within: null,
  }))
}

function rarestWords({ words, text }: Quotation, { engine }: Generation): WordNode[] {
  const printed = words
    .filter(({ brackets }) => brackets === null)
    .map(({ start, end }) => text.slice(start, end))
  const frequencyOf = (word: string): number => engine.paragraphFrequency(termsOfWord(word)[0] ?? '')
  return [...new Set(printed)]
    .filter((word) => !isStopWord(word) && frequencyOf(word) > 0)
    .sort((a, b) => frequencyOf(a) - frequencyOf(b))
    .slice(0, MOST_WORDS)
    .map((word) => ({ type: 'word', text: word, terms: alternativeTerms(word) }))
}
