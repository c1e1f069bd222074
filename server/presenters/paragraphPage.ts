import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { PublishedDocument } from '../../corpus/model/document.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import type { Generation } from '../generations.ts'
import { paragraphPath, PATHS, pathTo, topicPath } from '../paths.ts'
import { citationsOf } from './citations.ts'
import { presentPlace } from './hit.ts'
import type { PageHead } from './pageHead.ts'
import { quotationNode } from './schemaNodes.ts'
import { presentSpeakers } from './speakers.ts'
import { textFragment } from './textFragment.ts'

/** The last words of the link to a neighbour before: those that stand right before the paragraph itself. */
const AFTER_NEIGHBOURS = 'of those before'

/** A paragraph as it is shown by itself. */
export interface ShownParagraph {
  readonly context: ParagraphInContext
  readonly before: readonly ParagraphInContext[]
  readonly after: readonly ParagraphInContext[]
  readonly document: PublishedDocument | null
}

/** One paragraph with its neighbours, where it stands, what a program made of it, and the words to cite it by. */
export function presentParagraphPage(
  { context, before, after, document }: ShownParagraph,
  generation: Pick<Generation, 'profiles'>,
  { baseUrl, today }: { readonly baseUrl: string; readonly today: CalendarDate },
) {
  const { paragraph, part, item, date } = context
  const place = presentPlace(context)
  const speakers = presentSpeakers(context, generation)
  const address = baseUrl + paragraphPath(paragraph.id)
  const page = paragraph.pageLabel ?? paragraph.page?.toString() ?? null
  const shownBefore = [context.document.title, place.title, ...before.flatMap(wordsOf)].join(' ')
  const directlyBefore = paragraph.label ?? (before.length > 0 ? AFTER_NEIGHBOURS : place.title)
  return {
    head: headOf(context, speakers),
    afterNeighbours: AFTER_NEIGHBOURS,
    ...place,
    sourcePage: page,
    date: date === null ? null : formatDate(date),
    documentHref: pathTo('document', context.document.id),
    understoodHref: pathTo('understood', context.document.id),
    text: paragraph.text,
    before: before.map(presentNeighbour),
    after: after.map(presentNeighbour),
    speakers,
    topics: paragraph.topics.map((label) => ({ label, href: topicPath(label) })),
    address,
    wordsAddress: address + textFragment(paragraph.text, shownBefore, directlyBefore),
    citations: citationsOf(
      {
        id: paragraph.id,
        author: document?.publisher ?? document?.body ?? null,
        documentTitle: context.document.title,
        documentDate: document?.date ?? null,
        partTitle: part.title,
        date,
        item,
        label: paragraph.label,
        page,
        address,
      },
      today,
    ),
  }
}

function headOf(context: ParagraphInContext, speakers: ReturnType<typeof presentSpeakers>): PageHead {
  const { paragraph, document, date } = context
  const { title, where, href } = presentPlace(context)
  const quotation = { text: paragraph.text, path: href, speakers, date, document }
  return {
    title: `${title}, ${where}`,
    description: paragraph.text,
    path: href,
    section: 'documents',
    crumbs: [
      { label: 'Documents', href: PATHS.documents },
      { label: document.title, href: pathTo('document', document.id) },
    ],
    here: 'Paragraph',
    kind: 'article',
    about: (absolute) => [quotationNode(quotation, absolute)],
  }
}

const wordsOf = ({ paragraph }: ParagraphInContext): string[] => [paragraph.label ?? '', paragraph.text]

function presentNeighbour({ paragraph }: ParagraphInContext) {
  return { text: paragraph.text, label: paragraph.label, href: paragraphPath(paragraph.id) }
}
