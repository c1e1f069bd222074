import type { Commitment } from '../../corpus/model/commitment.ts'
import type { Paragraph } from '../../corpus/model/paragraph.ts'
import type { PartKind } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { daysIn } from '../analysis/dates.ts'
import { givesNotice } from '../analysis/notices.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { Circumstances } from './actors.ts'
import { authorityOf, whoActs } from './actors.ts'
import type { SpokenParagraph } from './speakers.ts'
import type { UndertakingRule } from './undertakings.ts'
import { DECIDED, duePhraseIn, NO_UNDERTAKING, RECITALS, TABLED, UNDERTAKINGS } from './undertakings.ts'

/** Words of undertaking in a sentence, at `[start, end)`. */
interface Undertaking {
  readonly rule: UndertakingRule
  readonly start: number
  readonly end: number
}

const SPEAKING_KINDS: ReadonlySet<Paragraph['kind']> = new Set(['text', 'list_item', 'answer'])
const MAY_UNDERTAKE =
  /\b(?:would|will|due|scheduled|going|expects?|expected|expecting|anticipated|schedule|track|target|planned|set|offered|undertook|pledged|promised|volunteered|agreed|committed|commitment|intended|intending|intends|intention|decision|live)\b/i

/**
 * What was undertaken in running text, a sentence each. Minutes and notes report undertakings in speech; a report
 * undertakes only what it dates or calls a commitment.
 *
 * @param spoken for each paragraph, who speaks in it and in each of its sentences
 */
export function findCommitments(parsed: ParsedDocument, spoken: readonly SpokenParagraph[]): Commitment[] {
  const authority = authorityOf(parsed)
  return parsed.paragraphs.flatMap((paragraph, index) => {
    const part = parsed.parts[paragraph.part]
    const kind = part?.kind
    if (!kind || !SPEAKING_KINDS.has(paragraph.kind) || !MAY_UNDERTAKE.test(paragraph.text)) return []
    if (TABLED.some(({ pattern }) => pattern.test(paragraph.text))) return []
    return sentencesOf(paragraph.text).flatMap(([start, end], sentence) => {
      const text = paragraph.text.slice(start, end)
      const undertaking = undertakingIn(text, kind)
      if (!undertaking) return []
      const voice = spoken[index]?.voices[sentence] ?? null
      const circumstances = { voice, paragraph: paragraph.text, body: part.body, authority }
      return [commitmentOf(paragraph, text, undertaking, circumstances)]
    })
  })
}

function commitmentOf(
  paragraph: Paragraph,
  text: string,
  undertaking: Undertaking,
  circumstances: Circumstances,
): Commitment {
  return {
    part: paragraph.part,
    item: paragraph.item,
    text,
    who: whoActs(text, undertaking.start, undertaking.rule.voice, circumstances),
    what: text.slice(undertaking.start),
    due: daysIn(text)[0] ?? null,
    dueText: duePhraseIn(text),
    paragraphId: paragraph.id,
  }
}

function undertakingIn(sentence: string, kind: PartKind): Undertaking | null {
  if (sentence.endsWith('?') || givesNotice(sentence) || undertakesNothing(sentence)) return null
  for (const rule of UNDERTAKINGS) {
    const match = rule.pattern.exec(sentence)
    if (!match || isTakenBack(sentence.slice(0, match.index), rule)) continue
    if (rule.dated && duePhraseIn(sentence) === null) continue
    if (isReported(kind) || duePhraseIn(sentence.slice(match.index)) !== null || /commit/i.test(match[0]))
      return { rule, start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** Is it decided and done, or only told? */
function undertakesNothing(sentence: string): boolean {
  return [...DECIDED, ...RECITALS].some(({ pattern }) => pattern.test(sentence))
}

function isReported(kind: PartKind): boolean {
  return kind === 'minutes' || kind === 'meeting_notes'
}

function isTakenBack(before: string, { voice }: UndertakingRule): boolean {
  return NO_UNDERTAKING.some((rule) => (rule.voice ?? voice) === voice && rule.pattern.test(before))
}
