/** Words by which the record reports a question. */
export interface AskingRule {
  readonly pattern: RegExp
  /** Of a challenge, such as a cost that is questioned, a missing reply says nothing: it may have wanted none. */
  readonly isChallenge: boolean
  readonly example: string
}

const rule = (words: string, example: string): AskingRule => ({
  pattern: new RegExp(`${NOT_NOW}\\b(?:${words})`, 'i'),
  isChallenge: false,
  example,
})

/** Asked at another time, or not at all. */
const NOT_NOW =
  '(?<!\\b(?:had|has|have|having|will|would|to|be|been|previously|earlier|could|may|should|not) (?:also |previously |already |then |now )?)'

/** Whom a question is put to, between the verb and the question: `the Chief Constable`, `Ms. Ahern`. */
const ADDRESSEE = "(?: (?!for\\b|that\\b|to\\b|about\\b)[\\w.'\\u2019&-]+){0,6}?"

const QUESTION_WORDS =
  'if|whether|how|what|when|where|why|who|whom|which|whose|to what extent|in what|at what|on what|by what|under what'

const INVERTED =
  'is there|are there|was there|were there|do|does|did|would|could|can|will|has|have|is|are|was|were|should'

/** In reported speech. Tried in this order; the first that fits counts. */
export const ASKING: readonly AskingRule[] = [
  rule(
    `(?:asked|asks|queried|questioned|enquired|inquired|wondered)${ADDRESSEE} (?:as to )?(?:${QUESTION_WORDS})\\b`,
    'The Commissioner asked the Chief Constable if he had any figures.',
  ),
  rule(
    `(?:asked|queried|enquired|inquired) (?:${INVERTED}) `,
    'Cllr Roach asked does the Council have a benchmark.',
  ),
  rule(
    "(?:asked|queried|questioned|enquired|inquired)(?! for\\b| that\\b| to\\b)(?: [\\w\\u2019'-]+){0,5}? (?:about|regarding|concerning|in relation to|with regard to|as to) ",
    'The Chair asked about plans to manage the programme.',
  ),
  rule(
    '(?:asked|sought|requested|looked|wanted) (?:for )?(?:some |further |more |any |an? |the )?(?:clarification|clarity|confirmation|reassurances?|assurances?|explanation) (?:about|on|regarding|concerning|in relation to|as to|of|that|around|with regard to|if|whether|for|from) ?',
    'The CFO asked for assurance around the savings process.',
  ),
  rule(
    `(?:wished|wanted|sought|asked|would like) to know (?:about|${QUESTION_WORDS})\\b`,
    'Cllr Ling wished to know if the scheme would have sufficient demand.',
  ),
  rule('enquired (?:after|on|the|into) ', 'Cllr Ling enquired the reason for the delay.'),
  rule(
    '(?:raised|posed|put|had) an? (?:question|query) (?:about|on|regarding|concerning|in relation to|as to|around) ',
    'Cllr Roach raised a question about the fares.',
  ),
  {
    ...rule('(?:queried|questioned) (?:the|its|their|his|her|this|these) ', 'Mr Pike queried the cost.'),
    isChallenge: true,
  },
]

/** Questions of procedure, and words that only look like a question. */
export const NO_QUESTION: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /\basked (?:if|whether) (?:he|she|they) (?:could|might|may) (?:give|make|address|speak|present|say|leave)\b/i,
    example: 'The Inspector asked if he could give a short presentation.',
  },
  {
    pattern:
      /\b(?:asked|enquired|queried) (?:[\w ]{0,40})?(?:if|whether) (?:there (?:was|were) )?(?:(?:the )?(?:members?|anyone|anybody|everyone|they|all|the CC|committee|panel|council) )?(?:present )?(?:had |has |have )?any (?:other |further |more )?(?:questions?|comments?|objections?|declarations?|nominations?|amendments?|matters|business|apologies|observations|issues|business)\b/i,
    example: 'The Chair asked if there were any questions.',
  },
  {
    pattern:
      /\b(?:asked|enquired) (?:if|whether) (?:the )?(?:members?|everyone|anyone|all|councillors|they|the (?:meeting|committee|panel|council)) (?:present )?(?:were |was |are )?(?:all )?(?:agreed|agreed?able|happy|content|in agreement|in favour|agree|wished to|objected|satisfied)\b/i,
    example: 'The Mayor asked if Members were happy to take the report as read.',
  },
  {
    pattern:
      /\b(?:confirmed|noted|stated|said|explained|advised|informed|outlined|reported|recalled|indicated)\b[^,.]{0,30}\bthat (?:(?! and |, )[^.]){0,80}\b(?:asked|requested|queried|enquired)\b/i,
    example: 'It was confirmed that Members requested clarification on fares.',
  },
  {
    pattern: /\bI (?:will|wish to|would like to|now|am|also|hereby)\b/,
    example: 'I will ask at the next Meeting what progress was made.',
  },
  {
    pattern:
      /\b(?:asked|requested) (?:that|to be|to have|for (?:an?|the) (?:update|report|briefing))\b[^.;]{0,30}$/i,
    example: 'Cllr Roach asked that a letter be sent',
  },
]

/** A question that asks for something to be done, or that a mover puts: a missing reply says nothing. */
export const MAY_WANT_NO_REPLY =
  /\b(?:if|whether)\b.{0,160}?\b(?:could|possible|possibility|would consider)\b|^in (?:proposing|seconding|moving|supporting)\b/i

/** `When asked about fares, the Clerk said`, `In response to a question from Cllr Roach about fares,`: one sentence has both. */
export const ASKED_IN_PASSING =
  /^(?:(?:when|on being|being|having been) (?:asked|questioned|queried)\b|(?:(?:in|by way of) (?:response|reply|answer|responding|replying|answering)|responding|replying|answering) to (?:(?:an?|the|further|several|some|his|her|another|one|two|three|various|members?['\u2019]?|councillors?['\u2019]?) ){0,3}(?:supplementary |follow-?up |specific |direct |related )?(?:questions?|query|queries|enquiry|enquiries|inquiry|inquiries)\b)/i

/** What such words must go on with, or they say nothing of the question. */
export const WHAT_WAS_ASKED =
  /^[^.]{0,80}?\b(?:about|on|regarding|concerning|in relation to|in respect of|with regards? to|relating to|as to|whether|if|how|what|when|why|where|who|which|around|of)\b/i

/** At the start of a sentence that replies to what was said before it. */
export const REPLYING_FRAME =
  /^(?:(?:in|by way of) (?:response|reply|answer|responding|replying|answering|(?:his|her|its|their) (?:response|reply))\b|(?:responding|replying|answering)\b)/i

/** Verbs that tell somebody something, whoever it is. */
export const EXPLAINING =
  /\b(?:advis(?:ed|ing)|explain(?:ed|ing)|inform(?:ed|ing)|confirm(?:ed|ing)|clarif(?:ied|ying)|repl(?:ied|ying)|respond(?:ed|ing)|answer(?:ed|ing)|assur(?:ed|ing)|reassur(?:ed|ing))\b/i

/** Verbs by which an official's statement right after a question is the reply to it. */
export const STATING =
  /\b(?:said|stat(?:ed|ing)|report(?:ed|ing)|not(?:ed|ing)|add(?:ed|ing)|outlin(?:ed|ing)|indicat(?:ed|ing)|agreed|acknowledg(?:ed|ing)|highlight(?:ed|ing)|consider(?:ed|ing)|believed|felt|commented|commenting|talked|described|expected|undertook|offered|referred|emphasis(?:ed|ing)|recognis(?:ed|ing)|stress(?:ed|ing)|pointed|mentioned|told|shared|gave|provided|accepted|hoped|observed|suggested|detailed|reiterated)\b/i

/** Somebody who is no councillor, but speaks as one of those present rather than in reply. */
export const SPEAKING_FOR_ONESELF =
  /\b(?:welcomed|seconded|proposed|supported|commended|congratulated|complimented|concurred|echoed)\b/i

/** The record turns to another matter. */
export const TURNING =
  /^(?:(?:in|with) (?:relation|regards?|respect|terms) (?:to|of)|regarding|concerning|as regards|(?:in|by way of) (?:response|reply|answer) to (?:the )?members\b|(?:responding|replying) to (?:the )?members\b)/i

/** The record tells the reply without who gave it. */
export const PASSIVE_REPLY =
  /\b(?:(?:was|were) (?:then |subsequently )?(?:informed|advised|told)\b|it was (?:confirmed|explained|clarified|stated|advised|outlined|pointed out|indicated|reported|noted) (?:by [^,]{2,60} )?that\b)/i
