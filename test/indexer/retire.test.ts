import { expect, test } from '@jest/globals'
import { retireParagraphs } from '../../indexer/retire.ts'

const NOW = [
  { id: 'd.new', text: 'The ferry service would return to the quay in April.' },
  { id: 'd.same', text: 'RESOLVED that the report be noted.' },
]

test('an id that is gone leads to the paragraph that holds its text now', () => {
  const before = [
    { id: 'd.old', text: 'The ferry service would return in April.' },
    { id: 'd.same', text: NOW[1]?.text ?? '' },
  ]
  expect(retireParagraphs('d', before, [], NOW)).toEqual([
    { id: 'd.old', documentId: 'd', text: before[0]?.text, successorId: 'd.new' },
  ])
})

test('ids retired earlier are carried on, to where their text is by now', () => {
  const retired = [
    { id: 'd.older', documentId: 'd', text: 'The ferry service would return.', successorId: 'd.old' },
  ]
  expect(retireParagraphs('d', [], retired, NOW)).toMatchObject([{ id: 'd.older', successorId: 'd.new' }])
})

test('a text that the publisher took back is forgotten', () => {
  expect(retireParagraphs('d', [{ id: 'd.gone', text: 'Parking charges were withdrawn.' }], [], NOW)).toEqual(
    [],
  )
})
