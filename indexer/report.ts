import type { Database } from '../corpus/store/database.ts'
import { listDocuments, loadRecord } from '../corpus/store/documents.ts'

/** What was understood of each document, and what was not: lines for a person to read. */
export async function reportLines(db: Database): Promise<string[]> {
  const lines: string[] = []
  for (const { id } of await listDocuments(db)) {
    const record = await loadRecord(db, id)
    if (!record) continue
    const { document, parts, items, attendees, paragraphs, decisions, doubts } = record
    const spoken = paragraphs.filter(({ speakers }) => speakers.length > 0).length
    lines.push(
      '',
      `${document.file}: ${document.title}`,
      `  ${document.kind}, ${document.body ?? 'body not known'}, ${document.date ?? 'date not known'}`,
      `  ${paragraphs.length} paragraphs (${spoken} with a speaker), ${items.length} items, ${attendees.length} attendees, ${decisions.length} decisions`,
      ...parts.map((part) => `  part ${part.index}: ${part.kind}, ${part.title} (${part.date ?? 'no date'})`),
      ...doubts.map((doubt) => `  in doubt: ${doubt.text}`),
    )
  }
  return lines
}
