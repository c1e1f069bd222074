import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { FacetField } from '../../indexer/engine/engine.ts'

/** What a facet's value is called on a page. */
export function facetLabel(field: FacetField, value: string, collection: Collection): string {
  switch (field) {
    case 'person':
      return collection.people.get(value) ?? value
    case 'body':
      return collection.bodies.find(({ id }) => id === value)?.name ?? value
    case 'document':
      return collection.documentTitles.get(value) ?? value
    case 'month':
      return formatDate(value)
    case 'kind':
    case 'part':
      return sentenceCase(value.replaceAll('_', ' '))
    default:
      return value
  }
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
