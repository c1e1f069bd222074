import type { CalendarDate } from '../model/calendarDate.ts'
import type { Acronym } from '../model/acronym.ts'
import type { Action } from '../model/action.ts'
import type { Commitment } from '../model/commitment.ts'
import type { Declaration } from '../model/declaration.ts'
import type { Figure } from '../model/figure.ts'
import type { NoticeQuestion } from '../model/noticeQuestion.ts'
import type { OralQuestion } from '../model/oralQuestion.ts'
import type { ReportRequest } from '../model/reportRequest.ts'
import type { AgendaItem } from '../model/agendaItem.ts'
import type { AttendanceStatus, Attendee } from '../model/attendee.ts'
import type { Decision } from '../model/decision.ts'
import type { DocumentKind, PublishedDocument, Span } from '../model/document.ts'
import type { Doubt } from '../model/doubt.ts'
import type { EnrichedParagraph, ParagraphKind, Speaker } from '../model/paragraph.ts'
import type { Part, PartKind } from '../model/part.ts'
import type { DocumentRecord } from '../model/record.ts'
import type { Database } from './database.ts'
import { insertJson } from './database.ts'
import type { DocumentRows } from './documentRows.ts'
import type { FactName } from './schema.ts'
import { DOCUMENT_TABLES, factTable } from './schema.ts'

/** JSON of this many characters is stored in one go. */
const ENOUGH_TO_STORE = 2_000_000

/** Puts documents in the store, many in one statement: their ids must be free. Nothing is sure to be in it before `flush`. */
export class DocumentWriter {
  readonly #db: Database
  readonly #pending = new Map<string, { columns: readonly string[]; values: string[] }>()
  #size = 0

  constructor(db: Database) {
    this.#db = db
  }

  async add({ tables }: DocumentRows): Promise<void> {
    for (const { table, columns, values } of tables) {
      const pending = this.#pending.get(table) ?? { columns, values: [] }
      this.#pending.set(table, pending)
      pending.values.push(values.slice('['.length, -']'.length))
      this.#size += values.length
    }
    if (this.#size >= ENOUGH_TO_STORE) await this.flush()
  }

  async flush(): Promise<void> {
    const tables = [...this.#pending]
    this.#pending.clear()
    this.#size = 0
    for (const [table, { columns, values }] of tables)
      await insertJson(this.#db, table, columns, `[${values.join(',')}]`)
  }
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

/** A paragraph by what it says. */
export type KnownParagraph = Pick<EnrichedParagraph, 'id' | 'text'>

/** The paragraphs of a document, in reading order; empty where there is no such document. */
export async function paragraphTexts(db: Database, id: string): Promise<KnownParagraph[]> {
  return db('paragraphs').where('document_id', id).orderBy('position').select<KnownParagraph[]>('id', 'text')
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

/** A document with its parts and items. */
export type DocumentOutline = Pick<DocumentRecord, 'document' | 'parts' | 'items'>

/** What a document is divided into; null where there is none of that id. */
export async function loadOutline(db: Database, id: string): Promise<DocumentOutline | null> {
  const document = await findDocument(db, id)
  if (!document) return null
  const of = (table: string, order: string) => db(table).where('document_id', id).orderBy(order)
  const parts = (await of('parts', 'part')) as PartRow[]
  const items = (await of('items', 'item')) as ItemRow[]
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
  }
}

/** Everything understood of one document; null where there is none of that id. */
export async function loadRecord(db: Database, id: string): Promise<DocumentRecord | null> {
  const outline = await loadOutline(db, id)
  if (!outline) return null
  const of = (table: string, order: string) => db(table).where('document_id', id).orderBy(order)
  const attendees = (await of('attendees', 'position')) as AttendeeRow[]
  const paragraphs = (await of('paragraphs', 'position')) as ParagraphRow[]
  return {
    ...outline,
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
    oralQuestions: await loadFacts<OralQuestion>(db, 'oralQuestions', id),
    requests: await loadFacts<ReportRequest>(db, 'requests', id),
    figures: await loadFacts<Figure>(db, 'figures', id),
    declarations: await loadFacts<Declaration>(db, 'declarations', id),
    acronyms: await loadAcronyms(db, id),
    doubts: await loadDoubts(db, id),
  }
}

/** The acronyms that a document explains. */
export async function loadAcronyms(db: Database, id: string): Promise<Acronym[]> {
  const rows = (await db('acronyms').where('document_id', id).orderBy('position')) as AcronymRow[]
  return rows.map(({ acronym, expansion, paragraph_id }) => ({
    acronym,
    expansion,
    paragraphId: paragraph_id,
  }))
}

/** What could not be made out in a document. */
export async function loadDoubts(db: Database, id: string): Promise<Doubt[]> {
  const rows = (await db('doubts').where('document_id', id).orderBy('position')) as DoubtRow[]
  return rows.map(({ kind, paragraph_id, text }) => ({ kind, paragraphId: paragraph_id, text }))
}

type Fact = DocumentRecord[FactName][number]

/** The facts of one kind that a document states, in reading order. */
async function loadFacts<T extends Fact>(db: Database, name: FactName, id: string): Promise<T[]> {
  const facts = await db(factTable(name)).where('document_id', id).orderBy('position').pluck<string[]>('fact')
  // A table of facts holds what `rowsOf` made JSON of, one kind in each.
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
