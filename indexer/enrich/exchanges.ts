import type { NoticeQuestion } from '../../corpus/model/noticeQuestion.ts'
import type { Paragraph, Speaker } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import { termsOfText } from '../analysis/terms.ts'
import {
  ASKED_IN_PASSING,
  ASKING,
  EXPLAINING,
  MAY_WANT_NO_REPLY,
  NO_QUESTION,
  PASSIVE_REPLY,
  REPLYING_FRAME,
  SPEAKING_FOR_ONESELF,
  STATING,
  TURNING,
  WHAT_WAS_ASKED,
} from './asking.ts'
import { MOTION, requestIn } from './requesting.ts'
import type { SpokenParagraph } from './speakers.ts'

/** A stretch of a paragraph. */
export interface Passage {
  readonly paragraph: Paragraph
  readonly start: number
  readonly end: number
}

export interface Reply extends Passage {
  readonly by: Speaker | null
}

/** A question or a request in reported speech, with what the record has as its reply. */
export interface Exchange {
  readonly kind: 'question' | 'request'
  readonly asked: Passage
  readonly by: Speaker | null
  readonly reply: Reply | null
  /** That nobody replied can be told from the record: it goes on to something else, and nothing in it may be the reply. */
  readonly isLeftOpen: boolean
}

/** A sentence of what was said on an item. */
interface Utterance extends Passage {
  readonly text: string
  /** Who has the floor. */
  readonly voice: Speaker | null
  /** Who speaks by the sentence's own words. */
  readonly speaking: readonly Speaker[]
}

/** An exchange being read. */
interface Draft {
  readonly kind: Exchange['kind']
  readonly by: Speaker | null
  readonly isChallenge: boolean
  /** Of its first utterance. */
  readonly position: number
  asked: Passage
  reply: Reply | null
  /** Something after it may be its reply, and cannot be told to be. */
  isUnclear: boolean
}

const SAID_KINDS: ReadonlySet<Paragraph['kind']> = new Set(['text', 'list_item', 'answer', 'question'])
const MEMBERS: ReadonlySet<string> = new Set(['Member', 'Panel Member', 'Chair', 'Vice-Chair', 'Mayor'])
const COUNCILLOR = /^(?:Cllrs?|Clr|Councillors?|Deputy)\b/
/** A reply to one of several askers shares at least as many words with the question. */
const SHARED_TERMS = 2
/** Words of every question and every reply. */
const COMMON_TERMS: ReadonlySet<string> = new Set(
  termsOfText(
    'asked queried question query response reply said stated advised member members councillor council committee panel report meeting report chair regarding relation update also further currently provide provided request requested reply',
  ),
)
/** Nothing that could be a reply. */
const PROCEDURE =
  /^(?:(?:proposed|seconded|moved|resolved|agreed|noted|approved)\b|(?:this|the) (?:was|meeting|motion|item|report|matter|members? (?:thanked|noted)|panel noted)\b|signed|date|cathaoirleach|there (?:was|were) no|.{0,60}\bthanked\b|.{0,80}\b(?:left|joined) the meeting\b)/i

/** Questions and requests in minutes and notes of meetings, save those on notice, each with its reply. */
export function findExchanges(
  parsed: ParsedDocument,
  spoken: readonly SpokenParagraph[],
  onNotice: readonly NoticeQuestion[],
): Exchange[] {
  const printed = new Set(onNotice.flatMap(({ paragraphIds }) => paragraphIds))
  return discussionsOf(parsed).flatMap((discussion) =>
    exchangesOf(
      discussion
        .filter((index) => !printed.has(parsed.paragraphs[index]?.id ?? ''))
        .flatMap((index) => utterancesOf(parsed.paragraphs[index], spoken[index])),
    ),
  )
}

/** Its words, without what joined them to other words of the sentence. */
export function wordsOf({ paragraph, start, end }: Passage): string {
  return paragraph.text.slice(start, end).replace(/^[\s,;]+|[\s,;]+$/g, '')
}

/** Paragraphs of one item, or under one heading outside items, as places in the document. */
function discussionsOf({ parts, paragraphs }: ParsedDocument): number[][] {
  const discussions: number[][] = []
  let current = ''
  for (const [index, { part, item, headings, kind }] of paragraphs.entries()) {
    const partKind = parts[part]?.kind
    if (partKind !== 'minutes' && partKind !== 'meeting_notes') continue
    if (kind === 'heading' && item !== null) continue
    const key = `${part} ${item ?? headings.join('\n')}`
    if (key !== current) discussions.push([])
    current = key
    discussions.at(-1)?.push(index)
  }
  return discussions
}

function utterancesOf(paragraph: Paragraph | undefined, spoken: SpokenParagraph | undefined): Utterance[] {
  if (!paragraph) return []
  if (!SAID_KINDS.has(paragraph.kind))
    return [{ paragraph, start: 0, end: 0, text: '', voice: null, speaking: [] }]
  return sentencesOf(paragraph.text).map(([start, end], index) => ({
    paragraph,
    start,
    end,
    text: paragraph.text.slice(start, end),
    voice: spoken?.voices[index] ?? null,
    speaking: spoken?.speaking[index] ?? [],
  }))
}

function exchangesOf(utterances: readonly Utterance[]): Exchange[] {
  const drafts: Draft[] = []
  let answering: Draft[] = []
  /** Asked since the last reply. */
  let open: Draft[] = []
  for (const [position, utterance] of utterances.entries()) {
    const previous = utterances[position - 1]
    const asked = draftOf(utterance, position)
    if (asked) {
      answering = []
      const latest = open.at(-1)
      if (asked.reply === null && latest && isContinued(latest, asked, previous)) {
        latest.asked = { ...latest.asked, end: asked.asked.end }
        continue
      }
      drafts.push(asked)
      if (asked.reply === null) open.push(asked)
      else answering = [asked]
      continue
    }
    if (continuesReply(answering, utterance)) {
      for (const draft of answering) if (draft.reply) draft.reply = { ...draft.reply, end: utterance.end }
      continue
    }
    answering = []
    const latest = open.at(-1)
    if (latest && utterance.text.endsWith('?') && isFollowedDirectly(latest, utterance, previous)) {
      latest.asked = { ...latest.asked, end: utterance.end }
      continue
    }
    if (utterance.text === '') {
      open = []
      continue
    }
    if (REPLYING_FRAME.test(utterance.text)) {
      const named = askersNamed(utterance, drafts)
      const told = named.length > 0 || NAMES_SOMEBODY.test(utterance.text) ? named : open
      const least = leastShared(utterance, named.length > 0)
      const isApart = named.length === 0 && open.some(({ isUnclear }) => isUnclear)
      answering = reply(told, utterance, named.length > 0, isApart ? SHARED_TERMS : least)
      open = open.filter((draft) => !answering.includes(draft))
      if (named.length === 0) {
        for (const draft of open) draft.isUnclear = true
        open = []
      }
      continue
    }
    if (open.length > 0 && maybeReplies(utterance, open)) {
      answering = reply(open, utterance, false, open.some(({ isUnclear }) => isUnclear) ? SHARED_TERMS : 0)
      open = []
      continue
    }
    if (mayBeReply(utterance, open)) for (const draft of open) draft.isUnclear = true
  }
  return drafts.map(({ kind, asked, by, reply: replied, isUnclear, isChallenge, position }) => ({
    kind,
    asked,
    by,
    reply: replied,
    isLeftOpen:
      replied === null &&
      !isUnclear &&
      !isChallenge &&
      isPassedOver(utterances.slice(position + 1), asked, by),
  }))
}

/** The question or request of a sentence; with its reply, where the sentence has both. */
function draftOf(utterance: Utterance, position: number): Draft | null {
  const { text } = utterance
  const passing = passingQuestion(utterance)
  const base = { position, isUnclear: false, isChallenge: false }
  if (passing)
    return { ...base, kind: 'question', by: passing.by, asked: passing.asked, reply: passing.reply }
  const asking = askingIn(text)
  if (asking) {
    const by = askerOf(utterance, asking.start)
    return {
      ...base,
      kind: 'question',
      isChallenge:
        asking.isChallenge || MAY_WANT_NO_REPLY.test(text) || SPOKE_TOO.test(text.slice(asking.end)),
      by,
      ...askedAndTold(utterance, asking.end, by),
    }
  }
  const request = MOTION.test(text) ? null : requestIn(text)
  if (!request) return null
  const by = askerOf(utterance, request.start)
  return { ...base, kind: 'request', by, ...askedAndTold(utterance, request.end, by) }
}

/** Where words of asking stand in a sentence. */
function askingIn(text: string): { start: number; end: number; isChallenge: boolean } | null {
  if (NO_QUESTION.some(({ pattern }) => pattern.test(text))) return null
  for (const { pattern, isChallenge } of ASKING) {
    const match = pattern.exec(text)
    if (match) return { start: match.index, end: match.index + match[0].length, isChallenge }
  }
  return null
}

const TOLD =
  '(?:advised|confirmed|informed|explained|clarified|agreed|noted|indicated|replied|responded|stated|said|answered|undertook)\\b'
const TOLD_AT_ONCE = new RegExp(
  `(?:,? and|,|;) (?:(?:(?:they|he|she|members?|the members?) )?(?:was|were) (?:then )?(?:informed|advised|told)\\b|it was (?:\\w+ )?(?:confirmed|noted|advised|agreed|stated|explained|clarified|indicated)\\b|(?:he|she|they|in (?:reply|response|replying|responding)[^;?]{1,80}?|(?:[Tt]he )?[A-Z][^,;?]{1,50}?(?:, [^,;?]{2,50}?){0,2}) (?:then |also |had )?${TOLD})`,
)
const TOLD_BY = /\b(?:informed|advised|told) by\b/
/** Somebody else's words in the same sentence, which may be a reply. */
const SPOKE_TOO = new RegExp(`\\b(?:${TOLD}|(?:was|were|to be) brought)`)

/** Where in a sentence that asks the reply begins: `queried who paid and were informed that the Council did`. */
function toldAtOnce(text: string, from: number): number | null {
  const at = text.slice(from).search(TOLD_AT_ONCE)
  return at < 0 ? null : from + at
}

function askedAndTold(
  utterance: Utterance,
  from: number,
  by: Speaker | null,
): Pick<Draft, 'asked' | 'reply'> {
  const { text, paragraph, start, end } = utterance
  const told = toldAtOnce(text, from)
  if (told === null) return { asked: { paragraph, start, end }, reply: null }
  const until = start + told
  return {
    asked: { paragraph, start, end: until },
    reply: { paragraph, start: until, end, by: toldBy(utterance, by) },
  }
}

function toldBy({ text, speaking }: Utterance, asker: Speaker | null): Speaker | null {
  const last = speaking.at(-1)
  return (TOLD_BY.test(text) || speaking.length > 1) && last && !isSame(last, asker) ? last : null
}

interface PassingQuestion {
  readonly asked: Passage
  readonly by: Speaker | null
  readonly reply: Reply
}

/** Where the reply begins: with its speaker, after a comma, or where the record leaves the comma out. */
const SUBJECT_OF_REPLY =
  /, (?=(?:(?:the|an?|it|he|she|they|members?|councillors?|officers)\b|\p{Lu})(?:[^,;]{0,90}?(?:, [^,;]{2,50}?)?\b)?(?:\w+ed|said|gave|told|spoke) )/giu
const BARE_SUBJECT_OF_REPLY = / (?=the \p{Lu}[^,;]{2,60}? (?:\w+ed|said|gave|told|spoke) )/gu

function passingQuestion(utterance: Utterance): PassingQuestion | null {
  const { text, paragraph, start, end, speaking } = utterance
  const frame = ASKED_IN_PASSING.exec(text)
  if (!frame) return null
  const rest = text.slice(frame[0].length)
  const by = speaking.length > 1 ? (speaking[0] ?? null) : null
  if (text.endsWith(':')) return null
  const comma = [...rest.matchAll(SUBJECT_OF_REPLY), ...rest.matchAll(BARE_SUBJECT_OF_REPLY)].find(
    ({ index }) => SPEAKS.test(rest.slice(index, index + 130)),
  )
  if (!comma || (by?.name == null && !WHAT_WAS_ASKED.test(rest.slice(0, comma.index)))) return null
  const until = start + frame[0].length + comma.index
  return {
    asked: { paragraph, start, end: until },
    by,
    reply: { paragraph, start: until, end, by: speaking.findLast((speaker) => speaker !== by) ?? null },
  }
}

const SPEAKS = new RegExp(`${EXPLAINING.source}|${STATING.source}`, 'i')

/** Who asks: whoever of the sentence's speakers is named last before the words of asking. */
function askerOf({ text, speaking, voice }: Utterance, at: number): Speaker | null {
  const before = text.slice(0, at)
  const asker =
    speaking.findLast(({ name }) => name !== null && before.includes(name)) ??
    speaking[0] ??
    (voice?.name != null && before.includes(voice.name) ? voice : null)
  return POSSESSIVE.test(asker?.name ?? '') ? null : asker
}

/** Whose point it was, not who speaks. */
const POSSESSIVE = /['\u2019]s?$/

/** One who asks again in the next breath asks the same question further. */
function isContinued(latest: Draft, next: Draft, previous: Utterance | undefined): boolean {
  return (
    latest.kind === next.kind &&
    latest.asked.paragraph === next.asked.paragraph &&
    previous?.end === latest.asked.end &&
    isSame(latest.by, next.by)
  )
}

function isFollowedDirectly(
  latest: Draft,
  { paragraph }: Utterance,
  previous: Utterance | undefined,
): boolean {
  return latest.asked.paragraph === paragraph && previous?.end === latest.asked.end
}

function isSame(a: Speaker | null, b: Speaker | null): boolean {
  if (a === null || b === null) return a === b
  return a.role === b.role && a.name === b.name
}

/** Is it the same post, or one of its names? A member without a name is anybody. */
function mayBeSame(a: Speaker | null, b: Speaker | null): boolean {
  if (a === null || b === null) return false
  return a.role === b.role && (a.name === null || b.name === null || a.name === b.name)
}

function continuesReply(answering: readonly Draft[], utterance: Utterance): boolean {
  const reply = answering[0]?.reply
  if (reply?.paragraph !== utterance.paragraph || REPLYING_FRAME.test(utterance.text)) return false
  if (utterance.text.endsWith('?')) return false
  return (
    utterance.speaking.every((speaker) => mayBeSame(speaker, reply.by)) && !PROCEDURE.test(utterance.text)
  )
}

/** Does it say something, right after a question, that only a reply says? */
function maybeReplies(utterance: Utterance, open: readonly Draft[]): boolean {
  const { text, speaking } = utterance
  const latest = open.at(-1)
  const speaker = speaking.at(-1)
  if (!latest) return false
  const shared = sharedTerms(latest.asked, utterance)
  const isApart =
    latest.asked.paragraph !== utterance.paragraph && !/\b(?:replied|responded|answered)\b/.test(text)
  if (isApart && shared === 0 && MEMBERS.has(speaker?.role ?? 'Member')) return false
  if (!speaker) return PASSIVE_REPLY.test(text) && shared >= SHARED_TERMS
  if (speaking.some((one) => open.some(({ by }) => mayBeSame(one, by)))) return false
  if (TURNING.test(text) && shared < SHARED_TERMS) return false
  if (COUNCILLOR.test(speaker.name ?? '') && MEMBERS.has(speaker.role))
    return EXPLAINING.test(text) && shared >= SHARED_TERMS
  if (EXPLAINING.test(text)) return true
  return STATING.test(text) && !SPEAKING_FOR_ONESELF.test(text) && !isMember(speaker, latest.by)
}

/** Another member, who may speak for himself. One with another title than a councillor's is most often an official. */
function isMember({ role, name }: Speaker, asker: Speaker | null): boolean {
  if (!MEMBERS.has(role)) return false
  if (name === null || COUNCILLOR.test(name)) return true
  const isOfMembers = asker?.name === null && MEMBERS.has(asker.role)
  return !isOfMembers && (role !== 'Member' || !COUNCILLOR.test(asker?.name ?? ''))
}

/** Can it not be ruled out that the sentence replies? */
function mayBeReply(utterance: Utterance, open: readonly Draft[]): boolean {
  if (utterance.text === '' || PROCEDURE.test(utterance.text)) return false
  const { speaking, voice } = utterance
  if (speaking.length === 0)
    return !open.every(({ by }) => isSame(by, voice) && startsWithPronoun(utterance.text))
  return !speaking.every((speaker) => isMember(speaker, null)) || EXPLAINING.test(utterance.text)
}

function startsWithPronoun(text: string): boolean {
  return /^(?:he|she|they)\b/i.test(text)
}

/** Does all that follows in the item leave the question alone? */
function isPassedOver(later: readonly Utterance[], asked: Passage, asker: Speaker | null): boolean {
  const next = later[0]?.text ?? ''
  if (next !== '' && askingIn(next) === null && SPEAKS.test(next)) return false
  return later.every(
    (utterance) =>
      utterance.text === '' ||
      PROCEDURE.test(utterance.text) ||
      (askingIn(utterance.text) !== null &&
        !PASSIVE_REPLY.test(utterance.text) &&
        !EXPLAINING.test(utterance.text)) ||
      (utterance.speaking.length > 0 &&
        utterance.speaking.every((speaker) => isSame(speaker, asker) || isMember(speaker, null)) &&
        !EXPLAINING.test(utterance.text) &&
        !PASSIVE_REPLY.test(utterance.text) &&
        !/\bagreed\b/i.test(utterance.text) &&
        sharedTerms(asked, utterance) < SHARED_TERMS),
  )
}

/** A reply to somebody by name is nobody else's. */
const NAMES_SOMEBODY =
  /^(?:in (?:response|reply|answer)|responding|replying) to (?:the )?(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|Mayor|Deputy)\b/i

/** Whose questions a reply names: `In response to Cllr. Roach, Mr. Pike advised`. */
function askersNamed({ text }: Utterance, drafts: readonly Draft[]): Draft[] {
  const head = text.slice(0, LONGEST_HEAD)
  const comma = head.indexOf(',')
  const named = comma < 0 ? '' : head.slice(0, comma)
  return drafts.filter(
    ({ by, reply: replied }) => replied === null && by?.name != null && named.includes(by.name),
  )
}

const LONGEST_HEAD = 160

/** A reply that turns to another matter, or to another question, must show that it is to this one. */
function leastShared({ text }: Utterance, isNamed: boolean): number {
  if (isNamed) return 0
  if (ASKED_IN_PASSING.test(text) || REPLY_TO_OTHERS.test(text)) return SHARED_TERMS
  return TURNING.test(text) ? 1 : 0
}

/** `In response to both Motions,`, `In reply to Cllr Ling,` who asked nothing. */
const REPLY_TO_OTHERS =
  /^(?:in (?:response|reply|answer)|responding|replying) to (?!this|that|him|her|them|members?\b|the members?\b|the (?:above|question|query|queries|questions)\b)/i

/** Gives a reply to whichever of the questions it is for; the others it leaves unclear. */
function reply(candidates: readonly Draft[], utterance: Utterance, isNamed: boolean, least: number): Draft[] {
  const isOneAsker = candidates.every(({ by }) => isSame(by, candidates[0]?.by ?? null))
  const chosen =
    candidates.length === 1 || (isNamed && isOneAsker)
      ? candidates.slice(-1).filter(({ asked }) => least === 0 || sharedTerms(asked, utterance) >= least)
      : candidates.filter(({ asked }) => sharedTerms(asked, utterance) >= SHARED_TERMS)
  for (const draft of candidates) {
    if (chosen.includes(draft))
      draft.reply = {
        paragraph: utterance.paragraph,
        start: utterance.start,
        end: utterance.end,
        by: utterance.speaking.at(-1) ?? null,
      }
    else draft.isUnclear = true
  }
  return [...chosen]
}

function sharedTerms({ paragraph, start, end }: Passage, { text }: Utterance): number {
  const asked = new Set(
    termsOfText(paragraph.text.slice(start, end)).filter((term) => !COMMON_TERMS.has(term)),
  )
  return new Set(termsOfText(text).filter((term) => asked.has(term))).size
}
