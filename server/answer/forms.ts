import { isTitle } from '../../indexer/analysis/names.ts'
import type { Mention, MentionKind } from './mentions.ts'
import { BODIES, OFFICES, RANKS } from './nameWords.ts'

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
const OFFICE = new RegExp(`\\b(?:${OFFICES})(?:$| (?:of|for)\\b)`, 'iu')
const BODY = new RegExp(`\\b(?:${BODIES})\\b`, 'iu')
/** Words of the names of plans, places and papers, which are neither people nor bodies. */
const THING =
  /\b(?:plans?|strategy|programme|fund|act|road|street|park|district|cup|report|policy|scheme|project|town|square|bridge|area|county|city|house|hall|day|bill|regulations?|order|review|appendix|item|operation|initiative|campaign|award|estate|way|centre|station|bay|river|avenue|place|court|code|charter|framework|budget|motion|minutes|agenda|meeting|north|south|east|west|n?ational|development|east|presentation|update|question|reply|estimates|legislation|village|lands?|church|terrace|phase|strand|course|festival|week|mission|vision)\b/iu
/** `CC` and `Commissioner` by themselves are bodies as often as people. */
const RANK = new RegExp(`^(?:${RANKS}|CC|Commissioner)\\.?$`, 'u')
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
