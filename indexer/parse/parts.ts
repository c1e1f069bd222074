import type { CalendarDate } from '../../corpus/model/calendarDate.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import type { Part, PartKind } from '../../corpus/model/part.ts'
import { dateIn, datesIn, daysIn, fallsOn, weekdaysIn } from '../analysis/dates.ts'
import type { Block } from './blocks.ts'

/** A part of a document, and the blocks `[start, end)` that it is made of. */
export interface PartBlocks extends Part {
  readonly start: number
  readonly end: number
}

interface PartStart {
  readonly at: number
  readonly kind: PartKind
}

/** What the head of minutes says while they wait to be confirmed. */
export const DRAFT_NOTES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^\(?draft\)?$/i, example: 'DRAFT' },
  {
    pattern: /\b(?:draft|unconfirmed|unapproved) (?:minutes|notes)\b/i,
    example: 'Draft minutes of the meeting',
  },
  {
    pattern: /\b(?:minutes|notes)\b.{0,40}\b(?:draft|unconfirmed|unapproved)\b/i,
    example: 'Minutes of the meeting (draft)',
  },
  {
    pattern: /\bsubject to (?:approval|confirmation|agreement)\b/i,
    example: 'Subject to approval at the next meeting',
  },
]
const LONGEST_DRAFT_NOTE = 160
const START_QUOTE_LENGTH = 120
/** Blocks at the head of a part in which its body and date are looked for. */
const HEAD_BLOCKS = 12
/** Years that a text names, those of laws apart: the Planning Act 2001 tells nothing of the day. */
const YEARS = /(?<!\b(?:Acts?|Regulations|Rules|Order),? (?:of )?)\b(?:19|20)\d\d\b/gi
/** As far as this the text of minutes is asked which year it is. */
const YEARS_SOUGHT_IN_BLOCKS = 80
/** Fewer blocks than these above the first part belong to it: a link to the file, a note on the scan. */
const MOST_PREAMBLE_BLOCKS = 3
const REPORT_PAGE_BLOCKS = 60
const ALL_CAPITALS = /^[^a-z]*[A-Z][^a-z]*$/
const BODY_NOUN =
  /\b(?:Board|Panel|Committee|Council|Cabinet|Commission|Forum|District|Trust|Partnership|Authority|Group|Assembly|Executive)\b/i
const MINUTES_STATEMENT =
  /^(?:draft |unconfirmed )?minutes of (?:a|the|an|proceedings)\b.{0,300}\b(?:meeting|held)\b/i
/** What is said of the minutes of an earlier meeting. */
const EARLIER_MINUTES = /\b(?:approved|agreed|confirmed|adopted|accepted|noted|signed|read|circulated)\b/i
const HELD =
  /\bmeeting of (?:the )?(.{3,160}?)(?:,? (?:held|will be held|which was held|was held|to be held|was|took place|on|to (?:approve|consider|discuss|adopt))\b|[:.;]|$)/i
/** `Minutes of the Joint Policing Committee meeting held on ...`: the body comes first. */
const MINUTES_OF_BODY = /^minutes of (?:proceedings (?:of|at) )?(?:the |a |an )?(.{3,120}?) meeting\b/i
const NEXT_MEETING = /^date of (?:the )?next (.{3,100}?)(?: meeting)?:/i
const WEB_TITLE = /^(.{3,160}?) [-\u2013] (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*)$/
/** What sort of meeting it was, after the name of the body: `GENERAL MEETING`. */
const MEETING_SORT =
  /,? (?:held\b.*|(?:(?:ordinary|general|annual general|annual|special|extraordinary|monthly|full|adjourned) )?(?:meeting|minutes)\b.*)$/i
/** A place that is called after a council is no council. */
const COUNCIL_PLACE = /\bcouncil (?:chambers?|offices?|house|buildings?)\b/i
const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'with', 'to'])

/** Splits a document into its parts: agenda, minutes, notes, reports, appendices. Every block is in one of them. */
export function findParts(blocks: readonly Block[]): PartBlocks[] {
  const starts = partStarts(blocks)
  const parts: PartBlocks[] = []
  for (const [index, { at, kind }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? blocks.length
    parts.push({ ...describe(index, kind, blocks.slice(at, end)), start: at, end })
  }
  return withReportBodies(parts)
}

function partStarts(blocks: readonly Block[]): PartStart[] {
  const starts: PartStart[] = []
  for (let at = 0; at < blocks.length; at++) {
    const start = partStartAt(blocks, at, starts.at(-1))
    if (!start || start.at < (starts.at(-1)?.at ?? 0)) continue
    if (starts.at(-1)?.at === start.at) starts.pop()
    starts.push(start)
  }
  const [first] = starts
  if (first && first.at <= MOST_PREAMBLE_BLOCKS) starts[0] = { ...first, at: 0 }
  if (starts[0]?.at !== 0 && blocks.length > 0)
    starts.unshift({ at: 0, kind: guessKind(blocks.slice(0, starts[0]?.at)) })
  return starts
}

function partStartAt(blocks: readonly Block[], at: number, last: PartStart | undefined): PartStart | null {
  const block = blocks[at]
  if (!block) return null
  const { text } = block
  if (block.headsWebItem || /^\(Item\b/.test(blocks[at + 1]?.text ?? '')) return null
  if (
    MINUTES_STATEMENT.test(text) &&
    block.marker?.kind !== 'bullet' &&
    block.marker?.kind !== 'number' &&
    !/\(pages?\b/i.test(text)
  ) {
    return isHeadOf(last, 'minutes', at, 6) ? null : { at: afterCapitals(blocks, at), kind: 'minutes' }
  }
  if (/^agenda and minutes$/i.test(text)) return { at, kind: 'minutes' }
  if (/^meeting notes$/i.test(text)) return { at: letterheadStart(blocks, at), kind: 'meeting_notes' }
  if (/^notice is hereby given\b/i.test(text) || /^agenda$/i.test(text)) {
    return last?.kind === 'agenda' && at - last.at < HEAD_BLOCKS
      ? null
      : { at: agendaStart(blocks, at), kind: 'agenda' }
  }
  if (isReportHead(blocks, at)) return { at: reportStart(blocks, at, last), kind: 'report' }
  if (isWorkProgrammeHead(block)) return { at, kind: 'work_programme' }
  if (block.pageStart && /^appendix \w{1,3}\b/i.test(text) && text.length < 80 && last)
    return { at, kind: 'appendix' }
  if (block.pageStart && last?.kind === 'report' && followsRecommendation(blocks, at, last.at))
    return { at, kind: 'appendix' }
  return null
}

function isHeadOf(last: PartStart | undefined, kind: PartKind, at: number, reach: number): boolean {
  return last?.kind === kind && at - last.at < reach
}

/** Minutes open with the names of the authority and the body, in capitals, above "MINUTES of a meeting ...". */
function afterCapitals(blocks: readonly Block[], at: number): number {
  let start = at
  while (start > 0 && at - start < 4 && isCapitalHead(blocks[start - 1])) start--
  return start
}

function isCapitalHead(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.text.length < 100 &&
    ALL_CAPITALS.test(beforeDash(block.text)) &&
    /[A-Z]{4}/.test(beforeDash(block.text))
  )
}

/** An address above the title, on the same page, belongs to the notes. */
function letterheadStart(blocks: readonly Block[], at: number): number {
  return at > 0 && !blocks[at]?.pageStart && blocks[at - 1]?.pageStart ? at - 1 : at
}

/** `CORPORATE PARENTING PANEL - 10th December 2024` is capitals as far as the dash. */
function beforeDash(text: string): string {
  return text.split(/ [-\u2013\u2014] /, 1)[0] ?? text
}

function agendaStart(blocks: readonly Block[], at: number): number {
  let start = at
  while (
    start > 0 &&
    at - start < 4 &&
    (isCapitalHead(blocks[start - 1]) || /^dear\b/i.test(blocks[start - 1]?.text ?? ''))
  )
    start--
  return start
}

function isReportHead(blocks: readonly Block[], at: number): boolean {
  if (!blocks[at]?.text.startsWith('To')) return false
  const labels = blocks.slice(at, at + 5).map((block) => /^(To|Subject|Date)\s?:/.exec(block.text)?.[1])
  return labels[0] === 'To' && labels.includes('Subject') && labels.includes('Date')
}

/** Where pages are marked the head may stand at the foot of the report's first page. */
function reportStart(blocks: readonly Block[], at: number, last: PartStart | undefined): number {
  let start = at
  while (start > 0 && at - start < REPORT_PAGE_BLOCKS && !blocks[start]?.pageStart) start--
  const isOnPage = blocks[start]?.pageStart === true && start > (last?.at ?? -1)
  return isOnPage || (start === last?.at && last.kind === 'appendix') ? start : at
}

function isWorkProgrammeHead(block: Block): boolean {
  return (
    /\bwork programme\b/i.test(block.text) &&
    block.text.length < 140 &&
    block.marker === null &&
    datesIn(block.text).length > 0 &&
    !block.text.endsWith('.')
  )
}

/** A new page that does not go on with the numbering of a report whose recommendation has been read. */
function followsRecommendation(blocks: readonly Block[], at: number, reportStartsAt: number): boolean {
  const sinceStart = blocks.slice(reportStartsAt, at)
  const recommends = sinceStart.findLastIndex((block) => /^recommendations?\s?:?$/i.test(block.text))
  return recommends >= 0 && blocks[at]?.marker?.kind !== 'number' && blocks[at]?.marker?.kind !== 'bullet'
}

function guessKind(blocks: readonly Block[]): PartKind {
  if (
    blocks
      .slice(0, HEAD_BLOCKS)
      .some(({ text, marker }) => marker?.kind !== 'bullet' && /\bminutes\b/i.test(text) && text.length < 200)
  )
    return 'minutes'
  return blocks.some((block) => /^(?:RESOLVED|PRESENT|In attendance)\b/.test(block.text))
    ? 'minutes'
    : 'other'
}

function describe(index: number, kind: PartKind, blocks: readonly Block[]): Part {
  const body = bodyOf(kind, blocks)
  const date = dateOf(kind, blocks)
  const startQuote = blocks.slice(0, 4).map(asPrinted).join(' ').slice(0, START_QUOTE_LENGTH)
  const title = titleOf(kind, blocks, body, date)
  return { index, kind, body, date, title, isDraft: isDraft(kind, blocks), startQuote }
}

function asPrinted({ marker, text }: Block): string {
  return marker?.label ? `${marker.label} ${text}` : text
}

/** Says the head of these minutes that they are not confirmed yet? */
function isDraft(kind: PartKind, blocks: readonly Block[]): boolean {
  if (kind !== 'minutes' && kind !== 'meeting_notes') return false
  return blocks
    .slice(0, HEAD_BLOCKS)
    .some(
      ({ text }) => text.length < LONGEST_DRAFT_NOTE && DRAFT_NOTES.some(({ pattern }) => pattern.test(text)),
    )
}

function titleOf(
  kind: PartKind,
  blocks: readonly Block[],
  body: string | null,
  date: CalendarDate | null,
): string {
  const name = body ?? 'body not named'
  const on = date ? `, ${formatDate(date)}` : ''
  const first = blocks[0]?.text.slice(0, START_QUOTE_LENGTH) ?? ''
  switch (kind) {
    case 'agenda':
      return `Agenda of the ${name}${on}`
    case 'minutes':
      return body ? `Minutes of the ${name}${on}` : first
    case 'meeting_notes':
      return `${name} - Meeting Notes${on}`
    case 'report':
      return field(blocks, 'Subject') ?? first
    case 'appendix':
      return isBareAppendix(first) ? `${first}: ${blocks[1]?.text.slice(0, START_QUOTE_LENGTH) ?? ''}` : first
    default:
      return first
  }
}

function isBareAppendix(text: string): boolean {
  return /^appendix \w{1,3}$/i.test(text)
}

/** The value of a labelled line of the head: `Subject: Road Safety`. */
function field(blocks: readonly Block[], label: string): string | null {
  const pattern = new RegExp(`^${label}\\s?:\\s*`)
  const block = blocks.find((candidate) => candidate.marker?.kind === 'field' && pattern.test(candidate.text))
  const value = block?.text.replace(pattern, '').trim() ?? ''
  return value === '' ? null : value
}

function bodyOf(kind: PartKind, blocks: readonly Block[]): string | null {
  if (kind === 'report') return field(blocks, 'To')
  const title = field(blocks, 'Title')
  if (title) return title.split(' - ').findLast((piece) => BODY_NOUN.test(piece)) ?? title
  for (const { text } of blocks.slice(0, HEAD_BLOCKS)) {
    const named = HELD.exec(text)?.[1] ?? MINUTES_OF_BODY.exec(text)?.[1] ?? WEB_TITLE.exec(text)?.[1]
    if (named && BODY_NOUN.test(named)) return properName(named)
  }
  const head = blocks
    .slice(0, HEAD_BLOCKS)
    .filter((block) => isCapitalHead(block) && BODY_NOUN.test(block.text.replace(COUNCIL_PLACE, '')))
    .at(-1)
  if (head && kind !== 'agenda') return properName(beforeDash(head.text).replace(MEETING_SORT, ''))
  const next = blocks
    .map((block) => NEXT_MEETING.exec(block.text)?.[1])
    .find((name) => name && BODY_NOUN.test(name))
  return next ? properName(next.replaceAll(' & ', ' and ')) : null
}

/** `KENT AND MEDWAY POLICE AND CRIME PANEL` as a name is written. */
function properName(name: string): string {
  const trimmed = name.trim().replace(/[,;:]$/, '')
  if (!ALL_CAPITALS.test(trimmed)) return trimmed
  return trimmed
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word)
        ? word
        : isAcronym(word)
          ? word.toUpperCase()
          : word.replace(/(?:^|-)\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .join(' ')
}

/** Letters without a vowel spell no word: `SPC`. */
function isAcronym(word: string): boolean {
  return word.length > 1 && /^[bcdfghjklmnpqrstvwxz]+$/.test(word)
}

function dateOf(kind: PartKind, blocks: readonly Block[]): CalendarDate | null {
  const fields = kind === 'minutes' ? blocks.slice(0, HEAD_BLOCKS) : blocks
  const labelled = field(fields, kind === 'report' ? 'Date' : '(?:Date & time|Date and time|Date)')
  const head = kind === 'report' || kind === 'appendix' ? [] : headOf(kind, blocks).map((block) => block.text)
  for (const text of labelled ? [labelled, ...(kind === 'minutes' ? head : [])] : head) {
    if (kind === 'meeting_notes' && !labelled) return null
    if (!isMeetingLine(kind, text)) continue
    const [day] = daysIn(text)
    if (day !== undefined) return day
  }
  if (kind !== 'minutes') return null
  return dateOfStatement(headOf(kind, blocks)) ?? dateWithoutYear(head, blocks)
}

/** `Minutes of the meeting held on 6 May 2024`, where no other line of the head tells the day: the minutes' own. */
function dateOfStatement(head: readonly Block[]): CalendarDate | null {
  const statement = head.find(
    ({ text, headsWebItem }) => !headsWebItem && MINUTES_STATEMENT.test(text) && !EARLIER_MINUTES.test(text),
  )
  return daysIn(statement?.text ?? '')[0] ?? null
}

/** The head of minutes ends where their first numbered item begins: dates from there on are others. */
function headOf(kind: PartKind, blocks: readonly Block[]): readonly Block[] {
  const head = blocks.slice(0, HEAD_BLOCKS)
  const firstItem = kind === 'minutes' ? head.findIndex((block) => block.marker?.kind === 'number') : -1
  return firstItem > 0 ? head.slice(0, firstItem) : head
}

/** Where the head names a weekday, day and month but no year, the year of the text around it in which they fit. */
function dateWithoutYear(head: readonly string[], blocks: readonly Block[]): CalendarDate | null {
  const days = head.flatMap(weekdaysIn)
  const [day] = days
  if (!day) return null
  const years = blocks
    .slice(0, YEARS_SOUGHT_IN_BLOCKS)
    .flatMap(({ text }) => [...text.matchAll(YEARS)].map(([year]) => Number(year)))
  const candidates = [...new Set(years.flatMap((year) => [year, year + 1]))].filter((year) =>
    fallsOn(day, year),
  )
  return candidates.length === 1 && candidates[0] !== undefined ? dateIn(day, candidates[0]) : null
}

/** Is it the meeting's own date that this line of the head tells, and not that of earlier minutes? */
function isMeetingLine(kind: PartKind, text: string): boolean {
  if (kind === 'agenda') return /\bmeeting\b|\bwill be held\b/i.test(text)
  if (kind === 'minutes')
    return !/^(?:minutes of the .* held on|\d)/i.test(text) || /\bmeeting of\b/i.test(text)
  return true
}

/** A work programme or an appendix was tabled where the parts around it were. */
function withReportBodies(parts: readonly PartBlocks[]): PartBlocks[] {
  const agenda = parts.find((part) => part.kind === 'agenda')
  return parts.map((part) => {
    if (part.body !== null || !agenda) return part
    return part.kind === 'appendix' || part.kind === 'work_programme' || part.kind === 'other'
      ? { ...part, body: agenda.body }
      : part
  })
}
