import type { PartKind } from '../corpus/model/part.ts'
import type { ParagraphRow } from '../corpus/store/documents.ts'
import { toParagraph } from '../corpus/store/documents.ts'
import type { Database } from '../corpus/store/database.ts'
import type { IndexedParagraph } from './engine/engine.ts'

interface StoredParagraph extends ParagraphRow {
  part_kind: PartKind
  body_id: string | null
  date: string | null
  meeting_title: string | null
}

/** Every paragraph of the store as an engine takes it, by document and in reading order. */
export async function indexedParagraphs(db: Database): Promise<IndexedParagraph[]> {
  const people = await peopleByParagraph(db)
  const rows = await db('paragraphs')
    .join('parts', (join) =>
      join.on('parts.document_id', 'paragraphs.document_id').andOn('parts.part', 'paragraphs.part'),
    )
    .join('part_meetings', (join) =>
      join
        .on('part_meetings.document_id', 'paragraphs.document_id')
        .andOn('part_meetings.part', 'paragraphs.part'),
    )
    .leftJoin('meetings', 'meetings.id', 'part_meetings.meeting_id')
    .orderBy(['paragraphs.document_id', 'paragraphs.position'])
    .select<StoredParagraph[]>(
      'paragraphs.*',
      'parts.kind as part_kind',
      'part_meetings.body_id',
      'part_meetings.date',
      'meetings.title as meeting_title',
    )
  return rows.map((row) => toIndexed(row, people.get(row.id) ?? []))
}

function toIndexed(row: StoredParagraph, people: readonly string[]): IndexedParagraph {
  const { id, text, headings, speakers, topics, kind } = toParagraph(row)
  return {
    id,
    text,
    heading: headings.join(' / '),
    meeting: row.meeting_title ?? '',
    group: `${row.document_id} ${row.part}`,
    date: row.date,
    facets: {
      role: speakers.map(({ role }) => role),
      person: people,
      topic: topics,
      body: row.body_id === null ? [] : [row.body_id],
      kind: [kind],
      part: [row.part_kind],
      document: [row.document_id],
    },
  }
}

async function peopleByParagraph(db: Database): Promise<Map<string, string[]>> {
  const rows = await db('paragraph_people')
    .orderBy(['paragraph_id', 'position'])
    .select<{ paragraph_id: string; person_id: string }[]>('paragraph_id', 'person_id')
  const people = new Map<string, string[]>()
  for (const { paragraph_id, person_id } of rows)
    people.set(paragraph_id, [...(people.get(paragraph_id) ?? []), person_id])
  return people
}
