import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { NO_SURROUNDINGS } from '../../corpus/store/paragraphs.ts'
import type { AnalysedQuery, SearchHits } from '../../indexer/engine/engine.ts'
import type { Generation } from '../generations.ts'
import type { Analysis } from '../search/analyse.ts'
import { analyse } from '../search/analyse.ts'
import type { SearchFilters } from '../search/request.ts'
import { datesOf, engineFilters } from '../search/searchRecord.ts'
import type { Asked } from './asked.ts'
import { askedOf } from './asked.ts'
import type { Candidate } from './candidates.ts'
import { windowsOf } from './candidates.ts'
import { addMargins, featuresOf, readPassage } from './features.ts'
import type { Interpretation } from './interpret.ts'
import { interpret, QUESTION_WORDS } from './interpret.ts'
import { withoutUnwanted } from './unwanted.ts'

/** What may answer a question, before anything is chosen. */
export interface Gathered {
  readonly interpretation: Interpretation
  readonly analysis: Analysis
  readonly asked: Asked
  readonly hits: SearchHits
  /** The paragraphs found but for headings, best first as the search has it. */
  readonly found: readonly ParagraphInContext[]
  readonly candidates: readonly Candidate[]
}

/** With forty the first answer is right no more often, and takes half as long again. */
const CANDIDATE_PARAGRAPHS = 25

/**
 * Finds the paragraphs that a question is about, and every window of them that could be its answer.
 *
 * @param unwanted what the reader does not want made of the question: see `AnalyseOptions.unwanted`
 */
export async function gather(
  generation: Generation,
  question: string,
  filters: SearchFilters,
  unwanted: ReadonlySet<string> = new Set(),
): Promise<Gathered> {
  const { engine, paragraphs } = generation
  const interpretation = withoutUnwanted(interpret(question), unwanted)
  const analysis = analyse(question, generation.knowledge, {
    match: 'any',
    unwanted,
    readsDates: false,
    ignored: QUESTION_WORDS,
    dates: datesOf(filters),
  })
  const hits = await engine.search(withDates(analysis.query, interpretation), {
    ...engineFilters(filters, analysis),
    facets: false,
    sort: 'relevance',
    copies: 'one',
    allWordsFirst: false,
    offset: 0,
    limit: isEmpty(analysis.query) ? 0 : CANDIDATE_PARAGRAPHS,
  })
  const ids = hits.hits.map(({ id }) => id)
  const [contexts, surroundings] = await Promise.all([paragraphs.load(ids), paragraphs.surroundings(ids)])
  const asked = askedOf(question, analysis, interpretation, engine)
  const scores = new Map(hits.hits.map(({ id, score }) => [id, score]))
  const top = hits.hits[0]?.score ?? 1
  const found = contexts.filter(({ paragraph }) => paragraph.kind !== 'heading')
  const candidates = found.flatMap((context, rank) => {
    const { id } = context.paragraph
    const score = (scores.get(id) ?? 0) / top
    const reading = readPassage(context, surroundings.get(id) ?? NO_SURROUNDINGS, asked, { rank, score })
    return windowsOf(context.paragraph).map((window): Candidate => {
      const candidate = { context, rank, ...window }
      return { ...candidate, features: featuresOf(candidate, reading, asked) }
    })
  })
  addMargins(candidates.map(({ features }) => features))
  return { interpretation, analysis, asked, hits, found, candidates }
}

const isEmpty = ({ words, must }: AnalysedQuery): boolean => words.length === 0 && must.length === 0

/** What a meeting of the time that a question names counts, beside a word of the question. */
const DATE_WEIGHT = 0.5

/** The time that a question names tells of a meeting, or of what was said at another: it is looked for, and not required. */
function withDates(query: AnalysedQuery, { from, to }: Interpretation): AnalysedQuery {
  if (from === null && to === null) return query
  return {
    ...query,
    should: [...query.should, { node: { type: 'date', from, to }, weight: DATE_WEIGHT, standsFor: [] }],
  }
}
