import type { ParsedDocument } from '../../corpus/model/record.ts'
import type { ReportRequest } from '../../corpus/model/reportRequest.ts'
import type { SpokenParagraph } from './speakers.ts'

/** Reports, updates, briefings and figures that somebody asked for, a sentence each. */
export function findRequests(_parsed: ParsedDocument, _spoken: readonly SpokenParagraph[]): ReportRequest[] {
  return []
}
