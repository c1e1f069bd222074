import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { paragraphPath, PATHS, pathTo, withQuery } from '../paths.ts'
import type { SimilarPassages, SimilarRequest, SimilarResult } from '../search/similarPassages.ts'
import { DEFAULT_SIZE } from '../search/similarPassages.ts'
import { presentContext } from './api.ts'
import { presentHit, presentPlace } from './hit.ts'
import type { PageHead } from './pageHead.ts'

/** How many words are named of those that a passage shares. */
const NAMED_WORDS = 8

/** Similar passages as JSON. */
export function presentSimilar(
  context: ParagraphInContext,
  { results, total }: SimilarPassages,
  baseUrl: string,
) {
  return {
    paragraph: presentContext(context, baseUrl).paragraph,
    total,
    results: results.map((result) => ({
      ...presentContext(result, baseUrl),
      snippet: result.snippet,
      matched: result.matched,
      shared: result.shared,
      score: result.score,
    })),
  }
}

/** The page of the passages that are like one, ready to print. */
export function presentSimilarPage(
  context: ParagraphInContext,
  { results, total }: SimilarPassages,
  request: SimilarRequest,
) {
  const { id } = context.paragraph
  const { kind: _kind, ...otherFilters } = request.filters
  const isOf = (kind: string): boolean => request.filters.kind?.join() === kind
  const link = (label: string, filters: SimilarRequest['filters'], isCurrent: boolean) => ({
    label,
    isCurrent,
    href: similarAddress('similar', id, { ...request, filters }),
  })
  return {
    head: {
      title: `Similar passages - ${context.part.title}`,
      description: `Passages that are like one of ${presentPlace(context).where}.`,
      path: pathTo('similar', id),
      section: 'documents',
      crumbs: [
        { label: 'Documents', href: PATHS.documents },
        { label: context.document.title, href: pathTo('document', context.document.id) },
        { label: 'Paragraph', href: paragraphPath(id) },
      ],
      here: 'Similar passages',
    } satisfies PageHead,
    passage: { ...presentPlace(context), text: context.paragraph.text },
    total,
    kinds: [
      link('Anything', otherFilters, request.filters.kind === undefined),
      link('Decisions', { ...otherFilters, kind: ['decision'] }, isOf('decision')),
      link('Actions', { ...otherFilters, kind: ['action'] }, isOf('action')),
    ],
    hits: results.map(presentSimilarHit),
  }
}

/** A passage like another, with some of the words that tell why. Whether it is found by its heading is told by these. */
export function presentSimilarHit(result: SimilarResult) {
  return { ...presentHit({ ...result, missing: [] }), shared: result.shared.slice(0, NAMED_WORDS) }
}

export function similarAddress(
  name: 'similar' | 'apiSimilar',
  id: string,
  { filters, size }: SimilarRequest,
): string {
  return withQuery(pathTo(name, id), { ...filters, size: size === DEFAULT_SIZE ? undefined : String(size) })
}
