import { isTitle } from '../../indexer/analysis/names.ts'
import type { Mention, MentionKind } from './mentions.ts'

/** What a mention is by its form: finer than its kind. */
export type Form =
  | Exclude<MentionKind, 'date' | 'person' | 'organisation'>
  | 'full_date'
  | 'month'
  | 'year'
  | 'time'
  | 'period'
  | 'titled'
  | 'person'
  | 'office'
  | 'body'
  | 'thing'
  | 'acronym'
  | 'name'

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i
const OFFICE =
  /\b(?:Officer|Manager|Director|Engineer|Superintendent|Constable|Commissioner|Executive|Secretary|Treasurer|Chair|Chairman|Chairperson|Chairwoman|Cathaoirleach|Mayor|Minister|Inspector|Sergeant|Planner|Architect|Administrator|Co-?ordinator|Coordinator|Clerk|Leader|Head|President|Member|Members|Councillor|Councillors|Comhairle|Accountant|Solicitor|Librarian)$/iu
const BODY =
  /\b(?:council|company|ltd|limited|plc|trust|board|authority|department|consult\w*|engineers|architects|university|college|school|association|committee|services?|agency|group|police|partnership|office|commission|force|panel|club|society|bank|contractors?|construction|developments?|union|ministry|institute|team|unit|gardai|garda\u00ed|garda|associates|forum|network|foundation|federation|hospital|solutions|systems|international|brothers|sons|ireland|housing)\b/iu
/** Words of the names of plans, places and papers, which are neither people nor bodies. */
const THING =
  /\b(?:plans?|strategy|programme|fund|act|road|street|park|district|cup|report|policy|scheme|project|town|square|bridge|area|county|city|house|hall|day|bill|regulations?|order|review|appendix|item|operation|initiative|campaign|award|estate|way|centre|station|bay|river|avenue|place|court|code|charter|framework|budget|motion|minutes|agenda|meeting|north|south|east|west|n?ational|development|east|presentation|update|question|reply|estimates|legislation|village|lands?|church|terrace|phase|strand|course|festival|week|mission|vision)\b/iu
const RANK =
  /^(?:Supt|Superintendent|Inspector|Insp|Sergeant|Sgt|Garda|Minister|Deputy|Senator|Mayor|Chief|Assistant|PC|DCC|ACC|CC|Commissioner|Judge|Justice|Fr|Father|Bishop|Captain|Comm)\.?$/u
const PERSON = /^\p{Lu}[\p{L}.'\u2019-]*(?: (?:de |\u00d3 |O['\u2019] ?)?\p{Lu}[\p{L}.'\u2019-]*){1,3}$/u

export function formOf({ kind }: Mention, text: string): Form {
  if (kind === 'date') return formOfDate(text)
  if (kind !== 'person' && kind !== 'organisation') return kind
  const words = text.split(/\s+/)
  const [head = ''] = words
  if (words.length > 1 && !OFFICE.test(text) && !BODY.test(text) && (isTitle(head) || RANK.test(head)))
    return 'titled'
  if (OFFICE.test(text)) return 'office'
  if (BODY.test(text)) return 'body'
  if (THING.test(text)) return 'thing'
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(text)) return 'acronym'
  return PERSON.test(text) ? 'person' : 'name'
}

function formOfDate(text: string): Form {
  if (/\d ?[ap]\.?m/i.test(text)) return 'time'
  if (MONTH.test(text)) return /(?<!\d)\d{1,2}(?!\d)/.test(text) ? 'full_date' : 'month'
  if (/\d[/.]\d/.test(text)) return 'full_date'
  return /\d{4}/.test(text) ? 'year' : 'period'
}
