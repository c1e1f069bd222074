import type { Span } from '../../corpus/model/document.ts'
import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { datesIn } from './dates.ts'

/** What a column of an action table tells. */
export type ActionField = 'text' | 'owner' | 'due' | 'status'

/** Names of columns, lower case, with what they tell. */
export const ACTION_COLUMNS: readonly { readonly field: ActionField; readonly names: readonly string[] }[] = [
  {
    field: 'text',
    names: ['action', 'actions', 'action point', 'action required', 'agreed action', 'description', 'task'],
  },
  {
    field: 'owner',
    names: [
      'owner',
      'lead',
      'by whom',
      'responsible',
      'responsibility',
      'action by',
      'action owner',
      'assigned to',
      'who',
      'lead officer',
      'person responsible',
    ],
  },
  {
    field: 'due',
    names: [
      'due date',
      'due',
      'deadline',
      'by when',
      'target date',
      'timescale',
      'date due',
      'when',
      'completion date',
    ],
  },
  { field: 'status', names: ['status', 'progress', 'rag', 'open/closed'] },
]

const FIELD_OF_NAME: ReadonlyMap<string, ActionField> = new Map(
  ACTION_COLUMNS.flatMap(({ field, names }) => names.map((name) => [name, field] as const)),
)
const LONGEST_HEAD = 120

/** A row of a table. */
interface Row {
  readonly text: string
  readonly cells: readonly Span[]
}

/**
 * The fields of a table's columns, where the row names the columns of an action table: it has an owner, and a due date or
 * a status. Null where it is no such row. Where the cells have run together the names are read one after another.
 */
export function actionColumns({ text, cells }: Row): readonly (ActionField | null)[] | null {
  if (text.length > LONGEST_HEAD) return null
  const names =
    cells.length > 1 ? cells.map(([start, end]) => text.slice(start, end)) : namesRunTogether(text)
  const fields = names.map(
    (name) => FIELD_OF_NAME.get(name.toLowerCase().replace(/[:.]$/, '').trim()) ?? null,
  )
  const has = (field: ActionField): boolean => fields.includes(field)
  return has('owner') && (has('due') || has('status') || has('text')) ? fields : null
}

const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...FIELD_OF_NAME.keys()].map((name) => name.split(' ', 1)[0] ?? ''),
)

/** `Status Owner Due date` as its three names; nothing where a word belongs to none. */
function namesRunTogether(text: string): string[] {
  if (!FIRST_WORDS.has(text.split(' ', 1)[0]?.toLowerCase() ?? '')) return []
  const words = text.split(' ')
  const names: string[] = []
  for (let at = 0; at < words.length;) {
    const length = [3, 2, 1].find((count) =>
      FIELD_OF_NAME.has(
        words
          .slice(at, at + count)
          .join(' ')
          .toLowerCase(),
      ),
    )
    if (length === undefined) return []
    names.push(words.slice(at, at + length).join(' '))
    at += length
  }
  return names
}

/** Status, owner and due date at the end of a row whose cells have run together. */
export interface ActionRowEnd {
  /** Where in the row they begin. */
  readonly start: number
  readonly status: string
  readonly owner: string
  readonly due: CalendarDate
  readonly dueText: string
}

const ROW_END =
  /(?:^| )(Open|Closed|Completed?|Ongoing|In progress|Outstanding|Discharged|Overdue) ([A-Z][^.:;]{1,60}?) (\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/
/** What every such row ends with: cheaper to look at than the words before it. */
const ENDS_WITH_DIGIT = /\d$/

export function actionRowEnd(text: string): ActionRowEnd | null {
  const match = ENDS_WITH_DIGIT.test(text.slice(-1)) ? ROW_END.exec(text) : null
  const [, status, owner, dueText] = match ?? []
  const due = dueText === undefined ? undefined : datesIn(dueText)[0]?.date
  if (!match || status === undefined || owner === undefined || dueText === undefined || due === undefined)
    return null
  return { start: match.index, status, owner, due, dueText }
}
