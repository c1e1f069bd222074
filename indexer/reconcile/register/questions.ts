import type { NoticeQuestion } from '../../../corpus/model/noticeQuestion.ts'
import type { OralQuestion } from '../../../corpus/model/oralQuestion.ts'
import type { Speaker } from '../../../corpus/model/paragraph.ts'
import type {
  Party,
  QuestionEntry,
  ReplyState,
  SupplementaryQuestion,
} from '../../../corpus/model/register.ts'
import { isGivenElsewhere } from '../../analysis/givenElsewhere.ts'
import { sentencesOf } from '../../analysis/sentences.ts'
import { entryIds } from './entryIds.ts'
import { inOrder } from './entryOrder.ts'
import type { Ground, GroundFact, GroundParagraph } from './ground.ts'

/** What the record has as the reply to a question on notice. */
interface PrintedReply {
  readonly reply: ReplyState
  readonly answer: string | null
}

/** An entry that has no id yet, with the place of its paragraph, by which ids are given. */
interface Draft {
  readonly entry: Omit<QuestionEntry, 'id'>
  readonly position: number
}

/** Words that ask on after a reply. */
const ASKS_ON =
  /\b(?:ask(?:ed|s)|quer(?:ied|ies)|enquired|inquired|questioned|supplementary question|follow-?up question)\b|\?$/i
/** Of a longer text its end tells whether it is part of an answer. */
const TELLING_CHARACTERS = 60

/** Questions put on notice and questions asked at meetings, one list, each with the state of its reply. */
export function registerQuestions(ground: Ground): QuestionEntry[] {
  const paragraphs = new Map(ground.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const drafts = [
    ...ground.facts('questions').flatMap((fact) => noticeDraft(fact, ground, paragraphs)),
    ...ground.facts('oralQuestions').map((fact) => oralDraft(fact, ground, paragraphs)),
  ].filter(({ entry }) => entry.text !== '')
  return inOrder(withIds(drafts))
}

/** In the order of documents and their paragraphs, by which ids are given. */
function withIds(drafts: readonly Draft[]): QuestionEntry[] {
  const read = [...drafts].sort(
    (a, b) =>
      (a.entry.documentId < b.entry.documentId ? -1 : Number(a.entry.documentId > b.entry.documentId)) ||
      a.position - b.position,
  )
  const ids = entryIds(read.map(({ entry }) => entry))
  return read.map(({ entry }, index) => ({ ...entry, id: ids[index] ?? '' }))
}

/** None where the record runs on after the question and it cannot be told what of it is the reply. */
function noticeDraft(
  { fact, paragraph }: GroundFact<NoticeQuestion>,
  ground: Ground,
  paragraphs: ReadonlyMap<string, GroundParagraph>,
): Draft[] {
  const replied = printedReply(fact)
  if (!replied) return []
  const own = fact.paragraphIds.flatMap((id) => paragraphs.get(id) ?? [])
  const asking = fact.questionParagraphIds.flatMap((id) => paragraphs.get(id) ?? [])
  const answering = own.filter(({ text }) => endsIn(text, replied.answer))
  const first = asking[0] ?? paragraph
  return [
    {
      position: first.position,
      entry: {
        ...ground.quoteOf(first, fact.text),
        topics: topicsOf(own),
        form: 'notice',
        number: fact.number,
        asker: askerOf(fact, asking),
        authority: fact.authority,
        ...replied,
        answerParagraphIds: answering.map(({ id }) => id),
        answerer: replied.reply === 'none' ? null : answererOf(answering[0]),
        supplementaries: supplementariesOf(fact, own),
      },
    },
  ]
}

function printedReply({ text, answer, questionParagraphIds }: NoticeQuestion): PrintedReply | null {
  if (answer !== null) return { reply: isGivenElsewhere(answer, text) ? 'elsewhere' : 'answered', answer }
  const [first, ...later] = sentencesOf(text).map(([start, end]) => text.slice(start, end))
  const elsewhere = later.find((sentence) => isGivenElsewhere(sentence))
  if (elsewhere !== undefined) return { reply: 'elsewhere', answer: elsewhere }
  const isQuestionAlone =
    questionParagraphIds.length === 1 && later.every((sentence) => sentence.endsWith('?'))
  return first !== undefined && isQuestionAlone ? { reply: 'none', answer: null } : null
}

function endsIn(text: string, answer: string | null): boolean {
  return answer?.includes(text.slice(-TELLING_CHARACTERS)) ?? false
}

function topicsOf(paragraphs: readonly GroundParagraph[]): string[] {
  return [...new Set(paragraphs.flatMap(({ topics }) => topics))]
}

/** The asker as printed; the role and the person are those of the paragraph's speaker of that name. */
function askerOf({ asker }: NoticeQuestion, asking: readonly GroundParagraph[]): Party {
  if (asker === null) return { role: null, name: null, personId: null }
  for (const { speakers, personIds } of asking) {
    const at = speakers.findIndex(({ name }) => name === asker)
    if (at >= 0) return { role: speakers[at]?.role ?? null, name: asker, personId: personIds[at] ?? null }
  }
  return { role: null, name: asker, personId: null }
}

/** Who speaks first in the reply, where one alone does. */
function answererOf(paragraph: GroundParagraph | undefined): Party | null {
  const [speaker, second] = paragraph?.speakers ?? []
  if (!paragraph || !speaker || second) return null
  return partyOf(speaker, paragraph)
}

function partyOf(speaker: Speaker, paragraph: GroundParagraph | undefined): Party {
  const at =
    paragraph?.speakers.findIndex(({ role, name }) => role === speaker.role && name === speaker.name) ?? -1
  return { ...speaker, personId: paragraph?.personIds[at] ?? null }
}

function supplementariesOf(
  { supplementary }: NoticeQuestion,
  own: readonly GroundParagraph[],
): SupplementaryQuestion[] {
  if (supplementary === null) return []
  const asked: { question: string[]; answer: string[] }[] = []
  for (const [start, end] of sentencesOf(supplementary)) {
    const sentence = supplementary.slice(start, end)
    const latest = asked.at(-1)
    const isAsking = ASKS_ON.test(sentence)
    if (!latest || (isAsking && latest.answer.length > 0)) asked.push({ question: [sentence], answer: [] })
    else if (isAsking && latest.answer.length === 0) latest.question.push(sentence)
    else latest.answer.push(sentence)
  }
  return asked.map(({ question, answer }) => ({
    text: question.join(' '),
    answer: answer.length === 0 ? null : answer.join(' '),
    paragraphId: own.find(({ text }) => text.includes(question[0] ?? ''))?.id ?? own.at(-1)?.id ?? '',
  }))
}

function oralDraft(
  { fact, paragraph }: GroundFact<OralQuestion>,
  ground: Ground,
  paragraphs: ReadonlyMap<string, GroundParagraph>,
): Draft {
  const answering = paragraphs.get(fact.answerParagraphId ?? '')
  return {
    position: paragraph.position,
    entry: {
      ...ground.quoteOf(paragraph, fact.text),
      topics: topicsOf(answering ? [paragraph, answering] : [paragraph]),
      form: 'oral',
      number: null,
      asker: fact.asker ? partyOf(fact.asker, paragraph) : { role: null, name: null, personId: null },
      authority: null,
      reply: fact.reply,
      answer: fact.answer,
      answerParagraphIds: fact.answerParagraphId === null ? [] : [fact.answerParagraphId],
      answerer: fact.answerer && partyOf(fact.answerer, answering),
      supplementaries: [],
    },
  }
}
