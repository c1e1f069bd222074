import { expect, test } from '@jest/globals'
import { withoutNarrowings } from '../../../server/search/withoutNarrowings.ts'

test.each([
  ['a field', 'role:chair burglary', ['role:chair'], 'burglary'],
  ['a field that is the whole query', 'role:chair', ['role:chair'], ''],
  ['a field between words', 'knife role:"chief constable" crime', ['role:"chief constable"'], 'knife crime'],
  ['both ends of a time', 'after:2019 burglary before:2022', ['after:2019', 'before:2022'], 'burglary'],
  [
    'a date in words',
    'burglary  since March 2022 "since 2019"',
    ['since March 2022'],
    'burglary "since 2019"',
  ],
  ['a date in words before a comma', 'burglary since 2022, Kent', ['since 2022'], 'burglary Kent'],
  ['a date between others of its kind', 'in 2019 role:chair in 2020', ['in 2020'], 'in 2019 role:chair'],
  ['nothing', 'role:chair since 2022', [], 'role:chair since 2022'],
  ['what stands in quotation marks', '"role:chair" ferry', ['role:chair'], '"role:chair" ferry'],
])('a query goes without %s: %s', (_, query, narrowings, left) => {
  expect(
    withoutNarrowings(
      query,
      narrowings.map((text) => ({ text })),
    ),
  ).toBe(left)
})
