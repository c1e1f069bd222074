import type { TabledPart } from '../../../corpus/model/register.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import { termsOfTitle } from './decisionSubjects.ts'
import type { Ground, GroundPart } from './ground.ts'

/** What a decision says of the report that it rests on. */
export interface ReportedMatter {
  readonly meetingId: string
  /** `Item B1`, as the agenda has it. */
  readonly reference: string | null
  readonly matter: string | null
  readonly text: string
}

interface Report {
  readonly part: TabledPart
  readonly terms: ReadonlySet<string>
  readonly reference: string | null
}

/** How a part, or a line of an agenda, gives its reference, and how the minutes' item does. */
export const REFERENCES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: /^(?:agenda )?item(?: (?:no|number))?[.:]? ([a-z]?\d{1,2}[a-z]?)\b/i,
    example: 'Agenda Item No. B1',
  },
  { pattern: /^([A-Z]\d{1,2})\b/, example: 'B1 Ferry Timetable' },
]
/** The decision's own words for the subject of a report. */
export const REPORT_SUBJECTS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:report|paper)s? (?:on|about|concerning|regarding|relating to|entitled|titled|in respect of) (?:the )?(.{3,120}?)(?: (?:be|is|was|were|as|dated|and that)\b|[,.;]|$)/i,
    example: 'RESOLVED that the report on the ferry timetable be noted.',
  },
]
const VERBAL = /\b(?:verbal|oral)(?:ly)?\b/i
/** In how many paragraphs a report's head may give its reference. */
const HEAD_PARAGRAPHS = 3
/** Of the words of either title that both have. */
const LEAST_SHARED = 0.6
/** Where all words of one title are in the other. */
const LEAST_SHARED_OF_CONTAINED = 0.4
const FEWEST_WORDS_CONTAINED = 2

/**
 * Finds the reports that a decision rested on among those of the same meeting: by the reference of its item, else by the
 * title of the item or the decision's words for the report. Where two fit equally, it is none: nothing tells which.
 */
export function reportFinder(ground: Ground): (matter: ReportedMatter) => TabledPart[] {
  const reports = reportsByMeeting(ground)
  return ({ meetingId, reference, matter, text }) => {
    const tabled = reports.get(meetingId) ?? []
    if (tabled.length === 0 || VERBAL.test(matter ?? '') || VERBAL.test(text)) return []
    const referred = referenceIn(reference ?? '')
    const byReference = tabled.filter((report) => referred !== null && report.reference === referred)
    if (byReference.length > 0) return byReference.map(({ part }) => part)
    const titles = [subjectOfReport(text), matter].filter((title) => title !== null)
    const found = titles.map((title) => mostAlike(termsOfTitle(title), tabled)).find((report) => report)
    return found ? [found.part] : []
  }
}

function reportsByMeeting(ground: Ground): Map<string, Report[]> {
  const tabled = [...ground.parts].filter(([, part]) => isReport(part))
  const reports = new Map<string, Report[]>()
  if (tabled.length === 0) return reports
  const agendas = referencesByTitle(ground)
  const heads = headReferences(ground)
  for (const [key, { documentId, part, title, meetingId }] of tabled) {
    if (meetingId === null) continue
    const terms = termsOfTitle(title)
    const reference = heads.get(key) ?? agendas.get(titleKey(meetingId, terms)) ?? referenceIn(title)
    const report = { part: { documentId, part, title }, terms, reference }
    reports.set(meetingId, [...(reports.get(meetingId) ?? []), report])
  }
  return reports
}

function isReport({ kind }: GroundPart): boolean {
  return kind === 'report' || kind === 'appendix'
}

/** The references of an agenda's lines, by meeting and words of the title. */
function referencesByTitle(ground: Ground): Map<string, string> {
  const references = new Map<string, string>()
  for (const { documentId, part, text } of ground.paragraphs) {
    const agenda = ground.parts.get(placeKey(documentId, part))
    const reference = agenda?.kind === 'agenda' ? referenceIn(text) : null
    const terms = reference === null ? new Set<string>() : termsOfTitle(text)
    if (agenda?.meetingId && reference !== null && terms.size > 0)
      references.set(titleKey(agenda.meetingId, terms), reference)
  }
  return references
}

function titleKey(meetingId: string, terms: ReadonlySet<string>): string {
  return `${meetingId} ${[...terms].sort().join(' ')}`
}

/** The references in the heads of reports, by the key of their part. */
function headReferences(ground: Ground): Map<string, string> {
  const read = new Map<string, number>()
  const references = new Map<string, string>()
  for (const { documentId, part, text } of ground.paragraphs) {
    const key = placeKey(documentId, part)
    const count = read.get(key) ?? 0
    const place = ground.parts.get(key)
    if (count >= HEAD_PARAGRAPHS || !place || !isReport(place)) continue
    read.set(key, count + 1)
    const reference = referenceIn(text)
    if (reference !== null && !references.has(key)) references.set(key, reference)
  }
  return references
}

function referenceIn(text: string): string | null {
  for (const { pattern } of REFERENCES) {
    const reference = pattern.exec(text)?.[1]
    if (reference !== undefined) return reference.toUpperCase()
  }
  return null
}

function subjectOfReport(text: string): string | null {
  for (const { pattern } of REPORT_SUBJECTS) {
    const subject = pattern.exec(text)?.[1]
    if (subject !== undefined) return subject
  }
  return null
}

/** The one report whose title is that of the matter, or all but; null where there is none, or more than one. */
function mostAlike(terms: ReadonlySet<string>, reports: readonly Report[]): Report | null {
  const [best, next] = reports
    .map((report) => ({ report, share: sharedShare(terms, report.terms) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  return best && best.share !== next?.share ? best.report : null
}

/** The share of the words of both titles that they have in common; 0 where it is too small to tell. */
function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((term) => b.has(term)).length
  const smaller = Math.min(a.size, b.size)
  if (shared === 0) return 0
  const share = shared / (a.size + b.size - shared)
  const isContained = shared === smaller && smaller >= FEWEST_WORDS_CONTAINED
  return share >= LEAST_SHARED || (isContained && share >= LEAST_SHARED_OF_CONTAINED) ? share : 0
}
