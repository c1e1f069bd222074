import type { Answer, AnswerResult } from '../answer/answer.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import { formatDate } from '../../corpus/model/formatDate.ts'
import { PATHS, withQuery } from '../paths.ts'
import { presentHit, presentPlace } from './hit.ts'

/** The page of an answer, or of its absence, ready to print. */
export function presentAskPage(result: AnswerResult) {
  const { request, status, answers, passages, scope, analysis } = result
  return {
    title: `${request.question} - answer`,
    q: request.question,
    isAnswered: status === 'answered',
    answers: answers.map(presentAnswer),
    passages: passages.map(presentHit),
    reading: { ...analysis, expansions: [] },
    searched: searchedIn(scope),
    searchHref: withQuery(PATHS.search, { q: request.question }),
  }
}

function presentAnswer({ context, start, end }: Answer) {
  return {
    ...presentPlace(context),
    quote: context.paragraph.text.slice(start, end),
  }
}

/** What was searched, in a sentence. */
export function searchedIn({ documents, meetings, paragraphs, bodies, from, to }: Collection): string {
  const count = (number: number, noun: string): string =>
    `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
  const span = from !== null && to !== null ? ` from ${formatDate(from)} to ${formatDate(to)}` : ''
  const names =
    bodies.length > 0 && bodies.length <= 5 ? `: ${bodies.map(({ name }) => name).join(', ')}` : ''
  return `${count(paragraphs, 'paragraph')} in ${count(documents, 'document')} of ${count(meetings, 'meeting')}${span}${names}`
}
