import type { AgendaItem } from '../../corpus/model/agendaItem.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import type { CorpusFile } from '../../corpus/model/catalogue.ts'
import type { DocumentKind, PublishedDocument } from '../../corpus/model/document.ts'
import type { ExtractedText } from '../../corpus/model/extractedText.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Part } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { findAttendance } from './attendance.ts'
import { joinLines } from './blocks.ts'
import { findDoubts } from './doubts.ts'
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
  const paragraphs = makeParagraphs(blocks, structures, extracted.source, file.id)
  const allItems = structures.flatMap((structure) =>
    structure.items.map(({ start: _start, end: _end, ...item }): AgendaItem => item),
  )
  const attendees = attendance.flatMap((list) => list.attendees)
  return {
    document: describeDocument(file, parts, extracted.pages),
    parts,
    items: allItems,
    attendees,
    paragraphs,
    doubts: findDoubts(file, { parts, items: allItems, attendees, paragraphs }),
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
