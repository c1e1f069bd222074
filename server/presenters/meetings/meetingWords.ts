import { formatPeriod } from '../../../corpus/model/formatDate.ts'
import type { PartKind } from '../../../corpus/model/part.ts'
import { counted } from '../../counted.ts'
import type { MeetingHoldings } from '../../meetings/holdings.ts'
import { sentenceCase } from '../../labels.ts'

/** What a kind of part is called, one and several. */
export const PART_WORDS: Readonly<Record<PartKind, readonly [one: string, many: string]>> = {
  agenda: ['agenda', 'agendas'],
  minutes: ['minutes', 'minutes'],
  meeting_notes: ['notes', 'notes'],
  report: ['report', 'reports'],
  inspection_report: ['inspection report', 'inspection reports'],
  appendix: ['appendix', 'appendices'],
  work_programme: ['work programme', 'work programmes'],
  other: ['other paper', 'other papers'],
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** What the collection has of a meeting: `Draft minutes`, `Only what was tabled: an agenda and 5 reports`. */
export function heldInWords({ records, parts }: MeetingHoldings): string {
  const tabled = tabledInWords(parts.map(({ kind }) => kind))
  const [record] = records
  if (!record) return `Only what was tabled: ${tabled}`
  const name = PART_WORDS[record.kind][0]
  const own = isDraft({ records }) ? `draft ${name}` : name
  return sentenceCase(tabled === '' ? own : `${own}, and what was tabled: ${tabled}`)
}

/** Is every record of the meeting marked as a draft? */
export function isDraft({ records }: Pick<MeetingHoldings, 'records'>): boolean {
  return records.length > 0 && records.every((record) => record.isDraft)
}

function tabledInWords(kinds: readonly PartKind[]): string {
  const tabled = kinds.filter((kind) => kind !== 'minutes' && kind !== 'meeting_notes')
  return and.format(
    [...new Set(tabled)].map((kind) => {
      const [one, many] = PART_WORDS[kind]
      const number = tabled.filter((other) => other === kind).length
      return number === 1 ? `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}` : `${number} ${many}`
    }),
  )
}

/** `5 decisions`, `1 commitment or action`: what its record and papers have, where they have any. */
export function countsInWords({ decisions, commitments, questions }: MeetingHoldings): string[] {
  return [
    decisions.length === 0 ? '' : counted(decisions.length, 'decision'),
    commitments.length === 0
      ? ''
      : counted(commitments.length, 'commitment or action', 'commitments and actions'),
    questions.length === 0 ? '' : counted(questions.length, 'question'),
  ].filter((words) => words !== '')
}

/** `9 meetings, 7 June 2017 to 18 December 2024` */
export function meetingsInWords(newestFirst: readonly MeetingHoldings[]): string {
  const [last, first] = [newestFirst[0]?.meeting, newestFirst.at(-1)?.meeting]
  if (!first || !last) return 'no meeting whose day is known'
  return `${counted(newestFirst.length, 'meeting')}, ${formatPeriod(first.date, last.date)}`
}
