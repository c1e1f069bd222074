import type { NoticeQuestion } from '../../corpus/model/noticeQuestion.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { readName } from '../analysis/names.ts'
import { QUESTIONS_ITEM } from '../analysis/questions.ts'

/** Who put a question, as printed under it or at its end. */
interface Asker {
  readonly name: string
  readonly authority: string | null
  /** Where in the paragraph the brackets begin. */
  readonly start: number
}

/** A question being read: its paragraphs so far. */
interface Draft {
  readonly number: string | null
  readonly first: Paragraph
  readonly question: Paragraph[]
  readonly answer: Paragraph[]
  asker: Asker | null
}

const QUESTION_HEADING = /^Question (\d{1,3})$/
const ASKER_IN_TITLE =
  /^Questions? (?:submitted|put|asked|tabled|from)(?: by)? ((?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? [^,(;:]{2,60})/i
const REPLY_HEAD = /^(?:reply|response|answer)\s?[:\u2013-]\s*/i
/** In the midst of a paragraph it is in capitals, or a sentence ends before it. */
const REPLY_MARK = /\bREPLY\s?[:\u2013-]|(?<=[.?!]["'\u2019\u201d]? )(?:Reply|Response|Answer)\s?[:\u2013-]/
/** A reply that no marker opens: somebody gives it, or the record says when it will be given. */
const REPLYING_WORDS =
  /^(?:in (?:reply|replying|response|responding)\b|(?:the |mr\.? |ms\.? |chief |superintendent )[^.;]{2,60}? (?:replied|responded)\b|it was (?:confirmed|noted|advised|agreed|stated) that\b|(?:this|the) (?:item|question|matter) was (?:moved|deferred|adjourned)\b)/i
const LONGEST_ASKER = 140
const ASKER_IN_BRACKETS = /\(([^()]{4,130})\)\s*$/
const ASKED_ON =
  /\b(?:supplementary|follow-?up) question\b|\breplied, (?:he|she|they) asked\b|\basked (?:a|as a) supplementary\b/i

/**
 * Questions on notice with their answers. They stand in an item that is called questions; a new one begins at a marker
 * (`Q1:`, `Question 1`) or with the paragraph after which its asker is named in brackets, and all that follows the asker
 * is its answer until the next one.
 */
export function findNoticeQuestions(parsed: ParsedDocument): NoticeQuestion[] {
  return parsed.items
    .filter(({ title }) => QUESTIONS_ITEM.test(title))
    .flatMap(({ index, part, number, title }) => {
      const paragraphs = parsed.paragraphs.filter(({ item }) => item === index)
      const asker = readName(ASKER_IN_TITLE.exec(title)?.[1] ?? '')?.printed
      if (asker !== undefined) return [questionOfItem(paragraphs, { part, item: index, number, asker })]
      return questionsOf(paragraphs.filter(({ kind }) => kind !== 'decision')).map((draft) =>
        questionFrom(draft, part, index),
      )
    })
}

/** An item of its own (`Question submitted by Councillor Roach`): the reply begins where the record says so. */
function questionOfItem(
  paragraphs: readonly Paragraph[],
  facts: Pick<NoticeQuestion, 'part' | 'item' | 'number' | 'asker'>,
): NoticeQuestion {
  const own = paragraphs.slice(1)
  const starts = own.map(({ text }) => replyStart(text))
  const reply = starts.findIndex((start) => start >= 0)
  const start = starts[reply] ?? 0
  const question = reply < 0 ? own : own.slice(0, start > 0 ? reply + 1 : reply)
  const asked =
    start > 0 ? (joined(question)?.slice(0, start - (own[reply]?.text.length ?? 0)) ?? '') : joined(question)
  const replies = reply < 0 ? [] : own.slice(reply)
  const answer = joined(replies)?.slice(start).replace(REPLY_HEAD, '').trim() ?? ''
  return {
    ...facts,
    authority: null,
    text: asked?.trimEnd() ?? '',
    answer: answer === '' ? null : answer,
    supplementary: null,
    questionParagraphIds: question.map(({ id }) => id),
    paragraphIds: paragraphs.map(({ id }) => id),
  }
}

/** Where in a paragraph the reply begins; less than 0 where it does not. */
function replyStart(text: string): number {
  return REPLY_HEAD.test(text) || REPLYING_WORDS.test(text) ? 0 : text.search(REPLY_MARK)
}

function questionsOf(paragraphs: readonly Paragraph[]): Draft[] {
  const drafts: Draft[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const current = drafts.at(-1)
    const number = numberOf(paragraph)
    if (number !== undefined) drafts.push(begin(number, paragraph))
    else if (paragraph.kind === 'heading') continue
    else if ((!current || current.asker) && askerFollows(paragraphs, index))
      drafts.push(begin(paragraph.label?.replace(/[.):]$/, '') ?? null, paragraph))
    else if (current?.asker) current.answer.push(paragraph)
    else current?.question.push(paragraph)
    const latest = drafts.at(-1)
    if (latest?.answer.length === 0) latest.asker ??= askerIn(paragraph)
  }
  return drafts.filter(({ asker }) => asker !== null)
}

function begin(number: string | null, paragraph: Paragraph): Draft {
  const isHeading = paragraph.kind === 'heading'
  return { number, first: paragraph, question: isHeading ? [] : [paragraph], answer: [], asker: null }
}

/** The number of a question whose marker opens this paragraph; undefined where none does. */
function numberOf(paragraph: Paragraph): string | undefined {
  if (paragraph.kind === 'question') return /\d+/.exec(paragraph.label ?? '')?.[0]
  return paragraph.kind === 'heading' ? QUESTION_HEADING.exec(paragraph.text)?.[1] : undefined
}

/** Does a line that names the asker come before the text is a numbered paragraph again? */
function askerFollows(paragraphs: readonly Paragraph[], from: number): boolean {
  for (const [offset, paragraph] of paragraphs.slice(from).entries()) {
    if (offset > 0 && paragraph.label !== null && /^\d/.test(paragraph.label)) return false
    if (paragraph.kind === 'heading') return false
    if (askerIn(paragraph)) return true
  }
  return false
}

/** `(Cllr Richard Palmer, Swale Borough Council)` at the end of a paragraph, or as one of its own. */
function askerIn({ text }: Paragraph): Asker | null {
  const match = ASKER_IN_BRACKETS.exec(text.slice(-LONGEST_ASKER))
  if (!match) return null
  const start = Math.max(0, text.length - LONGEST_ASKER) + match.index
  const [printed = '', ...authority] = (match[1] ?? '').split(/ ?, ?/)
  const isWhole = start === 0 || /[.?!]\s*$/.test(text.slice(0, start))
  const name = readName(printed)
  if (!isWhole || !name || (name.givenNames.length === 0 && name.title === null)) return null
  return { name: name.printed, authority: authority.join(', ') || null, start }
}

function questionFrom(
  { number, first, question, answer, asker }: Draft,
  part: number,
  item: number,
): NoticeQuestion {
  const asked = [...question.map(withoutAsker)].filter(Boolean)
  const askedOn = answer.findIndex(({ text }) => ASKED_ON.test(text))
  const replies = askedOn < 0 ? answer : answer.slice(0, askedOn)
  const isFirstIn = question.includes(first)
  return {
    part,
    item,
    number,
    asker: asker?.name ?? null,
    authority: asker?.authority ?? null,
    text: asked.join(' '),
    answer: joined(replies),
    supplementary: askedOn < 0 ? null : joined(answer.slice(askedOn)),
    questionParagraphIds: question.map(({ id }) => id),
    paragraphIds: [...(isFirstIn ? [] : [first]), ...question, ...answer].map(({ id }) => id),
  }
}

function withoutAsker(paragraph: Paragraph): string {
  return paragraph.text.slice(0, askerIn(paragraph)?.start).trimEnd()
}

function joined(paragraphs: readonly Paragraph[]): string | null {
  return paragraphs.length === 0 ? null : paragraphs.map(({ text }) => text).join(' ')
}
