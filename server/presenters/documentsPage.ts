import type { PublishedDocument } from '../../corpus/model/document.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { RefusedFile } from '../../corpus/model/refusedFile.ts'
import { counted } from '../counted.ts'
import { groupedBy } from '../groupedBy.ts'
import { PATHS, pathTo } from '../paths.ts'
import { presentDocumentFacts } from './documentPages.ts'
import type { PageHead } from './pageHead.ts'

type DocumentHeld = PublishedDocument & { readonly paragraphs: number }

/** Documents of no body, and those of no day, come last under these. */
const NO_BODY = 'Documents that name no body'
const NO_YEAR = 'Without a date'

const IN_ORDER = new Intl.Collator('en-GB')

/** All documents by body and year, the latest first, and the files that could not be read. */
export function presentDocumentsPage(
  documents: readonly DocumentHeld[],
  bodies: Collection['bodies'],
  refused: readonly RefusedFile[],
) {
  const pathOf = new Map(bodies.map(({ id, name }) => [name, pathTo('body', id)]))
  const byBody = groupedBy(latestFirst(documents), ({ body }) => body ?? NO_BODY)
  return {
    head: headOf(documents.length),
    total: counted(documents.length, 'document'),
    bodies: [...byBody]
      .sort(([a], [b]) => Number(a === NO_BODY) - Number(b === NO_BODY) || IN_ORDER.compare(a, b))
      .map(([name, own], index) => ({
        name,
        anchor: `body-${index + 1}`,
        href: pathOf.get(name) ?? null,
        count: counted(own.length, 'document'),
        years: [...groupedBy(own, yearOf)].map(([year, ofYear]) => ({
          year,
          documents: ofYear.map(presentDocument),
        })),
      })),
    refused,
  }
}

function headOf(documents: number): PageHead {
  return {
    title: 'Documents',
    description: `${counted(documents, 'document')}, by body and year, each as published and paragraph by paragraph.`,
    path: PATHS.documents,
    section: 'documents',
    crumbs: [],
  }
}

const yearOf = ({ date }: DocumentHeld): string => date?.slice(0, 'YYYY'.length) ?? NO_YEAR

const latestFirst = (documents: readonly DocumentHeld[]): readonly DocumentHeld[] =>
  documents.toSorted((a, b) => {
    const [day, other] = [a.date ?? '', b.date ?? '']
    return day === other ? IN_ORDER.compare(a.title, b.title) : day < other ? 1 : -1
  })

function presentDocument(document: DocumentHeld) {
  return { ...presentDocumentFacts(document), paragraphs: counted(document.paragraphs, 'paragraph') }
}
