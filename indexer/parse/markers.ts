import { attendanceHeadOf } from './attendanceHeads.ts'

/** What a line begins with, when it begins a paragraph. */
export interface Marker {
  readonly kind: 'bullet' | 'number' | 'letter' | 'question' | 'field' | 'keyword'
  /** As printed, without the white space after it; empty where the marker is part of the text (`RESOLVED`). */
  readonly label: string
  /** Characters of the line before the paragraph's own text. */
  readonly width: number
  /** The number of a plain numbered paragraph (`12.`). */
  readonly number: number | null
}

interface MarkerRule {
  readonly kind: Marker['kind']
  readonly pattern: RegExp
  /** Is the matched text a label, or the beginning of the paragraph itself? */
  readonly isLabel: boolean
  readonly example: string
}

/** Words before a colon that open a line of a document's head. */
const FIELDS =
  'To|From|Subject|Date|Date & time|Date and time|Time|Title|Venue|Location|By|Classification|Contact'

/** Tried in this order; the first that fits counts. */
export const MARKER_RULES: readonly MarkerRule[] = [
  {
    kind: 'keyword',
    pattern: /^(?:RESOLVED|RECOMMENDED|POST MEETING NOTE|\(Item\b)/,
    isLabel: false,
    example: 'RESOLVED that the report be noted.',
  },
  {
    kind: 'keyword',
    pattern: /^(?:Meeting Notes$|AGENDA$|Agenda$|Agenda and minutes$|MINUTES (?:of|OF)\b)/,
    isLabel: false,
    example: 'Meeting Notes',
  },
  {
    kind: 'field',
    pattern: new RegExp(`^(?:${FIELDS})\\s?:`),
    isLabel: false,
    example: 'Subject: Road Safety',
  },
  {
    kind: 'question',
    pattern: /^Q\s?\d{1,3}\s?[:.]\s*/,
    isLabel: true,
    example: 'Q1: In light of the priority',
  },
  {
    kind: 'number',
    pattern: /^(?:Agenda )?(?:Item|ITEM)\s(?:No\.?\s)?\d{1,3}(?:\s?[:.\u2013-]\s*|\s(?=[A-Z"\u2018\u201c]))/,
    isLabel: true,
    example: 'Item 4: Budget',
  },
  { kind: 'question', pattern: /^Question \d{1,3}$/, isLabel: false, example: 'Question 2' },
  {
    kind: 'letter',
    pattern: /^[-\u2013]\s+\(?(?:[a-z]|[ivx]{1,5})[.)]\s+/,
    isLabel: true,
    example: '- a. The Commissioner said',
  },
  {
    kind: 'bullet',
    pattern:
      /^[\u2022\u25aa\u25a0\u27a2\u25e6\u25cf\u2023\u00b7\u2756\u2713\u25a1\u25ab\u25ba\uf0b7\uf0a7]\s*/,
    isLabel: true,
    example: '• The PCC welcomed',
  },
  {
    kind: 'bullet',
    pattern: /^(?:[-\u2013\u2014*]|o)\s+(?=\S)/,
    isLabel: true,
    example: 'o 325 Special Constables',
  },
  {
    kind: 'number',
    pattern: /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=[A-Z("'\u2018\u201c])/,
    isLabel: true,
    example: '3.2 The Committee considered',
  },
  { kind: 'number', pattern: /^\(?\d{1,3}[.)]\s*(?=[^\d\s.)])/, isLabel: true, example: '10.The force' },
  {
    kind: 'letter',
    pattern: /^(?:\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})[.)])\s+(?=\S)/,
    isLabel: true,
    example: 'a. The name of the person',
  },
]

const PLAIN_NUMBER = /^(?:(?:Agenda )?Item (?:No\.? )?)?(\d{1,3})\s?[.):\u2013-]?$/i
const ATTENDANCE_HEAD: Marker = { kind: 'field', label: '', width: 0, number: null }

export function readMarker(text: string): Marker | null {
  if (attendanceHeadOf(text)) return ATTENDANCE_HEAD
  for (const rule of MARKER_RULES) {
    const match = rule.pattern.exec(text)
    if (!match || (rule.isLabel && match[0].length === text.length)) continue
    const label = rule.isLabel ? match[0].trim().replace(/^[-\u2013]\s+(?=\S)/, '') : ''
    return {
      kind: rule.kind,
      label,
      width: rule.isLabel ? match[0].length : 0,
      number: Number(PLAIN_NUMBER.exec(label)?.[1] ?? Number.NaN) || null,
    }
  }
  return null
}
