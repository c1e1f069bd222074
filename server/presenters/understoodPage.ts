import type { DocumentRecord } from '../../corpus/model/record.ts'
import { recordCounts } from '../../corpus/model/recordCounts.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { anchorOf, paragraphAnchor, partAnchor, PATHS, pathTo } from '../paths.ts'
import { shortened } from '../shortened.ts'
import { kindInWords, sentenceCase } from '../labels.ts'
import type { PageHead } from './pageHead.ts'

const EXCERPT_LENGTH = 90

/** What the indexer understood of one document, and what it doubts, each with the place where it stands. */
export function presentUnderstood(record: DocumentRecord) {
  const { document } = record
  const texts = new Map(record.paragraphs.map(({ id, text }) => [id, text]))
  const place = (paragraphId: string | null) =>
    paragraphId === null
      ? null
      : {
          href: paragraphAnchor(document.id, paragraphId),
          text: shortened(texts.get(paragraphId) ?? anchorOf(paragraphId), EXCERPT_LENGTH),
        }
  return {
    head: {
      title: `What was understood of ${document.title}`,
      description: `What a program made out in ${document.title}, and what it was unsure of.`,
      path: pathTo('understood', document.id),
      section: 'documents',
      crumbs: [
        { label: 'Documents', href: PATHS.documents },
        { label: document.title, href: pathTo('document', document.id) },
      ],
      here: 'What was understood',
    } satisfies PageHead,
    documentHref: pathTo('document', document.id),
    documentTitle: document.title,
    file: document.file,
    counts: recordCounts(record).map(({ name, count }) => ({ name: sentenceCase(name), count })),
    parts: record.parts.map((part) => ({
      title: part.title,
      href: `${pathTo('document', document.id)}#${partAnchor(part.index)}`,
      kind: kindInWords(part.kind),
      body: part.body,
      date: part.date === null ? null : formatDate(part.date),
      isDraft: part.isDraft,
      paragraphs: record.paragraphs.filter((paragraph) => paragraph.part === part.index).length,
      items: record.items.filter((item) => item.part === part.index),
      attendees: record.attendees.filter((attendee) => attendee.part === part.index),
    })),
    decisions: record.decisions.map((decision) => ({
      kind: sentenceCase(decision.kind),
      movers: [
        decision.mover === null ? '' : `moved by ${decision.mover}`,
        decision.seconder === null ? '' : `seconded by ${decision.seconder}`,
      ]
        .filter(Boolean)
        .join(', '),
      place: place(decision.paragraphId),
    })),
    actions: record.actions.map(({ owner, due, dueText, status, text, paragraphId }) => ({
      text,
      owner,
      due: due === null ? dueText : formatDate(due),
      status,
      place: place(paragraphId),
    })),
    commitments: record.commitments.map(({ who, dueText, text, paragraphId }) => ({
      text,
      who,
      due: dueText,
      place: place(paragraphId),
    })),
    questions: record.questions.map(({ number, asker, authority, answer, supplementary, paragraphIds }) => ({
      number,
      asker: [asker, authority].filter(Boolean).join(', '),
      isAnswered: answer !== null,
      hasSupplementary: supplementary !== null,
      place: place(paragraphIds[0] ?? null),
    })),
    declarations: record.declarations.map(({ name, paragraphId }) => ({ name, place: place(paragraphId) })),
    doubts: record.doubts.map(({ text, paragraphId }) => ({ text, place: place(paragraphId) })),
  }
}
