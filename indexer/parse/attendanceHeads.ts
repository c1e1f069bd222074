import type { AttendanceStatus } from '../../corpus/model/attendee.ts'

/** The words that open a list of names; what follows the colon is the list. */
export interface AttendanceHead {
  readonly pattern: RegExp
  readonly status: AttendanceStatus
  /** The role of those listed whose role is not printed. */
  readonly role: string | null
  readonly example: string
}

const HOW = '(?: (?:virtually|on-?line|remotely|in person|via [a-z ()]{3,40}|were|by video link))?'
const head = (
  words: string,
  status: AttendanceStatus,
  example: string,
  role: string | null = null,
): AttendanceHead => ({
  pattern: new RegExp(`^(?:${words})${HOW}\\s?[:;]\\s*[-\\u2013]?\\s*`, 'i'),
  status,
  role,
  example,
})

/** Tried in this order; the first that fits counts: `Substitute members` before all other members. */
export const ATTENDANCE_HEADS: readonly AttendanceHead[] = [
  head(
    '(?:present )?in the chair|chair(?:man|person|woman)?',
    'present',
    'PRESENT IN THE CHAIR: Cllr A Roach',
    'Chair',
  ),
  head(
    '(?:also|others?|in attendance also) (?:also )?(?:present|in attendance|attending)|(?:council )?(?:officers?|officials?|staff)(?: (?:also )?(?:present|in attendance|attending))?|in attendance|also present',
    'in attendance',
    'OFFICIALS IN ATTENDANCE: Mr D Pike (Director)',
  ),
  head('substitutes?|substitute members?', 'substitute', 'Substitutes: Cllr Ling for Cllr Roach'),
  head(
    'apolog(?:y|ies)(?: for (?:absence|non-attendance))?(?: received(?: from)?)?|absent(?: members| councillors)?|absentees',
    'apologies',
    'Apologies for absence: Cllr D Roach',
  ),
  head(
    '(?:the )?(?:(?:elected|committee|panel|board|council|voting) )?(?:members?|councillors?)? ?(?:present|in attendance)|(?:\\w+ ){0,2}members(?: present)?|attendees|attendance|those present',
    'present',
    'MEMBERS PRESENT: Councillors Roach and Ling',
  ),
  {
    pattern: /^(?:members |councillors )?present$/i,
    status: 'present',
    role: null,
    example: 'PRESENT',
  },
  {
    pattern: /^(?:officers |officials )?in attendance$/i,
    status: 'in attendance',
    role: null,
    example: 'In attendance',
  },
  {
    pattern: /^Apologies(?:\s(?=[A-Z][a-z]+ [A-Z][\p{L}'-]+ [-\u2013] ))/u,
    status: 'apologies',
    role: null,
    example: 'Apologies Rob Pike - Chief Finance Officer',
  },
]

/** What every head has, asked of each line of a file before the patterns are. */
const MAY_BE_HEAD = /^Apologies|[:;]|(?:present|attendance)$/i

export function attendanceHeadOf(text: string): AttendanceHead | null {
  if (!MAY_BE_HEAD.test(text)) return null
  return ATTENDANCE_HEADS.find(({ pattern }) => pattern.test(text)) ?? null
}
