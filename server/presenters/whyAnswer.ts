import type { Contribution } from '../answer/rank.ts'

/** What the features of a candidate tell, in words; those of one word say the same thing in several ways. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'Words of the question in the quote': [
    'coverage',
    'coverageAlike',
    'coverageToBest',
    'wordsFound',
    'rarestFound',
    'density',
  ],
  'Words of the question in the paragraph, its heading or its neighbours': [
    'coverageCarried',
    'coverageParagraph',
    'coverageLeadIn',
    'coverageBefore',
    'coverageAfter',
    'coverageContext',
    'coverageAround',
    'coverageAlikeContext',
    'coverageWithHeading',
    'coverageContextToBest',
    'coverageAroundToBest',
    'coverageAlikeContextToBest',
    'coverageWithHeadingToBest',
  ],
  'Words of the question in the heading or the name of the meeting': ['coverageHeading', 'coverageMeeting'],
  'Words of the question that are not there': ['wordsMissing', 'rarestMissing', 'rarestMissingHere'],
  'Words of the question side by side': ['orderedPairs', 'orderedPairsToBest', 'nearness'],
  'Names that the question has': ['names', 'namesContext'],
  'Numbers that the question has': ['digits', 'digitsContext'],
  'A figure, name or date of the kind that is asked for': [
    'hasWanted',
    'wanted',
    'wantedNear',
    'wantedAtFocus',
  ],
  'Figures in the quote': ['money', 'percent', 'counts', 'numberWords'],
  'Dates in the quote': ['dates'],
  'Names in the quote': ['people', 'organisations'],
  'Words that go with what is asked for': ['cueOfType'],
  'Words of a promise': ['undertaking'],
  'Words of a decision': ['decision', 'motion', 'resolved', 'kindDecision'],
  'Words of an opinion': ['opinion'],
  'Words of a reason': ['reason'],
  'Words of an explanation': ['definition', 'defines'],
  'Words of a change': ['change'],
  'Words like "not" and "no"': ['negation'],
  'Words like "may" and "might"': ['hedge'],
  'That it asks, and does not say': ['asking', 'isQuestion'],
  'That it points back to what stands before it': ['pronoun'],
  'That a list follows': ['opensList'],
  'The length of the quote': ['length', 'sentences', 'wordsOfWindow'],
  'Where the quote stands in its paragraph': ['position', 'isWhole', 'isLast'],
  'Its place in the search': ['rank', 'score', 'scoreToBest', 'isFirstOfSearch'],
  'Who speaks': ['speakerRole', 'speakerPerson'],
  'The date of the meeting': ['monthsFromMeeting', 'meetingMonth'],
  'Years that the question has': ['yearsAgree', 'yearsAgreeAround'],
  'What kind of paragraph it is': ['kindTable', 'kindList', 'kindReply', 'partMinutes'],
  'The kind of question': ['questionWords', 'wantsMoney', 'wantsPercent', 'wantsCount', 'wantsDuration'],
  'What its paragraph means to the neural reader': ['isRead', 'readerAnswerable', 'readerLead'],
  'The words that the neural reader points to': ['readerSpan', 'readerSpanHere', 'readerSpanLead'],
  'The sentence that the neural reader points to': ['readerEvidence', 'readerEvidenceShare'],
  'How far it leads the other candidates': ['rankerScore', 'rankerShare', 'rankerLead', 'rankerLeadOfTwo'],
}

const WORDS_OF_FEATURE = new Map(
  Object.entries(WORDS).flatMap(([words, features]) => features.map((feature) => [feature, words] as const)),
)
const OTHER = 'Other evidence'

function wordsOf(feature: string): string {
  if (feature.startsWith('asks_')) return 'The kind of question'
  return WORDS_OF_FEATURE.get(feature) ?? OTHER
}

/** What spoke for and against a candidate, the strongest first, each thing once. */
export function presentWhy(contributions: readonly Contribution[]) {
  const sums = new Map<string, number>()
  for (const { feature, contribution } of contributions) {
    const words = wordsOf(feature)
    sums.set(words, (sums.get(words) ?? 0) + contribution)
  }
  return [...sums]
    .sort(
      ([a, one], [b, other]) => Number(a === OTHER) - Number(b === OTHER) || Math.abs(other) - Math.abs(one),
    )
    .map(([evidence, sum]) => ({ evidence, verdict: verdictOf(sum) }))
}

/** In logarithms of odds: 0.7 doubles them. */
const STRONG = 0.7
const SLIGHT = 0.1

function verdictOf(sum: number): string {
  const side = sum < 0 ? 'against' : 'for'
  if (Math.abs(sum) >= STRONG) return `strongly ${side}`
  return Math.abs(sum) < SLIGHT ? `slightly ${side}` : side
}
