import type { Commitment } from '../../corpus/model/commitment.ts'
import type { Paragraph, Speaker } from '../../corpus/model/paragraph.ts'
import type { PartKind } from '../../corpus/model/part.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { datesIn } from '../analysis/dates.ts'
import { firstOrganisation, organisationAtEnd } from '../analysis/organisations.ts'
import { firstRole, REPORT_AUTHOR, roleAtEnd } from '../analysis/roles.ts'
import { sentencesOf } from '../analysis/sentences.ts'
import type { SpokenParagraph } from './speakers.ts'
import type { UndertakingRule } from './undertakings.ts'
import { duePhraseIn, NO_UNDERTAKING, UNDERTAKINGS } from './undertakings.ts'

/** Words of undertaking in a sentence, at `[start, end)`. */
interface Undertaking {
  readonly rule: UndertakingRule
  readonly start: number
  readonly end: number
}

const SPEAKING_KINDS: ReadonlySet<Paragraph['kind']> = new Set(['text', 'list_item', 'answer'])
const MAY_UNDERTAKE =
  /\b(?:would|will|due|scheduled|going|expects?|expected|expecting|anticipated|schedule|track|target|planned|set|offered|undertook|pledged|promised|volunteered|agreed|committed|commitment|intended|intending|intends|intention|decision|live)\b/i
const AUXILIARY_AT_END = / (?:had|has|have|also|then|was|were|is|are)$/
/** Before a second verb of one subject: `advised that he could not, and offered`. */
const JOINED_AT_END = /(?:\band|\bbut|\bor|,)$/i
/** A body of people that no table knows: `The Data Audit Team will review`. */
const CAPITALS_AT_END = /((?:[A-Z][\w&'\u2019-]* ){0,5}[A-Z][\w&'\u2019-]+)$/
const PRONOUN_AT_START = /^(?:he|she|they)\b/i
const PRONOUN_AT_END = /\b(?:he|she|they|it|I|we)$/i
/** Posts whose holders speak for the force. */
const FORCE_ROLES: ReadonlySet<string> = new Set([
  'Chief Constable',
  'Deputy Chief Constable',
  'Assistant Chief Constable',
  'Deputy Chief Officer',
])

/**
 * What was undertaken in running text, a sentence each. Minutes and notes report undertakings in speech; a report
 * undertakes only what it dates or calls a commitment.
 *
 * @param spoken for each paragraph, who speaks in it and in each of its sentences
 */
export function findCommitments(parsed: ParsedDocument, spoken: readonly SpokenParagraph[]): Commitment[] {
  return parsed.paragraphs.flatMap((paragraph, index) => {
    const kind = parsed.parts[paragraph.part]?.kind
    if (!kind || !SPEAKING_KINDS.has(paragraph.kind) || !MAY_UNDERTAKE.test(paragraph.text)) return []
    return sentencesOf(paragraph.text).flatMap(([start, end], sentence) => {
      const text = paragraph.text.slice(start, end)
      const undertaking = undertakingIn(text, kind)
      if (!undertaking) return []
      const voice = spoken[index]?.voices[sentence] ?? null
      return [commitmentOf(paragraph, text, undertaking, voice)]
    })
  })
}

function commitmentOf(
  paragraph: Paragraph,
  text: string,
  undertaking: Undertaking,
  voice: Speaker | null,
): Commitment {
  return {
    part: paragraph.part,
    item: paragraph.item,
    text,
    who: whoActs(text, undertaking, voice, paragraph.text),
    what: text.slice(undertaking.start),
    due: datesIn(text).find(({ date }) => date.length === 10)?.date ?? null,
    dueText: duePhraseIn(text),
    paragraphId: paragraph.id,
  }
}

function undertakingIn(sentence: string, kind: PartKind): Undertaking | null {
  if (sentence.endsWith('?')) return null
  for (const rule of UNDERTAKINGS) {
    const match = rule.pattern.exec(sentence)
    if (!match || isTakenBack(sentence.slice(0, match.index), rule)) continue
    if (rule.dated && duePhraseIn(sentence) === null) continue
    if (isReported(kind) || duePhraseIn(sentence.slice(match.index)) !== null || /commit/i.test(match[0]))
      return { rule, start: match.index, end: match.index + match[0].length }
  }
  return null
}

function isReported(kind: PartKind): boolean {
  return kind === 'minutes' || kind === 'meeting_notes'
}

function isTakenBack(before: string, { voice }: UndertakingRule): boolean {
  return NO_UNDERTAKING.some((rule) => (rule.voice ?? voice) === voice && rule.pattern.test(before))
}

/**
 * The subject of the words of undertaking. A pronoun means whoever speaks; a second verb has the subject of the first; a
 * passive without a subject means those for whom the speaker speaks.
 */
function whoActs(
  sentence: string,
  { rule, start }: Undertaking,
  voice: Speaker | null,
  paragraph: string,
): string | null {
  const subject = sentence.slice(0, start).trimEnd().replace(AUXILIARY_AT_END, '')
  if (rule.voice === 'active') {
    if (PRONOUN_AT_END.test(subject)) return voice?.role ?? null
    const named = organisationAtEnd(subject) ?? roleAtEnd(subject)
    if (named !== null) return named
    if (JOINED_AT_END.test(subject))
      return (PRONOUN_AT_START.test(sentence) ? null : firstRole(subject)) ?? voice?.role ?? null
  }
  const printed = rule.voice === 'active' ? CAPITALS_AT_END.exec(subject)?.[1] : undefined
  if (printed !== undefined && (voice === null || voice.role === REPORT_AUTHOR)) return printed
  if (voice === null) return firstOrganisation(sentence)
  if (voice.role === REPORT_AUTHOR) return firstOrganisation(sentence) ?? firstOrganisation(paragraph)
  return FORCE_ROLES.has(voice.role) ? 'Force' : voice.role
}
