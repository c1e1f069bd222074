import sqlite3 from 'sqlite3'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { Span } from '../model/document.ts'
import type { EnrichedParagraph, ParagraphKind, Speaker } from '../model/paragraph.ts'
import type { Database } from './database.ts'
import type { PlaceDocument, PlaceItem, PlaceMeeting, PlacePart, Places } from './places.ts'
import { placeKey } from './places.ts'

export interface ParagraphCopy {
  readonly id: string
  readonly document: PlaceDocument
}

/** A paragraph with the names of all that it stands in. */
export interface ParagraphInContext {
  readonly paragraph: Omit<EnrichedParagraph, 'spans'>
  /** The person behind each of its speakers; null where the record does not tell. */
  readonly people: readonly ({ readonly id: string; readonly name: string } | null)[]
  /** Where else the same text of the same record stands, the canonical copy first. */
  readonly copies: readonly ParagraphCopy[]
  readonly document: PlaceDocument
  readonly part: PlacePart['part']
  readonly item: PlaceItem | null
  readonly meeting: PlaceMeeting | null
  /** Its meeting's date, else its part's, else its file's. */
  readonly date: CalendarDate | null
}

/**
 * The columns of a paragraph as one JSON array: SQLite's driver takes far longer over many columns than over one. What is
 * JSON already is put in as it is; SQLite's own functions would read it and write it again.
 */
const PARAGRAPH_AS_JSON = `'[' || json_quote(id) || ',' || json_quote(document_id) || ',' || part || ',' ||
  json_quote(item) || ',' || json_quote(text) || ',' || json_quote(label) || ',' || json_quote(page) || ',' ||
  json_quote(page_label) || ',' ||  json_quote(kind) || ',' || cells || ',' || headings || ',' || seams || ',' || sentences || ',' || speakers || ',' || topics || ',[' ||
  coalesce((SELECT group_concat('[' || position || ',' || json_quote(person_id) || ']') FROM paragraph_people
  WHERE paragraph_id = paragraphs.id), '') || ']]'`

type ParagraphTuple = readonly [
  id: string,
  documentId: string,
  part: number,
  item: number | null,
  text: string,
  label: string | null,
  page: number | null,
  pageLabel: string | null,
  kind: ParagraphKind,
  cells: Span[],
  headings: string[],
  seams: number[],
  sentences: Span[],
  speakers: Speaker[],
  topics: string[],
  people: [position: number, personId: string][],
]

const SELECT_PARAGRAPHS = `SELECT '[' || coalesce(group_concat(paragraph), '') || ']' AS rows
  FROM (SELECT ${PARAGRAPH_AS_JSON} AS paragraph FROM paragraphs WHERE`
const BY_IDS = `${SELECT_PARAGRAPHS} id IN (SELECT value FROM json_each(?)))`
const BY_DOCUMENT = `${SELECT_PARAGRAPHS} document_id = ? ORDER BY position)`

/** What stands around a paragraph; empty where nothing does. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** The line that opens its list, or the first row of its table. */
  readonly leadIn: string
}

export const NO_SURROUNDINGS: Surroundings = { before: '', after: '', leadIn: '' }
/** A lead-in stands at most this many paragraphs above its point. */
const LONGEST_LIST = 15

const textBeside = (offset: number): string =>
  `coalesce((SELECT text FROM paragraphs WHERE document_id = own.document_id AND position = own.position + (${offset})), '')`

const LEAD_IN = `coalesce(CASE own.kind
  WHEN 'list_item' THEN (SELECT text FROM paragraphs WHERE document_id = own.document_id
    AND position BETWEEN own.position - ${LONGEST_LIST} AND own.position - 1 AND text LIKE '%:'
    ORDER BY position DESC LIMIT 1)
  WHEN 'table_row' THEN (SELECT text FROM paragraphs WHERE document_id = own.document_id AND position =
    (SELECT max(position) + 1 FROM paragraphs WHERE document_id = own.document_id AND position < own.position
      AND kind <> 'table_row'))
  END, '')`

const SURROUNDINGS = `SELECT '[' || coalesce(group_concat('[' || json_quote(own.id) || ',' || json_quote(${textBeside(-1)}) || ',' ||
  json_quote(${textBeside(1)}) || ',' || json_quote(${LEAD_IN}) || ']'), '') || ']' AS rows
  FROM paragraphs AS own WHERE own.id IN (SELECT value FROM json_each(?))`

/**
 * Reads paragraphs with all that they stand in. Every search ends here, so it has a connection of its own with its
 * statements prepared: through knex, which makes and prepares them anew each time, a search takes half as long again.
 */
export class ParagraphReader {
  readonly #connection: sqlite3.Database
  readonly #places: Places
  readonly #byIds: sqlite3.Statement
  readonly #byDocument: sqlite3.Statement
  readonly #surroundings: sqlite3.Statement

  private constructor(connection: sqlite3.Database, places: Places) {
    this.#connection = connection
    this.#places = places
    this.#byIds = connection.prepare(BY_IDS)
    this.#byDocument = connection.prepare(BY_DOCUMENT)
    this.#surroundings = connection.prepare(SURROUNDINGS)
  }

  /** @param file the database of a generation */
  static open(file: string, places: Places): Promise<ParagraphReader> {
    return new Promise((resolve, reject) => {
      const connection = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) => {
        if (error) reject(error)
        else resolve(new ParagraphReader(connection, places))
      })
    })
  }

  /** The paragraphs of the given ids, in the order of the ids; an id that is not in the store is left out. */
  async load(ids: readonly string[]): Promise<ParagraphInContext[]> {
    if (ids.length === 0) return []
    const found = new Map((await select(this.#byIds, JSON.stringify(ids))).map((tuple) => [tuple[0], tuple]))
    return ids.flatMap((id) => {
      const tuple = found.get(id)
      return tuple ? (inContext(tuple, this.#places) ?? []) : []
    })
  }

  /** All paragraphs of a document, in reading order. */
  async loadDocument(documentId: string): Promise<ParagraphInContext[]> {
    const found = await select(this.#byDocument, documentId)
    return found.flatMap((tuple) => inContext(tuple, this.#places) ?? [])
  }

  /** What stands around each of the paragraphs, by its id. */
  async surroundings(ids: readonly string[]): Promise<ReadonlyMap<string, Surroundings>> {
    if (ids.length === 0) return new Map()
    const rows = await selectJson<readonly [id: string, before: string, after: string, leadIn: string]>(
      this.#surroundings,
      JSON.stringify(ids),
    )
    return new Map(rows.map(([id, before, after, leadIn]) => [id, { before, after, leadIn }]))
  }

  async close(): Promise<void> {
    for (const statement of [this.#byIds, this.#byDocument, this.#surroundings])
      await new Promise((resolve) => statement.finalize(resolve))
    await new Promise((resolve) => {
      this.#connection.close(resolve)
    })
  }
}

// The columns and their types are those of PARAGRAPH_AS_JSON.
const select = (statement: sqlite3.Statement, value: string): Promise<ParagraphTuple[]> =>
  selectJson<ParagraphTuple>(statement, value)

/** The rows of a statement that gives them as one JSON array; their type is that of its columns. */
function selectJson<Row>(statement: sqlite3.Statement, value: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    statement.all([value], (error: Error | null, found: { rows: string }[]) => {
      if (error) reject(error)
      else resolve(JSON.parse(found[0]?.rows ?? '[]') as Row[])
    })
  })
}

function inContext(tuple: ParagraphTuple, places: Places): ParagraphInContext | null {
  const [
    id,
    documentId,
    part,
    item,
    text,
    label,
    page,
    pageLabel,
    kind,
    cells,
    headings,
    seams,
    sentences,
    speakers,
    topics,
    people,
  ] = tuple
  const document = places.documents.get(documentId)
  const place = places.parts.get(placeKey(documentId, part))
  if (!document || !place) return null
  const personIds = new Map(people)
  return {
    paragraph: {
      id,
      part,
      item,
      text,
      label,
      page,
      pageLabel,
      kind,
      cells,
      headings,
      seams,
      sentences,
      speakers,
      topics,
    },
    people: speakers.map((_, position) => {
      const person = personIds.get(position)
      return person === undefined ? null : { id: person, name: places.people.get(person) ?? person }
    }),
    copies: (places.copies.get(id) ?? []).flatMap((copy) => {
      const other = places.documents.get(copy.slice(0, copy.lastIndexOf('.')))
      return other ? [{ id: copy, document: other }] : []
    }),
    document,
    part: place.part,
    item: item === null ? null : (places.items.get(placeKey(documentId, item)) ?? null),
    meeting: place.meeting,
    date: place.date,
  }
}

/** The ids of up to `count` paragraphs before and after one, in reading order. */
export async function neighbourIds(
  db: Database,
  id: string,
  count: number,
): Promise<{ readonly before: string[]; readonly after: string[] }> {
  const place = await db('paragraphs')
    .where({ id })
    .first<{ document_id: string; position: number } | undefined>('document_id', 'position')
  if (!place) return { before: [], after: [] }
  const rows = await db('paragraphs')
    .where('document_id', place.document_id)
    .whereBetween('position', [place.position - count, place.position + count])
    .orderBy('position')
    .select<{ id: string; position: number }[]>('id', 'position')
  return {
    before: rows.filter(({ position }) => position < place.position).map((row) => row.id),
    after: rows.filter(({ position }) => position > place.position).map((row) => row.id),
  }
}
