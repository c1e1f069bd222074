import type { DocumentRecord } from '../corpus/model/record.ts'
import { recordCounts } from '../corpus/model/recordCounts.ts'
import type { Database } from '../corpus/store/database.ts'
import { listDocuments, loadRecord } from '../corpus/store/documents.ts'

/** Characters of a paragraph that show where a doubt is. */
const EXCERPT_LENGTH = 60

/** What was understood of each document, and what was not: lines for a person to read. */
export async function reportLines(db: Database): Promise<string[]> {
  const lines: string[] = []
  for (const { id } of await listDocuments(db)) {
    const record = await loadRecord(db, id)
    if (record) lines.push('', ...linesOf(record))
  }
  return lines
}

function linesOf(record: DocumentRecord): string[] {
  const { document, parts, doubts } = record
  return [
    `${document.file}: ${document.title}`,
    `  ${document.kind}, ${document.body ?? 'body not known'}, ${document.date ?? 'date not known'}`,
    `  ${recordCounts(record)
      .map(({ count, name }) => `${count} ${name}`)
      .join(', ')}`,
    ...parts.map(
      (part) =>
        `  part ${part.index}: ${part.kind}, ${part.title} (${part.date ?? 'no date'}${part.isDraft ? ', draft' : ''})`,
    ),
    ...doubts.map(({ text, paragraphId }) => `  in doubt: ${text}${placeOf(record, paragraphId)}`),
  ]
}

function placeOf({ paragraphs }: DocumentRecord, paragraphId: string | null): string {
  const text = paragraphs.find(({ id }) => id === paragraphId)?.text
  return text === undefined
    ? ''
    : ` At: "${text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}\u2026` : text}"`
}
