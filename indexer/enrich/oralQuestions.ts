import type { NoticeQuestion } from '../../corpus/model/noticeQuestion.ts'
import type { OralQuestion } from '../../corpus/model/oralQuestion.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import type { SpokenParagraph } from './speakers.ts'

/** Questions asked at the meeting, in reported speech, each with its reply. */
export function findOralQuestions(
  _parsed: ParsedDocument,
  _spoken: readonly SpokenParagraph[],
  _onNotice: readonly NoticeQuestion[],
): OralQuestion[] {
  return []
}
