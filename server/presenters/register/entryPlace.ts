import { formatDate } from '../../../corpus/model/formatDate.ts'
import type { RecordPlace } from '../../../corpus/model/register.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import type { Names } from '../../labels.ts'
import { paragraphAnchor, paragraphPath } from '../../paths.ts'

/** Where something of the register stands, in words and addresses. */
export function presentEntryPlace(place: RecordPlace, { places }: Pick<Names, 'places'>) {
  const { documentId, part, item, paragraphId, date } = place
  const document = places.documents.get(documentId)
  const standing = places.parts.get(placeKey(documentId, part))
  const business = item === null ? undefined : places.items.get(placeKey(documentId, item))
  const documentTitle = document?.title ?? documentId
  return {
    title: business?.title ?? standing?.part.title ?? documentTitle,
    number: business?.number ?? null,
    where:
      standing?.meeting?.title ??
      [documentTitle, date === null ? '' : formatDate(date)].filter(Boolean).join(', '),
    meeting: standing?.meeting ?? null,
    partTitle: standing?.part.title ?? '',
    document: documentTitle,
    file: document?.file ?? '',
    date: date === null ? null : formatDate(date),
    href: paragraphPath(paragraphId),
    inDocument: paragraphAnchor(documentId, paragraphId),
  }
}

export type EntryPlace = ReturnType<typeof presentEntryPlace>
