import type { FigureUnit } from '../../corpus/model/figure.ts'
import type { Quantity } from '../analysis/quantities.ts'
import { isStopWord } from '../analysis/terms.ts'
import { tokenize } from '../analysis/tokens.ts'

/** A quantity with the words about it: times are made `_`, and no other quantity of the sentence is among them. */
export interface QuantityPlace {
  readonly quantity: Quantity
  /** From the end of the quantity before it. */
  readonly before: string
  /** Up to the next quantity, with `#` where there is one. */
  readonly after: string
  /** No other quantity stands before it. */
  readonly isFirst: boolean
  /** What stands after the next quantity. */
  readonly beyond: string
}

/** Words that say what a quantity measures, with ` … ` where the quantity stands in them. */
export interface Measure {
  readonly measure: string
  readonly population: string | null
  /** Of a change: what it is a change of, whose values may follow. */
  readonly changed?: Measure
}

export interface MeasureRule {
  readonly name: string
  readonly units: 'any' | 'money' | 'percent' | 'count' | 'not_count'
  readonly read: (place: QuantityPlace) => Measure | null
  readonly example: { readonly sentence: string; readonly measure: string }
}

const REPORTING =
  'said|says|reported|reports that|advised|noted|confirmed|stated|explained|highlighted|added|saying|noting|adding|reporting|indicated|outlined|stating|confirming|indicating|showed|shows|believed|estimated that|announced|clarified|replied|responded'
const AUXILIARY =
  'is|was|are|were|had|has|have|would|will|did|does|do|can|could|should|may|might|must|be|been|being'
const JOINING =
  'that|which|who|whom|whose|where|while|whilst|because|as|when|if|but|than|so|then|whereas|although|though|compared|including|however'
const PREPOSITION =
  'in|on|at|by|for|of|to|from|with|over|under|during|within|since|per|against|between|among|amongst|across|through|throughout|towards|into|about|after|before|following|under|via|due|up|down|out|off'
const ADVERB =
  'the|an?|two|three|four|five|six|seven|eight|nine|ten|now|also|only|already|currently|annually|nationally|locally|last|this|each|every|more|less|fewer|or|and|not|no|all|both|approximately|again|year|too|rather'
const CHANGES = 'increase|decrease|reduction|rise|fall|drop|growth|decline|uplift|underspend|overspend'

/** Nouns that name a measure without any more words. */
const MEASURE_NOUN =
  /\b(?:rates?|satisfaction|times?|costs?|budgets?|income|expenditure|spend|overspends?|underspends?|deficits?|surplus|salary|salaries|population|turnover|strength|establishment|attrition|compliance|precept|prices?|values?|attendance|membership|vacanc(?:y|ies)|scores?|averages?|unemployment|savings?|reserves?|funding|grants?|fees?|charges?|lev(?:y|ies)|allocations?|rents?|loans?|numbers?|turnout|volumes?|total|percentage|proportion|share|ratio|levels?|figures?|amount|sum|balance|debt|arrears|yield|receipts|tax|contributions?|provision|bonus|allowance|pay|headcount|capacity|confidence|representation|absence|usage|demand|waiting list|target|purity|gap|pot|fund|payments?|penalt(?:y|ies)|fines?|prize|investment|estimate|valuation|bill|subsid(?:y|ies)|donation|sponsorship|bursary|deposit|funds|consumption|emissions|uptake|occupancy|profit|loss|losses|collection|base|discount|overdraft|offences|crime|crimes|incidents|calls|complaints|reports|referrals|cases|burglary|robbery|theft|thefts|arrests|applications|homicides?|collisions|casualties|deaths|visits|visitors|users|enquiries|inquiries|officers|staff)\b/i
/** Is the noun that the others go with a measure: `rate` in `collection rate of the city`? */
const isMeasured = (nouns: string): boolean =>
  MEASURE_NOUN.test(
    (/^(.+?) (?:of|for|in|on|to|from|per|under|at|by|with|across|among) /.exec(nouns)?.[1] ?? nouns)
      .split(' ')
      .slice(-2)
      .join(' '),
  )

/** They measure nothing until something says of what. */
const GENERIC =
  /^(?:(?:an?|the|total|overall|additional|further|full|further|annual|new|sum|maximum|minimum|average|combined|initial|estimated|overall|whole|grand|approximate|current|final|significant|slight|small|large|national|further|maximum|first|similar|same|core|net|gross|planned|proposed|provisional|separate|potential|estimate|direct|public|combined|budget|previous|proposed|amount|total|figure|number|level|value|cost|costs|price|rate|grant|loan|allocation|contribution|fee|charge|payment|provision|increase|decrease|reduction|rise|fall|drop|growth|estimate|percentage|proportion|share|investment|fund|funding|application|target|saving|savings|budget|balance|expenditure|income|time|times|base|demand|capacity|figures|bill|tender|contract|funds|pot|one-off|of|in|for) ?){1,8}$/i
const PRONOUN =
  /\b(?:he|she|it|they|we|I|there|this|these|those|what|you|which|one|who|another|others|us|them|him|here|himself|herself)\b/
const NOT_A_SUBJECT =
  /^(?:in|on|at|by|for|of|to|from|with|over|under|during|within|since|per|against|between|among|and|or|not|also|per|following|based|given|to|how|why|whether|because|only|just|however|currently)\b/i

const content = (text: string): string[] =>
  tokenize(text)
    .map((token) => token.text)
    .filter((word) => !isStopWord(word) && /\p{L}{2}/u.test(word))

const VERB =
  `(?:(?:had|has|have|would|will|is|are|was|were)(?: (?:now|also|already|since|currently|expected to|forecast to|projected to|due to|set to|subsequently))?(?: been| be| have)? )?` +
  `(?:be|been|was|were|is|are|stood|stands|remained|remains|reached|totalled|totals|averaged|averages|amounted|amounts|equated|equates|rose|risen|rise|fell|fallen|fall|increased|increase|increases|decreased|decrease|reduced|declined|dropped|grown|grew|gone|went|improved|tracking|estimated|forecast|projected|costed|valued)`
const VERB_BEFORE = new RegExp(
  `^(.{0,200}?)( ?\\b${VERB}(?: (?:now|currently|only|just|down|up|slightly|significantly|steadily|marginally|further|on average|at just|overall))?(?: (to|at|from|by))?(?: _+)?) $`,
  'u',
)

/** `subject (had) risen by …`: what the change is of, and the verb; else what the level is of. */
function subjectAndVerb({ quantity, before, after, isFirst }: QuantityPlace): Measure | null {
  const match = VERB_BEFORE.exec(before)
  if (!match) return null
  const [, left = '', verb = '', preposition = ''] = match
  const subject = subjectOf(left, isFirst)
  if (subject === null) return null
  if (preposition === 'by' || (preposition === '' && CHANGED.test(verb.trim()))) {
    if (/^ ?(?:be|been|is|was|are|were)\b/.test(verb.trim()) && !/(?:ed|en) by$/.test(verb.trim()))
      return null
    const change = measureOf(`${subject} ${clean(verb).replace(/ by$/, '')}`, populationAfter(after))
    const changed = split(subject, null)
    return change && changed ? { ...change, changed } : change
  }
  if (
    quantity.unit === 'count' &&
    !/\b(?:numbers?|total|establishment|strength|figure|volumes?|population)\b/i.test(subject)
  ) {
    const isAlone =
      /^(?:[.,;)#]|$| (?:_+|in|and|to|but|from|compared|at|for|by|down|up)\b)/.test(after) ||
      after.trim() === ''
    if (!isAlone || !MEASURE_NOUN.test(subject)) return null
  } else if (!MEASURE_NOUN.test(subject) && !/(?:to|from|at)$/.test(verb.trim())) return null
  if (
    /^ (?:of|lower|higher|more|less|per|above|below|behind|ahead|away|old|short|from|later)\b/.test(after)
  ) {
    if (!/^ per\b/.test(after)) return null
    return measureOf(`${subject} … ${takeWords(after, 3)}`, null)
  }
  const measure = split(subject, populationAfter(after))
  return measure && (measure.population !== null || saysEnough(measure.measure)) ? measure : null
}

const CHANGED =
  /(?:increased|decreased|reduced|rose|risen|fell|fallen|declined|dropped|grown|grew)(?: \p{L}+)?$/u

/** `average answer time for 101 calls` is of `101 calls`. */
function split(subject: string, population: string | null): Measure | null {
  const match = /^(.{4,80}?) (?:for|among|amongst|across) (?:the |all )?(.{3,80})$/.exec(subject)
  const [, measure = '', group = ''] = match ?? []
  if (
    population === null &&
    match &&
    MEASURE_NOUN.test(measure) &&
    content(measure).length > 0 &&
    !/^(?:year|quarter|period|month|financial year|moment)\b/.test(group)
  )
    return measureOf(measure, group)
  return measureOf(subject, population)
}

/** Two words do, or one that is a measure by itself. */
const saysEnough = (measure: string): boolean =>
  content(measure).length > 1 ||
  /\b(?:unemployment|population|turnout|burglary|robbery|homicides?|precept|thefts?|inflation|turnover|absenteeism)\b/i.test(
    measure,
  )

export function populationAfter(after: string): string | null {
  const match =
    /^ (?:for|among|amongst) (?:an? |the |all )?((?:[\p{L}\p{N}'’&/-]+ ?){1,5})(?:[.,;)]|$|_| (?:and|in|to|by|on)\b)/u.exec(
      after,
    )
  const words = match?.[1]?.trim() ?? ''
  return content(words).length > 0 &&
    !/^(?:\d|year|quarter|month|period|that|this|example|most|it|them)\b/i.test(words)
    ? words
    : null
}

/** What stands before the subject of a clause. */
const OPENER = new RegExp(
  `.*(?:[,;:()\\u2013\\u201c\\u201d"\\[\\]|]| - |_|\\b(?:${REPORTING}|${JOINING}|and the|and that|with|also|in terms of|regarding|\\p{L}+(?:ed|es) to|apologising for|advising|commenting|to see)(?= ))`,
  'iu',
)
const HAS_AUXILIARY = new RegExp(`\\b(?:${AUXILIARY})\\b`, 'u')

/**
 * The words that a verb is about, from the end of a text; null where they are a pronoun or say too little.
 *
 * @param isWhole the text begins with the sentence, and not in the middle of a clause
 */
function subjectOf(left: string, isWhole: boolean): string | null {
  const bare = left.replace(/[_ ]+$/, '')
  const label = /(?:^|[.;] )([^:.;,_]{3,60})(?::| [-\u2013])$/.exec(bare)?.[1]
  const rest = label ?? bare.replace(OPENER, '')
  if (rest === bare && !isWhole) return null
  const subject = clean(rest)
  return isSubject(subject) ? subject : null
}

function isSubject(subject: string): boolean {
  const words = subject.split(' ')
  return (
    words.length <= 10 &&
    content(subject).length > 0 &&
    !PRONOUN.test(subject) &&
    !NOT_A_SUBJECT.test(subject) &&
    !GENERIC.test(subject) &&
    !HAS_AUXILIARY.test(subject) &&
    !/[.?!]|\p{L}ed (?:an?|the|to|that|by|from) |\b(?:reference|telephone|phone|account|registration) numbers?\b|^(?:some|many|most|other|several|few|\p{L}+ing (?:the|an?)) /iu.test(
      subject,
    ) &&
    /\p{Ll}{3}|\p{Lu}{2}/u.test(subject)
  )
}

const LEADING_ARTICLE =
  /^(?:and |or |but |so |then |overall, )?(?:(?:the|an?|this|its|their|our|his|her|these|that|of|in|both) )?/i

const clean = (words: string): string =>
  words
    .replaceAll(/_+/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .replace(LEADING_ARTICLE, '')
    .replace(/^[-\u2013] | [-\u2013]$| (?:with|for|at|of) an? (?:average|total|maximum|minimum|cost)$/g, '')
    .replace(
      /(?: (?:a|an|the|of|and|to|in|for|by|with|or|from|at|on|was|were|is|are|it|as|that|this|per|their|his|its|since|until|before|after))+$/i,
      '',
    )
    .trim()

function measureOf(measure: string, population: string | null): Measure | null {
  return content(measure).length > 0 && measure.length <= 160 ? { measure, population } : null
}

const WORD = String.raw`(?!(?:${PREPOSITION}|${AUXILIARY}|${JOINING}|said|stated|noted|advised|${ADVERB})\b)[\p{L}][\p{L}\p{N}'’&/-]*`
const NOUNS = new RegExp(`^ ((?:${WORD} ){0,5}${WORD})`, 'u')
const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  'people men women children staff gardaí gardai personnel fte media criteria households clergy police crew'.split(
    ' ',
  ),
)
const PARTICIPLES: ReadonlySet<string> = new Set(
  'held made sent given taken built sold found put spent lost left shot won paid'.split(' '),
)

const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word.toLowerCase()) ||
  (/\p{L}{2}(?<!s|u|i|['’])s$/u.test(word) && !/^(?:was|is|this|as|its|has)$/.test(word))
const isParticiple = (word: string): boolean => /\p{L}{2}ed$/u.test(word) || PARTICIPLES.has(word)

/** The noun that a number counts with what stands before it, and a participle after: `uninsured vehicles seized`. */
function countedNouns(after: string): string | null {
  const words = NOUNS.exec(after)?.[1]?.split(' ') ?? []
  const head = words.findLastIndex(isPlural)
  if (head < 0 || words[0] === 'such') return null
  const nouns = words.slice(0, head + 1)
  if (nouns.some((word, index) => index > 0 && isParticiple(word) && isPlural(words[index - 1] ?? '')))
    return null
  if (words.slice(head + 1).some((word) => !isParticiple(word))) return nouns.join(' ')
  const all = nouns.concat(words.slice(head + 1)).join(' ')
  if (words.length === nouns.length) return withSecondNoun(all, after)
  const isName =
    nouns.every((word) => /^\p{Lu}/u.test(word)) &&
    words.length === nouns.length &&
    nouns.length > 1 &&
    !/^ \S+ \S+ (?:were|are|was|have|had)/.test(after)
  return isName && !nouns.at(-1)?.endsWith('s') ? null : all
}

const STOP = new RegExp(
  `(?<!\\b(?:St|Ms|Mr|Dr|Mrs|No))\\.|[;:()_#\\u2013"\\u201c\\u201d\\[\\]|]|,(?!\\d| \\p{L}+ and )| - |\\b(?:${JOINING.replace('that|', '')}|as well|an? \\w+ (?:increase|decrease|reduction))(?= )`,
  'u',
)
const LAST_PREPOSITION = new RegExp(
  `^(.+) (?:${PREPOSITION}|and|or)(?: (?:the|an?|first|last|over|about|around))?.{0,40}$`,
  'u',
)

/** Words up to the end of the clause, no more than `most`; none where they run into the next quantity. */
function takeWords(after: string, most: number): string {
  const stop = STOP.exec(after)?.index ?? after.length
  const words = after.slice(0, stop).trim().split(' ')
  const taken = clauseOf(words.slice(0, most).join(' '))
  if (after[stop] === '#' && words.length <= most) return clean(LAST_PREPOSITION.exec(taken)?.[1] ?? '')
  return words.length > most || after[stop] === '_' || taken.length < words.join(' ').length
    ? clean(taken)
    : taken.replace(LEADING_ARTICLE, '')
}

/** After a verb, `and` begins something else. */
function clauseOf(words: string): string {
  const [clause = words] = words.split(/ and (?=(?:the|an?|that|it|they|members|to) )/i)
  if (clause !== words) return clause
  const joined = words.search(/ and (?=\p{Ll})/u)
  return joined > 0 && FINITE.test(words.slice(0, joined)) ? words.slice(0, joined) : words
}

const FINITE = new RegExp(`\\b(?:${AUXILIARY}|\\p{L}+ed|go|went|use|came|made|felt|said|took|led)\\b`, 'u')
const COUNTING_VERB =
  /(?:^|[ (])((?:not )?(?:recorded|received|issued|supported|helped|delivered|trained|funded|seized|made|completed|processed|employed|created|dealt with|carried out|conducted|inspected|identified|attracted|generated|attended by|repaired|installed|planted|built|provided|prosecuted|arrested|recruited|visited|allocated|assisted|reviewed|submitted|refurbished|acquired|removed|sold|disrupted|saw|sent|constructed|undertaken|held|appointed|handled|assessed|reported|detected|answered|lost|closed|resolved|housed|accommodated|engaged|stopped|tested|circulated|purchased|delivering|supporting|providing|employing|representing|included|approved|granted|refused|registered|served|opened|collected|cleaned|surveyed|reached|secured|serving|led to|resulted in)(?: (?:an additional|a further|an extra|a total of|on|only|just|some|in total))?) $/
const HAVING =
  /(?:\b(?:there (?:were|are|is|was|have been|had been|has been)|(?:comprised|consisted|consists|made up|comprises)(?: of)?|had|has|have|with)(?: (?:now|currently|also|only|just|still|approximately|an additional|a total of|a further))?(?: _+)? $)|(?:^|[:\u2013(] ?| - |, |\band )$|^_+:? ?\p{L}{0,40}[^.]{0,60}[:\u2013] $/iu
const TOTAL_OF = /\b(?:a |the )?(?:overall |combined |grand )?total (?:number )?of $/i

const VAGUE =
  /^(?:(?:people|persons?|members?|individuals|offences|cases|calls|items|units|staff|officers|incidents|times|places|things|groups|schemes|projects|properties|houses|sites|areas|locations|meetings) ?)$/i

function countedWithVerb({ before, after, isFirst }: QuantityPlace): Measure | null {
  const nouns = countedNouns(after)
  const match = COUNTING_VERB.exec(before)
  if (nouns === null || !match) return null
  const verb = (match[1] ?? '').replace(
    / (?:on|only|just|some|an additional|a further|an extra|a total of|in total)$/,
    '',
  )
  const subject = subjectOf(
    before.slice(0, match.index).replace(/\b(?:has|have|had|also|then|now)(?: (?:also|now|since))?$/, ''),
    isFirst,
  )
  const counted = withComplement(nouns, after)
  if (VAGUE.test(counted) && subject === null) return null
  const who = subject !== null && subject.split(' ').length <= 5 ? `${subject} ` : ''
  return measureOf(`${who}${verb} … ${counted}`, null)
}

function countedClause({ before, after }: QuantityPlace): Measure | null {
  const nouns = countedNouns(after)
  if (nouns === null) return null
  // What is `further` is no whole.
  if (/\b(?:a further|another) $/i.test(before)) return null
  const lead = before.replace(TOTAL_OF, '').replace(/\b(?:an additional|additional|a total of) $/i, '')
  const opens =
    HAVING.test(lead) ||
    new RegExp(`\\b(?:${REPORTING}|that|as|of note)(?: _+)? $`).test(lead) ||
    /_ ?$/.test(lead)
  if (!opens) return null
  const clause = takeWords(after, 16)
  if (/\bnot\b/.test(clause) || clause === '') return null
  const isThere =
    /\b(?:there \S+(?: been)?|had|has|have|comprised|consisted|comprises|consists|made up)\b[^.]{0,24}$/i.test(
      lead,
    )
  if (isThere) {
    const rest = after.slice(nouns.length + 1).replace(/^ _+/, '')
    const whole = ` ${nouns}${rest}`
    const counted = /^ \p{L}+ing /u.test(rest) ? takeWords(whole, 16) : withComplement(nouns, whole)
    return content(counted).length > 1 ? measureOf(counted, null) : null
  }
  const rest = clause.slice(nouns.length)
  if (FINITE.test(rest) || isParticiple(nouns.split(' ').at(-1) ?? '')) return measureOf(clause, null)
  return null
}

/** `reports` says little; `reports of litter in the town` more. */
function withComplement(nouns: string, after: string): string {
  const rest = after.slice(nouns.length + 1)
  if (!/^ (?:of|for|to|in|from|on|at|with|about|across|who|under)\b/.test(rest)) return nouns
  const words = takeWords(rest.replace(/^ who\b/, ' ').replace(FROM_AUXILIARY, ''), 9)
  const isBroken =
    words === '' ||
    /^(?:it|them|which|date|total|this|that|place|order|progress|line|addition|all|the)$/i.test(
      words.replace(/^\w+ /, ''),
    )
  if (isBroken || rest.startsWith(' who')) return nouns
  const kept = `${rest.slice(1, rest.indexOf(' ', 1))} `
  const joined = words.startsWith(kept.trim())
    ? words
    : rest.slice(1).slice(0, rest.slice(1).indexOf(words) + words.length)
  return `${nouns} ${joined}`.trim()
}

const FROM_AUXILIARY = new RegExp(` (?:${AUXILIARY}|${REPORTING}) .*`, 'u')

/** `women and girls`: two nouns are counted together. */
const BOTH = new RegExp(`^ and ((?:${WORD} ){0,2}${WORD})`, 'u')

function withSecondNoun(nouns: string, after: string): string {
  const second = BOTH.exec(after.slice(nouns.length + 1))?.[1]?.split(' ') ?? []
  const head = second.findIndex(isPlural)
  return head < 0 || isParticiple(second[head + 1] ?? '') || !isPlural(nouns.split(' ').at(-1) ?? '')
    ? nouns
    : `${nouns} and ${second.slice(0, head + 1).join(' ')}`
}

const NOUN_OF = /(?:^|[ (])((?:[\p{L}][\p{L}\p{N}'’&/-]* ){1,8})(?:of|at)(?: _+)? $/u

const COMPLEMENTED =
  /^ (?:people in|residents in|for|to|towards|in|from|on|was|were|is|are|has|had|will|would) /
const LAST_DETERMINER = /^.*\b(?:an?|the|its|their|his|her|our|this) /
/** Verbs and prepositions before a noun that is not determined. */
const GIVING =
  /^.*\b(?:to|by|from|at|on|after|over|under|into|through|having|receives?|received|awarded|made|allocated?|paid|provided?|approved|approving|raising|agreed|secured|includes?|included|including|giving|represents|represented|showed|using|offering|saw|seen|receiving|serving|requires?|require|and|is|was|has|had|were|are|be|been|costs?) (?=.)/

/** `a core grant of …`, `compliance rate of …`. */
function nounOf({ quantity, before, after }: QuantityPlace): Measure | null {
  const match = NOUN_OF.exec(before.replace(/ in the (?:amount|sum) of (?=_* ?$)/, ' of '))
  if (!match) return null
  const noun = clean((match[1] ?? '').replace(OPENER, '').replace(LAST_DETERMINER, '').replace(GIVING, ''))
  const isChange = new RegExp(`^(?:\\S+ ){0,3}(?:${CHANGES})$`).test(noun)
  if ((!isMeasured(noun) && !isChange) || HAS_AUXILIARY.test(noun)) return null
  if (/\b(?:Cllrs?|Councillors?|Members?|Mr|Mrs|Ms|Mayor|Minister)\b/.test(noun)) return null
  if (
    PRONOUN.test(noun) ||
    /^value$|\b(?:period|term|distance|age|group|list|members?|course|set|series|range|lack|terms|couple)$/i.test(
      noun,
    )
  )
    return null
  if (/total$/i.test(noun) && quantity.unit === 'count') return null
  if (quantity.unit === 'count' && countedNouns(after) !== null && !/population$/i.test(noun)) return null
  if (!isChange && !GENERIC.test(noun) && saysEnough(noun) && !noun.endsWith('population'))
    return measureOf(noun, populationAfter(after))
  const rest = (isChange ? /^ (?:for|in) / : COMPLEMENTED).test(after) ? complement(after) : null
  return rest === null ? null : measureOf(`${noun} … ${rest}`, null)
}

function complement(after: string): string | null {
  const words = takeWords(after, 12)
  const said = content(words)
  return said.length > 1 || (said.length === 1 && /^(?:for|to|towards|in|from|on) /.test(words))
    ? withPreposition(words, after)
    : null
}

/** `clean` drops what begins with an article or `of`, `in`: what joins the words to the quantity stays. */
function withPreposition(words: string, after: string): string {
  const at = after.indexOf(words)
  return at <= 0 ? words : `${after.slice(0, at)}${words}`.trim()
}

function changeAfter({ after }: QuantityPlace): Measure | null {
  const match = new RegExp(
    `^ (?:\\p{L}+ )?(?:${CHANGES}|improvement|cut|deviation) (?:in|on|of|to) `,
    'u',
  ).exec(after)
  if (!match) return null
  const words = takeWords(after, 10)
  return content(words).length > 1 &&
    !PRONOUN.test(words) &&
    !/ (?:in|on|of|to) (?:last|the (?:last|previous|same))\b/.test(words)
    ? measureOf(words, null)
    : null
}

const SHARE_OPENS = new RegExp(
  `(?:^|[,:;(\\u2013] ?|_ ?| - |\\b(?:that|and|as|because|while|when|${REPORTING}) )$`,
  'iu',
)

function shareOf({ before, after, isFirst }: QuantityPlace): Measure | null {
  if (!/^ of (?!which|whom|them|those|these|it\b|this|that\b)/.test(after)) return null
  const words = takeWords(after, 20)
  const rest = words.replace(/^(?:of )?(?:the |all |its |their |our )?/, '')
  const [nouns = ''] =
    /^.{2,60}?(?= (?:were|was|are|is|had|have|has|who|that|\p{L}+ed|felt|said|went|came|made)\b)/u.exec(
      rest,
    ) ?? ['']
  const verb =
    /(?:^|[ ])([\p{L}-]{3,} )?((?:represent(?:s|ed|ing)?|account(?:s|ed|ing) for|make(?:s)? up|cover(?:s|ed)?|compris(?:es|ed|ing)|equates to|fund(?:s|ed)|receives?|received|collected|generates?|is|was|spend|evidenced))(?: (?:up to|about))? $/u.exec(
      before,
    )
  const opens = SHARE_OPENS.test(before)
  if (opens && nouns !== '' && FINITE.test(rest.slice(nouns.length)) && !PRONOUN.test(nouns) && !verb)
    return measureOf(rest, null)
  if (!verb || content(rest).length === 0 || PRONOUN.test(rest)) return null
  const subject = subjectOf(before.slice(0, before.lastIndexOf(verb[2] ?? '')), isFirst)
  return subject === null ? null : measureOf(`${subject} ${verb[2] ?? ''} … of ${rest}`, null)
}

const PAYING =
  /(?:^|[ (])(?:(?:be |been |was |were |is |are )?((?:allocate|allocated|award|awarded|receive|received|secured|spent|spend|invest|invested|contribute|contributed|pay|paid|provide|provided|approved|granted|donated|raised|assign|assigned|set aside|transferred|transfer|saved|committed|budgeted|cost|costs|costing|worth|generated|collected|owed|drawn down|ring-fenced|earmarked|pledged|providing|allocating|sought|seeking|made))(?: (?:a further|an additional|another))?) $/

function paid({ before, after, isFirst }: QuantityPlace): Measure | null {
  const verb = PAYING.exec(before)?.[1]
  if (verb === undefined) return null
  const rest = /^ (?:for|to|towards|in|from|on|by|per|under)\b/.test(after) ? complement(after) : null
  const nouns = /^ (?:to|from) (?:the )?\S+ (?:fund|budget)/.test(after) ? null : moneyNouns(after)
  if (/^(?:cost|costs|costing|worth)$/.test(verb)) {
    const subject = subjectOf(
      before
        .slice(0, before.lastIndexOf(verb))
        .replace(
          /\b(?:would|will|to|had|has|have|could|was|is|are|were|be)(?: (?:in the region of|have))? ?$/,
          '',
        ),
      isFirst,
    )
    return subject === null ? null : measureOf(`${subject} … ${verb}`.replace(' … ', ' '), null)
  }
  if (rest !== null) return measureOf(`${verb} … ${rest}`, null)
  return nouns === null ? null : measureOf(nouns, null)
}

function moneyNouns(after: string): string | null {
  const words = NOUNS.exec(after)?.[1] ?? ''
  return MEASURE_NOUN.test(words.split(' ').at(-1) ?? '') && !PRONOUN.test(words) ? words : null
}

/** `£3,000 allowance`, `95% collection rate`. */
function adjectival({ quantity, before, after }: QuantityPlace): Measure | null {
  const nouns = moneyNouns(after)
  // `Up to €3,000 rate demand` is a band of a table.
  if (nouns === null || /\p{L}ed$/u.test(nouns) || (before === '' && quantity.sense !== 'exactly'))
    return null
  if (quantity.unit !== 'percent' && quantity.unit !== 'pounds' && quantity.unit !== 'euros') return null
  const whole = withComplement(nouns, after)
  return content(whole).length > 1 ? measureOf(whole, null) : null
}

function bracketed({ before, after }: QuantityPlace): Measure | null {
  if (!after.startsWith(')')) return null
  const match = /(?:^|[,;:] |\bthe )((?:[\p{L}&'’/()-]+ ){1,12})\($/u.exec(before)
  const noun = clean((match?.[1] ?? '').replace(/\($/, ''))
  return MEASURE_NOUN.test(noun.split(' ').slice(-2).join(' ')) && isSubject(noun)
    ? measureOf(noun, null)
    : null
}

function labelled({ before, after, isFirst }: QuantityPlace): Measure | null {
  const label = clean(/^(?:[^:._]{1,60}: )?([^:._,]{4,80}) ?(?::| [-\u2013=]) ?$/u.exec(before)?.[1] ?? '')
  const isAlone = /^(?:[.,;)(]|$| ?_| \()/.test(after.trimEnd())
  return isFirst && isAlone && isMeasured(label) && isSubject(label) ? measureOf(label, null) : null
}

/** `Average answer time 2 minutes`. */
function beside({ before, after, isFirst }: QuantityPlace): Measure | null {
  const nouns = clean(/(?:^|[:\u2013] |_ |, )((?:[\p{L}'’&-]+ ){2,6})(?:_+ )?$/u.exec(before)?.[1] ?? '')
  const isAlone = /^(?:[.,;)(#]|$| ?_| (?:and|compared|in|against|up|down)\b)/.test(after.trimEnd())
  const opens = isFirst || /[:_\u2013]/.test(before)
  return opens && isAlone && isMeasured(nouns) && isSubject(nouns) && saysEnough(nouns)
    ? measureOf(nouns, null)
    : null
}

/** `22 had been recruited of 100 officers`, `22 of the 100 officers had been recruited`. */
function someOf({ after, beyond }: QuantityPlace): Measure | null {
  const nouns = countedNouns(beyond)
  const some =
    /^(?: ((?:had been|have been|has been|were|was|are) \p{L}+(?:ed|en|lt|ld|de|nt)))? (?:out )?of (?:the |a (?:target|total) of )?#$/u.exec(
      after,
    )
  if (nouns === null || some === null) return null
  const done = some[1]
  if (done !== undefined) return measureOf(done, nouns)
  const clause = takeWords(beyond, 16)
  return FINITE.test(clause.slice(nouns.length)) ? measureOf(clause, null) : null
}

/** `999 calls: 98.2% were answered`. */
function shareOfLabel({ before, after }: QuantityPlace): Measure | null {
  const label = /^(?:the )?([^:;.,_]{3,50}): (?:_+,? )?$/iu.exec(before)?.[1]
  if (
    label === undefined ||
    !/^ (?:were|was|are|is|had|have|has) /.test(after) ||
    !isPlural(label.split(' ').at(-1) ?? '')
  )
    return null
  const words = takeWords(after, 14)
  return content(words).length > 0 && !words.includes('not ') ? measureOf(words, label) : null
}

/** Tried in this order; the first that fits counts. */
export const MEASURE_RULES: readonly MeasureRule[] = [
  {
    name: 'change after',
    units: 'any',
    read: changeAfter,
    example: { sentence: 'There was a 12% decrease in ferry fares.', measure: 'decrease in ferry fares' },
  },
  {
    name: 'share',
    units: 'percent',
    read: shareOf,
    example: { sentence: 'Over 93% of responses were from women.', measure: 'responses were from women' },
  },
  {
    name: 'subject',
    units: 'any',
    read: subjectAndVerb,
    example: { sentence: 'Passenger satisfaction was 93.8 %.', measure: 'Passenger satisfaction' },
  },
  {
    name: 'noun of',
    units: 'any',
    read: nounOf,
    example: { sentence: 'It has a collection rate of 95%.', measure: 'collection rate' },
  },
  {
    name: 'bracketed',
    units: 'not_count',
    read: bracketed,
    example: {
      sentence: 'Harbour Safety Funding (£861,926) aimed at more wardens.',
      measure: 'Harbour Safety Funding',
    },
  },
  {
    name: 'labelled',
    units: 'any',
    read: labelled,
    example: { sentence: 'Estimated travel cost: €579.49', measure: 'Estimated travel cost' },
  },
  {
    name: 'beside',
    units: 'not_count',
    read: beside,
    example: {
      sentence: '101 calls: average answer time 2 minutes 30 seconds.',
      measure: 'average answer time',
    },
  },
  {
    name: 'paid',
    units: 'money',
    read: paid,
    example: {
      sentence: 'It was agreed to allocate €1,000 to the Sailing Club.',
      measure: 'allocate … to the Sailing Club',
    },
  },
  {
    name: 'adjectival',
    units: 'not_count',
    read: adjectival,
    example: { sentence: 'Crews had a £3,000 winter allowance.', measure: 'winter allowance' },
  },
  {
    name: 'some of',
    units: 'count',
    read: someOf,
    example: { sentence: 'So far 22 had been recruited of 100 wardens.', measure: 'had been recruited' },
  },
  {
    name: 'share of label',
    units: 'percent',
    read: shareOfLabel,
    example: {
      sentence: 'Distress calls: 98% were answered within 10 seconds.',
      measure: 'were answered within 10 seconds',
    },
  },
  {
    name: 'counted with verb',
    units: 'count',
    read: countedWithVerb,
    example: { sentence: 'They supported 6,898 young people.', measure: 'supported … young people' },
  },
  {
    name: 'counted',
    units: 'count',
    read: countedClause,
    example: { sentence: 'There were 29 reports of litter.', measure: 'reports of litter' },
  },
]

const MONEY: ReadonlySet<FigureUnit> = new Set(['pounds', 'euros'])
const PERCENT: ReadonlySet<FigureUnit> = new Set(['percent', 'percentage_points'])

/** What a quantity measures, by the words about it; null where they do not say it clearly. */
export function measureOfQuantity(place: QuantityPlace): Measure | null {
  const { unit } = place.quantity
  for (const { units, read } of MEASURE_RULES) {
    const fits =
      units === 'any' ||
      (units === 'count' && unit === 'count') ||
      (units === 'not_count' && unit !== 'count') ||
      (units === 'money' && MONEY.has(unit)) ||
      (units === 'percent' && PERCENT.has(unit))
    const measure = fits ? read(place) : null
    if (measure) return measure
  }
  return null
}
