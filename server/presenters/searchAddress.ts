import { anchorOf, pathTo, withQuery } from '../paths.ts'
import type { ReaderSearch, SearchFilters } from '../search/request.ts'

/** What is searched for, as parameters. Defaults are left out. */
export function searchParameters({
  q,
  match,
  filters,
  notAlso,
}: ReaderSearch): SearchFilters & Partial<Record<'q' | 'match' | 'notAlso', string | readonly string[]>> {
  return { q, ...(match === 'any' ? {} : { match }), ...filters, notAlso }
}

/** The address of a document that keeps what is searched for, at its top or at one of its paragraphs. */
export function readerAddress(documentId: string, search: ReaderSearch, paragraphId?: string): string {
  const path = withQuery(pathTo('document', documentId), { ...searchParameters(search) })
  return paragraphId === undefined ? path : `${path}#${anchorOf(paragraphId)}`
}
