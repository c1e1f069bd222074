import type { Heading } from '../../corpus/store/headings.ts'
import { exactWords } from '../../indexer/analysis/exactWords.ts'
import type { FacetField, SearchEngine } from '../../indexer/engine/engine.ts'
import { QUESTION_WORDS } from '../answer/interpret.ts'
import type { RolesHeld } from '../rolesHeld.ts'
import { analyse, narrowestDates } from './analyse.ts'
import type { Knowledge } from './expansion.ts'

/** What of a generation a query is put to. */
interface Searched {
  readonly engine: SearchEngine
  readonly knowledge: Knowledge
}

/** What an example shows of the ways to search. */
export type ExampleKind = 'words' | 'phrase' | 'speaker' | 'time' | 'question'

/** A query that finds something in the collection. */
export interface ExampleQuery {
  readonly kind: ExampleKind
  readonly q: string
}

/** Of each kind of value so many are tried, the commonest. */
const TRIED = 5

/** One query of each kind, made of what the collection speaks of most; kinds for which none finds anything are left out. */
export async function exampleQueries(
  searched: Searched,
  headings: readonly Heading[],
  { byRole }: Pick<RolesHeld, 'byRole'>,
): Promise<readonly ExampleQuery[]> {
  const commonest = (field: FacetField): string[] =>
    searched.engine
      .facetCounts(field)
      .toSorted((a, b) => b.count - a.count)
      .map(({ value }) => value)
  const subjects = [...commonest('topic'), ...headings.slice(0, TRIED).map(({ title }) => title)]
    .map((subject) => subject.replaceAll('"', '').toLowerCase())
    .filter((subject) => searched.engine.phraseFrequency(wordsOf(subject)) > 0)
    .slice(0, TRIED)
  const roles = commonest('role')
    .filter((role) => byRole.has(role))
    .slice(0, TRIED)
  const years = commonest('year').slice(0, TRIED)
  const spoken = roles.flatMap((role) => subjects.map((subject) => ({ role, subject })))
  const tried: readonly (readonly [kind: ExampleKind, queries: readonly string[]])[] = [
    ['words', subjects],
    ['question', spoken.map(({ role, subject }) => `What did the ${role} say about ${subject}?`)],
    ['phrase', [...subjects, ...roles].filter((words) => words.includes(' ')).map((words) => `"${words}"`)],
    ['speaker', spoken.map(({ role, subject }) => `role:"${role}" ${subject}`)],
    ['time', subjects.flatMap((subject) => years.map((year) => `${subject} since ${year}`))],
  ]
  const examples: ExampleQuery[] = []
  for (const [kind, queries] of tried) {
    const q = await firstThatFinds(queries, searched)
    if (q !== null) examples.push({ kind, q })
  }
  return examples
}

const wordsOf = (text: string): string[] => exactWords(text).map(({ text: word }) => word)

const ANY_DAY = { from: null, to: null }

async function firstThatFinds(
  queries: readonly string[],
  { engine, knowledge }: Searched,
): Promise<string | null> {
  for (const q of queries) {
    const { query, narrowings } = analyse(q, knowledge, {
      match: 'all',
      unwanted: new Set(),
      readsDates: true,
      dates: ANY_DAY,
      ignored: QUESTION_WORDS,
    })
    const { total } = await engine.search(query, {
      filters: narrowings.flatMap(({ filters }) => filters),
      ...narrowestDates([ANY_DAY, ...narrowings]),
      facets: false,
      copies: 'one',
      sort: 'relevance',
      allWordsFirst: false,
      offset: 0,
      limit: 1,
    })
    if (total > 0) return q
  }
  return null
}
