import type { FoundParagraph } from '../grading.ts'
import { collapsed } from '../judgements.ts'
import type { Prediction } from './calibration.ts'
import { holdsAnswer } from './matching.ts'
import type { Evidence, JudgedQuestion } from './questions.ts'
import { isAnswerable } from './questions.ts'

/** What judging looks at of an answer. Offsets are into the paragraph's text. */
export interface GivenAnswer {
  readonly context: FoundParagraph
  readonly start: number
  readonly end: number
  readonly confidence: number
  /** The words that answer, as offsets into the quote; null where the quote answers as a whole. */
  readonly value: readonly [start: number, end: number] | null
}

/** What judging looks at of a reply. */
export interface GivenReply {
  readonly status: 'answered' | 'not_in_record'
  readonly answers: readonly GivenAnswer[]
  readonly passages: readonly FoundParagraph[]
}

/** What one question came to. */
export interface AnswerOutcome {
  readonly type: JudgedQuestion['type']
  /** Are the first five passages, and the first ten, enough to answer it? Null of what cannot be answered. */
  readonly isHit5: boolean | null
  readonly isHit10: boolean | null
  readonly isSilent: boolean
  /** The first answer is right, or the silence is. */
  readonly isRight: boolean
  /** Null where the first answer has no value, or none could be right. */
  readonly valueIsRight: boolean | null
  /** The first answer of any confidence; null where there is none at all. */
  readonly prediction: Prediction | null
}

const LONGEST_QUOTE = 500

/** `unrestrained` is the reply to the same question with every answer given, however unsure. */
export function gradeReply(
  question: JudgedQuestion,
  reply: GivenReply,
  unrestrained: GivenReply,
): AnswerOutcome {
  const isSilent = reply.status === 'not_in_record'
  const best = unrestrained.answers[0]
  return {
    type: question.type,
    isHit5: isAnswerable(question) ? isHit(question, reply.passages.slice(0, 5)) : null,
    isHit10: isAnswerable(question) ? isHit(question, reply.passages.slice(0, 10)) : null,
    isSilent,
    isRight: isSilent ? !isAnswerable(question) : isRightAnswer(question, reply.answers[0]),
    valueIsRight: valueIsRight(question, reply.answers[0]),
    prediction: best ? { confidence: best.confidence, isRight: isRightAnswer(question, best) } : null,
  }
}

function isHit({ evidence, needsAll }: JudgedQuestion, passages: readonly FoundParagraph[]): boolean {
  const isFound = (sought: Evidence): boolean => passages.some((passage) => holdsEvidence(passage, sought))
  return needsAll ? evidence.every(isFound) : evidence.some(isFound)
}

/** Does the paragraph say what the evidence says? */
function holdsEvidence({ document, paragraph }: FoundParagraph, evidence: Evidence): boolean {
  return document.id === evidence.document && collapsed(paragraph.text).includes(evidence.quote)
}

/** One quote cannot say all of a comparison that needs several: of those, one side is enough. */
function isRightAnswer({ answers, evidence }: JudgedQuestion, given: GivenAnswer | undefined): boolean {
  if (!given || !evidence.some(({ document }) => document === given.context.document.id)) return false
  const quote = quoteOf(given)
  return quote.length <= LONGEST_QUOTE && answers.some((answer) => holdsAnswer(quote, answer))
}

/** A value has an accepted answer, or is a piece of one: the role in "chaired by the PCC". */
function valueIsRight({ answers }: JudgedQuestion, given: GivenAnswer | undefined): boolean | null {
  if (!given?.value || answers.length === 0) return null
  const value = quoteOf(given).slice(...given.value)
  return answers.some((answer) => holdsAnswer(value, answer) || holdsAnswer(answer, value))
}

const quoteOf = ({ context, start, end }: GivenAnswer): string => context.paragraph.text.slice(start, end)
