interface QuestionRule {
  readonly pattern: RegExp
  /** A text shorter than this many words asks nothing that could be answered. */
  readonly fewestWords: number
  /** A question by this rule. */
  readonly example: string
  /** Words that look like one, and are none. */
  readonly counterExample: string
}

const BE_DO_HAVE =
  "(?:is|isn't|are|aren't|was|wasn't|were|weren't|do|don't|does|doesn't|did|didn't|has|hasn't|have|haven't|had|hadn't)"
const MODAL = "(?:can|can't|could|couldn't|will|won't|would|wouldn't|shall|should|shouldn't|may|might|must)"
const AUXILIARY = `(?:${BE_DO_HAVE}|${MODAL})`
/** What a subject begins with that no name of a service, a firm or a month goes on with. */
const SUBJECT =
  '(?:the|an?|this|that|these|those|there|any|anyone|anybody|all|each|every|some|most|we|they|he|she|it|you|i|our|their|its|his|her|my)'
/** After these a verb has no subject: `what Pughsley said as chief constable`. */
const NO_SUBJECT = '(?:as|about|at|by|for|from|in|of|on|to|when|with)'

/**
 * What makes a question of a text; any rule will do. A text that is held to be one is searched for all the same, so that
 * a wrong guess costs an answer above the results, and no result.
 */
export const QUESTION_RULES: readonly QuestionRule[] = [
  {
    pattern: /\?(?=\s|$)/,
    fewestWords: 2,
    example: 'Any news of the ferry?',
    counterExample: 'Why?',
  },
  {
    pattern: new RegExp(`^(?:who|whom|what|which|when|where|why|how)(?:'s|'re|'ll|'d)? ${AUXILIARY}\\b`, 'i'),
    fewestWords: 3,
    example: 'when did the strategy go live',
    counterExample: 'when asked about the strategy',
  },
  {
    pattern: /^(?:who|what|where|how)(?:'s|'re)\s/i,
    fewestWords: 3,
    example: "what's a harbour revision order",
    counterExample: 'who we are',
  },
  {
    pattern:
      /^who (?:\w+ed|said|spoke|gave|took|made|paid|pays|won|led|leads|runs|ran|sits|sat|sent|chairs|owns)\b/i,
    fewestWords: 3,
    example: 'who chaired the meeting',
    counterExample: 'who guidance',
  },
  {
    pattern: /^(?:whose|which|why|how come)\s/i,
    fewestWords: 4,
    example: 'which charity runs the shelter',
    counterExample: 'which magazine',
  },
  {
    pattern:
      /^how (?:many|much|often|long|far|large|big|wide|high|deep|tall|old|fast|soon|quickly|likely|well)\b/i,
    fewestWords: 3,
    example: 'how many cadets were there',
    counterExample: 'how to complain',
  },
  {
    pattern:
      /^(?:at |by |from |in |on |to )?what (?:percentage|proportion|share|number|amount|sum|date|day|month|year|time|rate|price|age|kinds?|sorts?|types?|happened|happens)\b/i,
    fewestWords: 3,
    example: 'what percentage of calls was answered',
    counterExample: 'what matters',
  },
  {
    pattern: new RegExp(
      `^[Ww]hat [a-z-]+(?: [a-z-]+){0,2} (?:${BE_DO_HAVE}|could|will|would|should|must) (?!${NO_SUBJECT}\\b)`,
    ),
    fewestWords: 4,
    example: 'what powers does the Panel have',
    counterExample: 'what Pughsley said as chief constable',
  },
  {
    pattern: new RegExp(`^${AUXILIARY} ${SUBJECT}\\b`, 'i'),
    fewestWords: 4,
    example: 'will the Panel meet in public',
    counterExample: 'will writing service',
  },
  {
    pattern: /^(?:did|didn't|does|doesn't|isn't|aren't|wasn't|weren't|hasn't|haven't) (?!not\b)/i,
    fewestWords: 3,
    example: 'did burglary rise in 2022',
    counterExample: 'do not call register',
  },
  {
    pattern: /^(?:is|are|was|were|has|had|have|should|could|would) (?!your\b|not\b|been\b)/i,
    fewestWords: 4,
    example: 'has burglary gone down since 2019',
    counterExample: 'have your say consultation',
  },
]

/** Is a text a question, to be answered before it is searched for, or words to look for? */
export function isQuestion(text: string): boolean {
  const said = plainly(text)
  const words = said.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return QUESTION_RULES.some(({ pattern, fewestWords }) => words >= fewestWords && pattern.test(said))
}

const ASKING = new RegExp(
  `^(?:who|whom|whose|what|which|when|where|why|how|${BE_DO_HAVE}|could|would|should)(?:'s|'re)?\\s`,
  'i',
)

/** May what is typed become a question? Sooner told than that it is one. */
export const mayBecomeQuestion = (typed: string): boolean => ASKING.test(plainly(typed))

/** One kind of apostrophe, and an asking word in capitals of its own taken for the acronym that it is: `WHO guidance`. */
function plainly(text: string): string {
  const said = text.trimStart().replaceAll('\u2019', "'")
  const [first = ''] = /^\S*/.exec(said) ?? []
  const isAcronym = /^[A-Z]{2,}$/.test(first) && /[a-z]/.test(said)
  return isAcronym ? `(${said}` : said
}
