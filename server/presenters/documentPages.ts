import type { PublishedDocument } from '../../corpus/model/document.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { paragraphPath, PATHS, pathTo } from '../paths.ts'
import { presentPlace } from './hit.ts'
import { sentenceCase } from '../labels.ts'
import type { PageHead } from './pageHead.ts'
import { quotationNode } from './schemaNodes.ts'

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

/** One paragraph with its neighbours and the words to cite it by. */
export function presentParagraphPage(
  context: ParagraphInContext,
  before: readonly ParagraphInContext[],
  after: readonly ParagraphInContext[],
  publisher: string | null,
  baseUrl: string,
) {
  const place = presentPlace(context)
  const neighbour = ({ paragraph }: ParagraphInContext) => ({
    text: paragraph.text,
    label: paragraph.label,
    href: paragraphPath(paragraph.id),
    kind: paragraph.kind,
  })
  return {
    head: {
      title: `${place.title}, ${place.where}`,
      description: context.paragraph.text,
      path: place.href,
      section: 'documents',
      crumbs: [
        { label: 'Documents', href: PATHS.documents },
        { label: context.document.title, href: pathTo('document', context.document.id) },
      ],
      here: 'Paragraph',
      kind: 'article',
      about: (absolute) => [
        quotationNode(
          {
            text: context.paragraph.text,
            path: place.href,
            speakers: place.speakers,
            date: context.date,
            document: context.document,
          },
          absolute,
        ),
      ],
    } satisfies PageHead,
    ...place,
    text: context.paragraph.text,
    before: before.map(neighbour),
    after: after.map(neighbour),
    citation: citationOf(context, publisher, baseUrl),
  }
}

/** Who published what, where in it, and the address: what a reader needs to find the words again. */
function citationOf(
  { paragraph, document, part, item, date }: ParagraphInContext,
  publisher: string | null,
  baseUrl: string,
): string {
  const itemName = item ? `item ${[item.number, item.title].filter(Boolean).join(' ')}` : null
  const label =
    paragraph.label !== null && /\w/.test(paragraph.label)
      ? `paragraph ${paragraph.label.replace(/[.)]$/, '')}`
      : null
  const when = date !== null && !part.title.includes(formatDate(date)) ? formatDate(date) : null
  const pieces = [
    publisher,
    `"${document.title}"`,
    part.title === document.title ? null : part.title,
    when,
    itemName,
    label,
  ]
  return `${pieces.filter(Boolean).join(', ')}. ${baseUrl}${paragraphPath(paragraph.id)}`
}
