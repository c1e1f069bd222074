import type { DocumentRecord, ParsedDocument } from '../../corpus/model/record.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import { findAcronyms } from './acronyms.ts'
import { findDecisions } from './decisions.ts'
import { findSpeakers } from './speakers.ts'
import type { TopicReader } from './topics.ts'

/** Adds to a parsed document what its words tell: speakers, topics, decisions, acronyms. A pure function of the document. */
export function enrich(parsed: ParsedDocument, topics: TopicReader): DocumentRecord {
  const speakers = findSpeakers(parsed)
  return {
    ...parsed,
    paragraphs: parsed.paragraphs.map((paragraph, index) => ({
      ...paragraph,
      speakers: speakers[index] ?? [],
      sentences: sentencesOf(paragraph.text),
      topics: paragraph.kind === 'attendance' ? [] : topics.topicsOf(paragraph),
    })),
    decisions: findDecisions(parsed),
    acronyms: findAcronyms(parsed),
  }
}
