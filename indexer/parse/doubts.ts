import type { AgendaItem } from '../../corpus/model/agendaItem.ts'
import type { Attendee } from '../../corpus/model/attendee.ts'
import type { CorpusFile } from '../../corpus/model/catalogue.ts'
import type { Doubt } from '../../corpus/model/doubt.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { Part } from '../../corpus/model/part.ts'
import { daysIn } from '../analysis/dates.ts'
import { QUESTIONS_ITEM } from '../analysis/questions.ts'

/** What the structure of a document was made out to be. */
interface Structure {
  readonly parts: readonly Part[]
  readonly items: readonly AgendaItem[]
  readonly attendees: readonly Attendee[]
  readonly paragraphs: readonly Paragraph[]
}

/** Paragraphs at the head of minutes in which their day is told. */
const HEAD_PARAGRAPHS = 4
const NOT_HELD =
  /\b(?:meeting (?:was|has been|is) (?:cancelled|postponed|abandoned)|did not take place|was inquorate|no quorum|lack of a quorum)\b/i
const CUT_SHORT = /(?:\.\.\.|\u2026) view the full minutes text for item/

/** What the parser could not make out, each with its place. */
export function findDoubts({ catalogue }: CorpusFile, structure: Structure): Doubt[] {
  const meetings = structure.parts.filter(({ kind }) => kind === 'minutes' || kind === 'meeting_notes')
  if (meetings.length === 0)
    return [doubt('no_meeting', null, 'No minutes or notes of a meeting were found in the file.')]
  const meetingDoubts = meetings.flatMap((part) => {
    const own = structure.paragraphs.filter((paragraph) => paragraph.part === part.index)
    return [
      ...(part.date === null && catalogue.date === undefined
        ? [doubt('no_date', own[0], `No date was found for "${part.title}".`)]
        : []),
      ...(part.body === null && catalogue.body === undefined
        ? [doubt('no_body', own[0], `No body was found for "${part.title}".`)]
        : []),
      ...severalDates(part, own),
      ...notHeld(own),
      ...(structure.attendees.some((attendee) => attendee.part === part.index)
        ? []
        : [doubt('no_attendance', own[0], `Nobody was found to have attended "${part.title}".`)]),
      ...itemsOutOfSequence(part, structure, own),
    ]
  })
  return [...meetingDoubts, ...missingNumbers(structure), ...cutShort(structure.paragraphs)]
}

function doubt(kind: Doubt['kind'], paragraph: Paragraph | null | undefined, text: string): Doubt {
  return { kind, paragraphId: paragraph?.id ?? null, text }
}

/** The head names two days; the first was taken. */
function severalDates(part: Part, paragraphs: readonly Paragraph[]): Doubt[] {
  const head = paragraphs.slice(0, HEAD_PARAGRAPHS).filter(({ kind }) => kind !== 'attendance')
  for (const paragraph of head) {
    const days = [...new Set(daysIn(paragraph.text))]
    const other = days.find((day) => day !== part.date)
    if (part.date !== null && days.includes(part.date) && other !== undefined)
      return [
        doubt(
          'several_dates',
          paragraph,
          `The head names ${days.map(formatDate).join(' and ')}: ${formatDate(part.date)} was taken.`,
        ),
      ]
  }
  return []
}

function notHeld(paragraphs: readonly Paragraph[]): Doubt[] {
  const telling = paragraphs.slice(0, 2 * HEAD_PARAGRAPHS).find(({ text }) => NOT_HELD.test(text))
  return telling ? [doubt('meeting_not_held', telling, 'The meeting seems not to have been held.')] : []
}

function itemsOutOfSequence(part: Part, { items }: Structure, paragraphs: readonly Paragraph[]): Doubt[] {
  const numbered = items.filter((item) => item.part === part.index && /^\d+$/.test(item.number ?? ''))
  return numbered.flatMap((item, index) => {
    const before = numbered[index - 1]
    if (!before || Number(item.number) > Number(before.number)) return []
    const place = paragraphs.find((paragraph) => paragraph.item === item.index)
    return [
      doubt(
        'item_out_of_sequence',
        place,
        `Item ${item.number ?? ''} comes after item ${before.number ?? ''}.`,
      ),
    ]
  })
}

/** Within one item the numbers of paragraphs go up by one: where they do not, some were lost or not told. */
function missingNumbers({ items, paragraphs }: Structure): Doubt[] {
  const questions = new Set(items.filter(({ title }) => QUESTIONS_ITEM.test(title)).map(({ index }) => index))
  const numbered = paragraphs.flatMap((paragraph) => {
    const number = Number(/^(\d{1,3})\.$/.exec(paragraph.label ?? '')?.[1] ?? Number.NaN)
    const isQuestion = paragraph.item !== null && questions.has(paragraph.item)
    return Number.isNaN(number) || isQuestion || paragraph.kind === 'heading' ? [] : [{ paragraph, number }]
  })
  return numbered.flatMap(({ paragraph, number }, index) => {
    const before = numbered[index - 1]
    const isSameItem = before?.paragraph.part === paragraph.part && before.paragraph.item === paragraph.item
    return before && isSameItem && number > before.number + 1
      ? [doubt('number_missing', paragraph, missingText(before.number + 1, number - 1))]
      : []
  })
}

function missingText(first: number, last: number): string {
  return first === last ? `There is no paragraph ${first}.` : `There are no paragraphs ${first} to ${last}.`
}

function cutShort(paragraphs: readonly Paragraph[]): Doubt[] {
  return paragraphs
    .filter(({ text }) => CUT_SHORT.test(text))
    .map((paragraph) =>
      doubt('cut_short', paragraph, 'The published page breaks off here, and says where the full text is.'),
    )
}
