import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { PartKind } from '../../corpus/model/part.ts'
import { slugOf } from '../../corpus/model/slug.ts'
import type { Database } from '../../corpus/store/database.ts'
import { insertRows } from '../../corpus/store/database.ts'

interface PartOfDocument {
  document_id: string
  part: number
  kind: PartKind
  body: string | null
  date: CalendarDate | null
  document_body: string | null
  document_date: CalendarDate | null
}

/** Which meeting of which body each part belongs to. What was tabled with an agenda belongs to the meeting it calls. */
export async function reconcileMeetings(db: Database): Promise<void> {
  const parts = await db('parts')
    .join('documents', 'documents.id', 'parts.document_id')
    .orderBy(['parts.document_id', 'parts.part'])
    .select<PartOfDocument[]>(
      'parts.document_id',
      'part',
      'parts.kind',
      'parts.body',
      'parts.date',
      'documents.body as document_body',
      'documents.date as document_date',
    )
  const agendas = new Map(
    parts
      .filter((part) => part.kind === 'agenda' && part.date !== null)
      .map((part) => [part.document_id, part]),
  )
  const names = bodyNames(parts.map((part) => part.body ?? part.document_body))
  const meetings = new Map<string, { id: string; title: string; body_id: string; date: string }>()

  const places = parts.map((part) => {
    const host = isTabled(part.kind) ? (agendas.get(part.document_id) ?? part) : part
    const body = host.body ?? part.body ?? part.document_body
    const date = host.date ?? part.date ?? part.document_date
    const bodyId = body === null ? null : slugOf(body)
    const meetingId = bodyId === null || date === null ? null : `${bodyId}-${date}`
    if (bodyId !== null && date !== null && meetingId !== null) {
      meetings.set(meetingId, {
        id: meetingId,
        title: `${names.get(bodyId) ?? body ?? ''}, ${formatDate(date)}`,
        body_id: bodyId,
        date,
      })
    }
    return { document_id: part.document_id, part: part.part, meeting_id: meetingId, body_id: bodyId, date }
  })

  await insertRows(
    db,
    'bodies',
    [...names].sort().map(([id, name]) => ({ id, name })),
  )
  await insertRows(
    db,
    'meetings',
    [...meetings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
  await insertRows(db, 'part_meetings', places)
}

function isTabled(kind: PartKind): boolean {
  return kind === 'report' || kind === 'appendix' || kind === 'work_programme' || kind === 'other'
}

/** One name for each body: the commonest way of writing it, of equals the first in the alphabet. */
function bodyNames(written: readonly (string | null)[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const name of written) {
    if (name === null) continue
    const forms = counts.get(slugOf(name)) ?? new Map<string, number>()
    forms.set(name, (forms.get(name) ?? 0) + 1)
    counts.set(slugOf(name), forms)
  }
  return new Map(
    [...counts].map(([id, forms]) => [
      id,
      [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? id,
    ]),
  )
}
