import { describe, expect, test } from '@jest/globals'
import { readQuotation } from '../../../server/check/quotation.ts'

const words = (pasted: string): string =>
  readQuotation(pasted)[0]
    .words.map(({ text }) => text)
    .join(' ')

describe('the words of a quotation', () => {
  test.each([
    ['in quotation marks of any kind', '\u00abThe ferry ran \u201elate\u201c\u00bb', 'the ferry ran late'],
    ['with ligatures', 'the \ufb01nal of\ufb01cial \ufb02eet', 'the final official fleet'],
    ['with a hyphen at a line end', 'the harbour commis-\nsioner spoke', 'the harbour commissioner spoke'],
    ['with soft hyphens and invisible characters', 'the har\u00adbour\u200b master', 'the harbour master'],
    ['with a letter in square brackets', '[T]he ferry ran', 'the ferry ran'],
    ['with an ending in square brackets', 'he report[ed] it', 'he reported it'],
    ['with a mistake pointed out', 'the fery [sic] ran', 'the fery ran'],
    ['over lines', 'the ferry\r\n\r\n  ran', 'the ferry ran'],
    ['of nothing', ' \u2026 ', ''],
  ])('%s', (_, pasted, read) => {
    expect(words(pasted)).toBe(read)
  })

  test.each(['...', '\u2026', '. . .', '[...]', '[\u2026]', '(...)', '[ . . . ]'])(
    'something is left out at %s',
    (ellipsis) => {
      expect([...readQuotation(`the ferry ${ellipsis} ran late`)[0].gaps]).toEqual([2])
    },
  )

  test('words in square brackets are told from those that are quoted', () => {
    const [{ brackets, words: read }] = readQuotation('when [the Chair] spoke of [it]')
    expect(brackets).toEqual(['the Chair', 'it'])
    expect(read.map((word) => word.brackets)).toEqual([null, 0, 0, null, null, 1])
  })
})

describe('who said it is set aside', () => {
  test.each([
    ['after the words', '"The ferry will run in April," said the Chair.', ['said the Chair.']],
    ['before them', 'The Chair said: \u201cThe ferry will run in April.\u201d', ['The Chair said:']],
    [
      'between them',
      '\u2018The ferry,\u2019 she said, \u2018will run in April\u2019',
      [', she said,'.slice(2)],
    ],
  ])('%s', (_, pasted, setAside) => {
    const [whole, quoted] = readQuotation(pasted)
    expect(whole.setAside).toEqual([])
    expect(quoted?.setAside).toEqual(setAside)
    expect(quoted?.words.map(({ text }) => text).join(' ')).toBe('the ferry will run in april')
  })

  test.each([
    ['where all stands in the marks', '"The ferry will run in April."'],
    ['where there are no marks', 'The ferry will run in April, said the Chair'],
    ['where the marks are round a word or two', 'The Chair spoke of "value for money" at length'],
    ['where a mark opens every paragraph', '\u201cThe ferry will run.\n\n\u201cIn April, she hoped.\u201d'],
    ['where the marks are apostrophes', "The ferry's crew, and the officers' cars, came in April"],
  ])('nothing is, %s', (_, pasted) => {
    expect(readQuotation(pasted)).toHaveLength(1)
  })
})

test.each([
  '['.repeat(5_000),
  'a[b]c d '.repeat(620),
  'a[b]'.repeat(1_250),
  '[a] '.repeat(1_250),
  '"'.repeat(4_999),
  '. '.repeat(2_500),
  "'a".repeat(2_000),
])('a text of marks alone is read at once (%#)', (pasted) => {
  const begun = performance.now()
  readQuotation(pasted)
  expect(performance.now() - begun).toBeLessThan(500)
})
