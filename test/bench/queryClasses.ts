import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type { SearchOptions } from '../../indexer/engine/engine.ts'
import type { Generation } from '../../server/generations.ts'
import { analyse } from '../../server/search/analyse.ts'
import { seededRandom } from './random.ts'

/** A kind of query, and how it is put to the engine. */
export interface QueryClass {
  readonly name: string
  readonly queries: readonly string[]
  readonly options: Partial<SearchOptions>
}

const ROLE_AND_DATE: Partial<SearchOptions> = {
  filters: [{ field: 'role', values: ['Chief Constable', 'Police and Crime Commissioner'] }],
  from: '2005',
  to: '2020',
}

/**
 * The classes that the search is held to.
 *
 * @param words queries of one to four words that stand together in some paragraph
 * @param texts paragraphs that phrases are cut from
 */
export function queryClasses(
  words: readonly string[],
  texts: readonly string[],
  seed: number,
): readonly QueryClass[] {
  const random = seededRandom(seed)
  const single = words.map((query) => query.split(' ')[0] ?? '')
  const several = words.filter((query) => query.includes(' '))
  const phrases = words.map(() => {
    const found = exactWords(texts[Math.floor(random() * texts.length)] ?? '')
    const start = Math.floor(random() * Math.max(1, found.length - 3))
    const length = 2 + Math.floor(random() * 3)
    return found
      .slice(start, start + length)
      .map(({ text }) => text)
      .join(' ')
  })
  return [
    { name: 'one word', queries: single, options: {} },
    { name: 'two to four words', queries: several, options: {} },
    { name: 'phrase', queries: phrases.map((phrase) => `"${phrase}"`), options: {} },
    { name: 'prefix', queries: single.map((word, at) => `${word.slice(0, 1 + (at % 4))}*`), options: {} },
    {
      name: 'proximity',
      queries: phrases.map((phrase) => `"${phrase.split(' ').reverse().join(' ')}"~8`),
      options: {},
    },
    { name: 'filtered by role and date', queries: several, options: ROLE_AND_DATE },
    { name: 'with facets', queries: several, options: { facets: true } },
  ]
}

/** Reads a query and puts it to the engine; ten ids come back, no texts. */
export async function searchIds(
  { engine, knowledge }: Generation,
  q: string,
  options: Partial<SearchOptions>,
): Promise<void> {
  const dates = { from: null, to: null }
  const analysis = analyse(q, knowledge, { match: 'any', unwanted: new Set(), readsDates: true, dates })
  await engine.search(analysis.query, {
    filters: [],
    ...dates,
    facets: false,
    sort: 'relevance',
    copies: 'one',
    allWordsFirst: true,
    offset: 0,
    limit: 10,
    ...options,
  })
}
