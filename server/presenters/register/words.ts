import type { ListField, ListName } from '../../register/registerLists.ts'
import type { ListSort } from '../../register/listRequest.ts'
import type { Names } from '../../labels.ts'
import { facetLabel, kindInWords } from '../../labels.ts'

// The register's words: what its lists, fields and values are called on pages.

interface ListWords {
  readonly title: string
  /** What it is, for a reader who sees it for the first time. */
  readonly about: string
  readonly one: string
  readonly many: string
  /** What a date of the list is. */
  readonly dated: string
  readonly empty: string
}

export const LIST_WORDS: Readonly<Record<ListName, ListWords>> = {
  commitments: {
    title: 'Commitments and actions',
    about:
      'What somebody undertook or was given to do, with what later meetings say of it. Nothing is taken to be done because time has passed or a report came: only the record’s own words count.',
    one: 'commitment or action',
    many: 'commitments and actions',
    dated: 'Made',
    empty: 'No commitments or actions were found in this collection.',
  },
  decisions: {
    title: 'Decisions',
    about:
      'What meetings resolved, agreed, noted, supported or approved, with earlier and later decisions on the same subject.',
    one: 'decision',
    many: 'decisions',
    dated: 'Decided',
    empty: 'No decisions were found in this collection.',
  },
  questions: {
    title: 'Questions and answers',
    about:
      'Questions put on notice and questions asked at meetings, with the replies that the record has, and those without any.',
    one: 'question',
    many: 'questions',
    dated: 'Asked',
    empty: 'No questions were found in this collection.',
  },
  requests: {
    title: 'Reports asked for',
    about:
      'Reports, updates and figures that somebody asked for, and how far each came: onto the work programme, before a meeting, to a decision.',
    one: 'request',
    many: 'requests',
    dated: 'Asked for',
    empty: 'No requests for reports were found in this collection.',
  },
  figures: {
    title: 'Figures',
    about:
      'Quantities that the record states, each with its sentence. They are one series only where measure, population, unit and kind of period agree.',
    one: 'figure',
    many: 'figures',
    dated: 'Reported',
    empty: 'No figures were found in this collection.',
  },
}

/** What readers most often want of a list: entries of one value of a field, sorted so. */
export const LIST_VIEWS: Readonly<
  Record<ListName, readonly (readonly [field: ListField, value: string, sort: ListSort])[]>
> = {
  commitments: [
    ['state', 'overdue', 'due'],
    ['state', 'due', 'due'],
    ['state', 'discharged', 'updated'],
  ],
  decisions: [['standing', 'superseded', 'newest']],
  questions: [
    ['reply', 'none', 'newest'],
    ['reply', 'elsewhere', 'newest'],
  ],
  requests: [['stage', 'requested', 'newest']],
  figures: [['points', 'several', 'newest']],
}

export const FIELD_TITLES: Readonly<Record<ListField, string>> = {
  state: 'State',
  owner: 'Who is to act',
  person: 'Person',
  topic: 'Topic',
  body: 'Body',
  kind: 'Kind',
  standing: 'Still standing',
  reply: 'Reply on record',
  role: 'Who asked',
  form: 'Kind of question',
  stage: 'How far it came',
  unit: 'Unit',
  points: 'Values',
}

const VALUE_WORDS: Readonly<Partial<Record<ListField, Readonly<Record<string, string>>>>> = {
  state: { due: 'Due on a day to come', not_mentioned: 'Not mentioned since' },
  kind: { commitment: 'Undertaken in discussion', action: 'In a list of actions' },
  standing: { superseded: 'Superseded' },
  reply: { answered: 'Answered', elsewhere: 'To be answered elsewhere', none: 'No answer on record' },
  form: { notice: 'On notice', oral: 'At the meeting' },
  stage: {
    requested: 'Asked for, and no more is found',
    replied: 'Replied to at the meeting',
    programmed: 'On the work programme',
    tabled: 'Before a meeting',
    decided: 'Decided upon',
  },
  points: { several: 'Two periods or more', one: 'One period, or none stated' },
}

/** What a value of a field is called on a page. */
export function valueLabel(field: ListField, value: string, names: Names): string {
  if (field === 'person' || field === 'body' || field === 'topic') return facetLabel(field, value, names)
  return VALUE_WORDS[field]?.[value] ?? kindInWords(value)
}

export const SORT_LABELS: Readonly<Record<ListSort, string>> = {
  relevance: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  updated: 'Latest change first',
  due: 'By due date',
}
