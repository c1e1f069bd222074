import type {
  CommitmentEntry,
  DecisionEntry,
  FigureEntry,
  FigurePoint,
  Party,
  QuestionEntry,
  RequestEntry,
  RequestStep,
} from '../../../corpus/model/register.ts'
import { daysBetween } from '../../../corpus/model/calendarDate.ts'
import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import type { CommitmentStanding } from '../../register/commitmentStanding.ts'
import { standingOf } from '../../register/commitmentStanding.ts'
import { entryAddress } from '../../register/listAddress.ts'
import type { ListRequest } from '../../register/listRequest.ts'
import type { EntryOf, ListName } from '../../register/registerLists.ts'
import { meetingsOf, stageOf } from '../../register/registerLists.ts'
import { presentEntryPlace } from './entryPlace.ts'
import { figureTitle, periodInWords, valueInWords } from './figureWords.ts'
import { presentStanding } from './standing.ts'
import { valueLabel } from './words.ts'

/** An entry as a list shows it. */
export interface EntryRow {
  readonly href: string
  readonly title: string
  readonly number: string | null
  /** Who, or what kind. */
  readonly lead: string
  /** The record's words. */
  readonly quote: string
  readonly where: string
  readonly tags: readonly { readonly state: string; readonly label: string }[]
  /** Our words about it, each a sentence. */
  readonly notes: readonly string[]
}

type RowOf = {
  readonly [Name in ListName]: (entry: EntryOf<Name>, request: AsOf, generation: Generation) => EntryRow
}

/** The day that a page is of. */
export type AsOf = Pick<ListRequest, 'asOf' | 'isAsOfGiven'>

const ROW_OF: RowOf = {
  commitments: commitmentRow,
  decisions: decisionRow,
  questions: questionRow,
  requests: requestRow,
  figures: figureRow,
}

export function presentRow<Name extends ListName>(
  name: Name,
  entry: EntryOf<Name>,
  asOf: AsOf,
  generation: Generation,
): EntryRow {
  return ROW_OF[name](entry, asOf, generation)
}

/** How a commitment stands on the day of a page. */
export function standingOn(
  entry: CommitmentEntry,
  { asOf }: AsOf,
  { register }: Generation,
): CommitmentStanding {
  return standingOf(entry, asOf, meetingsOf(register.recordedMeetings, entry.bodyId))
}

function commitmentRow(entry: CommitmentEntry, asOf: AsOf, generation: Generation): EntryRow {
  const { tags, sentences } = presentStanding(entry, standingOn(entry, asOf, generation), generation)
  return {
    ...rowBase('commitments', entry, asOf, generation),
    lead: ownersInWords(entry),
    tags,
    notes: sentences,
  }
}

export function ownersInWords({ owners }: CommitmentEntry): string {
  return owners.length === 0 ? 'The record does not say who' : owners.join(' and ')
}

function decisionRow(entry: DecisionEntry, asOf: AsOf, generation: Generation): EntryRow {
  return {
    ...rowBase('decisions', entry, asOf, generation),
    lead: [valueLabel('kind', entry.kind, generation), moversInWords(entry)].filter(Boolean).join(', '),
    tags: entry.supersededBy === null ? [] : [{ state: 'superseded', label: 'Superseded' }],
    notes: relatedInWords(entry),
  }
}

export function moversInWords({ mover, seconder }: DecisionEntry): string {
  return [mover === null ? '' : `moved by ${mover}`, seconder === null ? '' : `seconded by ${seconder}`]
    .filter(Boolean)
    .join(', ')
}

function relatedInWords({ related }: DecisionEntry): string[] {
  if (related.length === 0) return []
  return [
    related.length === 1
      ? 'One other decision on the same subject.'
      : `${related.length} other decisions on the same subject.`,
  ]
}

function questionRow(entry: QuestionEntry, asOf: AsOf, generation: Generation): EntryRow {
  const { supplementaries } = entry
  return {
    ...rowBase('questions', entry, asOf, generation),
    lead: askerInWords(entry),
    tags: [{ state: entry.reply, label: valueLabel('reply', entry.reply, generation) }],
    notes:
      supplementaries.length === 0
        ? []
        : [
            supplementaries.length === 1
              ? 'With a supplementary question.'
              : `With ${supplementaries.length} supplementary questions.`,
          ],
  }
}

export function askerInWords({ asker, authority, number }: QuestionEntry): string {
  const who = [partyInWords(asker), authority].filter(Boolean).join(', ')
  return [number === null ? '' : `Question ${number}`, who === '' ? 'The record does not say who asked' : who]
    .filter(Boolean)
    .join(': ')
}

/** `Cllr A Roach, Panel Member`; empty where the record names neither. */
export function partyInWords({ name, role }: Party): string {
  return [name, role].filter((part) => part !== null).join(', ')
}

function requestRow(entry: RequestEntry, asOf: AsOf, generation: Generation): EntryRow {
  const stage = stageOf(entry)
  const last = entry.steps.findLast(({ isAsserted, kind }) => isAsserted && kind === stage)
  return {
    ...rowBase('requests', entry, asOf, generation),
    lead: partyInWords(entry.requester) || 'The record does not say who asked',
    tags: [{ state: stage, label: valueLabel('stage', stage, generation) }],
    notes: last ? [`${presentEntryPlace(last, generation).where}${elapsedInWords(entry, last)}.`] : [],
  }
}

/** `, 71 days after it was asked for` */
export function elapsedInWords({ date }: RequestEntry, step: RequestStep): string {
  const days = date === null || step.date === null ? null : daysBetween(date, step.date)
  if (days === null) return ''
  return `, ${counted(days, 'day')} after it was asked for`
}

function figureRow(entry: FigureEntry, asOf: AsOf, generation: Generation): EntryRow {
  const latest = latestPoint(entry)
  return {
    ...presentEntryPlace(latest, generation),
    href: entryAddress('figures', entry.id, asOf.isAsOfGiven ? asOf.asOf : undefined),
    title: figureTitle(entry),
    number: null,
    lead: [valueInWords(latest), periodInWords(latest)].filter(Boolean).join(', '),
    quote: latest.text,
    tags: [],
    notes: entry.points.length === 1 ? [] : [`${entry.points.length} values on record.`],
  }
}

/** Of the latest period, else of the latest meeting, else the last in the record. */
export function latestPoint({ points }: FigureEntry): FigurePoint {
  const [first, ...others] = points
  if (!first) throw new Error('a figure has a point at least')
  const timeOf = ({ period, date }: FigurePoint): string => period?.to ?? date ?? ''
  return others.reduce((latest, point) => (timeOf(point) >= timeOf(latest) ? point : latest), first)
}

function rowBase(
  name: Exclude<ListName, 'figures'>,
  entry: EntryOf<Exclude<ListName, 'figures'>>,
  { asOf, isAsOfGiven }: AsOf,
  generation: Generation,
) {
  const { title, number, where } = presentEntryPlace(entry, generation)
  return {
    href: entryAddress(name, entry.id, isAsOfGiven ? asOf : undefined),
    title,
    number,
    quote: entry.text,
    where,
  }
}
