import { answerQuestion } from '../../../server/answer/answer.ts'
import type { ReadPassages } from '../../../server/answer/reading.ts'
import { apiAnswerSchema, toAnswerRequest } from '../../../server/answer/request.ts'
import type { Generation } from '../../../server/generations.ts'
import type { AnswerOutcome, GivenReply } from './grading.ts'
import { gradeReply } from './grading.ts'
import type { JudgedQuestion } from './questions.ts'

/** A judged question, the reply to it, and what that came to. */
export interface GradedQuestion {
  readonly question: JudgedQuestion
  readonly reply: GivenReply
  readonly outcome: AnswerOutcome
}

export async function gradeQuestion(
  generation: Generation,
  question: JudgedQuestion,
  readPassages: ReadPassages,
): Promise<GradedQuestion> {
  const reply = await ask(generation, { q: question.question }, readPassages)
  const unrestrained = await ask(generation, { q: question.question, minConfidence: '0' }, readPassages)
  return { question, reply, outcome: gradeReply(question, reply, unrestrained) }
}

/** Asked as the API asks. */
function ask(
  generation: Generation,
  parameters: { q: string; minConfidence?: string },
  readPassages: ReadPassages,
): Promise<GivenReply> {
  return answerQuestion(generation, toAnswerRequest(apiAnswerSchema.parse(parameters)), readPassages)
}
