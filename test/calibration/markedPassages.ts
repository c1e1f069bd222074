import { basename } from 'node:path'
import type { Span } from '../../corpus/model/document.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { tokenize } from '../../indexer/analysis/tokens.ts'
import type { Candidate } from '../../server/answer/candidates.ts'
import type { Gathered } from '../../server/answer/gather.ts'
import { headsOf } from '../../server/answer/reading.ts'
import type { Generation } from '../../server/generations.ts'
import { comparedWords } from '../relevance/answers/matching.ts'
import { judge } from './judge.ts'
import type { JudgedQuestion } from './questions.ts'

/** A paragraph that a question found, or that answers it, marked. */
export interface MarkedPassage {
  /** Its place in the search, from 0; null where the search did not find it. */
  readonly place: number | null
  /** What it stands in: see `headsOf`. */
  readonly meeting: string
  readonly headings: string
  readonly text: string
  readonly sentences: readonly Span[]
  /** Where it answers the question; empty where it does not. */
  readonly evidence: readonly Span[]
  /** Where the accepted answers stand in it, whether they answer there or not. */
  readonly answers: readonly Span[]
}

/** The paragraphs that were found, then those that answer and were not found. */
export async function markedPassages(
  question: JudgedQuestion,
  { found, candidates }: Gathered,
  generation: Generation,
): Promise<MarkedPassage[]> {
  const known = new Set(found.map(({ paragraph }) => paragraph.id))
  const missed = (await evidenceDocuments(question, generation)).filter(
    (context) =>
      !known.has(context.paragraph.id) &&
      context.paragraph.kind !== 'heading' &&
      quotesIn(context, question).length > 0,
  )
  return [
    ...found.map((context, place) => marked(context, place, question, candidates)),
    ...missed.map((context) => marked(context, null, question, [])),
  ]
}

function marked(
  context: ParagraphInContext,
  place: number | null,
  question: JudgedQuestion,
  candidates: readonly Candidate[],
): MarkedPassage {
  const { text, sentences } = context.paragraph
  const [meeting, headings] = headsOf(context)
  const quotes = quotesIn(context, question)
  return {
    place,
    meeting,
    headings,
    text,
    sentences,
    evidence: quotes.length > 0 ? quotes : shortestAnswer(context, question, candidates),
    answers: question.answers.flatMap((answer) => runsIn(text, answer)),
  }
}

/** The evidence may be quoted across paragraphs, or otherwise than it was read: then its answer tells its place. */
function shortestAnswer(
  { paragraph, document }: ParagraphInContext,
  question: JudgedQuestion,
  candidates: readonly Candidate[],
): Span[] {
  const shortest = candidates
    .filter(({ context }) => context.paragraph.id === paragraph.id)
    .filter(
      ({ start, end }) =>
        judge({ file: document.file, quote: paragraph.text.slice(start, end) }, question).isGrounded,
    )
    .toSorted((a, b) => a.sentences - b.sentences)[0]
  return shortest ? [[shortest.start, shortest.end]] : []
}

async function evidenceDocuments(
  { evidence }: JudgedQuestion,
  { places, paragraphs }: Generation,
): Promise<ParagraphInContext[]> {
  const files = new Set(evidence.map(({ doc }) => basename(doc)))
  const documents = [...places.documents.values()].filter(({ file }) => files.has(basename(file)))
  return (await Promise.all(documents.map(({ id }) => paragraphs.loadDocument(id)))).flat()
}

const quotesIn = (
  { document, paragraph }: ParagraphInContext,
  { answerable, evidence }: JudgedQuestion,
): Span[] =>
  evidence
    .filter(({ doc }) => answerable && basename(doc) === basename(document.file))
    .flatMap(({ quote }) => runsIn(paragraph.text, quote))

/** Where the words of a run stand together in a text. */
function runsIn(text: string, run: string): Span[] {
  const wanted = comparedWords(run)
  const tokens = tokenize(text)
  const words = tokens.map((token) => comparedWords(token.text).join(' '))
  return tokens.flatMap((token, at): Span[] => {
    const last = tokens[at + wanted.length - 1]
    const isRun = wanted.length > 0 && wanted.every((word, offset) => words[at + offset] === word)
    return isRun && last ? [[token.start, last.end]] : []
  })
}
