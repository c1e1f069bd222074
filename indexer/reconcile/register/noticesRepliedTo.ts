import { givesNotice } from '../../analysis/notices.ts'
import { sentencesOf } from '../../analysis/sentences.ts'
import type { Ground, GroundParagraph } from './ground.ts'
import { isSpecificName, sharedWords, TELLING, type ContentWords, type Vocabulary } from './similarWords.ts'

/** The notice of a question or a motion, or the part of it, that a passage replies to or debates. */
export interface Notice {
  readonly text: string
  readonly words: ContentWords
  /** Surname of the member who gives it, as the heading above it has it. */
  readonly mover: string | null
}

/** Of the paragraph, as far as the end of the statement in it. */
export type NoticeOf = (paragraph: GroundParagraph, end: number) => Notice | null

/** From a notice to the last paragraph that answers it. */
const MOST_PARAGRAPHS_OF_A_REPLY = 8
const REPLY = /^(?:reply|response|answer)\b/i
const REPLY_ALONE = /^\w+:?$/
const DEBATE =
  /^(?:in (?:proposing|seconding|replying|reply|response)\b|(?:the|this) (?:motion|question)\b|(?:on the )?propos|members\b|cllr|councillor|following\b)/i
/** Another notice begins, or its mover is named. */
const NEXT_NOTICE = /^(?:questions?|notices?) (?:of \w+ )?submitted\b/i
/** The matter that was before the meeting, whoever is to act. */
const SAME_MATTER = /\b(?:this|the|that) (?:matter|issue|motion|request|question|location|site)\b/i
/** A name of two words or more within a sentence. */
const NAMED = /(?<=[a-z,] )[A-Z][\w\u2019'-]{2,} [A-Z][\w\u2019'-]{2,}/g
const OFFICE =
  /\b(?:councillor|cllr|engineer|director|officer|executive|administrator|council|members?|mayor|district)\b/i
const SUBMITTED_BY =
  /\bsubmitted by (?:councillor|cllr)\.? (?:[\p{L}.]{1,12} ){0,2}([\p{L}\u2019'-]{3,30})\.?$/iu
const PART = /(?:^|[\s:;,]|[a-z](?=\())\(?([a-h])\) ?/g

/** What comes after these words has nothing to do with the notice before it. */
export const OTHER_MATTERS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^(?:the |a number of )?(?:following|other|several) (?:\w+ ){0,2}(?:items|matters|issues|points) (?:was|were|have been|had been) (?:also )?(?:raised|discussed|noted|mentioned)\b/i,
    example: 'The following items were also raised.',
  },
]

/** A sentence opens a matter with these words. */
export const OPENS_MATTER: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: /^(?:further |also,? )?reference was (?:also )?made to\b/i,
    example: 'Reference was made to the pier.',
  },
  {
    pattern:
      /^(?:in relation to|with regard to|with regards to|regarding|as regards|an update was (?:also )?sought)\b/i,
    example: 'With regard to the pier, the Harbour Master agreed to write.',
  },
  {
    pattern: /\b(?:was|were) (?:also |then |again )?raised\b[^.;]{0,40}\.?$/i,
    example: 'The poor state of the slip at Quayside was raised.',
  },
  {
    pattern: /^the [^.;]{3,200}? (?:was|were) (?:also |then |again )?raised and\b/i,
    example: 'The state of the slip was raised and an update was sought.',
  },
]

/** What is still to be done to a thing is not what was just asked for. */
export const OTHER_WORKS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern: /\b(?:future|further|additional) works?\b/i,
    example: 'to seek funding for future works to the bridge',
  },
]

/** The notice that the paragraphs after it reply to, of the same item; none for what has a matter of its own. */
export function noticesRepliedTo(ground: Ground, vocabulary: Vocabulary): NoticeOf {
  const places = new Map(ground.paragraphs.map(({ id }, index) => [id, index]))
  return (paragraph, end) => {
    const at = places.get(paragraph.id) ?? 0
    const from = noticeBefore(ground.paragraphs, at)
    const notice = from === null ? undefined : ground.paragraphs[from]
    if (!notice || from === null) return null
    const text = partRepliedTo(ground.paragraphs, from, at)
    if (text === null) return null
    const whole = vocabulary.contentOf(notice.text)
    const mover = moverOf(notice)
    if (
      hasMatterOfItsOwn(paragraph.text.slice(0, end), { text: notice.text, words: whole, mover }, vocabulary)
    )
      return null
    return { text, words: text === notice.text ? whole : vocabulary.contentOf(text), mover }
  }
}

/** Surname of the one member whom the heading above a notice names. */
export function moverOf({ headings }: GroundParagraph): string | null {
  return SUBMITTED_BY.exec(headings.at(-1) ?? '')?.[1]?.toLowerCase() ?? null
}

function noticeBefore(paragraphs: readonly GroundParagraph[], at: number): number | null {
  const own = paragraphs[at]
  for (let index = at - 1; index >= Math.max(0, at - MOST_PARAGRAPHS_OF_A_REPLY); index--) {
    const before = paragraphs[index]
    if (before?.documentId !== own?.documentId || before?.item !== own?.item) return null
    if (before === undefined || OTHER_MATTERS.some(({ pattern }) => pattern.test(before.text))) return null
    if (before.kind === 'heading' && !REPLY.test(before.text)) return null
    if (givesNotice(before.text)) return index
  }
  return null
}

/**
 * The part of a question in parts that a reply answers. One reply answers them all; as many replies as there are parts
 * answer one each; of others it cannot be told.
 */
function partRepliedTo(paragraphs: readonly GroundParagraph[], from: number, at: number): string | null {
  const text = paragraphs[from]?.text ?? ''
  const parts = partsOf(text)
  if (parts.length < 2) return text
  const replies = repliesTo(paragraphs, from)
  const own = replies.indexOf(at)
  if (own < 0 || replies.length === 1) return text
  return replies.length === parts.length ? (parts[own] ?? null) : null
}

function repliesTo(paragraphs: readonly GroundParagraph[], from: number): number[] {
  const replies: number[] = []
  const notice = paragraphs[from]
  let hasBegun = false
  for (let index = from + 1; index <= from + MOST_PARAGRAPHS_OF_A_REPLY; index++) {
    const next = paragraphs[index]
    if (!next || next.documentId !== notice?.documentId || next.item !== notice.item) break
    const isReply = REPLY.test(next.text)
    if (next.kind === 'heading' && !isReply) break
    hasBegun ||= isReply
    if (!hasBegun || next.kind === 'heading' || REPLY_ALONE.test(next.text)) continue
    if (DEBATE.test(next.text) || NEXT_NOTICE.test(next.text) || givesNotice(next.text)) break
    replies.push(index)
  }
  return replies
}

/** The words of `(a)`, `(b)` and so on, where they stand in order. */
function partsOf(text: string): string[] {
  const marks = [...text.matchAll(PART)].filter(([, letter], index) => letter === 'abcdefgh'[index])
  return marks.map((mark, index) =>
    text.slice(mark.index + mark[0].length, marks[index + 1]?.index).replace(/,? and$|[;,]$/, ''),
  )
}

/** Does a passage open a matter, or name places or schemes, that the notice does not have? */
function hasMatterOfItsOwn(passage: string, notice: Notice, vocabulary: Vocabulary): boolean {
  const sentences = sentencesOf(passage).map(([start, end]) => passage.slice(start, end))
  const last = sentences.at(-1) ?? ''
  if (OTHER_WORKS.some(({ pattern }) => pattern.test(last))) return true
  if (sentences.some((sentence) => opensMatter(sentence) && isForeign(sentence, notice, vocabulary)))
    return true
  if (SAME_MATTER.test(last)) return false
  const words = vocabulary.contentOf(last)
  const names = [...words.values()].filter(isSpecificName)
  return names.length > 1 && sharedWords(words, notice.words).length === 0
}

function opensMatter(sentence: string): boolean {
  return OPENS_MATTER.some(({ pattern }) => pattern.test(sentence))
}

function isForeign(sentence: string, notice: Notice, vocabulary: Vocabulary): boolean {
  const words = vocabulary.contentOf(sentence)
  return (
    !sharedWords(words, notice.words).some(({ weight }) => weight >= TELLING) ||
    [...words.values()].some((word) => isSpecificName(word) && !notice.words.has(word.term)) ||
    [...sentence.matchAll(NAMED)].some(([name]) => !OFFICE.test(name) && !notice.text.includes(name))
  )
}
