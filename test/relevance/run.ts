import type { Generation } from '../../server/generations.ts'
import type { SearchRequest } from '../../server/search/request.ts'
import { apiSearchSchema, toSearchRequest } from '../../server/search/request.ts'
import { searchRecord } from '../../server/search/searchRecord.ts'
import type { Outcome } from './figures.ts'
import type { Grading } from './grading.ts'
import { gradeResults } from './grading.ts'
import type { JudgedQuery } from './judgements.ts'
import { DEPTH, ndcg, precision, recall, reciprocalRank } from './metrics.ts'

/** A judged query, and what the search made of it. */
export interface GradedQuery extends Grading {
  readonly query: JudgedQuery
  readonly total: number
  readonly outcome: Outcome
}

/** The request that the API would make of the query. */
export function searchRequestOf({ query, filters }: JudgedQuery): SearchRequest {
  return toSearchRequest(apiSearchSchema.parse({ q: query, ...filters, size: String(DEPTH.recall) }))
}

export async function gradeQuery(generation: Generation, query: JudgedQuery): Promise<GradedQuery> {
  const { results, total } = await searchRecord(generation, searchRequestOf(query))
  const grading = gradeResults(results, query.relevant)
  const judged = query.relevant.map(({ grade }) => grade)
  return {
    ...grading,
    query,
    total,
    outcome: {
      class: query.class,
      ndcg: ndcg(grading.grades, judged),
      precision: precision(grading.grades, judged),
      mrr: reciprocalRank(grading.grades),
      recall: recall(grading.grades, judged),
      totalIsRight: query.total === undefined ? null : total === query.total,
    },
  }
}
