import type { AgendaItem } from '../../corpus/model/agendaItem.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { CorpusFile } from '../../corpus/model/catalogue.ts'
import type { DocumentKind, PublishedDocument } from '../../corpus/model/document.ts'
import type { Doubt } from '../../corpus/model/doubt.ts'
import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Part } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { findAttendance } from './attendance.ts'
import { joinLines } from './blocks.ts'
import { removeFurniture } from './furniture.ts'
import { findItems } from './items.ts'
import { makeParagraphs } from './paragraphs.ts'
import { findParts } from './parts.ts'

/** The structure of a document: parts, items, attendance, paragraphs. A pure function of what was extracted. */
export function parse(file: CorpusFile, extracted: ExtractedText): ParsedDocument {
  const blocks = joinLines(removeFurniture(extracted.lines), extracted.wrapped)
  const partBlocks = findParts(blocks)
  const attendance = partBlocks.map((part) => findAttendance(blocks, part))
  let items = 0
  const structures = partBlocks.map((part, index) => ({
    part,
    items: findItems(blocks, part).map((item) => ({ ...item, index: items++ })),
    attendance: attendance[index]?.blocks ?? new Set<number>(),
  }))
  const parts = partBlocks.map(({ start: _start, end: _end, ...part }): Part => part)
  return {
    document: describeDocument(file, parts, extracted.pages),
    parts,
    items: structures.flatMap((structure) =>
      structure.items.map(({ start: _start, end: _end, ...item }): AgendaItem => item),
    ),
    attendees: attendance.flatMap(({ attendees }) => attendees),
    paragraphs: makeParagraphs(blocks, structures, extracted.source, file.id),
    doubts: findDoubts(file, parts),
  }
}

function describeDocument(file: CorpusFile, parts: readonly Part[], pages: number | null): PublishedDocument {
  const { catalogue } = file
  const leading =
    parts.find((part) => part.kind === 'agenda') ??
    parts.find((part) => part.date !== null) ??
    parts.find((part) => part.kind === 'minutes' || part.kind === 'meeting_notes') ??
    parts[0]
  const kind = documentKind(parts)
  const body = catalogue.body ?? leading?.body ?? null
  const date = catalogue.date ?? leading?.date ?? null
  return {
    id: file.id,
    file: file.file,
    title: catalogue.title ?? titleOf(kind, body, date, leading) ?? file.file,
    kind,
    body,
    date,
    publisher: catalogue.publisher ?? null,
    sourceUrl: catalogue.sourceUrl ?? null,
    licence: catalogue.licence ?? null,
    pages,
    sha256: file.sha256,
    bytes: file.bytes,
  }
}

function documentKind(parts: readonly Part[]): DocumentKind {
  const kinds = new Set(parts.map((part) => part.kind))
  if (kinds.has('agenda') && parts.length > 1) return 'pack'
  if (kinds.has('minutes')) return 'minutes'
  if (kinds.has('meeting_notes')) return 'notes'
  return kinds.has('report') ? 'report' : 'other'
}

function titleOf(
  kind: DocumentKind,
  body: string | null,
  date: CalendarDate | null,
  leading: Part | undefined,
): string | undefined {
  if (kind !== 'pack') return leading?.title
  return `Agenda pack${body ? ` of the ${body}` : ''}${date ? `, ${formatDate(date)}` : ''}`
}

function findDoubts(file: CorpusFile, parts: readonly Part[]): Doubt[] {
  const meetings = parts.filter((part) => part.kind === 'minutes' || part.kind === 'meeting_notes')
  const doubts: Doubt[] = []
  for (const part of meetings) {
    if (part.date === null && file.catalogue.date === undefined)
      doubts.push({ kind: 'no_date', paragraphId: null, text: `No date was found for "${part.title}".` })
    if (part.body === null && file.catalogue.body === undefined)
      doubts.push({ kind: 'no_body', paragraphId: null, text: `No body was found for "${part.title}".` })
  }
  if (meetings.length === 0)
    doubts.push({
      kind: 'no_meeting',
      paragraphId: null,
      text: 'No minutes or notes of a meeting were found in the file.',
    })
  return doubts
}
