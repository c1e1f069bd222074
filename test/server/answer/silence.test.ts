import { describe, expect, test } from '@jest/globals'
import { isStopWord, termsOfWord } from '../../../indexer/analysis/terms.ts'
import { tokenize } from '../../../indexer/analysis/tokens.ts'
import type { Asked } from '../../../server/answer/asked.ts'
import { askedOf } from '../../../server/answer/asked.ts'
import { interpret, QUESTION_WORDS } from '../../../server/answer/interpret.ts'
import type { Ranked } from '../../../server/answer/rank.ts'
import { SAID_TO_BE_UNKNOWN, saidToBeUnknown, shortcomingOf } from '../../../server/answer/silence.ts'
import type { Analysis } from '../../../server/search/analyse.ts'

/** A question in a record where every word is as rare as another. */
function asked(question: string): Asked {
  const words = tokenize(question).flatMap(({ text }) =>
    isStopWord(text) || QUESTION_WORDS.has(text) ? [] : [{ text, terms: termsOfWord(text) }],
  )
  const analysis = { query: { words, should: [] }, expansions: [] } as unknown as Analysis
  return askedOf(question, analysis, interpret(question), { paragraphFrequency: () => 1, size: 100 })
}

/** A paragraph of one sentence in a passage that has most words of the question. */
const candidate = (text: string) =>
  ({
    context: { paragraph: { text, sentences: [[0, text.length]], seams: [] } },
    start: 0,
    end: text.length,
    features: { coverageAround: 0.8 },
  }) as unknown as Ranked

describe('what a passage lacks', () => {
  test.each([
    [
      'How much did the survey cost?',
      'The survey was sent out on 6 May 2022.',
      'It gives a date, but does not say how much money. It does not speak of \u201ccost\u201d.',
    ],
    [
      'When does the survey on cadets close?',
      'The survey is open.',
      'It does not say when. It does not speak of \u201ccadets\u201d or \u201cclose\u201d.',
    ],
    ['Why did burglary rise?', 'Burglary did rise.', 'It does not say why.'],
    [
      'How many cadets are there?',
      'There are 409 cadets.',
      'It gives a number, but hardly what is asked for.',
    ],
  ])('%s of %s', (question, text, lacks) => {
    const terms = new Set(tokenize(text).flatMap((token) => termsOfWord(token.text)))
    const missing = asked(question).words.filter(
      (word) => !termsOfWord(word.text).some((term) => terms.has(term)),
    )
    expect(
      shortcomingOf(
        candidate(text),
        missing.map((word) => word.text),
        asked(question),
      ),
    ).toBe(lacks)
  })

  test.each([
    ['the verb of asking', 'What did the Panel promise about cadets?', 'promise'],
    ['that of deciding', 'Did the Panel reject the cadets?', 'reject'],
    ['the month and the year that are its period', 'What was said of cadets in March 2022?', 'March 2022'],
    ['a word of another language', 'Combien de cadets?', 'Combien de'],
    ['a single letter', 'cadets of a b c', 'b c'],
    ['the name of a tag', '<script>cadets</script>', 'script'],
    ['that it stands for something', 'What does cadets stand for?', 'stand'],
  ])('is never %s', (_, question, words) => {
    expect(shortcomingOf(candidate('Cadets would tell.'), words.split(' '), asked(question))).not.toContain(
      'speak of',
    )
  })
})

describe('a passage says that it is not known', () => {
  const NOT_YET = candidate('The cost of the survey is not yet known.')

  test('where it says so of what is asked', () => {
    expect(saidToBeUnknown([NOT_YET], asked('What did the survey cost?'))).toBe(NOT_YET)
  })

  test('not where it says so of something else', () => {
    expect(saidToBeUnknown([NOT_YET], asked('How many cadets came from Dover in winter?'))).toBeNull()
  })

  test('not where the passage has hardly a word of the question', () => {
    const far = { ...NOT_YET, features: { coverageAround: 0.4 } }
    expect(saidToBeUnknown([far], asked('What did the survey cost?'))).toBeNull()
  })

  test('not where that is the answer: what was decided', () => {
    expect(saidToBeUnknown([NOT_YET], asked('What did they decide on the survey?'))).toBeNull()
  })

  test('not below the third place', () => {
    const other = candidate('The survey went well.')
    expect(saidToBeUnknown([other, other, other, NOT_YET], asked('What did the survey cost?'))).toBeNull()
  })
})

test.each(SAID_TO_BE_UNKNOWN)('$example says that something is not known', ({ pattern, example }) => {
  expect(example).toMatch(pattern)
})

test.each([
  'The event would provide an opportunity for young people.',
  'The Director was not available to attend the meeting.',
  'Any change would have to be agreed with the Department.',
  'The road is known locally as the Ennis Road.',
])('%s says nothing of the kind', (sentence) => {
  expect(SAID_TO_BE_UNKNOWN.filter(({ pattern }) => pattern.test(sentence))).toEqual([])
})
