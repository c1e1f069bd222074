import { formatDate } from '../corpus/model/formatDate.ts'
import type { Collection } from '../corpus/store/collection.ts'
import type { Places } from '../corpus/store/places.ts'
import type { FacetField } from '../indexer/engine/engine.ts'
import type { NamesOfValue } from './search/fieldValues.ts'

/** Where the names of people, bodies and documents are. */
export interface Names {
  readonly collection: Collection
  readonly places: Places
}

/** What a facet's value is called on a page. */
export function facetLabel(field: FacetField, value: string, { collection, places }: Names): string {
  switch (field) {
    case 'person':
      return places.people.get(value) ?? value
    case 'body':
      return collection.bodies.find(({ id }) => id === value)?.name ?? value
    case 'document':
      return places.documents.get(value)?.title ?? value
    case 'month':
      return formatDate(value)
    case 'kind':
    case 'part':
      return kindInWords(value)
    default:
      return value
  }
}

/** The names under which readers may ask for a facet's values: as pages show them first, then as the record prints them. */
export function namesOfValues(names: Names): NamesOfValue {
  return (field, value) => [
    facetLabel(field, value, names),
    ...(field === 'person' ? (names.places.printedNames.get(value) ?? []) : []),
  ]
}

/** A kind of the model as readers see it: `meeting_notes` is `Meeting notes`. */
export function kindInWords(kind: string): string {
  return sentenceCase(kind.replaceAll('_', ' '))
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
