import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import { daysBetween, firstDay, isAfter } from '../../../corpus/model/calendarDate.ts'
import { MONTHS } from '../../../corpus/model/months.ts'
import type { Quote, RequestEntry, RequestStep } from '../../../corpus/model/register.ts'
import type { ReportRequest } from '../../../corpus/model/reportRequest.ts'
import { placeKey } from '../../../corpus/store/places.ts'
import { isGivenElsewhere } from '../../analysis/givenElsewhere.ts'
import { entryIds } from './entryIds.ts'
import { inOrder } from './entryOrder.ts'
import type { Ground, GroundFact, GroundParagraph } from './ground.ts'
import type { Likeness, Matter, Matters } from './requestMatters.ts'
import { isTold, likenessOf, mattersOf } from './requestMatters.ts'
import type { Tabling } from './tabling.ts'
import { tablingsOf } from './tabling.ts'

/** What may be a step, ready to be found by its body and its terms. */
interface Candidate {
  readonly tabling: Tabling
  readonly quote: Quote
  readonly matter: Matter
}

/** A request with what its steps are told by. */
interface Sought {
  readonly fact: ReportRequest
  readonly quote: Quote
  /** The words that say what it is about. */
  readonly about: string
  readonly matter: Matter
  /** Of the whole sentence: a work programme names a report in other words than its subject. */
  readonly sentence: Matter
  /** Its own words do not say what it is about: the item's title does, or the sentence. */
  readonly isOfItem: boolean
  /** What the record says of when: the body's next meeting, or the next in a month. */
  readonly namedDate: CalendarDate | null
  /** The second meeting after the one that is named: what comes later still is not what was asked for. */
  readonly latestDate: CalendarDate | null
}

/** From here on a step is asserted; a little less will do at the meeting that the request names. */
const ASSERTED = 0.75
const ASSERTED_AT_NAMED = 0.7
/** From here on it is offered as possibly related. */
const POSSIBLE = 0.45
const MOST_ITEMS_OF_TITLE = 2
/** Of a title at least so much is shared where neither four words nor a named meeting tell that it is the one. */
const CLOSE = 0.6
const MOST_POSSIBLE = 5
const MEETINGS_OF_GRACE = 2
const DAYS_OF_GRACE = 62
/** From here on an earlier passage may be the report, so that a later one is not sure to be. */
const NEARER = 0.6
/** Beyond so many days a report is seldom the one that was asked for. */
const LONGEST_WAIT_DAYS = 400
/** The same where the request names an earlier meeting. */
const LONGEST_DELAY_DAYS = 220
/** Weight, in inverse document frequencies, at which shared words tell a matter for certain. */
const CERTAIN_WEIGHT = 14
/** The same of words that stand together in a row of a work programme, which names a report in a few. */
const CERTAIN_RUN = 8
/** Reports that somebody has to write: what is said at once is not yet the report. */
const WRITTEN = /\b(?:reports?|papers?|presentations?|briefings?)\b/i
/** Characters beside the first and last shared word that a quote of a long row shows. */
const BESIDE = 60
const LONGEST_QUOTE = 300

/** Reports and updates asked for, each with the steps by which the record shows that it came. */
export function registerRequests(ground: Ground): RequestEntry[] {
  const facts = ground.facts('requests')
  if (facts.length === 0) return []
  const matters = mattersOf(ground.paragraphs)
  const candidates = candidatesByBody(ground, matters)
  const meetings = meetingDates(ground)
  const decisions = decisionsByItem(ground)
  const titles = titleCounts(ground)
  const paragraphs = new Map(ground.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const ids = entryIds(
    facts.map(({ fact, paragraph }) => ({ documentId: paragraph.documentId, text: fact.text })),
  )
  return inOrder(
    facts.map((found, index): RequestEntry => {
      const { fact, paragraph } = found
      const sought = soughtBy(found, ground, matters, meetings, titles)
      const answering = paragraphs.get(fact.answerParagraphId ?? '')
      return {
        ...sought.quote,
        id: ids[index] ?? '',
        topics: paragraph.topics,
        requester: requesterOf(fact, paragraph),
        askedOf: fact.askedOf,
        subject: fact.subject,
        dueText: fact.dueText,
        answer: answering && fact.answer !== null ? ground.quoteOf(answering, fact.answer) : null,
        steps: isDoneAtOnce(fact) ? [] : stepsOf(sought, candidates, decisions, ground),
      }
    }),
  )
}

function requesterOf(
  { requester }: ReportRequest,
  { speakers, personIds }: GroundParagraph,
): RequestEntry['requester'] {
  if (!requester) return { role: null, name: null, personId: null }
  const at = speakers.findIndex(({ role, name }) => role === requester.role && name === requester.name)
  return { ...requester, personId: personIds[at] ?? null }
}

/** An update that was given in reply wants no further report, unless the reply puts it off or the request names a time. */
function isDoneAtOnce({ text, answer, dueText }: ReportRequest): boolean {
  return answer !== null && dueText === null && !WRITTEN.test(text) && !isGivenElsewhere(answer)
}

function soughtBy(
  { fact, paragraph }: GroundFact<ReportRequest>,
  ground: Ground,
  matters: Matters,
  meetings: ReadonlyMap<string, readonly CalendarDate[]>,
  titles: ReadonlyMap<string, number>,
): Sought {
  const quote = ground.quoteOf(paragraph, fact.text)
  const title = ground.items.get(placeKey(paragraph.documentId, paragraph.item ?? -1))?.title ?? ''
  const isOfItem = matters.of(fact.subject).size === 0
  const isOwnTitle = (titles.get(title) ?? 0) <= MOST_ITEMS_OF_TITLE && isTold(matters.of(title))
  const namedDate = namedMeeting(fact.dueText, quote, meetings)
  const about = isOfItem ? (isOwnTitle ? title : fact.text) : fact.subject
  return {
    fact,
    quote,
    about,
    matter: matters.of(about),
    sentence: matters.of(isOfItem ? about : fact.text),
    isOfItem,
    namedDate,
    latestDate: meetingAfter(namedDate, quote, meetings),
  }
}

/** How many items have each title: one of many items, such as a directorate's, names no matter. */
function titleCounts(ground: Ground): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { title } of ground.items.values()) counts.set(title, (counts.get(title) ?? 0) + 1)
  return counts
}

/** The dates of each body's meetings, in order. */
function meetingDates(ground: Ground): Map<string, CalendarDate[]> {
  const dates = new Map<string, CalendarDate[]>()
  for (const { bodyId, date } of ground.meetings) dates.set(bodyId, [...(dates.get(bodyId) ?? []), date])
  for (const own of dates.values()) own.sort()
  return dates
}

/** The meeting that the words for when name: the next, or the first in a month of the body's later meetings. */
function namedMeeting(
  dueText: string | null,
  { date, bodyId }: Quote,
  meetings: ReadonlyMap<string, readonly CalendarDate[]>,
): CalendarDate | null {
  if (dueText === null || date === null || bodyId === null) return null
  const later = (meetings.get(bodyId) ?? []).filter((day) => isAfter(day, date))
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(dueText))
  if (month >= 0) return later.find((day) => day >= monthAfter(date, month)) ?? null
  return /\bnext\b.*\b(?:meeting|spc)\b/i.test(dueText) ? (later[0] ?? null) : null
}

/** The meeting of the body that comes `MEETINGS_OF_GRACE` after one. */
function meetingAfter(
  named: CalendarDate | null,
  { bodyId }: Quote,
  meetings: ReadonlyMap<string, readonly CalendarDate[]>,
): CalendarDate | null {
  if (named === null || bodyId === null) return null
  return (meetings.get(bodyId) ?? []).filter((day) => day > named)[MEETINGS_OF_GRACE - 1] ?? null
}

/** `YYYY-MM` of the next such month, counted from 0. */
function monthAfter(date: CalendarDate, month: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + (month + 1 < Number(date.slice(5, 7)) ? 1 : 0)
  return `${year}-${String(month + 1).padStart(2, '0')}`
}

/** For each body, what was planned for or shown at its meetings, by each term of its matter. */
function candidatesByBody(ground: Ground, matters: Matters): Map<string, Map<string, Candidate[]>> {
  const bodies = new Map<string, Map<string, Candidate[]>>()
  for (const tabling of tablingsOf(ground)) {
    const quote = ground.quoteOf(tabling.paragraph, tabling.text)
    if (quote.bodyId === null || quote.date === null) continue
    const matter = matters.of(tabling.text)
    const terms = bodies.get(quote.bodyId) ?? new Map<string, Candidate[]>()
    bodies.set(quote.bodyId, terms)
    for (const term of matter.keys()) {
      const own = terms.get(term)
      if (own) own.push({ tabling, quote, matter })
      else terms.set(term, [{ tabling, quote, matter }])
    }
  }
  return bodies
}

function decisionsByItem(ground: Ground): Map<string, { text: string; paragraph: GroundParagraph }[]> {
  const decisions = new Map<string, { text: string; paragraph: GroundParagraph }[]>()
  for (const { fact, paragraph } of ground.facts('decisions')) {
    if (paragraph.item === null) continue
    const key = placeKey(paragraph.documentId, paragraph.item)
    decisions.set(key, [...(decisions.get(key) ?? []), { text: fact.text, paragraph }])
  }
  return decisions
}

function stepsOf(
  sought: Sought,
  candidates: ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>,
  decisions: ReadonlyMap<string, readonly { text: string; paragraph: GroundParagraph }[]>,
  ground: Ground,
): RequestStep[] {
  const { date, bodyId } = sought.quote
  if (date === null || bodyId === null) return []
  const terms = candidates.get(bodyId)
  const near = new Map<Tabling, Candidate>()
  for (const term of new Set([...sought.matter.keys(), ...sought.sentence.keys()]))
    for (const candidate of terms?.get(term) ?? [])
      if (isAfter(candidate.quote.date ?? '', date)) near.set(candidate.tabling, candidate)
  const found = [...near.values()]
    .map((candidate) => ({ candidate, step: stepFrom(sought, candidate) }))
    .filter(({ step }) => step.strength >= POSSIBLE)
  const chosen = firstOfEachKind(found)
  const decided = chosen.flatMap(({ candidate, step }) => decidedOn(step, candidate, decisions, ground))
  return inOrder([...chosen.map(({ step }) => step), ...decided])
}

/** The first meeting that is sure to have had the report had it; what came later is only possibly related. */
function firstOfEachKind(
  found: readonly { candidate: Candidate; step: RequestStep }[],
): { candidate: Candidate; step: RequestStep }[] {
  return (['programmed', 'tabled'] as const).flatMap((kind) => {
    const own = found.filter(({ step }) => step.kind === kind)
    const [nearest] = own
      .filter(({ step }) => step.isAsserted || (kind === 'tabled' && step.strength >= NEARER))
      .sort((a, b) => compare(a.step.date, b.step.date) || compareSurety(a.step, b.step))
    const first = nearest?.step.isAsserted ? nearest : undefined
    const others = bestOfMeetings(own.filter(({ step }) => step.date !== first?.step.date))
    return [
      ...(first ? [first] : []),
      ...others.map(({ candidate, step }) => ({ candidate, step: { ...step, isAsserted: false } })),
    ]
  })
}

function compareSurety(a: RequestStep, b: RequestStep): number {
  return Number(b.isAsserted) - Number(a.isAsserted) || b.strength - a.strength
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}

/** One passage of each meeting, the best meetings first. */
function bestOfMeetings<Found extends { step: RequestStep }>(found: readonly Found[]): Found[] {
  const meetings = new Map<string, Found>()
  for (const one of [...found].sort((a, b) => b.step.strength - a.step.strength)) {
    const key = one.step.date ?? ''
    if (!meetings.has(key)) meetings.set(key, one)
  }
  return [...meetings.values()].slice(0, MOST_POSSIBLE)
}

function stepFrom(sought: Sought, { tabling, quote, matter }: Candidate): RequestStep {
  const likeness = likenessOf(tabling.kind === 'programmed' ? sought.sentence : sought.matter, matter)
  const isNamed = isNamedMeeting(sought, quote, tabling)
  const wait = daysBetween(firstDay(sought.quote.date ?? ''), firstDay(quote.date ?? '')) ?? 0
  const strength = strengthOf(likeness, tabling.kind, isNamed, wait)
  return {
    ...quote,
    text: shortened(tabling.text, likeness.words),
    kind: tabling.kind,
    strength,
    isAsserted:
      strength >= (isNamed ? ASSERTED_AT_NAMED : ASSERTED) &&
      wait <= (sought.namedDate === null ? LONGEST_WAIT_DAYS : LONGEST_DELAY_DAYS) &&
      isInTime(sought, quote) &&
      (isNamed || !sought.isOfItem) &&
      isSure(likeness, tabling, isNamed),
    openingText: sought.about,
    evidence: [
      `same words: ${likeness.words.join(', ')}`,
      ...(isNamed ? ['the meeting that the request names'] : []),
      ...(tabling.plannedFor === null ? [] : [`planned for ${tabling.plannedFor}`]),
    ],
  }
}

/** A meeting that was named, or the next two, special ones between them apart. */
function isInTime({ namedDate, latestDate }: Sought, { date }: Quote): boolean {
  if (namedDate === null || latestDate === null || date === null) return true
  return date <= latestDate || (daysBetween(firstDay(namedDate), firstDay(date)) ?? 0) <= DAYS_OF_GRACE
}

/** Two words may be shared by chance, and a place by many matters. */
function isSure({ words, closeness }: Likeness, { kind, isTitle }: Tabling, isNamed: boolean): boolean {
  if (isNamed) return words.length > 0
  if (kind === 'programmed') return words.length > 2
  return words.length > 3 || (isTitle ? words.length > 1 && closeness >= CLOSE : words.length > 2)
}

/** The meeting itself, or in a work programme the meeting that it plans for. */
function isNamedMeeting({ namedDate, fact }: Sought, { date }: Quote, { plannedFor }: Tabling): boolean {
  if (plannedFor === null) return namedDate !== null && namedDate === date
  const named = MONTHS.find((name) => new RegExp(`\\b${name}\\b`, 'i').test(fact.dueText ?? ''))
  return named !== undefined && plannedFor.toLowerCase().includes(named.toLowerCase())
}

/** How much of the matter is shared, and how rare that is; a meeting that was named makes up for words. */
function strengthOf(
  { coverage, shared, run }: Likeness,
  kind: Tabling['kind'],
  isNamed: boolean,
  wait: number,
): number {
  const told = kind === 'programmed' ? Math.max(coverage, run / CERTAIN_RUN) : coverage
  const likeness = Math.min(1, told) * Math.min(1, shared / CERTAIN_WEIGHT)
  const named = isNamed ? likeness + (1 - likeness) * 0.3 : likeness
  const strength = wait > LONGEST_WAIT_DAYS ? named * 0.8 : named
  return Math.round(strength * 100) / 100
}

/** Of a long row, the words about those that are shared. */
function shortened(text: string, words: readonly string[]): string {
  if (text.length <= LONGEST_QUOTE) return text
  const places = words.map((word) => text.toLowerCase().indexOf(word.toLowerCase())).filter((at) => at >= 0)
  const first = Math.max(0, Math.min(...places) - BESIDE)
  const last = Math.max(...places) + BESIDE
  const start = first === 0 ? 0 : text.indexOf(' ', first) + 1
  const end = last >= text.length ? text.length : text.lastIndexOf(' ', last)
  return text.slice(start, Math.min(end, start + LONGEST_QUOTE))
}

/** To put an item off decides nothing on it. */
const DEFERS = /\b(?:deferr?(?:ed|al)?|adjourned|remains? on the agenda|withdrawn)\b/i

/** What was decided on the item whose title is the report asked for. */
function decidedOn(
  step: RequestStep,
  { tabling, quote }: Candidate,
  decisions: ReadonlyMap<string, readonly { text: string; paragraph: GroundParagraph }[]>,
  ground: Ground,
): RequestStep[] {
  if (!step.isAsserted || !tabling.isTitle || quote.item === null || tabling.kind !== 'tabled') return []
  const [only, second] = decisions.get(placeKey(quote.documentId, quote.item)) ?? []
  if (!only || second || DEFERS.test(only.text)) return []
  return [
    {
      ...step,
      ...ground.quoteOf(only.paragraph, only.text),
      kind: 'decided',
      evidence: [...step.evidence, 'the only decision on the item'],
    },
  ]
}
