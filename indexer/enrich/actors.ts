import type { Speaker } from '../../corpus/model/paragraph.ts'
import type { ParsedDocument } from '../../corpus/model/record.ts'
import { firstOrganisation, organisationAtEnd } from '../analysis/organisations.ts'
import { firstRole, REPORT_AUTHOR, roleAtEnd } from '../analysis/roles.ts'

/** What stands around a sentence that undertakes something. */
export interface Circumstances {
  readonly voice: Speaker | null
  readonly paragraph: string
  /** The body whose meeting it is. */
  readonly body: string | null
  /** The council or other authority that the document is of; null where it does not say. */
  readonly authority: string | null
}

const AUXILIARIES_AT_END = /(?: (?:had|has|have|also|then|was|were|is|are))+$/
/** Before a second verb of one subject: `advised that he could not, and offered`. */
const JOINED_AT_END = /(?:\band|\bbut|\bor|,)$/i
/** A body of people that no table knows: `The Data Audit Team will review`. */
const CAPITALS_AT_END = /((?:[A-Z][\w&'\u2019-]* ){0,5}[A-Z][\w&'\u2019-]+)$/
const PERSON_AT_END = /\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z]\.? ){0,3}[A-Z][\w'\u2019-]+$/
const PRONOUN_AT_START = /^(?:he|she|they)\b/i
const PRONOUN_AT_END = /\b(?:he|she|they|it|I)$/i
const WE_AT_END = /\bwe(?: \w+)?$/i
const COUNCILLOR = /^(?:Cllr|Councillor)\b/
/** `The Council` is no name of one. */
const AUTHORITY =
  /\b(?!(?:The|This|That|Our|Each|Every|Full) )(?:[A-Z][\w'-]+ (?:and |& )?){1,4}(?:COUNCIL|Council)\b/
/** Characters before the words of undertaking in which their subject is looked for. */
const LONGEST_SUBJECT = 200
/** Paragraphs at the head of a document in which its authority is named. */
const HEAD_PARAGRAPHS = 12

/** Posts whose holders speak for the force. */
const FORCE_ROLES: ReadonlySet<string> = new Set([
  'Chief Constable',
  'Deputy Chief Constable',
  'Assistant Chief Constable',
  'Deputy Chief Officer',
])
/** Those who lead a council speak for it; those who question it report what its officers will do. */
const AUTHORITY_ROLES: ReadonlySet<string> = new Set(['Leader', 'Deputy Leader', 'Cabinet Member'])
const SCRUTINEERS: ReadonlySet<string> = new Set(['Chair', 'Vice-Chair', 'Member', 'Panel Member', 'Mayor'])

/**
 * Who is to do what a sentence undertakes: the subject of its words. A pronoun means whoever speaks; a second verb has the
 * subject of the first; a passive without a subject means those for whom the speaker speaks.
 *
 * @param at where the words of undertaking begin
 */
export function whoActs(
  sentence: string,
  at: number,
  voice: 'active' | 'passive',
  circumstances: Circumstances,
): string | null {
  const subject = sentence
    .slice(Math.max(0, at - LONGEST_SUBJECT), at)
    .trimEnd()
    .replace(AUXILIARIES_AT_END, '')
  return (
    (voice === 'active' ? subjectOf(subject, sentence, circumstances) : null) ??
    spokenFor(sentence, circumstances)
  )
}

function subjectOf(
  subject: string,
  sentence: string,
  { voice, body, authority }: Circumstances,
): string | null {
  if (PRONOUN_AT_END.test(subject)) return roleOf(voice)
  if (WE_AT_END.test(subject)) return (body === null ? null : organisationAtEnd(`the ${body}`)) ?? body
  const organisation = organisationAtEnd(subject)
  if (organisation !== null) return organisation === 'Council' ? (authority ?? organisation) : organisation
  const role = roleAtEnd(subject)
  if (role !== null) return role
  const person = PERSON_AT_END.exec(subject)?.[0]
  if (person !== undefined)
    return voice?.name === person ? roleOf(voice) : COUNCILLOR.test(person) ? 'Councillor' : null
  if (JOINED_AT_END.test(subject))
    return (PRONOUN_AT_START.test(sentence) ? null : firstRole(subject)) ?? roleOf(voice)
  const isNarrated = voice === null || voice.role === REPORT_AUTHOR
  return isNarrated ? (CAPITALS_AT_END.exec(subject)?.[1] ?? null) : null
}

/** A councillor is called one, whatever the body calls its members. */
function roleOf(voice: Speaker | null): string | null {
  return voice?.role === 'Member' && COUNCILLOR.test(voice.name ?? '') ? 'Councillor' : (voice?.role ?? null)
}

function spokenFor(sentence: string, { voice, paragraph, authority }: Circumstances): string | null {
  if (voice === null) return firstOrganisation(sentence) ?? (authority === null ? null : 'Officer')
  if (voice.role === REPORT_AUTHOR) return firstOrganisation(sentence) ?? firstOrganisation(paragraph)
  if (FORCE_ROLES.has(voice.role)) return 'Force'
  if (AUTHORITY_ROLES.has(voice.role)) return authority ?? voice.role
  return SCRUTINEERS.has(voice.role) ? 'Officer' : voice.role
}

/** `Kent County Council`, where the head of the document has it; capitals are written as a name is. */
export function authorityOf({ paragraphs }: ParsedDocument): string | null {
  const printed = paragraphs
    .slice(0, HEAD_PARAGRAPHS)
    .map(({ text }) => AUTHORITY.exec(text)?.[0])
    .find((name) => name !== undefined)
  if (printed === undefined) return null
  if (printed !== printed.toUpperCase()) return printed
  return printed.toLowerCase().replace(/\b(?!and\b)[a-z]/g, (letter) => letter.toUpperCase())
}
