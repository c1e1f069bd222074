import type { Analysis } from './analyse.ts'
import type { Highlighter } from './snippet.ts'
import { matchesIn } from './snippet.ts'

/** Finds what a query asks for in any text: snippets and the page of a document mark the same. */
export function highlighterOf({ query }: Pick<Analysis, 'query'>): Highlighter {
  const terms = new Set(query.nodes.flatMap((node) => node.terms))
  return (text) => matchesIn(text, terms)
}
