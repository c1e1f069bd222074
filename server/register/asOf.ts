import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { isAfter } from '../../corpus/model/calendarDate.ts'
import type {
  CommitmentEntry,
  DecisionEntry,
  FigureEntry,
  QuestionEntry,
  RecordPlace,
  RequestEntry,
} from '../../corpus/model/register.ts'

// The register as it stood at the end of a day: without what the record has of later days. What the record does not date
// is always there, for nothing tells that it came later.

export function commitmentAsOf(entry: CommitmentEntry, day: CalendarDate): CommitmentEntry | null {
  if (isLater(entry, day)) return null
  return { ...entry, links: entry.links.filter((link) => !isLater(link, day)) }
}

export function decisionAsOf(
  entry: DecisionEntry,
  day: CalendarDate,
  decisions: ReadonlyMap<string, DecisionEntry>,
): DecisionEntry | null {
  if (isLater(entry, day)) return null
  const isThere = ({ id }: { readonly id: string }): boolean => {
    const other = decisions.get(id)
    return other !== undefined && !isLater(other, day)
  }
  const { supersededBy } = entry
  return {
    ...entry,
    related: entry.related.filter(isThere),
    supersededBy: supersededBy !== null && isThere(supersededBy) ? supersededBy : null,
  }
}

export function questionAsOf(entry: QuestionEntry, day: CalendarDate): QuestionEntry | null {
  return isLater(entry, day) ? null : entry
}

export function requestAsOf(entry: RequestEntry, day: CalendarDate): RequestEntry | null {
  if (isLater(entry, day)) return null
  return { ...entry, steps: entry.steps.filter((step) => !isLater(step, day)) }
}

export function figureAsOf(entry: FigureEntry, day: CalendarDate): FigureEntry | null {
  const points = entry.points.filter((point) => !isLater(point, day))
  return points.length === 0 ? null : { ...entry, points }
}

function isLater({ date }: RecordPlace, day: CalendarDate): boolean {
  return date !== null && isAfter(date, day)
}
