/** What words undertake, and how. */
export interface UndertakingRule {
  readonly pattern: RegExp
  /** Who is to act stands before the words (`he would`), or the words do not say (`would be circulated`). */
  readonly voice: 'active' | 'passive'
  /** Undertakes something only where the sentence says when. */
  readonly dated: boolean
  readonly example: string
}

const ADVERB =
  '(?:(?:also|then|now|first|soon|shortly|formally|further|therefore|again|still|of course|personally|certainly|subsequently|continue to) )?'

/** Acts that can be checked: somebody did them, or did not. */
const ACTS = [
  'provide|share|send|circulate|forward|supply|issue|publish|submit|present|produce|prepare|draft|bring|return with',
  'report|update|brief|feed|inform|notify|advise|confirm|clarify|remind|write|respond|reply|contact|email|speak|talk|meet|liaise',
  'look into|look at|look again|investigate|review|check|examine|explore|find out|follow up|pick up|chase|consider',
  'raise|ask|request|seek|lobby|press|urge|escalate|pass|refer|take (?:this|that|it|up|back|away|forward|the|a)',
  'arrange|organise|set up|invite|convene|attend|visit|host|discuss|intervene|ensure|make sure|make representations',
  'establish|launch|introduce|appoint|add|include|amend|undertake|carry out|work with|do (?:so|this|that)',
].join('|')

const DONE = [
  'provided|shared|sent|circulated|distributed|forwarded|supplied|issued|published|submitted|presented|produced|prepared|brought',
  'reported|updated|briefed|informed|notified|advised|confirmed|contacted|consulted|invited',
  'looked into|looked at|investigated|reviewed|checked|examined|explored|followed up|considered|discussed|raised|escalated|referred|taken',
  'arranged|organised|convened|held|launched|introduced|appointed|added|included|amended|undertaken|carried out|conducted',
  'completed|implemented|adopted|installed|retrofitted|extended|rolled out|delivered|recruited|dedicated|enhanced|improved|established|merged|upgraded|replaced',
].join('|')

const rule = (pattern: string, voice: UndertakingRule['voice'], example: string): UndertakingRule => ({
  pattern: new RegExp(pattern, 'i'),
  voice,
  dated: false,
  example,
})

const datedRule = (pattern: string, example: string): UndertakingRule => ({
  ...rule(pattern, 'passive', example),
  dated: true,
})

/**
 * Words of undertaking, in reported speech and in reports. What is said to be usual, hoped, needed or wished undertakes
 * nothing. Tried in this order; the first that fits counts.
 */
export const UNDERTAKINGS: readonly UndertakingRule[] = [
  rule(
    '\\b(?:offered|undertook|pledged|promised|volunteered|agreed|had agreed|planned|intended|was intending|intends) to (?!be\\b)',
    'active',
    'He offered to report on it again in the future.',
  ),
  rule('\\bpledged\\b', 'active', 'The DCO pledged would be faster, fewer and better.'),
  rule(
    '\\b(?:has|have|had) committed to \\w+ing\\b',
    'active',
    'Partners have committed to contributing to the course.',
  ),
  rule(
    `(?<!\\b(?:is|was|be|are|were|fully|remained) )\\bcommitted to (?:${ACTS}|improve|increase|reduce|maintain|deliver)\\b`,
    'active',
    'The Commissioner committed to improve response times.',
  ),
  rule(
    '\\bintention to (?:\\w+ )?(?:' + ACTS + ')\\b',
    'active',
    'She mentioned her intention to report to the panel.',
  ),
  rule(
    '\\bmade an? (?:firm |clear )?commitment\\b',
    'active',
    'The Chief Constable has made a commitment that officers will attend.',
  ),
  rule(
    '\\bdecision (?:had been|has been|was) (?:taken|made)\\b.{0,80}? to (?:' + ACTS + ')\\b',
    'passive',
    'The decision had been taken at the Future Improvement Board to provide the data.',
  ),
  rule(
    `\\b(?:would|will) ${ADVERB}(?:${ACTS})\\b`,
    'active',
    'The Commissioner confirmed that he would look into this.',
  ),
  rule(
    `\\b(?:would|will) ${ADVERB}be (?:\\w+ly )?(?:${DONE})\\b`,
    'passive',
    'The longer term figures would be circulated to Panel Members.',
  ),
  rule(
    '\\b(?:would|will|to) (?:go[- ]live|come into (?:force|effect))\\b',
    'passive',
    'The strategy would go-live on 31 March.',
  ),
  rule(
    '\\b(?:was|were|is|are) (?:now |also )?(?:due|scheduled|going|expected|anticipated|planned|set) to (?:' +
      ACTS +
      '|be (?:a further|an|' +
      DONE +
      '))\\b',
    'passive',
    'The board was due to meet again in October.',
  ),
  rule(
    '\\bit (?:is|was) (?:anticipated|expected|planned|intended)(?: that)? .{3,80}? (?:would|will) be (?:' +
      DONE +
      ')\\b',
    'passive',
    'It is anticipated the strategy will be adopted in 2025.',
  ),
  rule(
    '\\bwould be (?:making|writing|seeking|asking|raising|lobbying|reporting|meeting|providing|launching|circulating|reviewing|contacting|arranging)\\b',
    'active',
    'The Council would be making representations to government.',
  ),
  rule(
    '\\b(?:report|update|response|details|information|briefing|points?|figures) (?:would follow\\b|to be (?:' +
      DONE +
      ')\\b)',
    'passive',
    'The exact design details would follow.',
  ),
  datedRule(
    '\\bexpect(?:s|ed|ing)?\\b.{0,60}? to (?:be|start|begin|have|complete|finish)\\b',
    'He expected it to be implemented by the end of 2017.',
  ),
  datedRule(
    '\\b(?:anticipated|expected|planned|scheduled|due) (?:around|by|in|for|from|to (?:start|begin|commence|finish|complete|open|report))\\b',
    'Full implementation was anticipated around July 2018.',
  ),
  datedRule(
    '\\bon (?:schedule|track|target|course) (?:for|to)\\b',
    'The force was on schedule for implementation early in 2018.',
  ),
  datedRule(
    '\\b(?:would|will) be (?:starting|in post|in place|ready|available|complete|open)\\b',
    'The system would be in place by April 2025.',
  ),
  datedRule(
    '\\b(?:would|will) have \\w+ed\\b',
    'By April the scheme will have extended to a further 27 schools.',
  ),
]

/** Before the words of undertaking these take them back: a question, a condition, a hope, a duty, somebody else's wish. */
export const NO_UNDERTAKING: readonly {
  readonly pattern: RegExp
  /** Only words of this voice are taken back; absent, any. */
  readonly voice?: UndertakingRule['voice']
  readonly example: string
}[] = [
  {
    pattern:
      /\b(?:asked|asks|queried|questioned|wondered|enquired|inquired)\b.{0,120}\b(?:if|whether|how|what|when|why|where|who|which)\b/i,
    example: 'The PCC asked whether the figures',
  },
  {
    pattern: /\b(?:asked|requested|suggested|recommended|proposed|urged|called for)\b(?: \w+){0,8} that\b/i,
    example: 'She requested that a copy',
  },
  {
    pattern:
      /\b(?:hoped|hope|hopes|hopefully|wished|would like|wanted|could|might|may|should|if only|ideally)\b[^.;]{0,60}$/i,
    example: 'he hoped that the next step',
  },
  {
    pattern: /\b(?:it|this|which|these|those)(?: (?:also|then))?(?: \w+ly)? ?$/i,
    voice: 'active',
    example: 'adding that it',
  },
]

/** Sentences in which the body itself decides, and it is done, or settles its own business: nobody is given anything to do. */
export const DECIDED: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\b(?:was|were|members|councillors|council|committee|meeting|panel|board)(?: \w+){0,2} agreed,?(?: \w+)? to (?:allocate|refer|defer|adjourn|suspend|approve|adopt|accept|amend|extend|withdraw|receive|nominate|assign|proceed|go into|vary|note|deal with)\b/i,
    example: 'It was agreed to allocate £2,000 to the pier.',
  },
  {
    pattern:
      /\bagreed,? that\b[^.;]{0,240}\b(?:would|will) be (?:appointed|nominated|referred|adopted|amended|approved|accepted|deferred|adjourned|allocated)\b/i,
    example: 'It was agreed that Cllr Roach would be appointed to the board.',
  },
  {
    pattern: /\bagreed to (?:allow|suspend|adjourn|amend) (?:the|this|that|these|standing)\b/i,
    example: 'It was proposed and agreed to amend the Notice of Motion.',
  },
  {
    pattern: /\bagreed to (?:the|these|those|this|that|same|following|it|all|both)\b/i,
    example: 'Members agreed to the following:',
  },
  {
    pattern:
      /\bto hold (?:an?|the) [^.;]{0,60}?\b(?:meeting|workshop|briefing|reception)\b[^.;]{0,80}\b(?:mon|tues|wednes|thurs|fri|satur|at|following)(?:day)?\b/i,
    example: 'It was agreed to hold a Special Meeting on Wednesday, 5 February.',
  },
  {
    pattern:
      /\bto (?:hold|convene) (?:the|its|their|this) (?:\w+ ){0,4}meetings?\b|\bto take (?:the |this |these |that )?(?:items?|motions?|notices?)\b/i,
    example: 'It was agreed to hold the November Meeting on 2 November.',
  },
  {
    pattern:
      /\b(?:next|annual|statutory|adjourned|january|february|march|april|may|june|july|august|september|october|november|december) (?:\w+ ){0,3}meetings? [^.;]{0,80}\b(?:would|will|is|was|be) (?:be )?(?:held|scheduled|due|take)\b/i,
    example: 'The next meeting of the Panel will be held on Thursday.',
  },
  {
    pattern:
      /\b(?:items?|votes?|motions?|notices?)(?: [\w.]+){0,6} (?:would|will) be (?:taken|held|discussed)\b/i,
    example: 'It was agreed that Item 3 would be taken first.',
  },
]

/** Sentences that tell what was agreed long ago, what others meant to do, or what a plan is made of. */
export const RECITALS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\bin (?:19|20)\d\d,? (?:the |our )?(?:\w+ ){1,5}(?:agreed|undertook|decided|planned|intended|pledged|promised) to\b/i,
    example: 'The report stated that in 2009 the Council agreed to lease the slip to the anglers.',
  },
  {
    pattern:
      /\b(?:school|college|club|company|firm|owner|developer|business|family)s? (?:had )?(?:planned|intended) to\b/i,
    example: 'The sailing school planned to move to Quayside.',
  },
  {
    pattern:
      /\b(?:vision|strategy|plan|ambition|framework)\b[^.;]{0,80}? (?:will|would) be (?:delivered|achieved|implemented|realised) (?:through|via|by means of)\b/i,
    example: 'The vision for the port will be delivered through four ambitions.',
  },
]

/** A paper that was tabled is named with what it is about, and undertakes nothing by its name. */
export const TABLED: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^\P{L}{0,8}(?:[a-z]\) ?)?(?:circulated|submitted|tabled),? (?:\w+ )?(?:report|copy|letter|draft|schedule|memo|email)/iu,
    example: 'Circulated, report of the Harbour Master on the intention to bring proposals to the Council.',
  },
]

/** The record's words for when something is to be done. */
export const DUE_PHRASES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /\b(?:outside (?:of )?(?:the|this) meeting)\b/i, example: 'outside of the meeting' },
  {
    pattern:
      /\b(?:(?:at|to|before|by|in time for|ahead of|for) )?(?:the |its |a |our )?(?:next|future|forthcoming|following|later) (?:\w+ ){0,3}(?:meetings?|sessions?|board|group|submissions?)(?: in \w+)?\b/i,
    example: 'at a future meeting',
  },
  {
    pattern:
      /\b(?:at |by |before |to )?(?:the )?(?:meeting in|(?:january|february|march|april|may|june|july|august|september|october|november|december) meeting)(?: (?:january|february|march|april|may|june|july|august|september|october|november|december))?\b/i,
    example: 'before December meeting',
  },
  {
    pattern:
      /\b(?:by|in|on|before|during|from|until|at|for|around)(?: the)?(?: (?:end|start|beginning|middle) of)?(?: (?:early|mid|late|later))?(?: \d{1,2}(?:st|nd|rd|th)?)? (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)(?:\/\w+)?(?: \d{4})?\b/i,
    example: 'in Spring 2025',
  },
  {
    pattern: /\b(?:by|in|during|before|for)(?: the (?:end|start) of| early| late)? (?:19|20)\d\d\b/i,
    example: 'by 2023',
  },
  {
    pattern:
      /\b(?:within|over|in) the (?:next|coming|following) (?:\w+ )?(?:days?|weeks?|fortnight|months?|years?)\b/i,
    example: 'within the next six months',
  },
  {
    pattern: /\b(?:next|this|later this|later in the) (?:week|month|year|spring|summer|autumn|winter)\b/i,
    example: 'next year',
  },
  {
    pattern:
      /\b(?:in due course|shortly|imminently|in the (?:near )?future|at a later date|as soon as possible|after the meeting|following the meeting)\b/i,
    example: 'in due course',
  },
]

/** The first words of a text that say when. */
export function duePhraseIn(text: string): string | null {
  const matches = DUE_PHRASES.flatMap(({ pattern }) => {
    const match = pattern.exec(text)
    return match ? [match] : []
  })
  return matches.sort((a, b) => a.index - b.index)[0]?.[0].trim() ?? null
}
