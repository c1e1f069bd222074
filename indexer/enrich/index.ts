import type { DocumentRecord, ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import { findAcronyms } from './acronyms.ts'
import { findActions } from './actions.ts'
import { findCommitments } from './commitments.ts'
import { findDeclarations } from './declarations.ts'
import { findDecisions } from './decisions.ts'
import { findExchanges } from './exchanges.ts'
import { findFigures } from './figures.ts'
import { findNoticeQuestions } from './noticeQuestions.ts'
import { findOralQuestions } from './oralQuestions.ts'
import { findRequests } from './requests.ts'
import { findSpeakers, unresolvedSpeakers } from './speakers.ts'
import type { TopicReader } from './topics.ts'

/** Adds to a parsed document what its words tell: speakers, topics, and the facts that it states. A pure function of the document. */
export function enrich(parsed: ParsedDocument, topics: TopicReader): DocumentRecord {
  const questions = findNoticeQuestions(parsed)
  const spoken = findSpeakers(parsed, questions)
  const exchanges = findExchanges(parsed, spoken, questions)
  return {
    ...parsed,
    // Assigned, not spread: a spread with more after it takes V8 eight times as long, for every paragraph.
    paragraphs: parsed.paragraphs.map((paragraph, index) =>
      Object.assign(
        {
          speakers: spoken[index]?.speakers ?? [],
          sentences: sentencesOf(paragraph.text),
          topics: paragraph.kind === 'attendance' ? [] : topics.topicsOf(paragraph),
        },
        paragraph,
      ),
    ),
    decisions: findDecisions(parsed),
    actions: findActions(parsed),
    commitments: findCommitments(parsed, spoken),
    questions,
    oralQuestions: findOralQuestions(exchanges),
    requests: findRequests(parsed, exchanges),
    figures: findFigures(parsed),
    declarations: findDeclarations(parsed, spoken),
    acronyms: findAcronyms(parsed),
    doubts: [...parsed.doubts, ...unresolvedSpeakers(parsed, spoken)],
  }
}
