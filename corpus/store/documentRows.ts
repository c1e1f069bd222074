import type { EnrichedParagraph } from '../model/paragraph.ts'
import type { DocumentRecord } from '../model/record.ts'
import type { FactName } from './schema.ts'
import { FACTS, factTable } from './schema.ts'

type Row = Readonly<Record<string, unknown>>

/** A document as the rows of its tables. What is a row is written as JSON at once, so that it travels as one text. */
export interface DocumentRows {
  /** The document's id. */
  readonly id: string
  /** For each table its columns, and its rows as a JSON array of arrays of their values. */
  readonly tables: readonly TableRows[]
}

export interface TableRows {
  readonly table: string
  readonly columns: readonly string[]
  readonly values: string
}

/**
 * Everything understood of a document, as the store keeps it.
 *
 * @param fingerprint what the document was read with
 */
export function rowsOf(record: DocumentRecord, fingerprint: string): DocumentRows {
  const { id } = record.document
  const table = <T>(name: string, list: readonly T[], row: (entry: T) => Row): TableRows[] =>
    tableRows(
      name,
      list.map((entry, position) => ({ document_id: id, position, ...row(entry) })),
    )
  return {
    id,
    tables: [
      ...tableRows('documents', [{ ...documentRow(record), fingerprint }]),
      ...tableRows(
        'parts',
        record.parts.map((part) => partRow(id, part)),
      ),
      ...tableRows(
        'items',
        record.items.map((item) => itemRow(id, item)),
      ),
      ...table('attendees', record.attendees, ({ part, name, role, organisation, status }) => ({
        part,
        name,
        role,
        organisation,
        status,
      })),
      ...tableRows(
        'paragraphs',
        record.paragraphs.map((paragraph, position) => paragraphRow(id, position, paragraph)),
      ),
      ...FACTS.flatMap((name) => table<Fact>(factTable(name), record[name], factRow)),
      ...table('acronyms', record.acronyms, ({ acronym, expansion, paragraphId }) => ({
        acronym,
        expansion,
        paragraph_id: paragraphId,
      })),
      ...table('doubts', record.doubts, ({ kind, paragraphId, text }) => ({
        kind,
        paragraph_id: paragraphId,
        text,
      })),
    ],
  }
}

type Fact = DocumentRecord[FactName][number]

function factRow(fact: Fact): Row {
  const paragraphId = 'paragraphIds' in fact ? (fact.paragraphIds[0] ?? '') : fact.paragraphId
  return { part: fact.part, item: fact.item, paragraph_id: paragraphId, fact: JSON.stringify(fact) }
}

/** None where there are no rows. */
function tableRows(table: string, rows: readonly Row[]): TableRows[] {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return []
  return [
    {
      table,
      columns,
      values: JSON.stringify(rows.map((row) => columns.map((column) => row[column] ?? null))),
    },
  ]
}

function documentRow({ document }: DocumentRecord): Row {
  return {
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
  }
}

function partRow(documentId: string, part: DocumentRecord['parts'][number]): Row {
  return {
    document_id: documentId,
    part: part.index,
    title: part.title,
    kind: part.kind,
    body: part.body,
    date: part.date,
    is_draft: part.isDraft,
    start_quote: part.startQuote,
  }
}

function itemRow(documentId: string, item: DocumentRecord['items'][number]): Row {
  return {
    document_id: documentId,
    item: item.index,
    part: item.part,
    number: item.number,
    title: item.title,
    reference: item.reference,
  }
}

function paragraphRow(documentId: string, position: number, paragraph: EnrichedParagraph): Row {
  return {
    document_id: documentId,
    position,
    id: paragraph.id,
    part: paragraph.part,
    item: paragraph.item,
    text: paragraph.text,
    label: paragraph.label,
    page: paragraph.page,
    page_label: paragraph.pageLabel,
    kind: paragraph.kind,
    cells: JSON.stringify(paragraph.cells),
    headings: JSON.stringify(paragraph.headings),
    spans: JSON.stringify(paragraph.spans),
    seams: JSON.stringify(paragraph.seams),
    sentences: JSON.stringify(paragraph.sentences),
    speakers: JSON.stringify(paragraph.speakers),
    topics: JSON.stringify(paragraph.topics),
  }
}
