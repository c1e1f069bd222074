import type { CalendarDate } from '../model/calendarDate.ts'
import type { Acronym } from '../model/acronym.ts'
import type { Action } from '../model/action.ts'
import type { Commitment } from '../model/commitment.ts'
import type { Declaration } from '../model/declaration.ts'
import type { NoticeQuestion } from '../model/noticeQuestion.ts'
import type { AgendaItem } from '../model/agendaItem.ts'
import type { AttendanceStatus, Attendee } from '../model/attendee.ts'
import type { Decision } from '../model/decision.ts'
import type { DocumentKind, PublishedDocument, Span } from '../model/document.ts'
import type { Doubt } from '../model/doubt.ts'
import type { EnrichedParagraph, ParagraphKind, Speaker } from '../model/paragraph.ts'
import type { Part, PartKind } from '../model/part.ts'
import type { DocumentRecord } from '../model/record.ts'
import type { Database } from './database.ts'
import { insertRows } from './database.ts'
import type { FactTable } from './schema.ts'
import { DOCUMENT_TABLES, FACT_TABLES } from './schema.ts'

/** Puts a document and all its facts in the store, in one transaction, in place of what was there under its id. */
export async function saveDocument(db: Database, record: DocumentRecord, fingerprint: string): Promise<void> {
  const { document } = record
  const rows = <T>(list: readonly T[], row: (entry: T) => Record<string, unknown>) =>
    list.map((entry, position) => ({ document_id: document.id, position, ...row(entry) }))
  await db.transaction(async (transaction) => {
    await deleteDocument(transaction, document.id)
    await transaction('documents').insert({
      id: document.id,
      file: document.file,
      title: document.title,
      kind: document.kind,
      body: document.body,
      date: document.date,
      publisher: document.publisher,
      source_url: document.sourceUrl,
      licence: document.licence,
      pages: document.pages,
      sha256: document.sha256,
      bytes: document.bytes,
      fingerprint,
    })
    await insertRows(
      transaction,
      'parts',
      record.parts.map((part) => ({
        document_id: document.id,
        part: part.index,
        title: part.title,
        kind: part.kind,
        body: part.body,
        date: part.date,
        is_draft: part.isDraft,
        start_quote: part.startQuote,
      })),
    )
    await insertRows(
      transaction,
      'items',
      record.items.map((item) => ({
        document_id: document.id,
        item: item.index,
        part: item.part,
        number: item.number,
        title: item.title,
        reference: item.reference,
      })),
    )
    await insertRows(
      transaction,
      'attendees',
      rows(record.attendees, ({ part, name, role, organisation, status }) => ({
        part,
        name,
        role,
        organisation,
        status,
      })),
    )
    await insertRows(transaction, 'paragraphs', rows(record.paragraphs, paragraphRow))
    for (const table of FACT_TABLES) await insertRows(transaction, table, rows<Fact>(record[table], factRow))
    await insertRows(
      transaction,
      'acronyms',
      rows(record.acronyms, ({ acronym, expansion, paragraphId }) => ({
        acronym,
        expansion,
        paragraph_id: paragraphId,
      })),
    )
    await insertRows(
      transaction,
      'doubts',
      rows(record.doubts, ({ kind, paragraphId, text }) => ({ kind, paragraph_id: paragraphId, text })),
    )
  })
}

type Fact = DocumentRecord[FactTable][number]

function factRow(fact: Fact): Record<string, unknown> {
  const paragraphId = 'paragraphIds' in fact ? (fact.paragraphIds[0] ?? '') : fact.paragraphId
  return { part: fact.part, item: fact.item, paragraph_id: paragraphId, fact: JSON.stringify(fact) }
}

function paragraphRow(paragraph: EnrichedParagraph): Record<string, unknown> {
  const { id, part, item, text, label, page, pageLabel, kind } = paragraph
  const lists = {
    cells: paragraph.cells,
    headings: paragraph.headings,
    spans: paragraph.spans,
    seams: paragraph.seams,
    sentences: paragraph.sentences,
    speakers: paragraph.speakers,
    topics: paragraph.topics,
  }
  const json = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)]))
  return { id, part, item, text, label, page, page_label: pageLabel, kind, ...json }
}

export async function deleteDocument(db: Database, id: string): Promise<void> {
  for (const table of DOCUMENT_TABLES) await db(table).where('document_id', id).delete()
  await db('documents').where('id', id).delete()
}

/** What each stored document was read with, by file. */
export async function documentFingerprints(
  db: Database,
): Promise<Map<string, { id: string; fingerprint: string }>> {
  const rows = await db<DocumentRow>('documents').select('id', 'file', 'fingerprint')
  return new Map(rows.map(({ id, file, fingerprint }) => [file, { id, fingerprint }]))
}

interface DocumentRow {
  id: string
  file: string
  title: string
  kind: DocumentKind
  body: string | null
  date: CalendarDate | null
  publisher: string | null
  source_url: string | null
  licence: string | null
  pages: number | null
  sha256: string
  bytes: number
  fingerprint: string
}

function toDocument(row: DocumentRow): PublishedDocument {
  const { id, file, title, kind, body, date, publisher, licence, pages, sha256, bytes } = row
  return {
    id,
    file,
    title,
    kind,
    body,
    date,
    publisher,
    sourceUrl: row.source_url,
    licence,
    pages,
    sha256,
    bytes,
  }
}

/** All documents, by id, each with its number of paragraphs. */
export async function listDocuments(
  db: Database,
): Promise<(PublishedDocument & { readonly paragraphs: number })[]> {
  const rows = await db<DocumentRow>('documents').select('*').orderBy('id')
  const counts = await db('paragraphs')
    .groupBy('document_id')
    .select<{ document_id: string; paragraphs: number }[]>('document_id', db.raw('count(*) AS paragraphs'))
  const paragraphs = new Map(counts.map((count) => [count.document_id, count.paragraphs]))
  return rows.map((row) => ({ ...toDocument(row), paragraphs: paragraphs.get(row.id) ?? 0 }))
}

export async function findDocument(db: Database, id: string): Promise<PublishedDocument | null> {
  const row = await db<DocumentRow>('documents').where({ id }).first()
  return row ? toDocument(row) : null
}

/** Everything understood of one document; null where there is none of that id. */
export async function loadRecord(db: Database, id: string): Promise<DocumentRecord | null> {
  const document = await findDocument(db, id)
  if (!document) return null
  const of = (table: string, order: string) => db(table).where('document_id', id).orderBy(order)
  const parts = (await of('parts', 'part')) as PartRow[]
  const items = (await of('items', 'item')) as ItemRow[]
  const attendees = (await of('attendees', 'position')) as AttendeeRow[]
  const paragraphs = (await of('paragraphs', 'position')) as ParagraphRow[]
  const acronyms = (await of('acronyms', 'position')) as AcronymRow[]
  const doubts = (await of('doubts', 'position')) as DoubtRow[]
  return {
    document,
    parts: parts.map(({ part, title, kind, body, date, is_draft, start_quote }): Part => ({
      index: part,
      title,
      kind,
      body,
      date,
      isDraft: Boolean(is_draft),
      startQuote: start_quote,
    })),
    items: items.map(({ item, part, number, title, reference }): AgendaItem => ({
      index: item,
      part,
      number,
      title,
      reference,
    })),
    attendees: attendees.map(({ part, name, role, organisation, status }): Attendee => ({
      part,
      name,
      role,
      organisation,
      status,
    })),
    paragraphs: paragraphs.map(toParagraph),
    decisions: await loadFacts<Decision>(db, 'decisions', id),
    actions: await loadFacts<Action>(db, 'actions', id),
    commitments: await loadFacts<Commitment>(db, 'commitments', id),
    questions: await loadFacts<NoticeQuestion>(db, 'questions', id),
    declarations: await loadFacts<Declaration>(db, 'declarations', id),
    acronyms: acronyms.map(({ acronym, expansion, paragraph_id }): Acronym => ({
      acronym,
      expansion,
      paragraphId: paragraph_id,
    })),
    doubts: doubts.map(({ kind, paragraph_id, text }): Doubt => ({ kind, paragraphId: paragraph_id, text })),
  }
}

/** The facts of one kind that a document states, in reading order. */
async function loadFacts<T extends Fact>(db: Database, table: FactTable, id: string): Promise<T[]> {
  const facts = await db(table).where('document_id', id).orderBy('position').pluck<string[]>('fact')
  // A table of facts holds what `saveDocument` made JSON of, one kind in each.
  return facts.map((fact) => JSON.parse(fact) as T)
}

interface PartRow {
  part: number
  title: string
  kind: PartKind
  body: string | null
  date: CalendarDate | null
  is_draft: number
  start_quote: string
}
interface ItemRow {
  item: number
  part: number
  number: string | null
  title: string
  reference: string | null
}
interface AttendeeRow {
  part: number
  name: string
  role: string | null
  organisation: string | null
  status: AttendanceStatus
}
interface AcronymRow {
  acronym: string
  expansion: string
  paragraph_id: string
}
interface DoubtRow {
  kind: Doubt['kind']
  paragraph_id: string | null
  text: string
}

/** A row of `paragraphs`; lists are JSON. */
export interface ParagraphRow {
  id: string
  document_id: string
  position: number
  part: number
  item: number | null
  text: string
  label: string | null
  page: number | null
  page_label: string | null
  kind: ParagraphKind
  cells: string
  headings: string
  spans: string
  seams: string
  sentences: string
  speakers: string
  topics: string
}

export function toParagraph(row: ParagraphRow): EnrichedParagraph {
  const { id, part, item, text, label, page, kind } = row
  return {
    id,
    part,
    item,
    text,
    label,
    page,
    pageLabel: row.page_label,
    kind,
    cells: JSON.parse(row.cells) as Span[],
    headings: JSON.parse(row.headings) as string[],
    spans: JSON.parse(row.spans) as Span[],
    seams: JSON.parse(row.seams) as number[],
    sentences: JSON.parse(row.sentences) as Span[],
    speakers: JSON.parse(row.speakers) as Speaker[],
    topics: JSON.parse(row.topics) as string[],
  }
}
