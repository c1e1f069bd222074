import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type { AnalysedQuery, FacetFilter, SearchEngine, SearchHits } from '../../indexer/engine/engine.ts'

const EVERYTHING: AnalysedQuery = { match: 'any', words: [], must: [], should: [] }

/** How many paragraphs there are of a kind, and what they are about. @param from the first day; null for any, undated ones too */
export function countPassages(
  engine: SearchEngine,
  { phrase, filters = [], from = null }: PassageScope,
): Promise<SearchHits> {
  const query: AnalysedQuery =
    phrase === undefined
      ? EVERYTHING
      : {
          ...EVERYTHING,
          must: [
            {
              type: 'phrase',
              words: exactWords(phrase).map(({ text }) => text),
              isPrefix: false,
              within: null,
            },
          ],
        }
  return engine.search(query, {
    filters,
    from,
    to: null,
    facets: true,
    copies: 'one',
    sort: 'newest',
    allWordsFirst: false,
    offset: 0,
    limit: 0,
  })
}

interface PassageScope {
  /** Words that stand there one after the other. */
  readonly phrase?: string
  readonly filters?: readonly FacetFilter[]
  readonly from?: string | null
}

/** Does the record itself use the words of a topic's name? Then a question can be put in them. */
export function isSpokenOf(engine: SearchEngine, topic: string): boolean {
  return engine.phraseFrequency(exactWords(topic).map(({ text }) => text)) > 0
}
