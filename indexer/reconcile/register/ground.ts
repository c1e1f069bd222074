import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import type { PartKind } from '../../../corpus/model/part.ts'
import type { ParagraphKind, Speaker } from '../../../corpus/model/paragraph.ts'
import type { DocumentRecord } from '../../../corpus/model/record.ts'
import type { Quote, RecordPlace } from '../../../corpus/model/register.ts'
import type { Database } from '../../../corpus/store/database.ts'
import type { FactName } from '../../../corpus/store/schema.ts'
import { factTable } from '../../../corpus/store/schema.ts'
import { placeKey } from '../../../corpus/store/places.ts'

/** A part of a document with the meeting that it belongs to. */
export interface GroundPart {
  readonly documentId: string
  readonly part: number
  readonly kind: PartKind
  readonly title: string
  readonly meetingId: string | null
  readonly bodyId: string | null
  readonly date: CalendarDate | null
}

export interface GroundItem {
  readonly documentId: string
  readonly item: number
  readonly part: number
  readonly number: string | null
  readonly title: string
  /** The agenda's own, such as `Item B1`. */
  readonly reference: string | null
}

export interface GroundParagraph {
  readonly id: string
  readonly documentId: string
  /** In reading order within the document. */
  readonly position: number
  readonly part: number
  readonly item: number | null
  readonly kind: ParagraphKind
  readonly text: string
  readonly headings: readonly string[]
  readonly speakers: readonly Speaker[]
  /** The person behind each speaker; null where the record does not tell. */
  readonly personIds: readonly (string | null)[]
  readonly topics: readonly string[]
}

export interface GroundMeeting {
  readonly id: string
  readonly bodyId: string
  readonly date: CalendarDate
}

/** A fact that a document states, with the paragraph in which it stands. */
export interface GroundFact<Fact> {
  readonly fact: Fact
  readonly paragraph: GroundParagraph
}

/**
 * What the register is made of: the paragraphs of the collection, each text of one record once, and the facts that they
 * state, all in the order of documents and paragraphs.
 */
export interface Ground {
  readonly parts: ReadonlyMap<string, GroundPart>
  readonly items: ReadonlyMap<string, GroundItem>
  readonly meetings: readonly GroundMeeting[]
  readonly paragraphs: readonly GroundParagraph[]
  facts<Name extends FactName>(name: Name): readonly GroundFact<DocumentRecord[Name][number]>[]
  placeOf(paragraph: GroundParagraph): RecordPlace
  quoteOf(paragraph: GroundParagraph, text: string): Quote
}

interface ParagraphRow {
  id: string
  document_id: string
  position: number
  part: number
  item: number | null
  kind: ParagraphKind
  text: string
  headings: string
  speakers: string
  topics: string
}

interface FactRow {
  paragraph_id: string
  fact: string
}

/** Reads what the register is made of. Copies of a text are left out: the canonical one speaks for them. */
export async function readGround(db: Database): Promise<Ground> {
  const parts = new Map((await groundParts(db)).map((part) => [placeKey(part.documentId, part.part), part]))
  const items = new Map((await groundItems(db)).map((item) => [placeKey(item.documentId, item.item), item]))
  const meetings = await db('meetings')
    .orderBy('id')
    .select<GroundMeeting[]>('id', 'body_id as bodyId', 'date')
  const paragraphs = await groundParagraphs(db)
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const facts = new Map<FactName, readonly GroundFact<unknown>[]>()
  for (const name of REGISTERED_FACTS) facts.set(name, await groundFacts(db, name, byId))
  const placeOf = ({ id, documentId, part, item }: GroundParagraph): RecordPlace => {
    const place = parts.get(placeKey(documentId, part))
    return {
      documentId,
      part,
      item,
      paragraphId: id,
      meetingId: place?.meetingId ?? null,
      bodyId: place?.bodyId ?? null,
      date: place?.date ?? null,
    }
  }
  return {
    parts,
    items,
    meetings,
    paragraphs,
    placeOf,
    quoteOf: (paragraph, text) => ({ ...placeOf(paragraph), text }),
    // Each name's table holds facts of its own kind, as `rowsOf` made JSON of them.
    facts: <Name extends FactName>(name: Name) =>
      (facts.get(name) ?? []) as readonly GroundFact<DocumentRecord[Name][number]>[],
  }
}

const REGISTERED_FACTS: readonly FactName[] = [
  'decisions',
  'actions',
  'commitments',
  'questions',
  'oralQuestions',
  'requests',
  'figures',
]

async function groundParts(db: Database): Promise<GroundPart[]> {
  return db('parts')
    .join('part_meetings', (join) =>
      join.on('part_meetings.document_id', 'parts.document_id').andOn('part_meetings.part', 'parts.part'),
    )
    .orderBy(['parts.document_id', 'parts.part'])
    .select<GroundPart[]>(
      'parts.document_id as documentId',
      'parts.part',
      'parts.kind',
      'parts.title',
      'part_meetings.meeting_id as meetingId',
      'part_meetings.body_id as bodyId',
      'part_meetings.date',
    )
}

async function groundItems(db: Database): Promise<GroundItem[]> {
  return db('items')
    .orderBy(['document_id', 'item'])
    .select<GroundItem[]>('document_id as documentId', 'item', 'part', 'number', 'title', 'reference')
}

async function groundParagraphs(db: Database): Promise<GroundParagraph[]> {
  const copies = new Set(
    await db('paragraph_copies').whereRaw('paragraph_id <> canonical_id').pluck<string[]>('paragraph_id'),
  )
  const people = await peopleOfParagraphs(db)
  const rows = await db('paragraphs')
    .orderBy(['document_id', 'position'])
    .select<ParagraphRow[]>(
      'id',
      'document_id',
      'position',
      'part',
      'item',
      'kind',
      'text',
      'headings',
      'speakers',
      'topics',
    )
  return rows
    .filter(({ id }) => !copies.has(id))
    .map(({ document_id, headings, topics, ...row }) => {
      const speakers = JSON.parse(row.speakers) as Speaker[]
      return {
        ...row,
        documentId: document_id,
        headings: JSON.parse(headings) as string[],
        speakers,
        personIds: speakers.map((_, position) => people.get(row.id)?.get(position) ?? null),
        topics: JSON.parse(topics) as string[],
      }
    })
}

async function peopleOfParagraphs(db: Database): Promise<Map<string, Map<number, string>>> {
  const rows = await db('paragraph_people').select<
    { paragraph_id: string; position: number; person_id: string }[]
  >('paragraph_id', 'position', 'person_id')
  const people = new Map<string, Map<number, string>>()
  for (const { paragraph_id, position, person_id } of rows)
    people.set(paragraph_id, (people.get(paragraph_id) ?? new Map<number, string>()).set(position, person_id))
  return people
}

/** Facts of copies go with their paragraphs. */
async function groundFacts(
  db: Database,
  name: FactName,
  paragraphs: ReadonlyMap<string, GroundParagraph>,
): Promise<GroundFact<unknown>[]> {
  const rows = await db(factTable(name))
    .orderBy(['document_id', 'position'])
    .select<FactRow[]>('paragraph_id', 'fact')
  return rows.flatMap(({ paragraph_id, fact }) => {
    const paragraph = paragraphs.get(paragraph_id)
    return paragraph ? [{ fact: JSON.parse(fact) as unknown, paragraph }] : []
  })
}
