import type { Attendee } from '../../corpus/model/attendee.ts'
import type { Doubt } from '../../corpus/model/doubt.ts'
import type { NoticeQuestion } from '../../corpus/model/noticeQuestion.ts'
import type { Paragraph, Speaker } from '../../corpus/model/paragraph.ts'
import type { Part } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { readName, TITLES } from '../analysis/names.ts'
import {
  canonicalRole,
  mayBeginRole,
  memberRole,
  REPORT_AUTHOR,
  roleOfForm,
  roleOfPost,
} from '../analysis/roles.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import { ASKING_NOUNS, BETWEEN_SPEAKER_AND_VERB, NOT_A_NAME, SPEECH } from '../analysis/speech.ts'
import type { Token } from '../analysis/tokens.ts'
import { tokensOf } from '../analysis/tokens.ts'

/** A person or a post named in a sentence, at the tokens `[start, end)`. */
interface Mention extends Speaker {
  readonly start: number
  readonly end: number
}

/** What a part tells of those who speak in it. */
interface Cast {
  readonly body: string | null
  /** The names of those who attended, a line each. */
  readonly names: string
  /** Their roles, by surname. */
  readonly roles: ReadonlyMap<string, string>
  /** Posts that the record has given with a name so far: surname to role. */
  readonly posts: Map<string, string>
}

/** Who spoke last, as reading goes on: what "He" refers to. */
interface Floor {
  readonly item: number | null
  readonly part: number
  readonly referent: Speaker | null
  /** The speaker of a lead-in ("The DCO reported:") whose list is being read. */
  readonly listSpeaker: Speaker | null
}

const PROSE_KINDS: ReadonlySet<Paragraph['kind']> = new Set(['text', 'list_item', 'answer', 'question'])
const LONGEST_FORM_TOKENS = 6
const TITLE_SET: ReadonlySet<string> = new Set(TITLES)
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she'])
const LONGEST_PRONOUN = 3
const MEMBER_ROLES: ReadonlySet<string> = new Set(['Panel Member', 'Member'])
const POST_IN_BRACKETS = /^ \(([^)]{2,90})\)/
const POST_AFTER_COMMA =
  /^, ([A-Z][^,.]{2,90}?)(?:,| (?=said|asked|stated|confirmed|explained|advised|noted|added|introduced|presented|reported|provided|gave|outlined|updated))/
const CAPITALISED = /^\p{Lu}[\p{L}'\u2019-]+$/u
/** What no title, role as it is written, or name begins with. */
const NO_MENTION = /^(?!commissioner|proposed)[a-z]/
const INITIAL = /^\p{Lu}$/u

/** Who speaks in a paragraph. */
export interface SpokenParagraph {
  /** In order of speaking. */
  readonly speakers: readonly Speaker[]
  /** Whose words each sentence reports: of several speakers the last; null where nobody has the floor. */
  readonly voices: readonly (Speaker | null)[]
  /** Those who speak in each sentence by its own words, a pronoun included, in order. */
  readonly speaking: readonly (readonly Speaker[])[]
}

const SILENT: SpokenParagraph = { speakers: [], voices: [], speaking: [] }

/**
 * For each paragraph, who speaks in it. Reports speak with the voice of their author, questions on notice with that of
 * their asker.
 */
export function findSpeakers(
  parsed: ParsedDocument,
  questions: readonly NoticeQuestion[],
): SpokenParagraph[] {
  const askers = askersOf(questions)
  let floor: Floor = { item: null, part: -1, referent: null, listSpeaker: null }
  const casts = parsed.parts.map((part) => castOf(part, parsed.attendees))
  return parsed.paragraphs.map((paragraph) => {
    const part = parsed.parts[paragraph.part]
    const cast = casts[paragraph.part]
    const isProse = PROSE_KINDS.has(paragraph.kind)
    if (part?.kind === 'report' && isProse) return heardFrom(paragraph, { role: REPORT_AUTHOR, name: null })
    if (!cast || (part?.kind !== 'minutes' && part?.kind !== 'meeting_notes') || !isProse) return SILENT
    const asker = askers.get(paragraph.id)
    if (asker !== undefined) return heardFrom(paragraph, { role: memberRole(part.body), name: asker })
    if (paragraph.part !== floor.part || paragraph.item !== floor.item) {
      floor = { item: paragraph.item, part: paragraph.part, referent: null, listSpeaker: null }
    }
    const heard = listen(paragraph, cast, floor)
    floor = heard.floor
    return heard.spoken
  })
}

function castOf({ index, body }: Part, all: readonly Attendee[]): Cast {
  const attendees = all.filter(({ part }) => part === index)
  return {
    body,
    names: attendees.map(({ name }) => name).join('\n'),
    roles: rolesBySurname(attendees),
    posts: new Map<string, string>(),
  }
}

/** The role that the list gives the first of a surname who has one. */
function rolesBySurname(attendees: readonly Attendee[]): ReadonlyMap<string, string> {
  const roles = new Map<string, string>()
  for (const { name, role } of attendees) {
    const surname = readName(name)?.surname
    if (surname !== undefined && role !== null && !roles.has(surname)) roles.set(surname, role)
  }
  return roles
}

/** Paragraphs that begin with "He said" where nobody has the floor: the record does not tell who speaks, or it was not made out. */
export function unresolvedSpeakers(parsed: ParsedDocument, spoken: readonly SpokenParagraph[]): Doubt[] {
  return parsed.paragraphs.flatMap(({ id, part, text }, index) => {
    const kind = parsed.parts[part]?.kind
    if ((kind !== 'minutes' && kind !== 'meeting_notes') || (spoken[index]?.speakers.length ?? 0) > 0)
      return []
    const [pronoun = '', verb = ''] = text.split(' ', 2)
    const speaks = PRONOUNS.has(pronoun.toLowerCase()) && SPEECH.has(verb.toLowerCase())
    return speaks
      ? [{ kind: 'speaker_not_resolved', paragraphId: id, text: `It is not clear who "${pronoun}" is.` }]
      : []
  })
}

/** Who put the question that a paragraph is part of, by its id. */
function askersOf(questions: readonly NoticeQuestion[]): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap(({ asker, questionParagraphIds }) =>
      asker === null ? [] : questionParagraphIds.map((id) => [id, asker] as const),
    ),
  )
}

function heardFrom(paragraph: Paragraph, speaker: Speaker): SpokenParagraph {
  const sentences = sentencesOf(paragraph.text)
  return { speakers: [speaker], voices: sentences.map(() => speaker), speaking: sentences.map(() => []) }
}

function listen(paragraph: Paragraph, cast: Cast, floor: Floor): { spoken: SpokenParagraph; floor: Floor } {
  const speakers: Speaker[] = []
  const voices: (Speaker | null)[] = []
  const speaking: (readonly Speaker[])[] = []
  let { referent } = floor
  const tokens = tokensOf(paragraph.text)
  let first = 0
  for (const [, end] of sentencesOf(paragraph.text)) {
    let last = first
    while ((tokens[last]?.end ?? Infinity) <= end) last++
    const heard = listenToSentence(paragraph.text.slice(0, end), tokens.slice(first, last), cast, referent)
    first = last
    for (const speaker of heard.speakers) addSpeaker(speakers, speaker)
    referent = heard.referent
    speaking.push(heard.speakers)
    voices.push(heard.speakers.at(-1) ?? floor.listSpeaker ?? referent)
  }
  const isLeadIn = paragraph.text.endsWith(':')
  if (speakers.length === 0 && paragraph.kind === 'list_item' && floor.listSpeaker && !isLeadIn) {
    return { spoken: { speakers: [floor.listSpeaker], voices, speaking }, floor }
  }
  const listSpeaker = isLeadIn
    ? (speakers.at(-1) ?? null)
    : paragraph.kind === 'list_item' && speakers.length === 0
      ? floor.listSpeaker
      : null
  return { spoken: { speakers, voices, speaking }, floor: { ...floor, referent, listSpeaker } }
}

function addSpeaker(speakers: Speaker[], speaker: Speaker): void {
  const sameRole = speakers.findIndex(
    ({ role, name }) =>
      role === speaker.role && (name === null || speaker.name === null || name === speaker.name),
  )
  if (sameRole < 0) speakers.push(speaker)
  else if (speakers[sameRole]?.name === null) speakers[sameRole] = speaker
}

/**
 * @param sentence the text as far as the end of the sentence: the tokens' places are those in the paragraph
 * @param tokens those of the sentence
 */
function listenToSentence(
  sentence: string,
  tokens: readonly Token[],
  cast: Cast,
  referent: Speaker | null,
): { speakers: Speaker[]; referent: Speaker | null } {
  const speakers: Speaker[] = []
  let speaking = referent
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? ''
    if (
      word.length <= LONGEST_PRONOUN &&
      PRONOUNS.has(word.toLowerCase()) &&
      speaking &&
      speaksAfter(tokens, at + 1, sentence)
    ) {
      speakers.push(speaking)
      continue
    }
    const mention = mentionAt(sentence, tokens, at, cast)
    if (!mention) continue
    const speaker: Speaker = { role: mention.role, name: mention.name }
    const isSubject = speaksAfter(tokens, mention.end, sentence)
    if (isSubject || isAsking(tokens, mention.start)) speakers.push(speaker)
    if (isSubject || mention.start <= 1) speaking = speaker
    at = mention.end - 1
  }
  return { speakers, referent: speaking }
}

/** Does a verb of speaking follow, past brackets, an adverb or a title set off by commas? */
function speaksAfter(tokens: readonly Token[], from: number, sentence: string): boolean {
  let at = from
  const before = tokens[from - 1]
  if (before && sentence.slice(before.end, before.end + 2) === ' (') {
    const close = sentence.indexOf(')', before.end)
    while (at < tokens.length && (tokens[at]?.start ?? 0) < close) at++
  }
  for (
    let skipped = 0;
    skipped < 3 && BETWEEN_SPEAKER_AND_VERB.has(tokens[at]?.text.toLowerCase() ?? '');
    skipped++
  )
    at++
  return SPEECH.has(tokens[at]?.text.toLowerCase() ?? '')
}

/** "A question from Cllr Clark", "asked by the Chair". */
function isAsking(tokens: readonly Token[], start: number): boolean {
  const words = tokens.slice(Math.max(0, start - 3), start).map((token) => token.text.toLowerCase())
  const preposition = words.findLastIndex((word) => word === 'from' || word === 'by')
  const noun = words[preposition - 1]
  return preposition > 0 && noun !== undefined && (ASKING_NOUNS.has(noun) || noun === 'asked')
}

function mentionAt(sentence: string, tokens: readonly Token[], at: number, cast: Cast): Mention | null {
  if (NO_MENTION.test(tokens[at]?.text ?? '')) return null
  return (
    titledName(sentence, tokens, at, cast) ??
    roleMention(sentence, tokens, at, cast) ??
    bareName(sentence, tokens, at, cast)
  )
}

/** `Cllr Mochrie-Cox`, `Mr A Harper (PCC's Chief Executive)`, `Mr Drysdale, Director of Corporate Services`. */
function titledName(sentence: string, tokens: readonly Token[], at: number, cast: Cast): Mention | null {
  if (!TITLE_SET.has(tokens[at]?.text ?? '')) return null
  let end = at + 1
  while (TITLE_SET.has(tokens[end]?.text ?? '')) end++
  while (end < at + 5 && isNameWord(tokens[end]) && isOneSpaceOrStop(sentence, tokens[end - 1], tokens[end]))
    end++
  const name = textOf(sentence, tokens, at, end)
  if (!readName(name)) return null
  return withPost(sentence, tokens, { name, start: at, end }, cast)
}

/** `the Chief Constable`, and with a name after it `ACC Shiner`. */
function roleMention(sentence: string, tokens: readonly Token[], at: number, cast: Cast): Mention | null {
  if (!mayBeginRole(tokens[at]?.text ?? '')) return null
  for (let length = Math.min(LONGEST_FORM_TOKENS, tokens.length - at); length > 0; length--) {
    const form = textOf(sentence, tokens, at, at + length)
    const role = isWrittenAsRole(form) ? roleOfForm(form.replaceAll('\u2013', '-')) : null
    if (!role) continue
    let end = at + length
    while (
      end < at + length + 3 &&
      isNameWord(tokens[end]) &&
      isOneSpaceOrStop(sentence, tokens[end - 1], tokens[end])
    )
      end++
    const isNamed = end > at + length && readName(textOf(sentence, tokens, at + length, end)) !== null
    const canonical = MEMBER_ROLES.has(role) ? memberRole(cast.body) : role
    return isNamed
      ? { role: canonical, name: textOf(sentence, tokens, at, end), start: at, end }
      : { role: canonical, name: null, start: at, end: at + length }
  }
  return null
}

/** A role begins with a capital ("a member of the public" is none), save "commissioner" where the record is careless. */
function isWrittenAsRole(form: string): boolean {
  return /^\p{Lu}/u.test(form) || form === 'commissioner' || form.startsWith('proposed ')
}

/** `Elaine Bolton asked`: two capitalised words at the start of a sentence, or the full name of someone who attended. */
function bareName(sentence: string, tokens: readonly Token[], at: number, cast: Cast): Mention | null {
  const [first = '', second = ''] = [tokens[at]?.text, tokens[at + 1]?.text]
  if (!mayBeOfName(first) || !mayBeOfName(second)) return null
  const name = `${first} ${second}`
  if (!cast.names.includes(name) && (at !== 0 || first.endsWith('ing'))) return null
  return withPost(sentence, tokens, { name, start: at, end: at + 2 }, cast)
}

function mayBeOfName(word: string): boolean {
  return CAPITALISED.test(word) && !NOT_A_NAME.has(word) && word !== word.toUpperCase()
}

/** A named person with the post that stands after the name; the post is remembered for the rest of the part. */
function withPost(
  sentence: string,
  tokens: readonly Token[],
  { name, start, end }: { name: string; start: number; end: number },
  cast: Cast,
): Mention {
  const post = postAfter(sentence, tokens, end)
  const surname = readName(name)?.surname
  if (post && surname !== undefined) cast.posts.set(surname, post.role)
  return { role: post?.role ?? roleOfPerson(name, cast), name, start, end: post?.end ?? end }
}

function postAfter(
  sentence: string,
  tokens: readonly Token[],
  end: number,
): { role: string; end: number } | null {
  const last = tokens[end - 1]
  if (!last) return null
  const rest = sentence.slice(last.end, last.end + 100)
  const post = POST_IN_BRACKETS.exec(rest) ?? POST_AFTER_COMMA.exec(rest)
  const role = post ? roleOfPost(post[1] ?? '') : null
  if (!post || !role) return null
  const until = last.end + post[0].length
  let next = end
  while (next < tokens.length && (tokens[next]?.end ?? 0) <= until) next++
  return { role, end: next }
}

/** As the meeting's own list has it; who is not listed speaks as a member. */
function roleOfPerson(name: string, cast: Cast): string {
  const read = readName(name)
  const role = read ? cast.roles.get(read.surname) : undefined
  const known = read ? cast.posts.get(read.surname) : undefined
  if (known !== undefined && (role === undefined || role === memberRole(cast.body))) return known
  if (role === undefined) return memberRole(cast.body)
  const canonical = canonicalRole(role)
  if (canonical !== null) return MEMBER_ROLES.has(canonical) ? memberRole(cast.body) : canonical
  return 'Officer'
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (INITIAL.test(token.text) || (CAPITALISED.test(token.text) && !NOT_A_NAME.has(token.text)))
  )
}

function isOneSpaceOrStop(sentence: string, before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && /^\.? $/.test(sentence.slice(before.end, after.start))
}

function textOf(sentence: string, tokens: readonly Token[], start: number, end: number): string {
  return sentence.slice(tokens[start]?.start, tokens[end - 1]?.end)
}
