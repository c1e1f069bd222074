import type { ParagraphKind, Speaker } from '../corpus/model/paragraph.ts'
import type { PartKind } from '../corpus/model/part.ts'
import type { Database } from '../corpus/store/database.ts'
import type { IndexedParagraph } from './engine/engine.ts'

/** What the paragraphs of a part have in common. */
interface PartPlace {
  readonly document_id: string
  readonly part: number
  readonly kind: PartKind
  readonly body_id: string | null
  readonly date: string | null
  readonly title: string | null
}

/** Paragraphs of a document as one JSON text: SQLite's driver takes far longer over many rows and columns. */
const PARAGRAPHS_OF_DOCUMENT = `SELECT '[' || coalesce(group_concat(paragraph), '') || ']' AS paragraphs FROM (
  SELECT '[' || json_quote(id) || ',' || part || ',' || json_quote(text) || ',' || json_quote(kind) || ',' ||
    headings || ',' || speakers || ',' || topics || ']' AS paragraph
  FROM paragraphs WHERE document_id = ? ORDER BY position)`

type ParagraphTuple = readonly [
  id: string,
  part: number,
  text: string,
  kind: ParagraphKind,
  headings: string[],
  speakers: Speaker[],
  topics: string[],
]

/** Every paragraph of the store as an engine takes it, by document and in reading order, one document at a time. */
export async function* indexedParagraphs(db: Database): AsyncGenerator<IndexedParagraph> {
  const people = await peopleByParagraph(db)
  const places = await placesByPart(db)
  const canonicals = await canonicalIds(db)
  const documents = await db('documents').orderBy('id').pluck<string[]>('id')
  // One document ahead: SQLite fetches the next, in a thread of its own, while the engine takes this one.
  let coming = paragraphsOf(db, documents[0])
  try {
    for (const [index, document] of documents.entries()) {
      const paragraphs = await coming
      coming = paragraphsOf(db, documents[index + 1])
      for (const tuple of paragraphs) {
        const place = places.get(`${document} ${tuple[1]}`)
        if (place) yield toIndexed(tuple, place, people.get(tuple[0]) ?? [], canonicals.get(tuple[0]) ?? null)
      }
    }
  } finally {
    await coming.catch(() => undefined)
  }
}

/** The paragraphs of a document; none where there is no document. */
async function paragraphsOf(db: Database, document: string | undefined): Promise<ParagraphTuple[]> {
  if (document === undefined) return []
  const rows = await db.raw<{ paragraphs: string }[]>(PARAGRAPHS_OF_DOCUMENT, [document])
  // The columns and their types are those of PARAGRAPHS_OF_DOCUMENT.
  return JSON.parse(rows[0]?.paragraphs ?? '[]') as ParagraphTuple[]
}

function toIndexed(
  [id, part, text, kind, headings, speakers, topics]: ParagraphTuple,
  place: PartPlace,
  people: readonly string[],
  copyOf: string | null,
): IndexedParagraph {
  return {
    id,
    text,
    heading: headings.join(' / '),
    meeting: place.title ?? '',
    copyOf,
    group: `${place.document_id} ${part}`,
    date: place.date,
    facets: {
      role: speakers.map(({ role }) => role),
      person: people,
      topic: topics,
      body: place.body_id === null ? [] : [place.body_id],
      kind: [kind],
      part: [place.kind],
      document: [place.document_id],
    },
  }
}

async function canonicalIds(db: Database): Promise<Map<string, string>> {
  const rows = await db('paragraph_copies').select<{ paragraph_id: string; canonical_id: string }[]>(
    'paragraph_id',
    'canonical_id',
  )
  return new Map(rows.map(({ paragraph_id, canonical_id }) => [paragraph_id, canonical_id]))
}

async function placesByPart(db: Database): Promise<Map<string, PartPlace>> {
  const rows = await db('parts')
    .join('part_meetings', (join) =>
      join.on('part_meetings.document_id', 'parts.document_id').andOn('part_meetings.part', 'parts.part'),
    )
    .leftJoin('meetings', 'meetings.id', 'part_meetings.meeting_id')
    .select<PartPlace[]>(
      'parts.document_id',
      'parts.part',
      'parts.kind',
      'part_meetings.body_id',
      'part_meetings.date',
      'meetings.title',
    )
  return new Map(rows.map((row) => [`${row.document_id} ${row.part}`, row]))
}

async function peopleByParagraph(db: Database): Promise<Map<string, string[]>> {
  const rows = await db('paragraph_people')
    .orderBy(['paragraph_id', 'position'])
    .select<{ paragraph_id: string; person_id: string }[]>('paragraph_id', 'person_id')
  const people = new Map<string, string[]>()
  for (const { paragraph_id, person_id } of rows) {
    const known = people.get(paragraph_id)
    if (known) known.push(person_id)
    else people.set(paragraph_id, [person_id])
  }
  return people
}
