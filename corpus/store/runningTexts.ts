import type { Span } from '../model/document.ts'
import type { Database } from './database.ts'

/** A paragraph of running text with its sentences, as offsets into it. */
export interface RunningText {
  readonly text: string
  readonly sentences: readonly Span[]
}

const LEAST_CHARACTERS = 60
const MOST_CHARACTERS = 600
const MOST_TEXTS = 50

/** Some paragraphs of middling length: where somebody speaks before others, the latest first. */
export async function latestRunningTexts(db: Database): Promise<readonly RunningText[]> {
  const rows = await db('paragraphs')
    .leftJoin('part_meetings', (join) =>
      join
        .on('part_meetings.document_id', 'paragraphs.document_id')
        .andOn('part_meetings.part', 'paragraphs.part'),
    )
    .whereIn('kind', ['text', 'list_item'])
    .whereRaw('length(text) BETWEEN ? AND ?', [LEAST_CHARACTERS, MOST_CHARACTERS])
    .orderByRaw("speakers = '[]', date DESC, paragraphs.document_id, position")
    .limit(MOST_TEXTS)
    .select<{ text: string; sentences: string }[]>('text', 'sentences')
  return rows.map(({ text, sentences }) => ({ text, sentences: JSON.parse(sentences) as Span[] }))
}
