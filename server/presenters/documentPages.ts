import type { PublishedDocument } from '../../corpus/model/document.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { pathTo } from '../paths.ts'
import { sentenceCase } from '../labels.ts'

export function presentDocumentFacts(document: PublishedDocument) {
  return {
    title: document.title,
    href: pathTo('document', document.id),
    fileHref: pathTo('file', document.id),
    understoodHref: pathTo('understood', document.id),
    file: document.file,
    kind: sentenceCase(document.kind),
    body: document.body,
    date: document.date === null ? null : formatDate(document.date),
    publisher: document.publisher,
    licence: document.licence,
    sourceUrl: document.sourceUrl,
    size: `${Math.max(1, Math.round(document.bytes / 1024)).toLocaleString('en-GB')} KB`,
  }
}
