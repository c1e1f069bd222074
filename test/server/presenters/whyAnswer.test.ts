import { expect, test } from '@jest/globals'
import { answerModel } from '../../../server/answer/model.ts'
import { presentWhy } from '../../../server/presenters/whyAnswer.ts'

test('features are told in words, what says the same thing once, and what has no words last', () => {
  expect(
    presentWhy([
      { feature: 'newFeature', value: 1, contribution: 2 },
      { feature: 'coverage', value: 0.5, contribution: 0.4 },
      { feature: 'wordsMissing', value: 3, contribution: -0.2 },
      { feature: 'coverageToBest', value: 0, contribution: 0.5 },
      { feature: 'asks_number', value: 1, contribution: -0.05 },
    ]),
  ).toEqual([
    { evidence: 'Words of the question in the quote', verdict: 'strongly for' },
    { evidence: 'Words of the question that are not there', verdict: 'against' },
    { evidence: 'The kind of question', verdict: 'slightly against' },
    { evidence: 'Other evidence', verdict: 'strongly for' },
  ])
})

test('every feature that the model looks at has words', () => {
  const { byWords, withReader } = answerModel()
  const features = [byWords, withReader].flatMap(({ ranker, confidence }) => [
    ...ranker.features,
    ...confidence.weights.map(({ feature }) => feature),
  ])
  const untold = features.filter(
    (feature) => presentWhy([{ feature, value: 0, contribution: 1 }])[0]?.evidence === 'Other evidence',
  )
  expect(untold).toEqual([])
})
