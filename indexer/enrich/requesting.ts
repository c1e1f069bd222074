import { duePhraseIn } from './undertakings.ts'

/** Words by which the record reports that somebody asked for a report, an update, a briefing or figures. */
export interface RequestingRule {
  /** Its groups: `of` who was asked, `what` the words that name what was asked for. */
  readonly pattern: RegExp
  /** Only resolutions ask in these words; elsewhere they tell something else. */
  readonly resolved: boolean
  readonly example: string
}

/** Asked at another time, or not at all. */
const NOT_NOW =
  '(?<!\\b(?:had|has|have|having|will|would|been|previously|earlier|not) (?:also |previously |already )?)'

const DETERMINERS =
  '(?:(?:an?|the|another|any|some|further|more|regular|monthly|quarterly|weekly|annual|up-to-date|updated|latest|these|similar) ){0,3}'
const REPORT =
  "(?:(?!(?:that|for|to|on|of|and|be|by|copy|copies|approval|funding)\\b)[\\w\\u2019'/-]+ ){0,3}?(?:reports?|updates?|briefings?|briefing notes?|presentations?|figures|data|statistics|breakdown|position papers?)\\b"
/** `what` was asked for: no more words than name it, or they name something else. */
const WHAT = `(?<what>${DETERMINERS}${REPORT})`
const GIVEN =
  '(?:brought|provided|presented|prepared|submitted|circulated|given|furnished|made|produced|issued|supplied|sent|tabled|compiled|shared|obtained|sought|included)'
const GIVE =
  '(?:provide|prepare|bring|submit|give|circulate|present|produce|issue|supply|compile|send|furnish|share|arrange)'
const TO_WHOM =
  '(?: (?:the |its |all |elected )?(?:members?|panel|committee|council|us|them|him|her|board)(?: with)?)?'

const rule = (words: string, example: string, resolved = false): RequestingRule => ({
  pattern: new RegExp(`${NOT_NOW}\\b(?:${words})`, 'i'),
  resolved,
  example,
})

/** Tried in this order; the first that fits counts. */
export const REQUESTING: readonly RequestingRule[] = [
  rule(
    `(?:asked|requested|instructed|directed|call(?:s|ed)? on|called upon|asks|requests?|ask)(?: that)? (?<of>(?:the |this |our |its )?[\\w.'\\u2019&-]+(?: [\\w.'\\u2019&,-]+){0,6}?) to ${GIVE}${TO_WHOM} ${WHAT}`,
    'The Panel asked the Chief Constable to provide an update on fares.',
  ),
  rule(
    `(?:asked|requested|called|agreed|requests?|asks|calls)(?: for| that)+ ${WHAT}(?: [^.;]{0,120}?)? (?:to |would |could |should |might |will )?be ${GIVEN}\\b`,
    'The Chair asked that figures be circulated.',
  ),
  rule(
    `(?:asked|requested|sought|wished|wanted) (?:to (?:be (?:provided|furnished|supplied|given|presented|issued)(?: with)?|receive|have|see|get)) ${WHAT}`,
    'Members asked to be provided with a report on the pier.',
  ),
  rule(
    `(?:asked for|requested|called for|calls for|call for|calling for|sought|requests?|looked for|pressed for) ${WHAT}`,
    'Members requested an update on the ferry at the next meeting.',
  ),
  rule(
    `${WHAT}(?: (?:on|of|in relation to|regarding|about|as to|concerning|from)\\b(?:(?! where | which | who | and |approval|funding|permission)[^.;]){0,150}?)?,? (?:was|were) (?:also |then )?(?:requested|sought|asked for|called for)\\b(?! (?:from|to))`,
    'An update on the pier was requested.',
  ),
  rule(
    `(?:agree(?:d|s)? (?:to )?(?:receive )?|to receive |to request |request |requests |that |also )(?<what>(?:an?|another|regular) (?:further|interim|quarterly|annual|progress|update|detailed|follow-?up|short|written|verbal|full|six[- ]month(?:ly)?) (?:\\w+ ){0,2}?(?:reports?|updates?|briefings?|presentations?|breakdown)\\b)(?! (?:was|were|is|had|has)\\b)`,
    'RESOLVED: to note the report and agree to a further update at the February 2025 meeting.',
    true,
  ),
  rule(
    `that (?<what>${DETERMINERS}${REPORT})(?: [^.;]{0,100}?)? be (?:brought|provided|presented|prepared|submitted|given|circulated)\\b`,
    'RESOLVED that a report on the pier be brought to the next meeting.',
    true,
  ),
]

/** A notice of motion as it is printed: `That this Council call for a report from the Executive`. */
export const MOTION =
  /^(?:["'\u2018\u201c]?\s*)?(?:I (?:will|wish to|propose to) (?:move|propose|ask)\b.{0,60}?\bthat |that (?:this|the) (?:council|committee|municipal district|district|members)\b)/i

/** What reads like a request and is none. */
export const NO_REQUEST: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:data protection|report it|to report|press report|police report|report (?:any|all|these|such|this|to the (?:police|gardai)))\b/i,
    example: 'Members were asked to report any fly-tipping.',
  },
  {
    pattern:
      /\b(?:asked|requested) (?:[\w ]{0,40})(?:to (?:note|adopt|approve|consider|accept|read|agree|comment on|receive))\b/i,
    example: 'The Mayor asked Members to note the report.',
  },
  {
    pattern:
      /\b(?:changes?|corrections?|amendments?|alterations?|additions?) (?:to|of|in) the (?:\w+ ){0,2}report\b/i,
    example: 'He requested amendments to the draft report.',
  },
  {
    pattern:
      /\breport(?:s|ed)? (?:is|was|were|be|had been) (?:noted|adopted|approved|deferred|taken as read|amended|agreed|accepted|withdrawn|revised|rejected)\b/i,
    example: 'The Chair asked that the report be noted.',
  },
]

/** The words that ask for a report, at `[start, end)` of the sentence. */
export interface Requesting {
  readonly start: number
  readonly end: number
  readonly what: string
  readonly askedOf: string | null
}

/** The request of a sentence; null where it makes none. */
export function requestIn(sentence: string, isResolution = false): Requesting | null {
  if (sentence.endsWith('?') || NO_REQUEST.some(({ pattern }) => pattern.test(sentence))) return null
  for (const { pattern, resolved } of REQUESTING) {
    if (resolved && !isResolution) continue
    const match = pattern.exec(sentence)
    if (match)
      return {
        start: match.index,
        end: match.index + match[0].length,
        what: match.groups?.what ?? '',
        askedOf: match.groups?.of ?? null,
      }
  }
  return null
}

const SUBJECT_WORDS =
  /^(?: (?:was|were) (?:also )?(?:requested|sought|asked for))?(?: (?:should |to |would )?be \w+(?: available)?)?(?: to (?:the |all )?(?:members?|panel|committee|council))?(?: (?:at|for|to) the [\w ]{3,40}? meeting)?(?: (?:back )?from (?:the )?\p{Lu}[\w ]{2,50}?)?,? (?:on|in relation to|in respect of|regarding|about|of|concerning|as to|with regards? to|relating to|around|outlining|setting out|detailing|showing|explaining|covering|to include) /iu
/** What is to be done with it is not what it is about. */
const HOW_GIVEN =
  /,?(?: (?:would |to |should )?be (?:given|provided|made|brought|shared|circulated|submitted|presented|prepared|included|furnished|supplied|issued|sent)\b|(?:was|were) (?:also )?(?:requested|sought)\b| and (?:also )?(?:requested|raised|asked|stressed)\b| and this was agreed\b).*$/i

/** The words that say what a request is about: those after what was asked for, or, where there are none, what was asked for. */
export function subjectIn(sentence: string, { what }: Requesting): string {
  const after = sentence.slice(sentence.indexOf(what) + what.length)
  const named = SUBJECT_WORDS.exec(after)
  if (!named) return what
  const about = after.slice(named[0].length)
  const due = requestDueIn(about)
  const subject = (due === null ? about : about.slice(0, about.indexOf(due)))
    .replace(HOW_GIVEN, '')
    .replace(/[\s.,;:]+$/, '')
  return subject === '' ? what : subject
}

const MEETING_NAMED =
  /\b(?:for|at|to|by|before|in time for) (?:the |our |its )?(?:next |following |forthcoming |january |february |march |april |may |june |july |august |september |october |november |december )(?:\d{4} )?(?:(?:full|monthly|district|metropolitan|ordinary|council|committee|panel|board|spc|area|municipal|statutory) ){0,3}(?:meeting|spc)(?: of the [\w ]{3,40}?(?:district|council|committee|panel|board)\b)?/i

/** The words that say for when a report is asked: most often a meeting. */
export function requestDueIn(text: string): string | null {
  return MEETING_NAMED.exec(text)?.[0] ?? duePhraseIn(text)
}

const FROM_WHOM = /^ (?:back )?from (?:the )?(\p{Lu}[\p{L}'\u2019-]*(?: \p{Lu}[\p{L}'\u2019-]*){0,4})/u

/** Who was asked, as printed: `from the Executive`. */
export function askedOfIn(sentence: string, { what, askedOf }: Requesting): string | null {
  return (
    askedOf?.replace(/ (?:be|attend)\b.*$/, '') ??
    FROM_WHOM.exec(sentence.slice(sentence.indexOf(what) + what.length))?.[1] ??
    null
  )
}
