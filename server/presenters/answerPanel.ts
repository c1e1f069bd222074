import type { AnswerResult } from '../answer/answer.ts'
import {
  askAddress,
  guessAddress,
  headingOf,
  headingOfSilence,
  otherDecision,
  presentAnswers,
  presentSilence,
} from './askPage.ts'

/** Whoever asks whether a thing was decided is told first what was. */
const NEAREST_DECISION = 'The nearest decision on record'
/** Of a list or of times that differ, so many are shown above the results. */
const MOST_SHOWN = 5

/**
 * The answer to a question in short, as it stands above the results for its words.
 *
 * @param hrefOf the address of another question
 */
export function presentAnswerPanel(result: AnswerResult, hrefOf: (question: string) => string) {
  const { arrangement, nextQuestion, premise, request, silence } = result
  const explanation = result.explain()
  const answers = presentAnswers(result, explanation)
  const decision = otherDecision(result)
  const shown = answers.slice(0, arrangement === 'best_first' ? 1 : MOST_SHOWN)
  return {
    heading: silence === null ? headingOf(result) : decision ? NEAREST_DECISION : headingOfSilence(silence),
    answers: shown,
    more: arrangement === 'best_first' ? 0 : answers.length - shown.length,
    premise,
    decision,
    next: nextQuestion === null ? null : { question: nextQuestion, href: hrefOf(nextQuestion) },
    silence: silence && presentSilence(silence),
    whyHref: askAddress(request),
    guessHref: guessAddress(result, explanation),
  }
}
