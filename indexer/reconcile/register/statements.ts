import type { Action } from '../../../corpus/model/action.ts'
import type { CalendarDate } from '../../../corpus/model/calendarDate.ts'
import type { Commitment } from '../../../corpus/model/commitment.ts'
import type { Quote } from '../../../corpus/model/register.ts'
import { dischargeIn } from '../../analysis/discharges.ts'
import { datesIn } from '../../analysis/dates.ts'
import { organisationAtEnd } from '../../analysis/organisations.ts'
import { roleAtEnd } from '../../analysis/roles.ts'
import type { Ground, GroundFact, GroundParagraph } from './ground.ts'
import { matterOf } from './matters.ts'
import type { Notice, NoticeOf } from './noticesRepliedTo.ts'
import { noticesRepliedTo } from './noticesRepliedTo.ts'
import type { ContentWords, Vocabulary } from './similarWords.ts'

/** One place in which the record says that somebody is to do something. */
export interface Statement {
  readonly kind: 'commitment' | 'action'
  readonly quote: Quote
  readonly paragraph: GroundParagraph
  /** Where in the paragraph it begins. */
  readonly start: number
  readonly what: string
  readonly words: ContentWords
  /** The notice of a question or a motion that it is part of the reply to, or of the debate on. */
  readonly notice: Notice | null
  readonly owners: readonly string[]
  readonly personId: string | null
  readonly due: CalendarDate | null
  readonly dueText: string | null
  readonly status: string | null
}

/** What this meeting was told of an action of an earlier one. */
export interface FollowUp extends Statement {
  /** The day in brackets after the action's words, on which it was opened. */
  readonly openedOn: CalendarDate | null
  /** The words that tell what became of it; the action's own where the record adds nothing. */
  readonly update: Quote
  /** The line that announces the list of updates. */
  readonly announcement: string | null
  readonly isDischarge: boolean
}

const OWNERS_JOINED = /\s*(?:\/|;|\s&\s|,|\band\b)\s*/
const NAMED_OWNER = /^[A-Z][A-Z&/]{1,6}$/
const ALWAYS_APART = /\s*[/;]\s*/
const BRACKETED = /\s*\(([^()]{4,40})\)/
const HEAD_ENDS = /\s[\u2013\u2014-]\s|:\s|:$/
const YEAR = /\b(?:19|20)\d\d\b/
const TO_BE = /\bto (?:be|follow)\b/i
const DATE_OF_SOMETHING = /\b(?:dated|since|of|held on|published on|issued on|received on)(?: the)?\s*$/i

/** Statements of what is to be done, and what meetings were told of it, in the order of the ground. */
export function readStatements(
  ground: Ground,
  vocabulary: Vocabulary,
): { statements: Statement[]; followUps: FollowUp[] } {
  const noticeOf = noticesRepliedTo(ground, vocabulary)
  const after = paragraphsAfter(ground)
  const followUps = ground
    .facts('actions')
    .filter(({ fact }) => fact.kind === 'follow_up')
    .map((action) => followUp(ground, vocabulary, after, action))
  const followed = new Map(followUps.map((statement) => [statement.paragraph.id, statement]))
  const actions = ground
    .facts('actions')
    .filter(({ fact }) => fact.kind === 'action')
    .map((action) => actionStatement(ground, vocabulary, action))
  const commitments = ground
    .facts('commitments')
    .filter(({ fact, paragraph }) => !repeatsFollowUp(fact, followed.get(paragraph.id)))
    .map((commitment) => commitmentStatement(ground, vocabulary, noticeOf, commitment))
  return { statements: [...commitments, ...actions].sort(inReadingOrder), followUps }
}

/** By document, paragraph and place in it: the order in which a record is read. */
export function inReadingOrder(a: Statement, b: Statement): number {
  const documents =
    a.quote.documentId < b.quote.documentId ? -1 : a.quote.documentId > b.quote.documentId ? 1 : 0
  return documents || a.paragraph.position - b.paragraph.position || a.start - b.start
}

/** `to be provided before the December meeting`, of an action that the words before it name. */
function repeatsFollowUp({ text }: Commitment, statement: FollowUp | undefined): boolean {
  return statement !== undefined && text.includes(statement.what)
}

function commitmentStatement(
  ground: Ground,
  vocabulary: Vocabulary,
  noticeOf: NoticeOf,
  { fact, paragraph }: GroundFact<Commitment>,
): Statement {
  const quote = ground.quoteOf(paragraph, fact.text)
  const start = paragraph.text.indexOf(fact.text)
  return {
    kind: 'commitment',
    quote,
    paragraph,
    start,
    what: fact.what,
    words: vocabulary.contentOf(matterOf(fact.text)),
    notice: noticeOf(paragraph, start + fact.text.length),
    owners: fact.who === null ? [] : [fact.who],
    personId: personInRole(paragraph, fact.who),
    due: dueOfSpeech(fact, quote.date),
    dueText: fact.dueText,
    status: null,
  }
}

function actionStatement(
  ground: Ground,
  vocabulary: Vocabulary,
  { fact, paragraph }: GroundFact<Action>,
): Statement {
  return {
    kind: 'action',
    quote: ground.quoteOf(paragraph, fact.text),
    paragraph,
    start: Math.max(0, paragraph.text.indexOf(fact.text)),
    what: fact.text,
    words: vocabulary.contentOf(fact.text),
    notice: null,
    owners: ownersIn(fact.owner),
    personId: null,
    due: fact.due ?? dateNamedIn(fact.dueText),
    dueText: fact.dueText,
    status: fact.status,
  }
}

function followUp(
  ground: Ground,
  vocabulary: Vocabulary,
  after: ReadonlyMap<string, GroundParagraph>,
  action: GroundFact<Action>,
): FollowUp {
  const { fact, paragraph } = action
  const statement = actionStatement(ground, vocabulary, action)
  const [bracketed, day] = BRACKETED.exec(fact.text) ?? []
  const openedOn = dateNamedIn(day ?? null)
  const before = openedOn === null ? null : fact.text.indexOf(bracketed ?? '')
  const mark = HEAD_ENDS.exec(fact.text)
  const end = Math.min(before ?? fact.text.length, mark?.index ?? fact.text.length)
  const what = fact.text.slice(0, end)
  const next = fact.text.endsWith(':') ? after.get(paragraph.id) : undefined
  const update = next ? ground.quoteOf(next, next.text) : statement.quote
  const told = next ? next.text : fact.text.slice(end)
  return {
    ...statement,
    what,
    words: vocabulary.contentOf(what),
    due: dateNamedIn(fact.due ?? duePhraseOf(what, fact.dueText)),
    dueText: TO_BE.test(told) ? fact.dueText : duePhraseOf(what, fact.dueText),
    status: dischargeIn(told),
    openedOn,
    update,
    announcement: fact.announcement,
    isDischarge: dischargeIn(told) !== null || dischargeIn(fact.announcement ?? '') !== null,
  }
}

/** The words for when, where they are part of the words that name the action. */
function duePhraseOf(what: string, dueText: string | null): string | null {
  return dueText !== null && what.includes(dueText) ? dueText : null
}

/** For each paragraph the one after it that goes on with its sentence. */
function paragraphsAfter({ paragraphs }: Ground): Map<string, GroundParagraph> {
  return new Map(
    paragraphs.flatMap((paragraph, index) => {
      const next = paragraphs[index + 1]
      const goesOn =
        next?.documentId === paragraph.documentId &&
        next.part === paragraph.part &&
        next.position === paragraph.position + 1 &&
        /^[a-z]/.test(next.text)
      return goesOn ? [[paragraph.id, next] as const] : []
    }),
  )
}

/** `Force / OPCC` are two; `Culture and Sport` is one. */
function ownersIn(owner: string | null): string[] {
  if (owner === null) return []
  const names = owner.split(OWNERS_JOINED)
  const areNamed = names.every(
    (name) =>
      NAMED_OWNER.test(name) ||
      (organisationAtEnd(`the ${name}`) ?? organisationAtEnd(name) ?? roleAtEnd(name)) !== null,
  )
  return (areNamed ? names : owner.split(ALWAYS_APART)).map((name) => name.trim()).filter(Boolean)
}

/** The person behind a role that speaks in the paragraph; null where the record does not tell, or tells of two. */
function personInRole({ speakers, personIds }: GroundParagraph, role: string | null): string | null {
  const people = new Set(
    speakers.flatMap((speaker, index) => (speaker.role === role ? [personIds[index] ?? null] : [])),
  )
  const [person] = people
  return people.size === 1 ? (person ?? null) : null
}

/**
 * Of the dates that a sentence names the one by which it is to be done: never one before the meeting. A month or year that
 * its words for when do not have is the date of something else.
 */
function dueOfSpeech(
  { what, dueText: words }: Commitment,
  meeting: CalendarDate | null,
): CalendarDate | null {
  const isToCome = (date: CalendarDate): boolean => meeting === null || date >= meeting.slice(0, date.length)
  const dates = datesIn(what).filter(
    ({ date, start }) =>
      !DATE_OF_SOMETHING.test(what.slice(Math.max(0, start - 20), start)) && isToCome(date),
  )
  const day = dates.find(({ date }) => date.length === 'YYYY-MM-DD'.length)
  if (day) return day.date
  const dueText = words !== null && what.includes(words) ? words : null
  const named = dateNamedIn(dueText)
  if (named !== null && isToCome(named)) return named
  return dueText === null || named !== null ? (dates[0]?.date ?? null) : null
}

/** A day, a month, or the year that stands alone. */
function dateNamedIn(text: string | null): CalendarDate | null {
  return text === null ? null : (datesIn(text)[0]?.date ?? YEAR.exec(text)?.[0] ?? null)
}
