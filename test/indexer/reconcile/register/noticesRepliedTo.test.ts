import { expect, test } from '@jest/globals'
import type { Ground, GroundParagraph } from '../../../../indexer/reconcile/register/ground.ts'
import { noticesRepliedTo } from '../../../../indexer/reconcile/register/noticesRepliedTo.ts'
import { readVocabulary } from '../../../../indexer/reconcile/register/similarWords.ts'

const QUESTION =
  'I will ask at the next Meeting (a) when the lamps on the breakwater will be mended and (b) when the weir will be dredged.'

/** What each paragraph after the question is held against. */
function heldAgainst(...replies: readonly string[]): (string | null)[] {
  const paragraphs = [QUESTION, 'REPLY:', ...replies].map((text, position) => ({
    id: `${position}`,
    documentId: 'october',
    item: 1,
    kind: 'text',
    text,
    headings: [],
  })) as readonly unknown[] as GroundParagraph[]
  const ground = { paragraphs } as unknown as Ground
  const noticeOf = noticesRepliedTo(ground, readVocabulary(paragraphs.map(({ text }) => text)))
  return paragraphs.slice(2).map((paragraph) => noticeOf(paragraph, paragraph.text.length)?.text ?? null)
}

test('as many replies as a question has parts answer one each', () => {
  expect(heldAgainst('That will be arranged in November.', 'This will be considered next year.')).toEqual([
    'when the lamps on the breakwater will be mended',
    'when the weir will be dredged.',
  ])
})

test('one reply answers all parts', () => {
  expect(heldAgainst('Both will be considered next year.')).toEqual([QUESTION])
})

test('of other numbers it cannot be told which part they answer', () => {
  expect(heldAgainst('It is noted.', 'It is agreed.', 'It will be done.')).toEqual([null, null, null])
})
