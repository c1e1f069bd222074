import { basename } from 'node:path'
import { comparedWords, hasRun } from '../relevance/answers/matching.ts'
import type { JudgedQuestion } from './questions.ts'

/** What judging looks at of a candidate. */
export interface JudgedQuote {
  readonly file: string
  readonly quote: string
}

/** How a candidate stands to what was judged to answer the question. */
export interface Judgement {
  /** The accepted answers, as indexes, that the quote has, of a document that is evidence. */
  readonly answers: readonly number[]
  /** The pieces of evidence, as indexes, that it meets. */
  readonly evidence: readonly number[]
  /** Has it an accepted answer, from the place of the evidence and not by chance from another? */
  readonly isGrounded: boolean
}

const SAME_PLACE = 0.3
const SAME_PASSAGE = 0.5

export function judge(
  { file, quote }: JudgedQuote,
  { answerable, answers, evidence }: JudgedQuestion,
): Judgement {
  const own = evidence.flatMap(({ doc, quote: text }, index) =>
    basename(doc) === basename(file) ? [{ text, index }] : [],
  )
  if (!answerable || own.length === 0) return { answers: [], evidence: [], isGrounded: false }
  const words = comparedWords(quote)
  const found = answers.flatMap((answer, index) => (hasRun(words, comparedWords(answer)) ? [index] : []))
  const met = own.filter(({ text }) => found.length > 0 || shared(comparedWords(text), words) >= SAME_PASSAGE)
  const isGrounded =
    found.length > 0 &&
    own.some(({ text }) => {
      const other = comparedWords(text)
      return Math.max(shared(other, words), shared(words, other)) >= SAME_PLACE
    })
  return { answers: found, evidence: met.map(({ index }) => index), isGrounded }
}

/** Do the first answers say what the question needs: any answer, or every one, or every piece of evidence? */
export function isRight({ answers, evidence, note }: JudgedQuestion, given: readonly Judgement[]): boolean {
  const needsAnswers = note?.includes('answersMode=all') ?? false
  const needsEvidence = note?.includes('evidenceMode=all') ?? false
  if (!needsAnswers && !needsEvidence) return (given[0]?.answers.length ?? 0) > 0
  const every = (count: number, has: (judgement: Judgement) => readonly number[]): boolean =>
    Array.from({ length: count }, (_, index) => index).every((index) =>
      given.some((judgement) => has(judgement).includes(index)),
    )
  return (
    (!needsAnswers || every(answers.length, (judgement) => judgement.answers)) &&
    (!needsEvidence || needsAnswers || every(evidence.length, (judgement) => judgement.evidence))
  )
}

const GRAM = 4

/** Share of a text's runs of four words that another has. */
function shared(part: readonly string[], whole: readonly string[]): number {
  if (part.length < GRAM) return hasRun(whole, part) ? 1 : 0
  const own = gramsOf(part)
  const other = gramsOf(whole)
  let common = 0
  for (const gram of own) if (other.has(gram)) common++
  return common / own.size
}

function gramsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(0, words.length - GRAM + 1).map((_, at) => words.slice(at, at + GRAM).join(' ')))
}
