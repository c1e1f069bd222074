import type { DocumentRecord } from '../../corpus/model/record.ts'
import type { PublishedDocument } from '../../corpus/model/document.ts'
import { slugOf } from '../../corpus/model/slug.ts'
import type { Collection } from '../../corpus/store/collection.ts'
import type { RoleHeld } from '../../corpus/store/people.ts'
import type { ParagraphInContext } from '../../corpus/store/paragraphs.ts'
import { forEachField } from '../../indexer/engine/engine.ts'
import type { Answer, AnswerResult, ExplainedCandidate, Explanation, Silence } from '../answer/answer.ts'
import type { Named } from '../answer/named.ts'
import type { NamedValue } from '../search/fieldValues.ts'
import { paragraphPath, pathTo } from '../paths.ts'
import type { Analysis } from '../search/analyse.ts'
import { apiAddressOf } from '../search/resultAddress.ts'
import type { Result, SearchResult } from '../search/searchRecord.ts'
import type { Names } from '../labels.ts'
import { facetLabel } from '../labels.ts'

// The JSON of the API. Addresses in it are absolute, from the configured base.

export function presentSearch(result: SearchResult, names: Names, baseUrl: string) {
  const { request, analysis, total, totalAllWords } = result
  return {
    query: {
      text: request.q,
      terms: analysis.query.words.map(({ text }) => text),
      expansions: analysis.expansions.map(({ from, to }) => ({ from, to })),
      corrections: analysis.corrections,
      filters: request.filters,
      narrowings: analysis.narrowings.map(({ text, filters, from, to }) => ({ text, filters, from, to })),
      readAsWords: analysis.fault !== null,
      fault: analysis.fault,
      remarks: analysis.remarks,
    },
    total,
    totalAllWords,
    page: request.page,
    next: nextPage(result, baseUrl),
    results: result.results.map((one) => presentResult(one, baseUrl)),
    facets: forEachField((field) =>
      result.facets[field].map(({ value, count }) => ({
        value,
        label: facetLabel(field, value, names),
        count,
      })),
    ),
  }
}

function nextPage({ request, total }: SearchResult, baseUrl: string): string | null {
  const { page, size } = request
  return page * size >= total ? null : baseUrl + apiAddressOf({ ...request, page: page + 1 }, 'json')
}

function presentResult(result: Result, baseUrl: string) {
  const { snippet, matched, missing, score } = result
  return { ...presentContext(result, baseUrl), snippet, matched, missing, score }
}

/** A paragraph with what it stands in. */
export function presentContext(context: ParagraphInContext, baseUrl: string) {
  const { paragraph } = context
  return {
    paragraph: {
      id: paragraph.id,
      text: paragraph.text,
      label: paragraph.label,
      page: paragraph.page,
      kind: paragraph.kind,
      url: baseUrl + paragraphPath(paragraph.id),
    },
    heading: paragraph.headings,
    ...presentPlace(context, baseUrl),
    topics: paragraph.topics,
    copies: context.copies.map(({ id, document }) => ({
      id,
      url: baseUrl + paragraphPath(id),
      document: { ...document, url: baseUrl + pathTo('document', document.id) },
    })),
  }
}

/** Where a paragraph stands and who speaks in it. */
export function presentPlace(
  { paragraph, people, document, part, item, meeting }: ParagraphInContext,
  baseUrl: string,
) {
  return {
    document: { ...document, url: baseUrl + pathTo('document', document.id) },
    part,
    meeting,
    item,
    speakers: paragraph.speakers.map(({ role, name }, index) => ({
      role,
      name: name ?? people[index]?.name ?? null,
      personId: people[index]?.id ?? null,
    })),
  }
}

export function presentAnswer(result: AnswerResult, baseUrl: string, explain: boolean) {
  const { request, interpretation, analysis, status, answers, passages, scope } = result
  return {
    question: request.question,
    nextQuestion: result.nextQuestion,
    interpretation: {
      type: interpretation.type,
      measure: interpretation.measure,
      roles: interpretation.roles,
      ...presentNamedValues(result.named),
      from: interpretation.from,
      to: interpretation.to,
      acronyms: acronymsOf(analysis),
      corrections: analysis.corrections,
    },
    status,
    threshold: result.threshold,
    isGuess: result.isGuess,
    chosenBy: result.chosenBy,
    answers: answers.map((answer) => presentOneAnswer(answer, baseUrl)),
    arrangement: result.arrangement,
    silence: result.silence && presentSilence(result.silence, baseUrl),
    premise: result.premise,
    decision: result.decision && presentOneAnswer(result.decision, baseUrl),
    passages: passages.map((passage) => presentResult(passage, baseUrl)),
    scope: presentScope(scope),
    ...(explain ? { explanation: presentExplanation(result.explain()) } : {}),
  }
}

/** What was searched. */
export const presentScope = ({ documents, meetings, paragraphs, bodies, from, to }: Collection) => ({
  documents,
  meetings,
  paragraphs,
  bodies: bodies.map(({ name }) => name),
  from,
  to,
})

const presentExplanation = ({ confidence, candidates }: Explanation) => ({
  confidence,
  candidates: candidates.map(explainCandidate),
})

function acronymsOf({ expansions }: Analysis) {
  return expansions.filter(({ kind }) => kind === 'acronym').map(({ from, to }) => ({ from, to }))
}

function presentNamedValues({ verb, people, bodies, topics, items }: Named) {
  const named = ({ value, names }: NamedValue) => ({ id: value, name: names[0] })
  return {
    verb,
    people: people.map(named),
    bodies: bodies.map(named),
    topics: topics.map(({ value }) => value),
    items,
  }
}

function presentSilence({ kind, missing, passage, saidToBeUnknown }: Silence, baseUrl: string) {
  return {
    kind,
    missing,
    passage: passage && { id: passage.paragraph.id, url: baseUrl + paragraphPath(passage.paragraph.id) },
    saidToBeUnknown: saidToBeUnknown && presentOneAnswer(saidToBeUnknown, baseUrl),
  }
}

function presentOneAnswer(
  { context, start, end, value, confidence, sharesConfidence }: Answer,
  baseUrl: string,
) {
  const { id, text } = context.paragraph
  const quote = text.slice(start, end)
  return {
    quote,
    value: value && quote.slice(...value),
    valueStart: value?.[0] ?? null,
    valueEnd: value?.[1] ?? null,
    confidence,
    sharesConfidence,
    paragraph: { id, text, url: baseUrl + paragraphPath(id) },
    start,
    end,
    ...presentPlace(context, baseUrl),
  }
}

function explainCandidate({ context, start, end, confidence, why, shortcoming }: ExplainedCandidate) {
  return {
    quote: context.paragraph.text.slice(start, end),
    paragraphId: context.paragraph.id,
    confidence,
    shortcoming,
    features: why,
  }
}

export function presentDocument(
  { id, file, title, kind, body, date, pages, sha256 }: PublishedDocument,
  paragraphs: number,
) {
  return { id, file, title, kind, body, date, pages, paragraphs, sha256 }
}

/** Everything that the indexer understood of a document. */
export function presentRecord(record: DocumentRecord) {
  return {
    document: presentDocument(record.document, record.paragraphs.length),
    parts: record.parts,
    items: record.items,
    attendees: record.attendees,
    decisions: record.decisions,
    actions: record.actions,
    commitments: record.commitments,
    questions: record.questions,
    declarations: record.declarations,
    acronyms: record.acronyms,
    paragraphs: record.paragraphs.map(
      ({ id, part, item, text, label, page, pageLabel, kind, speakers, topics }) => ({
        id,
        part,
        item,
        text,
        label,
        page,
        pageLabel,
        kind,
        speakers,
        topics,
      }),
    ),
    doubts: record.doubts,
  }
}

/** Nothing is said of the time between the first and the last day: another may have held the role. */
export function presentRoleHeld(held: RoleHeld, baseUrl: string) {
  const evidence = [...new Set([held.firstDocumentId, held.lastDocumentId])]
  return {
    role: { id: slugOf(held.role), name: held.role },
    person: { id: held.personId, name: held.personName },
    body: held.bodyId === null ? null : { id: held.bodyId, name: held.bodyName },
    from: held.firstDate,
    to: held.lastDate,
    meetings: held.meetings,
    evidence: evidence.map((id) => ({ id, url: baseUrl + pathTo('document', id) })),
  }
}
