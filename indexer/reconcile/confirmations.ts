import type { Decision } from '../../corpus/model/decision.ts'
import type { Database } from '../../corpus/store/database.ts'
import { insertRows } from '../../corpus/store/database.ts'
import { daysIn } from '../analysis/dates.ts'

interface DecisionRow {
  paragraph_id: string
  fact: string
  item_title: string | null
  meeting_id: string
  body_id: string
  date: string
}

/** Words that make minutes the agreed record. To note the minutes of another body confirms nothing. */
const CONFIRMS =
  /\b(?:correct|accurate|true) (?:and \w+ )?record\b|\b(?:approved|agreed|confirmed|adopted|accepted|signed)\b|\btaken as read\b/i
const REFUSES = /\bnot (?:yet )?(?:be )?(?:approved|agreed|confirmed|adopted|accepted|signed)\b/i
const MINUTES = /\b(?:minutes|notes)\b/i

/** Which meetings' minutes a later meeting of the same body confirmed, and where the record says so. */
export async function reconcileConfirmations(db: Database): Promise<void> {
  const meetings = await db('meetings').select<{ id: string; body_id: string; date: string }[]>(
    'id',
    'body_id',
    'date',
  )
  const byDay = new Map(meetings.map(({ id, body_id, date }) => [`${body_id} ${date}`, id]))
  const rows = await db('decisions')
    .join('part_meetings', (join) =>
      join
        .on('part_meetings.document_id', 'decisions.document_id')
        .andOn('part_meetings.part', 'decisions.part'),
    )
    .leftJoin('items', (join) =>
      join.on('items.document_id', 'decisions.document_id').andOn('items.item', 'decisions.item'),
    )
    .whereNotNull('part_meetings.meeting_id')
    .whereRaw("decisions.fact LIKE '%inutes%' OR decisions.fact LIKE '%otes%'")
    .orderBy(['decisions.document_id', 'decisions.position'])
    .select<DecisionRow[]>(
      'decisions.paragraph_id',
      'decisions.fact',
      'items.title as item_title',
      'part_meetings.meeting_id',
      'part_meetings.body_id',
      'part_meetings.date',
    )
  const confirmations = rows.flatMap((row) =>
    confirmedMeetings(row, byDay).map((meetingId) => ({
      meeting_id: meetingId,
      paragraph_id: row.paragraph_id,
      confirmed_at_meeting_id: row.meeting_id,
    })),
  )
  const unique = new Map(confirmations.map((row) => [`${row.meeting_id} ${row.paragraph_id}`, row]))
  await insertRows(db, 'confirmations', [...unique.values()])
}

/** The earlier meetings whose days the decision names, or the heading that it stands under. */
function confirmedMeetings(row: DecisionRow, byDay: ReadonlyMap<string, string>): string[] {
  // The table holds what `rowsOf` made JSON of.
  const { text } = JSON.parse(row.fact) as Decision
  if (!MINUTES.test(text) || !CONFIRMS.test(text) || REFUSES.test(text)) return []
  const named = daysBefore(row.date, text)
  const days = named.length > 0 ? named : daysBefore(row.date, row.item_title ?? '')
  return days.flatMap((day) => byDay.get(`${row.body_id} ${day}`) ?? [])
}

function daysBefore(date: string, text: string): string[] {
  return daysIn(text).filter((day) => day < date)
}
